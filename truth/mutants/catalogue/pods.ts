import { type Mutant, mutantsIn } from '../mutant';

/** Which pods there are, and what Prometheus finds of them. */
export const PODS: readonly Mutant[] = [
  ...mutantsIn(
    'discovery/pod-targets.ts',
    ['a pod without an address is no target', "if (pod.ip === '') {", "if (pod.ip === ' ') {"],
    [
      'a container without ports is one target',
      'container.ports.length === 0 ? [undefined] : container.ports;',
      'container.ports;',
    ],
    [
      'init containers are targets, too',
      '...pod.spec.initContainers.flatMap((container: Container) => containerTargets(pod, container, true, common)),',
      '',
    ],
    [
      'targets say whether they are of an init container',
      'labels[`${META}pod_container_init`] = String(init);',
      'labels[`${META}pod_container_init`] = String(!init);',
    ],
    [
      'the port of a target has a number',
      'set(labels, `${META}pod_container_port_number`, String(port.containerPort));',
      '',
    ],
    ['the port of a target has a name', 'set(labels, `${META}pod_container_port_name`, port.name);', ''],
    [
      'a bare address of IPv6 has no brackets',
      'port === undefined ? pod.ip : joinHostPort(pod.ip, port.containerPort)',
      "port === undefined ? joinHostPort(pod.ip, 0).replace(/:0$/, '') : joinHostPort(pod.ip, port.containerPort)",
    ],
  ),
  ...mutantsIn('discovery/symbolic.ts', [
    'an address of IPv6 with a port has brackets',
    "address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`",
    '`${address}:${port}`',
  ]),
  ...mutantsIn(
    'discovery/virtual-pods.ts',
    [
      'pods of a Deployment have a hash of their template',
      "labels: () => ({ 'pod-template-hash': MADE_UP.hash }),",
      'labels: () => ({}),',
    ],
    ['nobody knows the hash of a template', "opaque: ['pod-template-hash'],", 'opaque: [],'],
    [
      'a pod of a StatefulSet has its name as a label',
      "        'statefulset.kubernetes.io/pod-name': `${name}-0`,\n",
      '',
    ],
    ['a pod of a StatefulSet has its index as a label', "        'apps.kubernetes.io/pod-index': '0',\n", ''],
    ['pods of a DaemonSet have the generation of their template', ", 'pod-template-generation': '1' }", ' }'],
    ['pods of a Job have the name of the Job', "    'job-name': name,\n", ''],
    ['pods of a Job have the name of the Job under its newer key', "    'batch.kubernetes.io/job-name': name,\n", ''],
    ['pods of a Job have its identity', "    'batch.kubernetes.io/controller-uid': MADE_UP.uid,\n", ''],
    [
      'the controller of pods of a Deployment is a ReplicaSet',
      "controller: (name) => ({ kind: 'ReplicaSet', name: `${name}-${MADE_UP.hash}` }),",
      "controller: (name) => ({ kind: 'Deployment', name }),",
    ],
    [
      'pods of a CronJob come of its template',
      'template: (spec) => spec.jobTemplate?.spec?.template,',
      'template: (spec) => spec.template,',
    ],
    [
      'pods have the annotations of their template',
      'annotations: template.metadata.annotations,',
      'annotations: Object.create(null),',
    ],
    [
      'pods that another object of the bag makes are not counted twice',
      'topOwner(bag, workload) === workload ?',
      'topOwner(bag, workload) !== undefined ?',
    ],
    [
      'a Pod that another object of the bag makes is not counted twice',
      'if (owner === object) {',
      'if (owner !== undefined) {',
    ],
    ['a Pod that is pending has no address', "phase === 'Pending' || isTerminal(phase)", 'isTerminal(phase)'],
    [
      'a Pod that has ended has no address unless it says so',
      "phase === 'Pending' || isTerminal(phase)",
      "phase === 'Pending'",
    ],
    ['a Pod may say its address', 'status.podIP || (', 'undefined || ('],
    ['a Pod may say its phase', "status.phase || 'Running'", "'Running'"],
    [
      'a Pod may say whether it is ready',
      "ready: ready ?? (object.object.status ? 'unknown' : 'true'),",
      "ready: 'true',",
    ],
    [
      'a Pod with a time of deletion is being deleted',
      "terminating: typeof metadata.deletionTimestamp === 'string',",
      'terminating: false,',
    ],
    ['a pod that succeeded has ended', "phase === 'Succeeded' || phase === 'Failed'", "phase === 'Failed'"],
    ['a pod that failed has ended', "phase === 'Succeeded' || phase === 'Failed'", "phase === 'Succeeded'"],
    [
      'a ReplicaSet makes pods',
      '    Kind.REPLICA_SET,\n    {\n      template: (spec) => spec.template,',
      '    Kind.REPLICA_SET,\n    {\n      template: () => undefined,',
    ],
    [
      'a ReplicationController makes pods',
      '    Kind.REPLICATION_CONTROLLER,\n    {\n      template: (spec) => spec.template,',
      '    Kind.REPLICATION_CONTROLLER,\n    {\n      template: () => undefined,',
    ],
  ),
  ...mutantsIn(
    'discovery/meta-labels.ts',
    [
      'characters that no label has become underscores',
      "key.replace(/[^a-zA-Z0-9_]/gu, '_')",
      "key.replace(/[^a-zA-Z0-9_-]/gu, '_')",
    ],
    [
      'a label is present even where it is empty',
      "target[present] = 'true';",
      "target[present] = values[key] === '' ? '' : 'true';",
    ],
    ['annotations of pods are found', 'this.addAll(target, `${META}${role}_annotation`, annotations);', ''],
    ['targets know the phase of their pod', 'set(labels, `${META}pod_phase`, pod.phase);', ''],
    ['targets know whether their pod is ready', 'set(labels, `${META}pod_ready`, pod.ready);', ''],
    ['targets know what controls their pod', 'set(labels, `${META}pod_controller_kind`, pod.controller?.kind);', ''],
    [
      'targets know the annotations of the Service',
      "this.addMetadata(labels, 'service', name, own as Labels, annotations as Labels);",
      "this.addMetadata(labels, 'service', name, own as Labels, {});",
    ],
    [
      'targets know the protocol of an endpoint',
      '    const prefix = `${META}endpoint_`;\n    set(labels, `${prefix}port_name`, port.name);\n    set(labels, `${prefix}port_protocol`, port.protocol);',
      '    const prefix = `${META}endpoint_`;\n    set(labels, `${prefix}port_name`, port.name);',
    ],
    ['targets know the zone of an endpoint', 'set(labels, `${prefix}endpoint_zone`, address.zone);', ''],
    [
      'targets know the application protocol of an endpoint',
      'set(labels, `${prefix}port_app_protocol`, port.appProtocol);',
      '',
    ],
    ['an empty label is none', "if (value !== undefined && value !== '') {", 'if (value !== undefined) {'],
  ),
  ...mutantsIn(
    'discovery/versions.ts',
    [
      'init containers count from Prometheus 3.0',
      'atLeast(versions.prometheus, 3, 0)',
      'atLeast(versions.prometheus, 2, 0)',
    ],
    [
      'slices of the second family are skipped from Prometheus 3.11',
      'atLeast(versions.prometheus, 3, 11)',
      'atLeast(versions.prometheus, 3, 0)',
    ],
    [
      'native sidecars count for Endpoints from Kubernetes 1.32',
      "role === 'endpoints' ? 32 : 33",
      "role === 'endpoints' ? 33 : 33",
    ],
    [
      'native sidecars count for slices from Kubernetes 1.33',
      "role === 'endpoints' ? 32 : 33",
      "role === 'endpoints' ? 32 : 32",
    ],
    [
      'a version that is not known counts as the newest',
      'if (match === null) {\n    return true;',
      'if (match === null) {\n    return false;',
    ],
  ),
  ...mutantsIn(
    'discovery/pod-index.ts',
    [
      'a label whose value nobody knows may be the one that is asked for',
      'if (!pod.opaqueLabels.has(key)) {',
      "if (key !== '') {",
    ],
    [
      'a pod of a StatefulSet is not one of another',
      "value.startsWith(pod.name.replace(/\\d+$/, '')) && /-\\d+$/.test(value)",
      '/-\\d+$/.test(value)',
    ],
    ['the index of a pod is a number', 'return /^\\d+$/.test(value);', 'return true;'],
    ['the pod with the most similar value comes first', 'near.sort((a, b) => a.edits - b.edits)', 'near'],
  ),
  ...mutantsIn('discovery/system-namespaces.ts', [
    'kube-system is a namespace of the cluster',
    '/^(?:kube-system|',
    '/^(?:',
  ]),
  ...mutantsIn(
    'discovery/namespaces-searched.ts',
    ['any means all namespaces', 'if (any === true) {', "if (any === ' ') {"],
    ['any goes before matchNames', 'if (any === true) {', 'if (any === true && !matchNames) {'],
    [
      'the own namespace is searched only where it is listed',
      '[...new Set<string>(names)];',
      '[...new Set<string>([...names, monitorNamespace])];',
    ],
    [
      'without a list the own namespace is searched',
      'names.length === 0 ? [monitorNamespace] :',
      'names.length === 0 ? [] :',
    ],
    ['the namespaces that are listed are searched', '[...new Set<string>(names)];', '[monitorNamespace];'],
    ['a Prometheus may ignore even any: true', 'if (ignore) {', 'if (ignore && any !== true) {'],
    ['a Prometheus may ignore matchNames', 'if (ignore) {', 'if (ignore && any === true) {'],
    ['an empty name means all namespaces', "if (names.includes('')) {", "if (names.includes(' ')) {"],
  ),
  ...mutantsIn(
    'discovery/zone-of-pod.ts',
    [
      'a pod may ask for a zone by its node selector',
      "if (typeof selected === 'string') {",
      "if (typeof selected === ' ' as any) {",
    ],
    [
      'a pod may ask for a zone by its affinity',
      "Array.isArray(zones) && zones.length === 1 && typeof zones[0] === 'string' ? zones[0] : undefined",
      'undefined',
    ],
    [
      'a pod that would run in several zones asks for none',
      'Array.isArray(zones) && zones.length === 1 &&',
      'Array.isArray(zones) &&',
    ],
  ),
  ...mutantsIn(
    'discovery/idle-workloads.ts',
    ['a workload without replicas has no pods', "[['replicas', 0]]", "[['replicas', -1]]"],
    ['a suspended Job has no pods', "      ['suspend', true],\n", "      ['suspend', 'yes'],\n"],
    ['a Job without parallelism has no pods', "['parallelism', 0],", "['parallelism', -1],"],
    ['a suspended CronJob has no pods', "[Kind.CRON_JOB, [['suspend', true]]],", ''],
    ['a Rollout scales a workload up from nothing', "['Rollout.argoproj.io', (spec) => spec?.workloadRef],", ''],
    ['a Job that waits in a queue has pods in the end', '|| Object.hasOwn(metadata.labels ?? {}, QUEUE)', ''],
  ),
];

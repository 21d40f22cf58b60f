import { type Mutant, mutantsIn } from '../mutant';

/** What the controllers of Kubernetes make of Services, and what Prometheus finds there. */
export const ENDPOINTS: readonly Mutant[] = [
  ...mutantsIn(
    'discovery/service-endpoints.ts',
    ['a pod that has ended is no endpoint', 'if (isTerminal(pod.phase)) {', "if (pod.phase === '') {"],
    ['a pod without an address is no endpoint', "if (pod.ip === '') {", "if (pod.ip === ' ') {"],
    [
      'Endpoints leave out a pod that is being deleted',
      "return pod.terminating && role === 'endpoints' &&",
      "return pod.terminating && role === 'endpointslice' &&",
    ],
    [
      'Endpoints keep a pod that is being deleted where unready ones are published',
      '&& !service.object.spec.publishNotReadyAddresses',
      '',
    ],
    [
      'a named targetPort has the same protocol',
      'one.name === port.targetPort && one.protocol === port.protocol',
      'one.name === port.targetPort',
    ],
    [
      'of several ports with the name of the targetPort the first counts',
      'for (const container of portOwners(pod, gates.sidecarPorts)) {',
      'for (const container of [...portOwners(pod, gates.sidecarPorts)].reverse()) {',
    ],
    [
      'a named targetPort may be that of a native sidecar',
      'return sidecars && initContainers.length > 0',
      'return sidecars && initContainers.length > 99',
    ],
    [
      'a named targetPort is not that of an init container',
      "initContainers.filter((one: Container) => one.restartPolicy === 'Always')",
      'initContainers',
    ],
    [
      'a port that a pod has not is left out for that pod',
      'const number = resolvePort(pod, port, gates);',
      'const number = resolvePort(pod, port, gates) ?? port.port;',
    ],
    [
      'a targetPort that is a number need not be declared',
      "if (typeof port.targetPort === 'number') {\n    return port.targetPort;",
      "if (typeof port.targetPort === 'number') {\n    return pod.spec.containers.some((one: Container) => one.ports.length > 0) ? port.targetPort : undefined;",
    ],
    [
      'endpoints have the labels of the Service',
      'Object.assign(Object.create(null), service.object.metadata.labels)',
      'Object.create(null)',
    ],
    [
      'endpoints of a headless Service have a label that says so',
      "labels['service.kubernetes.io/headless'] = '';",
      "labels['service.kubernetes.io/headless'] = 'true';",
    ],
    [
      'a pod of a StatefulSet has a host name only behind its own Service',
      'return object.spec.serviceName === service.object.metadata.name ? pod.name : undefined;',
      'return pod.name;',
    ],
    [
      'a pod that is not ready is no ready endpoint',
      "const serving = pod.ready === 'true';",
      "const serving = pod.ready !== '';",
    ],
    [
      'a pod is ready where unready ones are published',
      'ready: service.object.spec.publishNotReadyAddresses || (serving && !pod.terminating),',
      'ready: serving && !pod.terminating,',
    ],
    [
      'a dual-stack Service has slices of two families',
      "ipFamilyPolicy === 'RequireDualStack' && !gates.primaryFamilyOnly",
      "ipFamilyPolicy === ' ' && !gates.primaryFamilyOnly",
    ],
  ),
  ...mutantsIn(
    'discovery/manual-endpoints.ts',
    [
      'role Endpoints sees no slices that somebody wrote',
      'return endpoints === undefined ? [] : [this.ofEndpoints(endpoints)];',
      'return [...(endpoints === undefined ? [] : [this.ofEndpoints(endpoints)]), ...this.slicesOf(service).map((slice) => this.ofSlice(slice))];',
    ],
    [
      'Endpoints that somebody wrote are mirrored in slices',
      'endpoints !== undefined && this.isMirrored(endpoints) ?',
      'endpoints === null ?',
    ],
    ['Endpoints may refuse to be mirrored', "return labels?.[SKIP_MIRROR] !== 'true' &&", 'return'],
    ['the lock of an election is not mirrored', "!== 'true' && annotations?.[LEADER] === undefined;", "!== 'true';"],
    [
      'Endpoints of a Service with a selector are those of the controller',
      'return hasSelector(service) ? undefined : this.bag.find(',
      'return this.bag.find(',
    ],
    [
      'addresses that are not ready are targets, too',
      '...subset.notReadyAddresses.map((address: any) => this.address(address, subset.ports, false, object)),',
      '',
    ],
    [
      'slices of no Service are found all the same',
      ".filter((slice) => isLone(labelsOf(slice)[SERVICE_NAME] ?? ''))",
      ".filter((slice) => labelsOf(slice)[SERVICE_NAME] === ' ')",
    ],
    [
      'Endpoints of no Service are found all the same',
      '.filter((endpoints) => isLone(nameOf(endpoints)))',
      ".filter((endpoints) => nameOf(endpoints) === '')",
    ],
    ['an address may belong to a pod', "targetRef?.kind === 'Pod'\n", "targetRef?.kind === ' '\n"],
    [
      'the pod of an address may be named with its namespace',
      'targetRef.namespace || namespaceOf(object)',
      'namespaceOf(object)',
    ],
    ['an ExternalName has no endpoints', "return service.object.spec.type !== 'ExternalName' &&", 'return'],
    [
      'a Service without a selector has no pods',
      'Object.keys(service.object.spec.selector).length > 0;',
      'Object.keys(service.object.spec.selector).length >= 0;',
    ],
    ['slices that a controller made are not counted twice', "  'endpointslice-controller.k8s.io',\n", ''],
    [
      'slices of the second family give no target',
      '(slice) => !gates.primaryFamilyOnly || !isSecondFamily(service, slice.object.addressType),',
      '() => true,',
    ],
    [
      'slices of host names are of no second family',
      "(addressType === 'IPv4' || addressType === 'IPv6')",
      "(addressType === 'IPv4' || addressType === 'IPv6' || addressType === 'FQDN')",
    ],
    [
      'all addresses of an endpoint are targets',
      'addresses.map((ip: string) => ({',
      'addresses.slice(0, 1).map((ip: string) => ({',
    ],
  ),
  ...mutantsIn(
    'discovery/endpoint-targets.ts',
    [
      'of several containers with one port the last gives its name',
      'for (let i = containers.length - 1; i >= 0; i--) {',
      'for (let i = 0; i < containers.length; i++) {',
    ],
    [
      'of several ports of a container with one number the first gives its name',
      'containers[i].ports.find((one)',
      '[...containers[i].ports].reverse().find((one)',
    ],
    [
      'an init container may give the name of a port',
      'const init = gates.initContainers ? searchBackwards(initContainers, number, true) : undefined;',
      'const init = undefined;',
    ],
    [
      'for Prometheus 2 init containers give no names',
      'const init = gates.initContainers ? searchBackwards(initContainers, number, true) : undefined;',
      'const init = searchBackwards(initContainers, number, true);',
    ],
    [
      'ports that init containers declare are targets, too',
      '...(gates.initContainers ? of(pod.spec.initContainers, true) : [])',
      '',
    ],
    [
      'for Prometheus 2 ports that init containers declare are no targets',
      '...(gates.initContainers ? of(pod.spec.initContainers, true) : [])',
      '...of(pod.spec.initContainers, true)',
    ],
    ['a port that is an endpoint is found once', 'if (ports.has(number)) {', 'if (number < 0) {'],
    [
      'ports that containers declare are targets beside the endpoints',
      'for (const [pod, ports] of covered) {',
      'for (const [pod, ports] of [...covered].slice(covered.size)) {',
    ],
    [
      'only a pod with an endpoint has targets beside it',
      '  for (const address of group.addresses) {\n    const { pod } = address;',
      '  for (const address of group.addresses) {\n    const { pod } = address;\n    if (pod !== undefined && !covered.has(pod)) {\n      covered.set(pod, new Set());\n    }',
    ],
    [
      'a port without a number leaves the address bare',
      'port.port === undefined ? address.address : joinHostPort(address.address, port.port)',
      'joinHostPort(address.address, port.port ?? 0)',
    ],
    [
      'Prometheus 2 does not say whether a port is that of an init container',
      '  if (gates.initContainers) {',
      "  if (container.name !== '') {",
    ],
    ['the container of a port has an image', 'set(labels, `${META}pod_container_image`, container.image);', ''],
  ),
  ...mutantsIn(
    'discovery/pods-of-service.ts',
    [
      'where the objects are all that there is a Service has no other pods',
      'if (!pods.shows(namespace) && !complete) {',
      'if (!pods.shows(namespace)) {',
    ],
    [
      'where there may be more objects a Service may have other pods',
      'if (!pods.shows(namespace) && !complete) {',
      "if (namespace === '') {",
    ],
    [
      'an object of an unknown kind may make pods',
      'return !NO_PODS.some(',
      'return !kind.includes(".") && !NO_PODS.some(',
    ],
    [
      'a label that differs by a letter is a slip, whatever else may make pods',
      '&& !pods.nearest(namespace, pairs).some(isSlip)',
      '',
    ],
  ),
  ...mutantsIn(
    'discovery/no-targets.ts',
    [
      'a Service without ports has no targets',
      "return { reason: 'no ports', headless: spec.clusterIP === 'None' };",
      "return { reason: 'no selector' };",
    ],
    [
      'only what no pod has is lacking everywhere',
      'everywhere: without.length === eligible.length,',
      'everywhere: true,',
    ],
    [
      'slices alone are nothing for role Endpoints',
      "return { reason: 'slices only', slices };",
      "return { reason: 'no selector' };",
    ],
    [
      'Endpoints may be empty',
      "return { reason: 'endpoints empty', endpoints: present };",
      "return { reason: 'no selector' };",
    ],
    [
      'Endpoints may not be mirrored',
      "return { reason: 'not mirrored', endpoints };",
      "return { reason: 'no selector' };",
    ],
  ),
  ...mutantsIn(
    'discovery/discovery.ts',
    ['a job finds the endpoints of no Service, too', '...this.targetsWithoutService(namespace),', ''],
    [
      'targets of pods that are not among the objects are no proof',
      'this.targetsOf(service).some((target) => !target.assumed)',
      'this.targetsOf(service).length > 0',
    ],
    [
      'Endpoints beside a selector are those of the pods',
      '...(pods === undefined ? [] : endpointsOfService(service, pods, this.role, this.gates)),',
      '',
    ],
  ),
];

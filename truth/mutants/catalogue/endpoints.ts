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
      'endpoints of a headless Service have a label that says so',
      "labels[RESERVED.headless] = '';",
      "labels[RESERVED.headless] = 'true';",
    ],
    [
      'a dual-stack Service has slices of two families',
      "return role === 'endpoints' ? ipFamilies.slice(0, 1) : ipFamilies;",
      'return ipFamilies.slice(0, 1);',
    ],
    [
      'Endpoints have addresses of one family',
      "return role === 'endpoints' ? ipFamilies.slice(0, 1) : ipFamilies;",
      'return ipFamilies;',
    ],
    [
      'a pod without an address of the family of a Service is no endpoint',
      "return given.find((ip) => ip.includes(':') === (family === 'IPv6'));",
      "return given.find((ip) => ip.includes(':') === (family === 'IPv6')) ?? given[0];",
    ],
    [
      'Endpoints carry a label of their controller',
      '} else if (gates.markedEndpoints) {',
      "} else if (role === ' ' as any) {",
    ],
    ['endpoints of a pod have its zone', '    zone: pod.zone,\n', '    zone: undefined,\n'],
  ),
  ...mutantsIn(
    'discovery/manual-endpoints.ts',
    [
      'Endpoints of a Service with a selector are those of the controller',
      'return hasSelector(service) ? undefined : this.bag.find(',
      'return this.bag.find(',
    ],
    [
      'Endpoints of no Service are found all the same',
      '.filter((endpoints) => isLone(nameOf(endpoints)))',
      ".filter((endpoints) => nameOf(endpoints) === '')",
    ],
    ['an ExternalName has no endpoints', "return service.object.spec.type !== 'ExternalName' &&", 'return'],
    [
      'a Service without a selector has no pods',
      'Object.keys(service.object.spec.selector).length > 0;',
      'Object.keys(service.object.spec.selector).length >= 0;',
    ],
    [
      'role Endpoints sees no slices that somebody wrote',
      'return endpoints === undefined ? [] : [this.ofEndpoints(endpoints, gates)];',
      'return [...(endpoints === undefined ? [] : [this.ofEndpoints(endpoints, gates)]), ...this.slicesOf(service).map((slice) => this.ofSlice(slice, gates))];',
    ],
    [
      'Endpoints that somebody wrote are mirrored in slices',
      '...(endpoints !== undefined && this.whyNotMirrored(endpoints, service) === undefined',
      '...(endpoints === null',
    ],
    [
      'Endpoints may refuse to be mirrored',
      "if (labels?.[SKIP_MIRROR] === 'true') {",
      "if (labels?.[SKIP_MIRROR] === ' ') {",
    ],
    [
      'the lock of an election is not mirrored',
      'if (annotations?.[LEADER] !== undefined) {',
      "if (annotations?.[LEADER] === ' ') {",
    ],
    [
      'Endpoints of a Service with a selector are not mirrored, even where nobody uses it',
      "Object.keys(service.object.spec.selector).length > 0 ? 'selector' : undefined",
      'undefined',
    ],
    [
      'Endpoints may refer to pods of their own namespace only where namespaces are searched one by one',
      '(gates.podsOfAllNamespaces || targetRef.namespace === namespaceOf(object))',
      "targetRef.namespace !== ''",
    ],
    [
      'Endpoints may refer to pods of another namespace where all are searched',
      '(gates.podsOfAllNamespaces || targetRef.namespace === namespaceOf(object))',
      'targetRef.namespace === namespaceOf(object)',
    ],
    [
      'slices that a controller made are not counted twice',
      'service !== undefined && hasSelector(service)',
      'service === null',
    ],
    [
      'a slice that claims to be of a controller counts where its Service has no selector',
      'service !== undefined && hasSelector(service)',
      'service !== undefined',
    ],
    [
      'addresses that are not ready are targets, too',
      '...notReadyAddresses.map((address) => this.address(address, ports, { ready: false }, object, gates)),',
      '',
    ],
    [
      'slices of no Service are found all the same',
      "!this.isMade(slice) && isLone(labelsOf(slice)[SERVICE_NAME] ?? '')",
      "labelsOf(slice)[SERVICE_NAME] === ' '",
    ],
    ['an address may belong to a pod', "targetRef?.kind === 'Pod' && (gates", "targetRef?.kind === ' ' && (gates"],
    [
      'slices of another family are those that are not of the first one',
      'addressType !== ipFamilies[0]\n',
      'addressType === ipFamilies[0]\n',
    ],
    [
      'a Service of one family has no other one',
      "(ipFamilyPolicy === 'PreferDualStack' || ipFamilyPolicy === 'RequireDualStack') &&",
      '',
    ],
    [
      'all addresses of an endpoint are targets',
      'addresses.map((ip: string) => this.address(',
      'addresses.slice(0, 1).map((ip: string) => this.address(',
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
    ['Endpoints may be empty', ": { reason: 'endpoints empty', endpoints: present };", ": { reason: 'no selector' };"],
    [
      'Endpoints may not be mirrored',
      "return { reason: 'not mirrored', endpoints, why: notMirrored };",
      "return { reason: 'no selector' };",
    ],
    ['slices may be of another family only', "? { reason: 'other family',", "? { reason: 'no selector' as any,"],
  ),
  ...mutantsIn(
    'discovery/discovery.ts',
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
    [
      'a job finds the endpoints of no Service, too',
      '...this.groupsWithoutService(namespace).flatMap(({ targets }) => targets),',
      '',
    ],
    [
      'Prometheus 3.11 skips slices of another family',
      '!this.gates.primaryFamilyOnly || !isOtherFamily(service, addressType)',
      'addressType !== null',
    ],
  ),
  ...mutantsIn(
    'discovery/mirrored-slices.ts',
    [
      'an address that is once not ready is mirrored as such',
      'ready && (entry.ready.get(key) ?? true)',
      'ready || (entry.ready.get(key) ?? false)',
    ],
    [
      'mirrored addresses of IPv6 have a slice of their own',
      "given.ip.includes(':') === (addressType === 'IPv6')",
      "addressType === 'IPv4'",
    ],
    [
      'an address of several subsets is mirrored with all its ports',
      'const entry = byPort.get(text) ?? {',
      'const entry = {',
    ],
  ),
];

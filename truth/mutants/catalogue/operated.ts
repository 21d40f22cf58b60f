import { type Mutant, mutantsIn } from '../mutant';

/** Pods and Services that the Operator makes. */
export const OPERATED: readonly Mutant[] = [
  ...mutantsIn(
    'discovery/operated-kinds.ts',
    ['pods of a Prometheus have its name as a label', '        prometheus: name,\n', ''],
    [
      'pods of an Alertmanager have its name as a label',
      'labels: (name) => ({ alertmanager: name }),',
      'labels: () => ({}),',
    ],
    [
      'pods of an agent have its name as a label',
      "labels: (name) => ({ 'operator.prometheus.io/name': name, 'operator.prometheus.io/shard': '0' }),",
      "labels: () => ({ 'operator.prometheus.io/shard': '0' }),",
    ],
    ['a Prometheus may name its port', "typeof portName === 'string' && portName !== '' ? portName : 'web'", "'web'"],
    [
      'an Alertmanager has ports for others of its kind',
      "morePorts: [tcp('mesh-tcp', 9094), { name: 'mesh-udp', containerPort: 9094, protocol: 'UDP' }],",
      'morePorts: [],',
    ],
    [
      'the Service of Prometheus objects has a port for Thanos where one has a sidecar',
      "(thanos ? [{ name: 'grpc', port: 10901, targetPort: 'grpc' }] : [])",
      '[]',
    ],
    [
      'the Service of agents has a name of its own',
      "name: 'prometheus-agent-operated',",
      "name: 'prometheus-operated',",
    ],
    ['a ThanosRuler has no init container', 'initialized: false,', 'initialized: true,'],
  ),
  ...mutantsIn(
    'discovery/operated-pods.ts',
    ['pods of an instance have the name of the program as a label', "'app.kubernetes.io/name': operated.appName,", ''],
    ['pods of an instance are those of the Operator', "'app.kubernetes.io/managed-by': 'prometheus-operator',", ''],
    [
      'a Prometheus that listens to itself alone declares no port',
      '...(spec.listenLocal === true ? [] : [web])',
      'web',
    ],
    ['the reloader has a port', "ports: local ? [] : [tcp('reloader-web', 8080)]", 'ports: []'],
    [
      'the reloader of a Prometheus that listens to itself alone has no port',
      "ports: local ? [] : [tcp('reloader-web', 8080)]",
      "ports: [tcp('reloader-web', 8080)]",
    ],
    [
      'a Prometheus may have a sidecar of Thanos',
      "if (operated.container === 'prometheus' && spec.thanos) {",
      "if (operated.container === ' ') {",
    ],
    ['pods of an instance have the labels of podMetadata', '    spec.podMetadata?.labels,\n', ''],
    [
      'labels of the Operator go before those of podMetadata',
      "    spec.podMetadata?.labels,\n    {\n      'app.kubernetes.io/name': operated.appName,",
      "    {\n      'app.kubernetes.io/name': operated.appName,\n      ...spec.podMetadata?.labels,",
    ],
    ['an instance may have containers of its own', '...given.filter(({ name }) => !names.has(name)),', ''],
    [
      'a container with the name of a generated one is merged into it',
      'const ports = new Map([...container.ports, ...patch.ports].map(',
      'const ports = new Map([...container.ports].map(',
    ],
    ['an init container writes the configuration first', 'const own = initialized ?', 'const own = !initialized ?'],
    [
      'an agent as a DaemonSet has no StatefulSet',
      "const daemonSet = kind === 'PrometheusAgent' && spec.mode === 'DaemonSet';",
      'const daemonSet = false;',
    ],
    ['the version of pods has no v', 'return `${major}.${minor}.${patch}$', 'return `v${major}.${minor}.${patch}$'],
    ['labels of the Operator are on its pods', '    added,\n    byController,', '    byController,'],
  ),
  ...mutantsIn(
    'discovery/operated-instances.ts',
    [
      'an instance that the Operator fails on has no pods',
      "new Set(['managed', 'unmanaged'])",
      "new Set(['managed', 'unmanaged', 'frozen'])",
    ],
    ['an unmanaged instance has pods', "new Set(['managed', 'unmanaged'])", "new Set(['managed'])"],
    ['a Prometheus whose pods cannot be made has none', "code.startsWith('stuck/')", "code.startsWith('stuck pods')"],
    ['an Alertmanager may be paused', '(operator === undefined || spec.paused === true)', 'operator === undefined'],
    [
      'an Alertmanager of which no Operator takes care has no pods',
      '(operator === undefined || spec.paused === true)',
      'spec.paused === true',
    ],
    [
      'where not all is shown pods of before run on',
      'given.filter(({ state }) => !fresh || MADE.has(state))',
      'given.filter(({ state }) => MADE.has(state))',
    ],
  ),
  ...mutantsIn(
    'discovery/governing-services.ts',
    [
      'a Prometheus that names a Service gets none',
      "if (typeof spec.serviceName !== 'string' && !daemonSet) {",
      'if (!daemonSet) {',
    ],
    [
      'an agent as a DaemonSet has no Service',
      "if (typeof spec.serviceName !== 'string' && !daemonSet) {",
      "if (typeof spec.serviceName !== 'string') {",
    ],
    [
      'a Service of the Operator selects the pods of all instances',
      "selector: { 'app.kubernetes.io/name': appName },",
      "selector: { 'app.kubernetes.io/instance': metadata.name },",
    ],
    ['a Service of the Operator has a label that only these have', "          [service.label]: 'true',\n", ''],
    ['a Service of the Operator is headless', "clusterIP: 'None',", "clusterIP: '10.0.0.1',"],
  ),
  ...mutantsIn(
    'discovery/service-index.ts',
    [
      'a Service that was given goes before the one that the Operator makes',
      'if (bag.find(Kind.SERVICE, namespace, name) === undefined) {',
      "if (name !== '') {",
    ],
    [
      'Services of the Operator are found beside others',
      'return this.made.get(namespace) ?? this.bag.in(Kind.SERVICE, namespace);',
      'return this.bag.in(Kind.SERVICE, namespace);',
    ],
    [
      'Services of the Operator are found in all namespaces',
      'if (this.made.size === 0) {',
      'if (this.made.size >= 0) {',
    ],
  ),
  ...mutantsIn(
    'targets/meant-targets.ts',
    [
      'a selector that takes everything does not mean Services of the Operator',
      '(services.length === 0 && asksForLabels(selector))',
      'services.length === 0',
    ],
    [
      'a selector that asks for Services of the Operator means them',
      '(services.length === 0 && asksForLabels(selector))',
      'services.length < 0',
    ],
  ),
];

import { type Mutant, mutantsIn } from '../mutant';

/** What the API server makes of objects. */
export const OBJECTS: readonly Mutant[] = [
  ...mutantsIn(
    'bag/normalize-service.ts',
    [
      'the protocol of a port is TCP unless given',
      "reader.text(port.protocol, `${field}.protocol`) || 'TCP'",
      "reader.text(port.protocol, `${field}.protocol`) || 'UDP'",
    ],
    [
      'a targetPort that is not given is the port',
      'targetPort(port.targetPort, `${field}.targetPort`, reader) ?? number,',
      'targetPort(port.targetPort, `${field}.targetPort`, reader) ?? 80,',
    ],
    ['a targetPort of 0 is the port', 'value === null || value === 0 || value ===', 'value === null || value ==='],
    [
      'a number in quotes is a name',
      "return typeof value === 'string'\n    ? value",
      "return typeof value === 'string'\n    ? (/^\\d+$/.test(value) ? Number(value) : value)",
    ],
    [
      'a Service is ClusterIP unless given',
      "reader.text(spec.type, 'spec.type') || 'ClusterIP'",
      "reader.text(spec.type, 'spec.type') || 'ExternalName'",
    ],
    [
      'a Service may publish addresses that are not ready',
      "reader.flag(spec.publishNotReadyAddresses, 'spec.publishNotReadyAddresses') ?? false",
      'false',
    ],
  ),
  ...mutantsIn(
    'bag/normalize-pod.ts',
    [
      'the protocol of a container port is TCP unless given',
      "reader.text(port.protocol, `${portPath}.protocol`) || 'TCP'",
      "reader.text(port.protocol, `${portPath}.protocol`) || 'UDP'",
    ],
    [
      'a container port may have no name',
      "name: reader.text(port.name, `${portPath}.name`) ?? '',",
      "name: reader.text(port.name, `${portPath}.name`) ?? 'http',",
    ],
    [
      'init containers have ports',
      'initContainers: containers(spec.initContainers, `${field}.initContainers`, reader),',
      'initContainers: [],',
    ],
    ['a Pod has a second address', '(ip, field) => reader.text(ip.ip, `${field}.ip`)', '() => undefined'],
    [
      'the template of a CronJob lies below its jobTemplate',
      "jobTemplate: job && { ...job, spec: withTemplate(job.spec, 'spec.jobTemplate.spec', reader) },",
      'jobTemplate: job,',
    ],
  ),
  ...mutantsIn('bag/normalize-operated.ts', [
    'the scrapeInterval is 30s unless given',
    "'spec.scrapeInterval') ?? '30s'",
    "'spec.scrapeInterval') ?? '1m'",
  ]),
  ...mutantsIn(
    'bag/normalize-endpoints.ts',
    [
      'a port of a slice may have no number',
      'port: reader.port(port.port, `${path}.port`),',
      'port: reader.port(port.port, `${path}.port`) ?? 80,',
    ],
    ['an endpoint may name its zone', 'zone: reader.text(endpoint.zone, `${field}.zone`),', 'zone: undefined,'],
    [
      'an endpoint may name its node',
      'nodeName: reader.text(endpoint.nodeName, `${field}.nodeName`),',
      'nodeName: undefined,',
    ],
    [
      'an address may name its node',
      'nodeName: reader.text(address.nodeName, `${path}.nodeName`),',
      'nodeName: undefined,',
    ],
    [
      'an address may name what it belongs to',
      'targetRef: targetRef(address.targetRef, `${path}.targetRef`, reader),',
      'targetRef: undefined,',
    ],
    [
      'an endpoint may name what it belongs to',
      'targetRef: targetRef(endpoint.targetRef, `${field}.targetRef`, reader),',
      'targetRef: undefined,',
    ],
    [
      'the protocol of an endpoint is TCP unless given',
      "reader.text(port.protocol, `${path}.protocol`) || 'TCP'",
      "reader.text(port.protocol, `${path}.protocol`) || 'UDP'",
    ],
  ),
  ...mutantsIn(
    'bag/normalize-object.ts',
    [
      'a namespace has its name as a label',
      "(object.metadata.labels as any)['kubernetes.io/metadata.name'] = name;",
      '',
    ],
    [
      'an object that names no namespace is in the default one',
      'ownNamespace ?? defaultNamespace',
      "ownNamespace ?? 'kube-system'",
    ],
    [
      'an object may have a name that is made up',
      'const prefix = metadata.name === undefined && metadata.generateName;',
      'const prefix = undefined;',
    ],
  ),
  ...mutantsIn(
    'bag/bag.ts',
    [
      'of two objects with one name the later counts',
      'byName.set(object.name, object);',
      'byName.set(object.name, replaced ?? object);',
    ],
    [
      'a namespace that is not among the objects has its name as a label',
      "    labels['kubernetes.io/metadata.name'] = namespace;",
      '',
    ],
    [
      'of a namespace that is not among the objects labels are not known',
      'return { labels, complete: false };',
      'return { labels, complete: true };',
    ],
    [
      'a CustomResourceDefinition tells whether its objects have namespaces',
      'scopes.set(`${kind}.${spec.group}`, spec.scope);',
      '',
    ],
  ),
  ...mutantsIn(
    'bag/bag-kind.ts',
    [
      'an object of another group is another object',
      'return slash < 0 ? kind : `${kind}.${apiVersion.slice(0, slash)}`;',
      'return kind;',
    ],
    ['a Namespace has no namespace', "  'Namespace',\n  'Node',", "  'Node',"],
  ),
  ...mutantsIn(
    'bag/bag-lookup.ts',
    ['a monitor that the API server refuses does not exist', '!this.refused.has(given ?? object)', 'given !== null'],
    ['a ServiceMonitor of another group is none', '    Kind.SERVICE_MONITOR,\n', ''],
  ),
  ...mutantsIn(
    'bag/kube-selector.ts',
    [
      'an absent selector takes nothing',
      'return { selector: new KubeSelector([], true) };',
      'return { selector: new KubeSelector([]) };',
    ],
    [
      'all pairs of the selector of a Service must hold',
      '      Object.keys(pairs)\n        .sort()',
      '      Object.keys(pairs)\n        .sort()\n        .slice(0, 1)',
    ],
  ),
  ...mutantsIn(
    'bag/flatten-lists.ts',
    ['a list stands for its items', "object.kind.endsWith('List') &&", "object.kind.endsWith('Lists') &&"],
    ['items of a list may leave out their type', '? { apiVersion: list.apiVersion, ...item, kind }', '? item'],
  ),
  ...mutantsIn(
    'bag/field-reader.ts',
    ['a port is at most 65535', 'value <= 65535', 'value <= 655350'],
    [
      'a label is text',
      "return typeof value === 'string' ? value : this.report(field,",
      'return value !== undefined ? String(value) : this.report(field,',
    ],
  ),
  ...mutantsIn('bag/label-index.ts', [
    'what has an unknown value is asked, too',
    'best = () => merged([...lists, entry.opaque]);',
    'best = () => merged(lists);',
  ]),
  ...mutantsIn(
    'bag/releases.ts',
    [
      'a release goes into its target namespace',
      "'HelmRelease.helm.toolkit.fluxcd.io': ({ spec, metadata }) => [spec?.targetNamespace ?? metadata.namespace],",
      "'HelmRelease.helm.toolkit.fluxcd.io': ({ metadata }) => [metadata.namespace],",
    ],
    [
      'an Application that deploys a folder declares no release',
      "typeof source.chart === 'string' || isMap(source.helm)",
      'true',
    ],
  ),
  ...mutantsIn('bag/normalize-metadata.ts', [
    'an owner controls an object only where it says so',
    'reader.flag(owner.controller, `${path}.controller`) ?? false',
    'reader.flag(owner.controller, `${path}.controller`) ?? true',
  ]),
];

import { type Mutant, mutantsIn } from '../mutant';

/** What becomes of Probes. */
export const PROBES: readonly Mutant[] = [
  ...mutantsIn(
    'operator/prober-address.ts',
    ['the port of a prober is none but from 1 to 65535', 'port < 65536 ?', 'port < 655360 ?'],
    ['the port of a prober is not 0', 'return port > 0 &&', 'return port >= 0 &&'],
    ['an address of a prober may have no port', '{ host: url, port: undefined }', "'no port'"],
    ['a prober has a host', "return text !== '' &&", "return text === '' ||"],
  ),
  ...mutantsIn(
    'operator/reject-probe.ts',
    ['a Probe needs targets', 'if (!present(staticConfig) && !present(ingress)) {', 'if (false) {'],
    ['Ingresses are targets of a Probe', ' && !present(ingress)) {', ') {'],
    ['a token of a Probe has to be there', 'if (present(spec.bearerTokenSecret)) {', 'if (false) {'],
    [
      'an authorization of a Probe is looked at only where it has credentials',
      'if (present(spec.authorization?.credentials)) {',
      'if (true) {',
    ],
    ['the timeout of a Probe is compared with the interval', "checkTiming(spec, 'spec',", "checkTiming({}, 'spec',"],
    [
      'relabelings of Ingresses are checked also where static targets count',
      'Object.entries<any>({ staticConfig, ingress })',
      'Object.entries<any>({ staticConfig })',
    ],
    [
      'relabelings of samples of a Probe are checked',
      'checkRelabelings(spec.metricRelabelings,',
      'checkRelabelings([],',
    ],
    ['the proxy of a prober is checked', "checkProxy(spec.prober ?? {}, 'spec.prober', problems);", ''],
    ['the address of a prober is checked', 'checkProber(spec.prober?.url, problems);', ''],
  ),
  ...mutantsIn('operator/check-static-labels.ts', [
    'names of static labels are those of the version of Prometheus',
    "version.major < 3 ? 'legacy' : 'utf8'",
    "'utf8'",
  ]),
  ...mutantsIn(
    'operator/poison-probe.ts',
    ['a Probe may authenticate in one way only', "checkOneOf(used, 'spec', problems);", ''],
    ['a value in the selector for Ingresses is a regular expression', 'if (why !== undefined) {', 'if (false) {'],
    [
      'the type of an authorization is looked at by Prometheus',
      "checkAuthorizationType(spec.authorization, 'spec.authorization', problems);",
      '',
    ],
  ),
  ...mutantsIn(
    'jobs/probe-plan.ts',
    ['a Probe names its job', 'jobNameRules(spec.jobName || undefined, settings)', 'jobNameRules(undefined, settings)'],
    ['the scheme of a Probe is that of its prober', "String(prober.scheme || 'http')", "'http'"],
    ['the path of a prober is /probe unless set', "'' : '/probe'", "'' : '/metrics'"],
    ['the module wins over a parameter of that name', "module === '' || name !== 'module'", 'true'],
    ['a Probe has a module', "module === '' ? {} : { module: [module] }", '{}'],
    ['a static target is in the namespace of the Probe', '{ namespace, ...config.labels }', '{ ...config.labels }'],
    [
      'a label of the Probe wins over its namespace',
      '{ namespace, ...config.labels }',
      '{ ...config.labels, namespace }',
    ],
    [
      'ignoreNamespaceSelectors counts for Probes',
      'namespacesSearched(namespace, config.namespaceSelector, ignoreNamespaceSelectors)',
      'namespacesSearched(namespace, config.namespaceSelector, false)',
    ],
    [
      'the prober is what is called',
      "replacement: String(monitor.object.spec?.prober?.url ?? ''),",
      "replacement: '',",
    ],
    ['what is probed is the instance', "copyRule('', TARGET, 'instance');", "copyRule('', '__address__', 'instance');"],
    ['what is probed has the scheme of the Ingress', '`${FIRST_GROUP}://', '`http://'],
    ['what is probed has the path of the Ingress', '\\${2}\\${3}`', '\\${2}`'],
    ['the label of a target names its Ingress', "copyRule('', `${INGRESS}name`, 'ingress'),", ''],
    ['the class of a Probe has relabelings', '          ...classRules(monitor, settings, relabel),', ''],
    ['the namespace of a Probe is enforced', '          ...enforcedNamespaceRules(monitor, settings),', ''],
  ),
  ...mutantsIn(
    'discovery/ingress-targets.ts',
    ['a rule without paths is about all', "http === null ? ['/'] :", 'http === null ? [] :'],
    ['an empty path is /', "text(path) || '/'", "text(path) ?? ''"],
    ['hosts of TLS have https', "? 'https' : 'http'", "? 'http' : 'http'"],
    ['a star stands for a part of a name', "parts[0] === '*' &&", "parts[0] === ' ' &&"],
    ['a star stands for one part alone', 'parts.length === wanted.length &&', ''],
  ),
];

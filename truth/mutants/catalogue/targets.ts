import { type Mutant, mutantsIn } from '../mutant';

/** Which targets a job gets of what it selects. */
export const TARGETS: readonly Mutant[] = [
  ...mutantsIn('targets/instance-versions.ts', [
    'targets depend on the version of Prometheus',
    'const prometheus = instance.settings.versionText;',
    "const prometheus = '3.15.0';",
  ]),
  ...mutantsIn(
    'targets/selector-match.ts',
    ['values of a selector are regular expressions', 'return /^[-\\w]*$/.test(value);', "return value !== '\\n';"],
    ['keys of a selector are spelled as discovery does', 'key: sanitizeLabelName(key),', 'key,'],
    [
      'keys of expressions are spelled as discovery does',
      'key: sanitizeLabelName(String(key)), operator, values }',
      'key: String(key), operator, values }',
    ],
    [
      'a label whose value nobody knows is taken by In',
      'labels[key] !== undefined && (opaque.has(key) || matches(labels[key]))',
      'labels[key] !== undefined && matches(labels[key])',
    ],
    ['In asks for a label', 'labels[key] !== undefined && (opaque.has(key) ||', '(opaque.has(key) ||'],
    [
      'NotIn takes what lacks the label',
      'labels[key] === undefined || opaque.has(key) ||',
      'labels[key] !== undefined && (opaque.has(key)) ||',
    ],
    [
      'a label whose value nobody knows is taken by NotIn',
      'labels[key] === undefined || opaque.has(key) || !matches(labels[key])',
      'labels[key] === undefined || !matches(labels[key])',
    ],
    [
      'Exists takes an empty value',
      'return (labels) => labels[key] !== undefined;',
      "return (labels) => labels[key] !== undefined && labels[key] !== '';",
    ],
    [
      'DoesNotExist does not take an empty value',
      'return (labels) => labels[key] === undefined;',
      "return (labels) => labels[key] === undefined || labels[key] === '';",
    ],
    [
      'an empty value replaces no other one of the same name',
      "if (labels[key] !== '' || sanitized[name] === undefined) {",
      "if (name !== '') {",
    ],
    ['matchExpressions count', 'Array.isArray(selector?.matchExpressions) ? selector.matchExpressions : []', '[]'],
    [
      'all conditions of a selector must hold',
      'this.conditions.every((holds)',
      'this.conditions.slice(0, 1).every((holds)',
    ],
  ),
  ...mutantsIn(
    'targets/candidates.ts',
    [
      'with RoleSelector values are no regular expressions',
      '    if (byApiServer) {',
      '    if (byApiServer && selector === null) {',
    ],
    [
      'pods are looked for in the namespaces that are searched',
      'namespace === undefined ? pods.all : pods.in(namespace)',
      'pods.all',
    ],
    [
      'Services are looked for in the namespaces that are searched',
      'namespace === undefined ? services.all : services.in(namespace)',
      'services.all',
    ],
    [
      'with RoleSelector a label whose value nobody knows may be any',
      "!opaque.has(key) || operator === 'DoesNotExist'",
      "key !== ''",
    ],
    ['the nearest miss comes first', 'near.sort((a, b) => a.edits - b.edits)', 'near'],
    [
      'a near miss differs in one requirement',
      'meetsAll(entry, lead) && !meetsAll(entry, [missing])',
      '!meetsAll(entry, [missing])',
    ],
  ),
  ...mutantsIn(
    'targets/job-targets.ts',
    ['targets with the same labels are scraped once', 'if (identities.has(identity)) {', "if (identity === ' ') {"],
    [
      'a rule that is none keeps a configuration from being loaded',
      'if (labels.invalid.length > 0) {',
      'if (labels.invalid.length > 99) {',
    ],
    [
      'a target without a zone is scraped by no shard',
      '      byZone !== undefined &&\n      outcome',
      '      byZone === null &&\n      outcome',
    ],
  ),
  ...mutantsIn(
    'targets/zone.ts',
    ['a zone that is not listed has no shard', 'return zones.includes(known) ||', 'return known !== undefined ||'],
    ['a relabeling may have all shards scrape a target of any zone', " || (hiddenLabels[DISABLED] ?? '') !== '';", ';'],
    ['from Kubernetes 1.35 the node of an address tells no zone', '(!podTopologyLabels && onNode(raw))', 'onNode(raw)'],
    ['a relabeling may set the zone', 'const zone = hiddenLabels[TOPOLOGY] ?? ofSlice;', 'const zone = ofSlice;'],
    [
      'a slice may name the zone',
      'const zone = hiddenLabels[TOPOLOGY] ?? ofSlice;',
      'const zone = hiddenLabels[TOPOLOGY];',
    ],
    [
      'a label of the pod may name the zone',
      '(podTopologyLabels ? raw.pod?.labels[ZONE] : raw.pod?.zone)',
      '(podTopologyLabels ? undefined : raw.pod?.zone)',
    ],
    [
      'before Kubernetes 1.35 no label of the pod names the zone',
      '(podTopologyLabels ? raw.pod?.labels[ZONE] : raw.pod?.zone)',
      'raw.pod?.labels[ZONE]',
    ],
    ['a pod runs in some zone', 'if (known === MADE_UP.zone) {', "if (known === ' ') {"],
    ['a pod that nobody shows runs in some zone', 'return ofPod && (raw.assumed ||', 'return ofPod && ('],
    [
      'a label that a relabeling has dropped tells no zone',
      "if (action !== 'labeldrop' && action !== 'labelkeep') {",
      "if (action !== ' ' as any) {",
    ],
    [
      'what a labelkeep leaves tells the zone',
      "pattern.test(name) === (action === 'labelkeep')",
      '!pattern.test(name)',
    ],
  ),
  ...mutantsIn(
    'targets/unknowable.ts',
    [
      'nobody knows the address of a pod',
      "(name === '__address__' ? raw.via !== 'address' && !ANY_HOST.test(one.regex) : isUnknowable(name, raw))",
      'isUnknowable(name, raw)',
    ],
    ['the port of an address is known', '!ANY_HOST.test(one.regex)', 'true'],
    ['nobody knows the name of a pod that a workload makes', "    'pod_name',\n", ''],
    [
      'the name of a bare Pod is known',
      "(MADE_UP.has(name) && pod.workload.object.kind !== 'Pod')",
      'MADE_UP.has(name)',
    ],
    [
      'nobody knows the labels of a node',
      'SYMBOLIC.has(name) || name.startsWith(`${META}node_`)',
      'SYMBOLIC.has(name)',
    ],
    ['what is copied from something unknown is unknown', 'tainted.add(earlier.targetLabel);', ''],
    ['a labelmap may copy what is unknown', 'anyName ||= mapsUnknown(earlier, raw);', ''],
  ),
  ...mutantsIn('targets/services-of-pod.ts', [
    'several Services may stand before a pod',
    '[...(services.get(pod) ?? []), service]',
    '[service]',
  ]),
  ...mutantsIn(
    'chain/find-break.ts',
    ['a job with a target is not broken', 'if (all.found.length > 0) {', 'if (all.found.length > 99) {'],
    ['a slip of the pen is told before other namespaces', '  if (slip) {', '  if (slip && near.length > 99) {'],
    [
      'what is selected may be in another namespace',
      '    if (everywhere.length > 0) {',
      '    if (everywhere.length > 99) {',
    ],
    [
      'only what asks for labels is looked for elsewhere',
      'if (searched !== undefined && asksForLabels(query.selector)) {',
      'if (searched !== undefined) {',
    ],
    [
      'a namespace of which nothing is shown may hold anything',
      '!shownNamespaces.has(namespace) || isSystemNamespace(namespace)',
      'isSystemNamespace(namespace)',
    ],
    [
      'a namespace of the cluster holds more than is shown',
      '!shownNamespaces.has(namespace) || isSystemNamespace(namespace)',
      '!shownNamespaces.has(namespace)',
    ],
    ['a port may lead nowhere', '  return dead.length > 0\n', '  return dead.length > 99\n'],
    [
      'pods that have ended are told before the port',
      "wanted === undefined || job.discovery.role !== 'pod' || ended.length === lost.length",
      'wanted === undefined',
    ],
    [
      'targets without a zone are told before relabelings',
      "const zoneless = by('shard');",
      "const zoneless = by('selector');",
    ],
    [
      'only what ignoreNamespaceSelectors keeps away is ignored',
      'return elsewhere.some((one) => own === undefined || own.includes(namespaceOfSelected(one)));',
      'return true;',
    ],
    [
      'Services before the pods tell enough',
      'if (pods.some(({ services: before }) => before.length > 0)) {',
      'if (pods.length > 99) {',
    ],
  ),
  ...mutantsIn(
    'chain/wanted-port.ts',
    ['port is asked for before targetPort', "if ((port ?? '') !== '') {", "if ((port ?? '') !== '' && !targetPort) {"],
    [
      'ServiceMonitors have no portNumber',
      "if (monitor.object.kind === 'PodMonitor' && portNumber) {",
      'if (portNumber) {',
    ],
    [
      'a name is taken as a regular expression',
      "return name !== '' && !('problem' in pattern) && pattern.test(name);",
      'return false;',
    ],
  ),
  ...mutantsIn(
    'chain/cluster-services.ts',
    [
      'a selector without requirements asks for no Service of the cluster',
      'if (match.requirements.length === 0) {',
      'if (match.requirements.length === 99) {',
    ],
    [
      'a Service of the cluster is in its namespace',
      'namespace === undefined || namespaces === undefined || namespaces.includes(namespace)',
      "namespace !== ''",
    ],
  ),
  ...mutantsIn(
    'targets/raw-targets.ts',
    [
      'with RoleSelector Endpoints need the labels themselves',
      'firstFailure(selector, labels) === undefined;',
      'selector !== undefined;',
    ],
    [
      'with RoleSelector endpoints of no Service are found, too',
      '...searched.flatMap((namespace) => endpoints.groupsWithoutService(namespace)),',
      '',
    ],
    [
      'with RoleSelector endpoints of a Service that is not taken are found without it',
      '...others.filter((service) => !visible.has(service)).flatMap((service) => endpoints.groupsBehindHidden(service)),',
      '',
    ],
    [
      'with RoleSelector labels that controllers add count',
      'selector.requirements.some(({ key }) => ADDED_LABELS.has(key))',
      'selector.requirements.length > 99',
    ],
    [
      'a selector that asks for no label keeps endpoints of no Service',
      '!new SelectorMatch(monitor.object.spec?.selector).takes(NO_LABELS)',
      'monitor !== undefined',
    ],
  ),
];

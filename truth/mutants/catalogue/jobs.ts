import { type Mutant, mutantsIn } from '../mutant';

/** Which jobs come of monitors, where they look, and by which rules. */
export const JOBS: readonly Mutant[] = [
  ...mutantsIn('jobs/placeholders.ts', [
    'the reloader fills in the number of the shard',
    "String(text).replaceAll(SHARD, '0')",
    'String(text)',
  ]),
  ...mutantsIn('jobs/histogram-settings.ts', [
    'a monitor decides about histograms before its Prometheus',
    '(ofMonitor ?? ofInstance) === true',
    '(ofInstance ?? ofMonitor) === true',
  ]),
  ...mutantsIn(
    'jobs/generate-jobs.ts',
    [
      'ServiceMonitors become no jobs of an agent as a DaemonSet',
      "if (instance.settings.daemonSet && monitor.object.kind === 'ServiceMonitor') {",
      "if (instance.settings.daemonSet && monitor.object.kind === ' ') {",
    ],
    ['the name of a job ends in the index of its endpoint', '/${i}`,', '/${i + 1}`,'],
    [
      'the scheme is in lower case',
      "String(endpoint.scheme || 'http').toLowerCase()",
      "String(endpoint.scheme || 'http')",
    ],
    [
      'the scheme is http unless given',
      "String(endpoint.scheme || 'http').toLowerCase()",
      "String(endpoint.scheme || 'https').toLowerCase()",
    ],
    ['an endpoint may have a path', "endpoint.path || '/metrics'", "'/metrics'"],
    ['the path is /metrics unless given', "endpoint.path || '/metrics'", "endpoint.path || '/'"],
    ['an endpoint may have parameters', 'params: endpoint.params ?? {},', 'params: {},'],
    [
      'the interval of the endpoint goes before that of the Prometheus',
      'firstSet(endpoint.interval, settings.scrapeInterval)',
      'firstSet(settings.scrapeInterval, endpoint.interval)',
    ],
    [
      'an endpoint may have a timeout',
      'own ?? shorter(globalTimeout, scrapeInterval)',
      'shorter(globalTimeout, scrapeInterval)',
    ],
    [
      'a timeout that is not set is cut down to the interval',
      'own ?? shorter(globalTimeout, scrapeInterval)',
      'own ?? globalTimeout',
    ],
    ['the timeout is 10s unless given', "shorter('10s',", "shorter('15s',"],
    ['a Prometheus may have a timeout', 'firstSet(settings.scrapeTimeout) ??', 'undefined ??'],
    ['a duration of zero counts as none', '(parseDuration(duration) ?? 0) > 0', '(parseDuration(duration) ?? -1) >= 0'],
    [
      'honorLabels is off where the Prometheus overrides it',
      'endpoint.honorLabels === true && !settings.overrideHonorLabels',
      'endpoint.honorLabels === true',
    ],
  ),
  ...mutantsIn(
    'jobs/job-discovery.ts',
    [
      'a ServiceMonitor may choose the role',
      'settings.monitorsChooseRole ? spec.serviceDiscoveryRole : undefined',
      'undefined',
    ],
    [
      'a ServiceMonitor may choose Endpoints at a Prometheus with slices',
      "own === 'EndpointSlice' ? 'endpointslice' : 'endpoints';",
      "own === 'EndpointSlice' ? 'endpointslice' : settings.role;",
    ],
    [
      'slices that are not there cannot be chosen',
      "return settings.endpointSlices && own === 'EndpointSlice'",
      "return own === 'EndpointSlice'",
    ],
    [
      'with RoleSelector the API server applies the selector',
      '...(usesRoleSelector(monitor) ? { roleSelector: spec.selector ?? {} } : {}),',
      '',
    ],
    [
      'each agent of a DaemonSet sees the pods of its node',
      "...(settings.daemonSet ? { podFieldSelector: 'spec.nodeName=$(NODE_NAME)' } : {}),",
      '',
    ],
    [
      'metadata of nodes needs Prometheus 2.35 for PodMonitors, and 2.37 for ServiceMonitors',
      "monitor.object.kind === 'PodMonitor' ? '2.35.0' : '2.37.0'",
      "monitor.object.kind === 'PodMonitor' ? '2.37.0' : '2.35.0'",
    ],
  ),
  ...mutantsIn(
    'jobs/monitor-rules.ts',
    [
      'labels of slices have names of their own',
      "role === 'endpointslice' ? 'endpointslice' : 'endpoint'",
      "role === 'endpointslice' ? 'endpoint' : 'endpoint'",
    ],
    [
      'filterRunning: false of a ServiceMonitor keeps pods that have ended',
      '...SERVICE_RULES,\n    ...(endpoint.filterRunning === false ?',
      '...SERVICE_RULES,\n    ...(endpoint.filterRunning === null ?',
    ],
    [
      'a ServiceMonitor drops pods that have ended',
      '...SERVICE_RULES,\n    ...(endpoint.filterRunning === false ?',
      '...SERVICE_RULES,\n    ...(endpoint.filterRunning !== true ?',
    ],
    [
      'filterRunning: false of a PodMonitor keeps pods that have ended',
      'JOB_NAME_RULE,\n    ...(endpoint.filterRunning === false ?',
      'JOB_NAME_RULE,\n    ...(endpoint.filterRunning === null ?',
    ],
    [
      'a PodMonitor drops pods that have ended',
      'JOB_NAME_RULE,\n    ...(endpoint.filterRunning === false ?',
      'JOB_NAME_RULE,\n    ...(endpoint.filterRunning !== true ?',
    ],
    [
      'targetLabels copy labels of the Service',
      "...labelRules(spec.targetLabels, SERVICE_LABEL, 'spec.targetLabels'),",
      '',
    ],
    [
      'targetLabels are not about labels of pods',
      "...labelRules(spec.targetLabels, SERVICE_LABEL, 'spec.targetLabels'),",
      "...labelRules(spec.targetLabels, POD_LABEL, 'spec.targetLabels'),",
    ],
    [
      'podTargetLabels of a monitor copy labels of pods',
      '...labelRules(monitor.object.spec?.podTargetLabels, POD_LABEL, field),',
      '',
    ],
    [
      'podTargetLabels of a Prometheus copy labels of pods',
      '...labelRules(settings.podTargetLabels, POD_LABEL, field),',
      '',
    ],
    [
      'the job of a ServiceMonitor is called like the Service',
      "rule('label', '', { sourceLabels: [SERVICE_NAME], targetLabel: 'job', replacement: FIRST_GROUP }),",
      '',
    ],
    [
      'jobLabel of a ServiceMonitor is a label of the Service',
      'jobLabelRules(spec.jobLabel, SERVICE_LABEL)',
      'jobLabelRules(spec.jobLabel, POD_LABEL)',
    ],
    [
      'jobLabel of a PodMonitor is a label of the pod',
      'jobLabelRules(spec.jobLabel, POD_LABEL)',
      'jobLabelRules(spec.jobLabel, SERVICE_LABEL)',
    ],
    [
      'the job of a PodMonitor is called like the PodMonitor',
      'replacement: keyOf(monitor) }',
      'replacement: monitor.object.metadata.name }',
    ],
    ['targets of a ServiceMonitor have a label service', "copyRule('', SERVICE_NAME, 'service'),", ''],
    ['an address that belongs to a node has a label node', "rules = ['Node', 'Pod'].map(", "rules = ['Pod'].map("],
    [
      'relabelings of the class come before those of the endpoint',
      'const ofClass: any[] = scrapeClass?.spec.relabelings ?? [];\n  const ofUser: any[] = endpoint.relabelings ?? [];',
      'const ofUser: any[] = scrapeClass?.spec.relabelings ?? [];\n  const ofClass: any[] = endpoint.relabelings ?? [];',
    ],
    [
      'relabelings of the class count',
      'const ofClass: any[] = scrapeClass?.spec.relabelings ?? [];',
      'const ofClass: any[] = [];',
    ],
    [
      'relabelings of the endpoint count',
      'const ofUser: any[] = endpoint.relabelings ?? [];',
      'const ofUser: any[] = [];',
    ],
    ['the namespace label is enforced', '...enforcedNamespaceRules(monitor, settings),', ''],
    [
      'the namespace label has the last word',
      '    ...enforcedNamespaceRules(monitor, settings),\n    ...(settings.daemonSet ? [] : shardRules(settings)),\n  ];',
      '    ...(settings.daemonSet ? [] : shardRules(settings)),\n  ].reverse().concat(enforcedNamespaceRules(monitor, settings)).reverse();',
    ],
    [
      'agents of a DaemonSet share nothing out',
      '...(settings.daemonSet ? [] : shardRules(settings)),',
      '...shardRules(settings),',
    ],
    [
      'targets of a ServiceMonitor have the label container',
      "copyRule('', '__meta_kubernetes_pod_name', 'pod'),\n  copyRule('', '__meta_kubernetes_pod_container_name', 'container'),",
      "copyRule('', '__meta_kubernetes_pod_name', 'pod'),",
    ],
    [
      'targets of a PodMonitor have the label pod',
      "'container'),\n  copyRule('', '__meta_kubernetes_pod_name', 'pod'),",
      "'container'),",
    ],
  ),
  ...mutantsIn(
    'jobs/port-rules.ts',
    [
      'port goes before targetPort',
      "  if ((port ?? '') !== '') {",
      "  if ((port ?? '') !== '' && (targetPort ?? '') === '') {",
    ],
    [
      'portNumber keeps one port',
      'if (knowsPortNumber && portNumber) {',
      'if (knowsPortNumber && portNumber === -1) {',
    ],
    [
      'portNumber goes before targetPort',
      'if (knowsPortNumber && portNumber) {',
      'if (knowsPortNumber && portNumber && !targetPort) {',
    ],
    [
      'a number in quotes is a name',
      'return [keep(CONTAINER_PORT_NAME, targetPort,',
      'return [keep(/^\\d+$/.test(targetPort) ? CONTAINER_PORT_NUMBER : CONTAINER_PORT_NAME, targetPort,',
    ],
    [
      'a named targetPort keeps one port',
      "typeof targetPort === 'string' && targetPort !== ''",
      "typeof targetPort === ' '",
    ],
    [
      'a numbered targetPort keeps one port',
      "typeof targetPort === 'number' && targetPort !== 0",
      "typeof targetPort === 'number' && targetPort < 0",
    ],
    [
      'a targetPort of 0 keeps all ports',
      "typeof targetPort === 'number' && targetPort !== 0",
      "typeof targetPort === 'number'",
    ],
    ['a targetPort of 0 is told by the label endpoint', "targetPort === undefined ? '' :", "!targetPort ? '' :"],
    [
      'a portNumber alone gives no label endpoint',
      'const { port, targetPort } = endpoint;',
      'const { port, targetPort = endpoint.portNumber } = endpoint;',
    ],
    [
      'port is a regular expression',
      'return [keep(portName, String(port),',
      "return [keep(portName, String(port).replace(/[.*+?|()]/g, '\\\\$&'),",
    ],
    [
      'port is the name of a port of the Service',
      'return [keep(portName, String(port),',
      'return [keep(CONTAINER_PORT_NAME, String(port),',
    ],
    ['an endpoint has a label endpoint', "return value === '' ? [] :", "return value !== ' ' ? [] :"],
  ),
  ...mutantsIn(
    'jobs/rules.ts',
    ['characters that no label has become underscores', "key.replace(/[^a-zA-Z0-9_]/gu, '_')", 'key'],
    ['a label is copied only where it is not empty', "regex: '(.+)'", "regex: '(.*)'"],
    ['pods that failed have ended', "'(Failed|Succeeded)'", "'(Succeeded)'"],
    ['pods that succeeded have ended', "'(Failed|Succeeded)'", "'(Failed)'"],
    ['relabelings may ask for the name of the job', "'__tmp_prometheus_job_name'", "'__tmp_job_name'"],
  ),
  ...mutantsIn(
    'jobs/selector-rules.ts',
    ['NotIn becomes a rule that drops', "valueRule('drop', key, values, path)", "valueRule('keep', key, values, path)"],
    ['DoesNotExist becomes a rule that drops', "presenceRule('drop', key, path)", "presenceRule('keep', key, path)"],
    [
      'a value counts only where the label is there',
      "regex: `(${values.join('|')});true`,",
      "regex: `(${values.join('|')});.*`,",
    ],
    ['rules of matchLabels are sorted', '.sort(byCodePoint)', ''],
  ),
  ...mutantsIn(
    'jobs/shard-rules.ts',
    [
      'targets are shared out among all shards',
      'Math.max(1, Math.floor(shards / zones.length)) : shards',
      'Math.max(1, Math.floor(shards / zones.length)) : 1',
    ],
    [
      'the shards of a zone share its targets',
      'Math.max(1, Math.floor(shards / zones.length))',
      'Math.max(1, Math.ceil(shards / zones.length))',
    ],
    [
      'a zone has at least one shard',
      'Math.max(1, Math.floor(shards / zones.length))',
      'Math.floor(shards / zones.length)',
    ],
    ['with zones a shard counts within its zone', "zones ? '$(INZONE_SHARD)' : '$(SHARD)'", "'$(SHARD)'"],
    ['a relabeling may switch sharding off', 'regex: `${shard};|.+;.+`', 'regex: `${shard};`'],
    ['a relabeling may set what is hashed', 'sourceLabels: [hashed, HASH],', 'sourceLabels: [hashed],'],
    ['a zone that is already known stays', "regex: '(.+);true;',", "regex: '(.+);true;.*',"],
    ['surplus shards scrape nothing', '...(settings.shardRetention ? retentionRules(shards) : []),', ''],
  ),
  ...mutantsIn(
    'jobs/enforced-namespace.ts',
    ['an exclusion is for monitors of one namespace', 'reference.namespace === namespaceOf(object) &&', ''],
    [
      'an exclusion without a group is for monitors',
      '(reference.group || GROUP) === GROUP',
      'reference.group === GROUP',
    ],
    ['an exclusion is for one kind', 'reference.resource === RESOURCES[object.kind] &&', ''],
    [
      'an exclusion without a name is for all monitors',
      "((reference.name ?? '') === '' || reference.name === object.metadata.name)",
      'reference.name === object.metadata.name',
    ],
    [
      'an exclusion with a name is for one monitor',
      "((reference.name ?? '') === '' || reference.name === object.metadata.name)",
      'true',
    ],
    [
      'the namespace that is enforced is that of the monitor',
      'replacement: namespaceOf(monitor.object),',
      "replacement: '$1',",
    ],
  ),
];

import { type Mutant, mutantsIn } from '../mutant';

/** Which PrometheusRules an instance loads, what it skips, and what rules ask for. */
export const RULES: readonly Mutant[] = [
  ...mutantsIn(
    'rules/select-rules.ts',
    [
      'an unmanaged Prometheus skips bad rules too',
      "state === 'managed' || state === 'unmanaged'",
      "state === 'managed'",
    ],
    [
      'an absent selector of rules takes none',
      'if (misses.some(({ failed }) => !failed || failed.certain)) {',
      'if (misses.some(({ failed }) => failed?.certain)) {',
    ],
    ['a paused ThanosRuler takes none', 'object.spec?.paused !== true', 'object.spec?.paused !== 1'],
  ),
  ...mutantsIn(
    'rules/rule-problems.ts',
    [
      'a rule is an alert or a record, and not both',
      "if ((record === '') === (alert === '')) {",
      "if (record + alert === '') {",
    ],
    [
      'labels of a group that is not left out have names',
      "if (!reader.dropped.includes('group.labels')) {",
      'if (reader.anyNames) {',
    ],
    ['a record waits for nothing', "['annotations', 'for', 'keep_firing_for']", "['annotations', 'keep_firing_for']"],
    ['a record waits for 0s', '/[1-9]/.test', '/[0-9]/.test'],
    ['a record has no braces in its name', 'if (/[{}]/.test(record)) {', 'if (/[{]}/.test(record)) {'],
    ['no rule sets the name of the metric', "name === '__name__' &&", "name === '__metric__' &&"],
    ['an annotation may be called so', "&& !field.endsWith('annotations')", ''],
    ['templates of records are none', "if (alert !== '') {\n      checkTemplates", 'if (one) {\n      checkTemplates'],
    ['templates stand in labels', 'checkTemplates(one?.labels, `${field}.labels`);\n', ''],
    ['templates stand in annotations', 'checkTemplates(one?.annotations, `${field}.annotations`);\n', ''],
    [
      'an older Prometheus has fewer functions of templates',
      'checkTemplate(text, reader.prometheus)',
      'checkTemplate(text, reader.parser)',
    ],
    ['an enforced label leaves nothing experimental', 'enforced ? [] : reader.features', 'reader.features'],
    ['where a label is enforced there is no event', 'silent: enforced,', 'silent: false,'],
    [
      'an exclusion may be about a whole namespace',
      '[`${namespace}/`, `${namespace}/${object.metadata.name}`]',
      '[`${namespace}/${object.metadata.name}`]',
    ],
    [
      'an exclusion is about PrometheusRules',
      "resource === 'prometheusrules' && namespace",
      "resource !== '' && namespace",
    ],
    [
      'experimental functions are known where they are switched on',
      'features: thanos ? [] : listOf(spec.enableFeatures).map(String),',
      'features: [],',
    ],
    ['names have any characters from Prometheus 3 on', "thanos ? '0.38.0' : '3.0.0'", "thanos ? '0.38.0' : '2.0.0'"],
    ['a file of rules has a largest size', 'if (size > MOST_BYTES) {', 'if (size > 2 * MOST_BYTES) {'],
  ),
  ...mutantsIn(
    'rules/rendered-size.ts',
    ['a file of rules has 512 KiB at most', '512 * 1024', '256 * 1024'],
    ['keys count too', 'Buffer.byteLength(key) + 2', '-100'],
  ),
  ...mutantsIn(
    'rules/dropped-rule-fields.ts',
    [
      'labels of groups came with Prometheus 3',
      "field: 'labels', at: 'group', prometheus: '3.0.0'",
      "field: 'labels', at: 'group', prometheus: '2.53.0'",
    ],
    ['keep_firing_for came with Prometheus 2.42', "prometheus: '2.42.0'", "prometheus: '2.54.0'"],
    ['Thanos has versions of its own', 'thanos ? gate.thanos : gate.prometheus)', 'gate.prometheus)'],
  ),
  ...mutantsIn(
    'rules/enforced-matchers.ts',
    ['an enforced label is that of the namespace of the rule', 'value: namespaceOf(rule.object)', "value: ''"],
    [
      'an enforced label replaces what a selector says of it',
      '!added.some((one) => one.label === label)',
      'added.length > 0 || label',
    ],
  ),
  ...mutantsIn(
    'rules/loaded-rules.ts',
    ['an interval of the group wins', 'group.interval || evaluationInterval', 'evaluationInterval'],
    ['a group has the interval of the instance', 'evaluationInterval ||', ''],
    [
      'labels of a rule win',
      "...kept('group', 'labels', group.labels), ...one.labels",
      "...one.labels, ...kept('group', 'labels', group.labels)",
    ],
    ['an enforced label wins', '...one.labels, ...enforced }', '...enforced, ...one.labels }'],
  ),
  ...mutantsIn(
    'rules/series-labels.ts',
    ['a label that a target lacks may come from what it exposes', "(value === '' && !reported) ||", ''],
    ['up has no labels but those of the target', "(value === '' && !reported)", "value === ''"],
    ['a label must not have a value', "(value === wanted) === (op === '=')", 'value === wanted'],
    ['an expression must not match', "regex.matches(value) === (op === '=~')", 'regex.matches(value)'],
    ['an expression is about the whole value', '`^(?s:${text})$`', '`(?s:.*${text}.*)`'],
  ),
  ...mutantsIn(
    'rules/series-sources.ts',
    ['what a target exposes may win', 'if (job.honorLabels) {', 'if (job.honorLabels === undefined) {'],
    ['relabelings of metrics change labels', 'if (any || targetLabel === label) {', 'if (any) {'],
    ['a job without targets may have some', 'targets.found.length === 0 && targets.services.length === 0', 'false'],
    ['addresses are made up', '[MADE_UP.suffix, host, podName]', '[MADE_UP.suffix, podName]'],
    ['names of pods are made up', '[MADE_UP.suffix, host, podName]', '[host]'],
  ),
  ...mutantsIn(
    'rules/direct-series.ts',
    ['targets that are written down have known labels', "sources.every(({ kind }) => kind === 'static')", 'false'],
    ['a relabeling may set the job', "origin.reason === 'user' || ", ''],
    ['the Operator names the job', 'job: jobName || name', 'job: name'],
    [
      'a Probe that nobody takes has a job of its name',
      'spec.jobName || `probe/${namespace}',
      'spec.jobName || `${namespace}',
    ],
  ),
];

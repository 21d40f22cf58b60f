import { type Mutant, mutantsIn } from '../mutant';

/** Which monitors a Prometheus takes. */
export const SELECTION: readonly Mutant[] = [
  ...mutantsIn('operator/monitor-parts.ts', [
    'PodMonitors have selectors of their own',
    "PodMonitor: 'podMonitor',",
    "PodMonitor: 'serviceMonitor',",
  ]),
  ...mutantsIn(
    'operator/select-monitors.ts',
    ['an absent selector takes no monitor', 'return this.labels && !failed ?', 'return !failed ?'],
    [
      'an absent namespace selector means the namespace of the Prometheus',
      'return namespace === namespaceOf(object.object)',
      "return namespace !== ''",
    ],
    [
      'a monitor must have what both selectors ask for',
      'return labelsMiss === undefined && namespaceMiss === undefined',
      'return labelsMiss === undefined || namespaceMiss === undefined',
    ],
    [
      'the selector is about labels of the monitor, not about those that the monitor looks for',
      'this.labelsMiss(monitor.object.metadata.labels)',
      'this.labelsMiss(monitor.object.spec?.selector?.matchLabels)',
    ],
    [
      'the namespace selector is about labels of the namespace of the monitor',
      'this.objects.namespaceLabels(namespace);',
      'this.objects.namespaceLabels(namespaceOf(object.object));',
    ],
    [
      'a monitor in a namespace that is not watched does not exist',
      'if (operator && !finds(operator, namespace)) {',
      "if (namespace === '') {",
    ],
    [
      'a selector of namespaces is asked of a list of namespaces',
      'this.namespaces ? listsNamespace : watchesMonitors;',
      'watchesMonitors;',
    ],
    [
      'without a selector of namespaces it is enough that the namespace is watched',
      'this.namespaces ? listsNamespace : watchesMonitors;',
      'listsNamespace;',
    ],
    [
      'a rejected monitor becomes no job',
      "const state = rejected ? 'rejected' :",
      "const state = rejected ? 'selected' :",
    ],
    [
      'of a namespace that is not among the objects the labels are not known',
      'misses.some(({ failed }) => !failed || failed.certain)',
      'misses.length > 0',
    ],
    [
      'a timeout is compared with the interval of the Prometheus where the endpoint has none',
      'scrapeInterval: settings.scrapeInterval,',
      "scrapeInterval: '1d',",
    ],
    [
      'a Prometheus that is paused takes no monitors',
      ".filter(({ state }) => state === 'managed')",
      ".filter(({ state }) => state === 'managed' || state === 'paused')",
    ],
  ),
  ...mutantsIn(
    'operator/label-selector.ts',
    [
      'In takes any of its values',
      'return actual !== undefined && values.includes(actual);',
      'return actual !== undefined && values[0] === actual;',
    ],
    [
      'NotIn takes what lacks the label',
      'return actual === undefined || !values.includes(actual);',
      'return actual !== undefined && !values.includes(actual);',
    ],
    ['Exists takes an empty value', 'return actual !== undefined;', "return actual !== undefined && actual !== '';"],
    [
      'DoesNotExist does not take an empty value',
      'return actual === undefined;',
      "return actual === undefined || actual === '';",
    ],
    [
      'all requirements of a selector must hold',
      '} else if (!holds(requirement, actual)) {',
      '} else if (requirement === selector.requirements[0] && !holds(requirement, actual)) {',
    ],
    ['an unknown operator is a mistake', 'if (!OPERATORS.has(operator)) {', "if (operator === '') {"],
    ['In and NotIn need values', 'wantsValues && values.length === 0', 'wantsValues && values.length < 0'],
    [
      'Exists and DoesNotExist take no values',
      '!wantsValues && values.length > 0',
      '!wantsValues && values.length > 99',
    ],
    ['a key of a selector has the form of a label', 'if (badKey) {', "if (badKey === '') {"],
    ['a value of a selector has the form of a label', 'if (badValue) {', "if (badValue === '') {"],
    [
      'in a flag "!key" asks for the label to be absent',
      "([key]) => ({ key, operator: 'DoesNotExist', values: [] })",
      "([key]) => ({ key, operator: 'Exists', values: [] })",
    ],
    ['in a flag "!=" takes other values', "operator: 'NotIn', values: [value]", "operator: 'In', values: [value]"],
    [
      'in a flag "notin" takes none of its values',
      "operator: 'NotIn', values: listOf(list)",
      "operator: 'In', values: listOf(list)",
    ],
    ['in a flag a comma in parentheses separates values', 'text.split(/,(?![^(]*\\))/)', "text.split(',')"],
    ['in a flag "==" is the same as "="', '\\s*==?\\s*', '\\s*=\\s*'],
    ['in a flag ">" compares numbers', 'Number(actual) > Number(values[0])', 'Number(actual) >= Number(values[0])'],
  ),
  ...mutantsIn('operator/describe-selection.ts', [
    'where labels of a namespace are not known nothing is certain',
    "certainty: certain ? 'certain' : 'absent',",
    "certainty: 'certain',",
  ]),
  ...mutantsIn('simulation.ts', [
    'a monitor of which nobody knows whether it is taken becomes no job',
    "if (outcome.state === 'selected' && isMonitor(outcome.monitor)) {",
    "if (['selected', 'undecided'].includes(outcome.state) && isMonitor(outcome.monitor)) {",
  ]),
  ...mutantsIn(
    'operator/problem.ts',
    [
      'a missing Secret rejects a monitor where the objects are all that people put into a cluster',
      "return extent !== 'part';",
      "return extent === 'cluster';",
    ],
    [
      'a missing Secret rejects no monitor where there may be more objects',
      "return extent !== 'part';",
      "return extent !== '';",
    ],
    [
      'a missing StorageClass counts where the objects are all that there is',
      "return extent === 'cluster';",
      'return false;',
    ],
    [
      'a missing StorageClass may be one that the cluster brings along',
      "return extent === 'cluster';",
      "return extent !== 'part';",
    ],
  ),
];

import { type Mutant, mutantsIn } from '../mutant';

/** Which dashboards a Grafana loads, and what they ask. */
export const DASHBOARDS: readonly Mutant[] = [
  ...mutantsIn(
    'dashboards/sidecar.ts',
    ['a sidecar takes what has its label', '!Object.hasOwn(labels, sidecar.label)', 'false'],
    ['a sidecar may ask for any value', "sidecar.labelValue !== '' &&", ''],
    ['a sidecar may look in some namespaces only', 'sidecar.namespaces !== undefined &&', 'false &&'],
    ['a sidecar may look for ConfigMaps only', '!sidecar.kinds.some((kind) => kind === object.kind)', 'false'],
  ),
  ...mutantsIn(
    'dashboards/workload-grafana.ts',
    ['a sidecar without a label does not start', "|| label === ''", ''],
    ['a sidecar may look in all namespaces', "namespaces.includes('ALL') ? undefined :", ''],
    ['a sidecar looks in its own namespace unless told otherwise', 'name || own', 'name'],
    ['a sidecar looks for ConfigMaps unless told otherwise', "?? ['ConfigMap']", "?? ['Secret']"],
    ['what comes from elsewhere is not known', 'source !== undefined && source', 'source === null && source'],
  ),
  ...mutantsIn(
    'dashboards/release-grafana.ts',
    [
      'the chart looks for both kinds',
      "values.textOr(`${path}.resource`, 'both')",
      "values.textOr(`${path}.resource`, 'configmap')",
    ],
    ['names are not unique unless a value says so', 'enableUniqueFilenames`, false', 'enableUniqueFilenames`, true'],
    ['without its provider nobody knows the folders', 'hasProvider ?', 'true ?'],
    ['the default datasource may be switched off', 'values.flag(`${path}.defaultDatasourceEnabled`, true)', 'true'],
    ['the datasource of Alertmanager may be switched off', 'values.flag(`${path}.alertmanager.enabled`, true)', 'true'],
  ),
  ...mutantsIn(
    'dashboards/files.ts',
    ['the ending of an address is cut', 'isAddress ? entry.key.slice(0, -4) :', ''],
    ['names may be made unique', 'const name = sidecar.uniqueNames', 'const name = false'],
    [
      'an annotation may name the folder',
      "typeof annotation !== 'string' ? sidecar.folder :",
      'true ? sidecar.folder :',
    ],
    [
      'folders of files become folders only with a value',
      "case false:\n      return '';",
      'case false:\n      return folder;',
    ],
    ['Grafana does not look outside of its folder', 'folder !== sidecar.folder &&', 'false &&'],
    ['data of a Secret is base64', "isSecret ? 'data' : 'binaryData'", "isSecret ? 'binaryData' : 'binaryData'"],
  ),
  ...mutantsIn(
    'dashboards/parse-json.ts',
    ['what stands behind the first value does not count', 'return end.isValue\n', 'return (false as boolean)\n'],
    ['a comma wants another value', "wanted = before === '[' ? 'value' : 'key';", "wanted = 'value or end';"],
  ),
  ...mutantsIn(
    'dashboards/read-dashboard.ts',
    ['a dashboard needs a title', "typeof title !== 'string' || title.trim() === ''", "typeof title !== 'string'"],
    ['a uid has a limit', 'short.length > 40', 'false'],
    ['a uid has few characters', '/[^A-Za-z0-9_-]/.test(short)', 'false'],
    ['a resource of the newer API is none', "typeof data.apiVersion === 'string'", 'false'],
  ),
  ...mutantsIn(
    'dashboards/datasources.ts',
    ['a datasource without a uid gets one of its name', 'one.uid || uidOf(one.name)', 'one.uid'],
    ['ConfigMaps bring datasources', 'Array.isArray(list) ? list.map(datasourceOf) : []', '[]'],
  ),
  ...mutantsIn(
    'dashboards/datasource-reference.ts',
    ['some datasources are part of Grafana', "uid.startsWith('--')", 'false'],
    ['a variable is one of the dashboard', 'if (variable === undefined) {', "if (name === ' ') {"],
  ),
  ...mutantsIn(
    'dashboards/panels.ts',
    ['rows have panels', 'depth < MAX_DEPTH ?', '(false as boolean) ?'],
    ['variables ask datasources', "variable.type === 'query' ||", ''],
    ['a query may have another datasource than its panel', 'target.datasource ?? panel.datasource', 'panel.datasource'],
  ),
  ...mutantsIn(
    'dashboards/interpolate.ts',
    ['any text may stand for a variable in a text', "quote === '' ? fillIn(", 'true ? fillIn('],
    ['a duration may stand for a variable in a range', 'inBrackets ||', ''],
    ['a duration may stand for a variable behind offset', '|| /\\boffset\\s+-?$/i.test(before)', ''],
    ['comments hold anything', "} else if (character === '#') {", "} else if (character === ' #') {"],
  ),
  ...mutantsIn(
    'dashboards/dashboards.ts',
    ['a Grafana that is given counts more than that of its release', '!keys.has(workloadOfRelease(stack))', 'true'],
    ['files that do not end in .json are passed over', "!name.endsWith('.json')", 'false'],
    ['one Grafana is assumed where none is known', 'this.assumed ? [...all, ASSUMED] : all', 'all'],
  ),
];

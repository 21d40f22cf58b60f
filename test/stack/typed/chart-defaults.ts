import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as yaml from 'yaml';
import { NEWEST_CHART } from '../../../lib/stack/facts/chart-versions';
import { mergeValues, type Values } from '../../../lib/stack/values';

const FOLDER = join(__dirname, '..', '..', '..', '..', 'shared', 'data');
const CHART = join(FOLDER, `kube-prometheus-stack-${NEWEST_CHART}`);

/** Sub-charts, whose values stand below their names. */
const SUBCHARTS = ['crds', 'grafana', 'kube-state-metrics', 'prometheus-node-exporter', 'prometheus-windows-exporter'];

/** The default values of the chart and its sub-charts, or `undefined` where the data are absent. */
export function chartDefaults(): Values | undefined {
  if (!existsSync(CHART)) {
    console.warn(
      `SKIPPED: the default values of chart ${NEWEST_CHART} are not at ${CHART}; typed paths stay unproven.`,
    );
    return undefined;
  }
  const read = (name: string) => yaml.parse(readFileSync(join(CHART, name), 'utf8')) as Values;
  const subcharts = SUBCHARTS.map((name) => ({ [name]: read(`values-${name}.yaml`) }));
  return mergeValues(...subcharts, read('values.yaml'));
}

/** The schema of the spec of a kind of the Operator, or `undefined` where the data are absent. */
export function specSchema(plural: string): any {
  const file = join(FOLDER, 'crds-v0.93', `monitoring.coreos.com_${plural}.yaml`);
  if (!existsSync(file)) {
    console.warn(`SKIPPED: the CustomResourceDefinition is not at ${file}; typed paths below it stay unproven.`);
    return undefined;
  }
  const { versions } = yaml.parse(readFileSync(file, 'utf8')).spec;
  return versions[0].schema.openAPIV3Schema.properties.spec;
}

import type { StackReleaseProps } from '../stack-release-props';
import { ALERTMANAGER } from './alertmanager';
import { GRAFANA } from './grafana';
import { PROMETHEUS } from './prometheus/prometheus-table';
import { PROMETHEUS_OPERATOR } from './prometheus-operator';
import { FLAG, TEXT, TEXT_MAP } from './value-kind';
import { at, group, type ValueTable } from './value-table';

/** Props of a release that are no values of the chart. */
type ReleaseProp = 'releaseName' | 'namespace' | 'chartVersion' | 'platform' | 'values' | 'valuesFile' | 'proof';

/** All typed values of the chart, by the props of a `StackRelease`. */
export const STACK: ValueTable<Omit<StackReleaseProps, ReleaseProp>> = {
  fullnameOverride: at('fullnameOverride', TEXT),
  nameOverride: at('nameOverride', TEXT),
  namespaceOverride: at('namespaceOverride', TEXT),
  cleanPrometheusOperatorObjectNames: at('cleanPrometheusOperatorObjectNames', FLAG),
  commonLabels: at('commonLabels', TEXT_MAP),
  prometheus: group('prometheus', PROMETHEUS),
  alertmanager: group('alertmanager', ALERTMANAGER),
  grafana: group('grafana', GRAFANA),
  prometheusOperator: group('prometheusOperator', PROMETHEUS_OPERATOR),
};

import type { StackReleaseProps } from '../stack-release-props';
import { ALERTMANAGER } from './alertmanager';
import { CRDS } from './crds';
import { CUSTOM_RULE, KUBERNETES_SERVICE_MONITORS, PROMETHEUS_RULES } from './custom-rule';
import { DEFAULT_RULES } from './default-rules';
import { GLOBAL } from './global';
import { GRAFANA } from './grafana';
import { PROMETHEUS } from './prometheus/prometheus-table';
import { PROMETHEUS_OPERATOR } from './prometheus-operator';
import { THANOS_RULER } from './thanos-ruler';
import { FLAG, MAPS, TEXT, TEXT_MAP } from './value-kind';
import { at, group, map, type ValueTable } from './value-table';

/** Props of a release that are no values of the chart. */
type ReleaseProp = 'releaseName' | 'namespace' | 'chartVersion' | 'platform' | 'values' | 'valuesFile' | 'proof';

/** All typed values of the chart, by the props of a `StackRelease`. */
export const STACK: ValueTable<Omit<StackReleaseProps, ReleaseProp>> = {
  fullnameOverride: at('fullnameOverride', TEXT),
  nameOverride: at('nameOverride', TEXT),
  namespaceOverride: at('namespaceOverride', TEXT),
  cleanPrometheusOperatorObjectNames: at('cleanPrometheusOperatorObjectNames', FLAG),
  commonLabels: at('commonLabels', TEXT_MAP),
  kubeVersionOverride: at('kubeVersionOverride', TEXT),
  kubeTargetVersionOverride: at('kubeTargetVersionOverride', TEXT),
  crds: group('crds', CRDS),
  global: group('global', GLOBAL),
  extraManifests: at('extraManifests', MAPS),
  defaultRules: group('defaultRules', DEFAULT_RULES),
  customRules: map('customRules', CUSTOM_RULE),
  additionalPrometheusRulesMap: map('additionalPrometheusRulesMap', PROMETHEUS_RULES, ['groups']),
  kubernetesServiceMonitors: group('kubernetesServiceMonitors', KUBERNETES_SERVICE_MONITORS),
  prometheus: group('prometheus', PROMETHEUS),
  alertmanager: group('alertmanager', ALERTMANAGER),
  grafana: group('grafana', GRAFANA),
  prometheusOperator: group('prometheusOperator', PROMETHEUS_OPERATOR),
  thanosRuler: group('thanosRuler', THANOS_RULER),
};

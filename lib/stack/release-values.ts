import { isPlainObject } from '../private/plain-object';
import type { Problems } from '../private/problems';
import { notPlain } from './check-props';
import { alertmanagerValues, grafanaValues, prometheusOperatorValues } from './component-values';
import type { Platform } from './platform';
import type { PlatformSetting } from './platforms/platform-setting';
import { prometheusValues } from './prometheus-values';
import type { StackReleaseProps } from './stack-release-props';
import { compact, hasValueAt, mergeValues, type Values, valueAt, valuesWith } from './values';

/** The values of a release. */
export interface ReleaseValues {
  /** The three places merged: preset, typed props, bag. */
  readonly values: Values;
  /** What the preset set, before the others had their say. */
  readonly preset: PlatformSetting[];
  /** What stands in `values` of the props; empty where that is no plain data. */
  readonly bag: Values;
}

/** Merges the values from the places that they come from; what cannot be merged is added to the problems. */
export function releaseValues(
  problems: Problems,
  props: StackReleaseProps,
  platform: Platform,
  releaseNamespace: string,
): ReleaseValues {
  const bag = plainBag(problems, props.values);
  const namespace = parentNamespace(props, bag, releaseNamespace);
  const typed = typedValues(props, namespace);
  const preset = platform.settingsFor(namespace);
  return { values: mergeValues(presetValues(preset), typed, bag), preset, bag };
}

function plainBag(problems: Problems, bag: Values = {}): Values {
  const found = notPlain(bag, 'values');
  problems.addAll(found);
  if (found.length === 0 && !isPlainObject(bag)) {
    problems.add(
      'values',
      `${JSON.stringify(bag)} stands where the chart needs a map.`,
      'give a map, or leave it out.',
    );
  }
  // What is not plain data cannot be merged; the other checks go on without it.
  return found.length === 0 && isPlainObject(bag) ? bag : {};
}

function presetValues(preset: PlatformSetting[]): Values {
  return mergeValues(...preset.map(({ path, value }) => valuesWith(path, value)));
}

/** Where the parent chart puts Prometheus and the Operator. */
function parentNamespace(props: StackReleaseProps, bag: Values, releaseNamespace: string): string {
  // Null in the bag takes the typed one back, as everywhere.
  const override = hasValueAt(bag, 'namespaceOverride') ? valueAt(bag, 'namespaceOverride') : props.namespaceOverride;
  return override || releaseNamespace;
}

function typedValues(props: StackReleaseProps, namespace: string): Values {
  const typed = {
    fullnameOverride: props.fullnameOverride,
    nameOverride: props.nameOverride,
    namespaceOverride: props.namespaceOverride,
    cleanPrometheusOperatorObjectNames: props.cleanPrometheusOperatorObjectNames,
    commonLabels: props.commonLabels,
    prometheus: prometheusValues(props.prometheus ?? {}, namespace),
    alertmanager: alertmanagerValues(props.alertmanager ?? {}),
    grafana: grafanaValues(props.grafana ?? {}),
    prometheusOperator: prometheusOperatorValues(props.prometheusOperator ?? {}),
  };
  return compact(typed);
}

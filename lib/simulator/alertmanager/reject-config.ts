import type { SourcedObject } from '../kube-object';
import type { ObjectLookup } from '../operator/object-lookup';
import { joinPath, namespaceOf, type Problem } from '../operator/problem';
import { ProblemList } from '../operator/problem-list';
import type { Version } from '../versions/version';
import { checkIntervals } from './check-intervals';
import { checkReceivers } from './check-receivers';
import { checkMatchers, checkRoutes } from './check-routes';
import { intervalsField, intervalsOf, listOf, receiversOf, specRoutes } from './config-spec';

/**
 * All reasons for which the Operator skips an AlertmanagerConfig at an Alertmanager of a version. It stops at the first, and
 * skips the whole object.
 *
 * Source: prometheus-operator v0.93 `pkg/alertmanager/operator.go`, `checkAlertmanagerConfigResource`.
 *
 * @param consequence what comes of any of them
 */
export function rejectionsOfConfig(
  config: SourcedObject,
  version: Version,
  objects: ObjectLookup,
  consequence = 'The Operator skips the whole AlertmanagerConfig, so none of its routes is there.',
): readonly Problem[] {
  const { object } = config;
  const problems = new ProblemList(config, 'alertmanager-config', consequence, namespaceOf(object), objects);
  const receivers = receiversOf(config);
  const intervals = intervalsOf(config);
  checkReceivers(receivers, version, problems);
  checkIntervals(intervals, `spec.${intervalsField(object)}`, problems);
  const names = {
    receivers: receivers.map((receiver) => String(receiver?.name ?? '')),
    intervals: intervals.map((interval) => String(interval?.name ?? '')),
  };
  checkRoutes(specRoutes(config), names, version, problems);
  for (const [i, rule] of listOf(object.spec?.inhibitRules).entries()) {
    for (const list of ['targetMatch', 'sourceMatch']) {
      checkMatchers(rule?.[list], joinPath(joinPath('spec.inhibitRules', i), list), version, problems);
    }
  }
  return problems.found;
}

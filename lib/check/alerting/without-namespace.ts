import { Level } from '../../report/finding';
import { valueIn } from '../../simulator/alertmanager/known-labels';
import type { SourcedObject } from '../../simulator/kube-object';
import { joinPath, nameOf, namespaceOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import { listText } from '../list-text';
import { type FollowedAlert, followedAlerts } from './followed-alerts';

/**
 * Alerts that surely do not have the namespace of their rule in their label `namespace`, so that they never reach the
 * AlertmanagerConfigs there: an aggregation takes the label away, `absent` never had it, or a rule drops it on the way.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/alertmanager/amcfg.go`, `namespaceEnforcer.processRoute`; prometheus v3.15
 * `promql/engine.go`, `aggregation`.
 *
 * One finding for each object. An info where the alert reaches another receiver that does something. Silent where nobody can
 * tell which labels the alert has, or where an Alertmanager does not bind AlertmanagerConfigs to their namespace.
 */
export const withoutNamespace: Check = {
  id: 'alerting/without-namespace',
  level: Level.WARNING,
  summary: 'an alert lacks the namespace that AlertmanagerConfigs are bound to',
  why: 'The Operator binds an AlertmanagerConfig to alerts of its own namespace, so its receivers never hear of this one.',
  *run(context) {
    const byObject = new Map<SourcedObject, FollowedAlert[]>();
    for (const alert of followedAlerts(context)) {
      if (!alert.elsewhere && alert.arrived.some(({ missed }) => missed.length > 0)) {
        byObject.set(alert.rule.object, [...(byObject.get(alert.rule.object) ?? []), alert]);
      }
    }
    for (const [object, alerts] of byObject) {
      yield draftFor(object, alerts);
    }
  },
};

function draftFor(object: SourcedObject, alerts: readonly FollowedAlert[]): Draft {
  const [first, ...others] = alerts;
  const { rule, labels, arrived } = first;
  const namespace = namespaceOf(object.object);
  const configs = [...new Set(arrived.flatMap(({ missed }) => missed))];
  const own = valueIn(labels, 'namespace');
  const onTheWay = own === undefined || own === namespace;
  const lacks = own === '' || onTheWay ? 'has no label "namespace"' : `has namespace="${own}"`;
  const reason = onTheWay
    ? ': relabeling takes it away on the way to Alertmanager'
    : own === ''
      ? ' after its expression'
      : '';
  const more = others.length === 0 ? '' : ` So it is with ${others.length} more of this object.`;
  const names = listText(configs.map(nameOf), 3);
  return {
    object,
    field: joinPath(rule.field, onTheWay ? 'alert' : own === '' ? 'expr' : 'alert'),
    message: `"${rule.name}" ${lacks}${reason}, and ${names} takes only alerts with namespace="${namespace}".${more}`,
    basis: 'present',
    ...(alerts.every((alert) => alert.arrived.some(({ receivers }) => receivers.loud)) ? { level: Level.INFO } : {}),
    fix: {
      text: onTheWay
        ? 'leave the label as it is in alertRelabelings of the Prometheus.'
        : `keep the label in the expression, as in "by (namespace)", or add labels: { namespace: ${namespace} } to the rule.`,
    },
    related: configs.slice(0, 3).map((config) => ({ object: config, field: 'spec.route', message: 'never takes it' })),
  };
}

import { Level } from '../../report/finding';
import { alertRules } from '../../simulator/alertmanager/alert-labels';
import { hasMore } from '../../simulator/alertmanager/follow-alert';
import type { SourcedObject } from '../../simulator/kube-object';
import { isAssumed } from '../../simulator/operator/assumed-instance';
import type { Instance } from '../../simulator/operator/instance';
import { nameOf, namespaceOf } from '../../simulator/operator/problem';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import type { Check } from '../check';
import { setField } from '../field-edit';

/**
 * A Prometheus that loads alerting rules and sends alerts to nobody.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `appendAlertingConfig`.
 *
 * Silent where a Secret names Alertmanagers, where no rule that somebody wrote is loaded, and, unless the objects are all that
 * there is, where they have nothing to do with Alertmanagers.
 */
export const noAlertmanager: Check = {
  id: 'alerting/no-alertmanager',
  level: Level.WARNING,
  summary: 'a Prometheus with alerting rules has no Alertmanager',
  why: 'Alerts fire in Prometheus alone, where nobody is told of them.',
  *run({ simulation }) {
    const loaded = new Map<Instance, SourcedObject>();
    for (const { instance, monitor, state } of simulation.ruleOutcomes) {
      const counts = state === 'selected' && modelledFrom(monitor) === undefined && !loaded.has(instance);
      if (counts && alertRules(monitor).length > 0) {
        loaded.set(instance, monitor);
      }
    }
    for (const [instance, rule] of loaded) {
      const { object } = instance;
      if (isAssumed(object) || object.object.kind !== 'Prometheus' || hasMore(instance)) {
        continue;
      }
      if (simulation.linksOf(instance).length === 0) {
        const instances = simulation.alerting.instances;
        const own = namespaceOf(object.object);
        const [nearest] = [...instances.filter((one) => namespaceOf(one.object.object) === own), ...instances];
        const namespace = nearest === undefined ? own : namespaceOf(nearest.object.object);
        const port = nearest?.object.object.spec?.portName || 'web';
        const entry = { namespace, name: 'alertmanager-operated', port };
        const isPlain = modelledFrom(object) === undefined && instances.length === 1;
        yield {
          object,
          field: 'spec.alerting',
          message: `${nameOf(object)} loads alerting rules, among them those of ${nameOf(rule)}, and names no Alertmanager.`,
          // Where the objects have no Alertmanager at all, notifications may not be their business.
          basis: instances.length + simulation.alerting.configs.length > 0 ? 'present' : 'hidden',
          fix: {
            text: `alerting: { alertmanagers: [{ namespace: ${namespace}, name: alertmanager-operated, port: ${port} }] }`,
            ...(isPlain ? { patch: setField(object, 'spec.alerting.alertmanagers', [entry]) } : {}),
          },
          related: [{ object: rule, field: 'spec.groups', message: 'has alerts' }],
        };
      }
    }
  },
};

import { isPlainObject } from '../../../private/plain-object';
import { thanosRulerFacts } from '../../facts/alertmanager';
import { renderedSelections } from '../../facts/prometheus';
import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

const SIDECAR = 'prometheus.prometheusSpec.thanos.objectStorageConfig';
const RULER = 'thanosRuler.thanosRulerSpec';

/** The first chart that reads a Secret only in these two forms. */
export const SECRET_FORMS_SINCE = 52;

/**
 * What cannot work in Thanos' sidecar and in Thanos Ruler.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/prometheus.yaml`, `UPGRADE.md` (52);
 * prometheus-operator v0.93 `pkg/thanos/statefulset.go`, `makeStatefulSetSpec`.
 */
export function thanosRules(values: GuardedValues): void {
  if (values.flag('prometheus.enabled', true)) {
    objectStorage(values);
  }
  if (values.flag('thanosRuler.enabled', false)) {
    query(values);
    sameRules(values);
  }
}

/** The flat form of older charts. */
function objectStorage(values: GuardedValues): void {
  const config = values.at(SIDECAR);
  const read = isPlainObject(config) && (truthy(config.existingSecret) || truthy(config.secret));
  if (values.chartMajor < SECRET_FORMS_SINCE || !isPlainObject(config) || !truthy(config) || read) {
    return;
  }
  const example = `existingSecret: { name: ${text(config.name, 'thanos')}, key: ${text(config.key, 'objstore.yml')} }`;
  values.dropped(SIDECAR, 'is dropped: the chart reads existingSecret or secret only.', `${SIDECAR}: { ${example} }`);
}

function query(values: GuardedValues): void {
  const extra = values.map(`${RULER}.additionalConfig`);
  const asks = ['queryEndpoints', 'queryConfig.existingSecret', 'queryConfig.secret'].some((key) =>
    truthy(values.at(`${RULER}.${key}`)),
  );
  if (!asks && !truthy(extra.queryEndpoints) && !truthy(extra.queryConfig)) {
    values.refuse(
      `${RULER}.queryEndpoints`,
      'without it or queryConfig the Operator refuses the ThanosRuler: there is nobody to ask for the rules.',
      "queryEndpoints: ['dnssrv+_http._tcp.thanos-query.monitoring.svc'], for example.",
    );
  }
}

/** An absent selector takes nothing, be it of an agent or by `ruleSelector: null`. */
function sameRules(values: GuardedValues): void {
  const both = [thanosRulerFacts(values.release).ruleSelector, renderedSelections(values.release).rule.selector];
  if (
    values.flag('prometheus.enabled', true) &&
    both.every((selector) => selector !== undefined) &&
    !truthy(values.at(`${RULER}.ruleSelector`)) &&
    !truthy(values.at('prometheus.prometheusSpec.ruleSelector'))
  ) {
    values.warn(
      'thanosRuler.enabled',
      'Thanos Ruler and Prometheus take the same rules by default, so that each of them runs twice.',
      `give ${RULER}.ruleSelector, and the rules for it a label of their own.`,
    );
  }
}

function text(value: unknown, otherwise: string): string {
  return typeof value === 'string' && /^[-\w.]+$/.test(value) ? value : otherwise;
}

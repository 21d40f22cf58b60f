import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

const SPEC = 'thanosRuler.thanosRulerSpec';

/**
 * What cannot work in Thanos Ruler.
 *
 * Source: prometheus-operator v0.93 `pkg/thanos/statefulset.go`, `makeStatefulSetSpec`.
 */
export function thanosRulerRules(values: GuardedValues): void {
  const asks = ['queryEndpoints', 'queryConfig.existingSecret', 'queryConfig.secret'].some((key) =>
    truthy(values.at(`${SPEC}.${key}`)),
  );
  if (values.flag('thanosRuler.enabled', false) && !asks && !inAdditionalConfig(values)) {
    values.refuse(
      'thanosRuler.queryEndpoints',
      'without it or queryConfig the Operator refuses the ThanosRuler: there is nobody to ask for the rules.',
      "queryEndpoints: ['dnssrv+_http._tcp.thanos-query.monitoring.svc'], for example.",
    );
  }
}

function inAdditionalConfig(values: GuardedValues): boolean {
  const config = values.map(`${SPEC}.additionalConfig`);
  return truthy(config.queryEndpoints) || truthy(config.queryConfig);
}

import type { ValuesCheck } from '../check-values';
import { truthy } from '../facts/selection';

const SPEC = 'thanosRuler.thanosRulerSpec';

/**
 * What cannot work in Thanos Ruler.
 *
 * Source: prometheus-operator v0.93 `pkg/thanos/statefulset.go`, `makeStatefulSetSpec`.
 */
export function checkThanosRuler(check: ValuesCheck): void {
  const asks = ['queryEndpoints', 'queryConfig.existingSecret', 'queryConfig.secret'].some((key) =>
    truthy(check.value(`${SPEC}.${key}`)),
  );
  if (check.flag('thanosRuler.enabled', false) && !asks && !inAdditionalConfig(check)) {
    check.add(
      'thanosRuler.queryEndpoints',
      'without it or queryConfig the Operator refuses the ThanosRuler: there is nobody to ask for the rules.',
      "queryEndpoints: ['dnssrv+_http._tcp.thanos-query.monitoring.svc'], for example.",
    );
  }
}

function inAdditionalConfig(check: ValuesCheck): boolean {
  const config = check.map(`${SPEC}.additionalConfig`);
  return truthy(config.queryEndpoints) || truthy(config.queryConfig);
}

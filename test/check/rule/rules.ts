import { type Manifest, monitoring, prometheus } from '../manifests';

/** Prometheus `monitoring/k8s`, which loads every rule. */
export function loading(spec: object = {}, metadata: object = {}): Manifest {
  return prometheus({ ruleSelector: {}, ruleNamespaceSelector: {}, ...spec }, metadata);
}

/** PrometheusRule `shop/web` with some rules. */
export function rules(...list: object[]): Manifest {
  return groups({ name: 'web', rules: list });
}

/** PrometheusRule `shop/web` with an alert. */
export function alert(expr: string, fields: object = {}): Manifest {
  return rules({ alert: 'WebDown', expr, ...fields });
}

/** PrometheusRule `shop/web` with some groups. */
export function groups(...list: object[]): Manifest {
  return monitoring('PrometheusRule', 'web', { groups: list });
}

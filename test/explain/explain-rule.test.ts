import { evaluationOf, explained, tree } from './bags';

const PROMETHEUS = `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: k8s, namespace: monitoring }
spec:
  serviceMonitorSelector: {}
  ruleSelector: { matchLabels: { role: alerts } }
  ruleNamespaceSelector: {}
---
`;
const RULE = `
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: web, namespace: shop, labels: { role: alerts } }
spec:
  groups:
    - name: web
      rules:
        - { alert: Down, expr: up == 0 }
        - { record: 'job:up:sum', expr: sum by (job) (up) }
---
`;
const RULER = `
apiVersion: monitoring.coreos.com/v1
kind: ThanosRuler
metadata: { name: rules, namespace: monitoring }
spec: { ruleSelector: {}, queryEndpoints: [a] }
---
`;

function explain(yaml: string) {
  return explained(evaluationOf(yaml), 'PrometheusRule/shop/web');
}

describe('the explanation of a PrometheusRule', () => {
  test('says who loads it, and what is in it', () => {
    expect(explain(PROMETHEUS + RULE).verdict).toBe(
      'Loaded by Prometheus monitoring/k8s: 1 alert and 1 recording rule in 1 group.',
    );
  });

  test('says which label is missing', () => {
    const explanation = explain(PROMETHEUS + RULE.replace('role: alerts', 'role: alert'));
    expect(explanation.verdict).toBe('Not loaded: Prometheus monitoring/k8s does not select it.');
    expect(tree(explanation)).toMatch(/role=alerts: PrometheusRule web has role=alert/);
  });

  test('tells of every instance', () => {
    const explanation = explain(PROMETHEUS + RULER + RULE);
    expect(explanation.verdict).toMatch(/^Loaded by Prometheus monitoring\/k8s:/);
    expect(tree(explanation)).toMatch(/ThanosRuler monitoring\/rules:[\s\S]*its own namespace alone; web is in "shop"/);
  });

  test('says which rule takes the others along', () => {
    const explanation = explain(PROMETHEUS + RULE.replace('up == 0', 'up =='));
    expect(explanation.verdict).toMatch(/^Not loaded: Prometheus monitoring\/k8s would take it, and something in it/);
    expect(tree(explanation)).toMatch(/The Operator skips it as a whole\.[\s\S]*spec\.groups\[0\]\.rules\[0\]\.expr/);
  });

  test('says so where there is no Prometheus', () => {
    expect(explain(RULE).verdict).toMatch(/^Unknown: there is no Prometheus/);
  });
});

import { alertLabels, alertRules } from '../../../lib/simulator/alertmanager/alert-labels';
import { alertRule, prometheus, simulate } from './fixtures';

/** Labels of the only alert of a PrometheusRule in namespace `bank`. */
function labelsOf(rule: any, group: any = {}, spec?: any) {
  const object: any = alertRule(rule);
  object.spec.groups[0] = { ...object.spec.groups[0], ...group };
  const [alert] = alertRules({ object, source: {} });
  return alertLabels(alert, spec && simulate([prometheus(spec)]).instances[0]);
}

test('an alert has the labels of its group, its own, and its name', () => {
  const { values } = labelsOf({ labels: { severity: 'page' } }, { labels: { team: 'shop' } });
  expect(values).toMatchObject({ alertname: 'Down', severity: 'page', team: 'shop' });
});

test('a label of the rule wins over that of its group', () => {
  expect(labelsOf({ labels: { team: 'own' } }, { labels: { team: 'group' } }).values.team).toBe('own');
});

test('no rule gives its alerts another name', () => {
  expect(labelsOf({ labels: { alertname: 'Up' } }).values.alertname).toBe('Down');
});

test('a label that is a template may have any value', () => {
  const { values, unknown } = labelsOf({ labels: { team: '{{ $labels.team }}' } });
  expect(values).not.toHaveProperty('team');
  expect([...unknown]).toContain('team');
});

describe('a label that the Prometheus enforces', () => {
  const enforcing = { enforcedNamespaceLabel: 'namespace' };

  test('is the namespace of the rule', () => {
    expect(labelsOf({ labels: { namespace: 'x' } }, {}, enforcing).values.namespace).toBe('bank');
  });

  test('may be another one where rules are excluded from that', () => {
    const reference = { group: 'monitoring.coreos.com', resource: 'prometheusrules', namespace: 'bank' };
    const spec = { ...enforcing, excludedFromEnforcement: [reference] };
    expect(labelsOf({ labels: { namespace: 'x' } }, {}, spec).values.namespace).toBe('x');
  });
});

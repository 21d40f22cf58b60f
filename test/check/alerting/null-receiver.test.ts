import { alertmanager, alertmanagerConfig, configSecret } from '../../simulator/alertmanager/fixtures';
import { describeCheck } from '../describe-check';

const nobody = configSecret({ route: { receiver: 'nobody' }, receivers: [{ name: 'nobody' }] });
const rule = (more: any = {}, namespace = 'bank') => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'rules', namespace },
  spec: { groups: [{ name: 'a', rules: [{ alert: 'Down', expr: 'up == 0', ...more }] }] },
});
const bySeverity = alertmanagerConfig({
  route: { receiver: 'hook', matchers: [{ name: 'severity', value: 'critical' }] },
});

describeCheck('alerting/null-receiver', {
  flags: [
    {
      title: 'an alert of a namespace without a route',
      objects: [alertmanager(), alertmanagerConfig(), nobody, rule()],
      finds: [{ object: 'PrometheusRule bank/rules', field: 'spec.groups[0].rules[0].alert', level: 'warning' }],
    },
    {
      title: 'a severity that no route asks for',
      objects: [alertmanager(), bySeverity, nobody, rule({ labels: { severity: 'info' } }, 'shop')],
      finds: [{ message: /namespace="shop", severity="info"/ }],
    },
    {
      title: 'one alert of each object, as an info, where nothing notifies anybody',
      objects: [alertmanager(), nobody, rule(), rule({}, 'shop')],
      finds: [
        { object: 'PrometheusRule bank/rules', level: 'info', why: /^No receiver of any Alertmanager/ },
        { level: 'info' },
      ],
    },
  ],
  accepts: [
    { title: 'an alert that a route takes', objects: [alertmanager(), alertmanagerConfig(), nobody, rule({}, 'shop')] },
    {
      title: 'a severity that its expression may bring',
      objects: [alertmanager(), bySeverity, nobody, rule({}, 'shop')],
    },
    {
      title: 'a label that is a template',
      objects: [alertmanager(), bySeverity, nobody, rule({ labels: { severity: '{{ $labels.s }}' } }, 'shop')],
    },
    {
      title: 'an expression that asks for a namespace',
      objects: [alertmanager(), alertmanagerConfig(), nobody, rule({ expr: 'up{namespace="shop"} == 0' })],
    },
    { title: 'a configuration that is not known', objects: [alertmanager(), alertmanagerConfig(), rule()] },
    {
      title: 'an alert that is made to be dropped',
      objects: [alertmanager(), nobody, rule({ alert: 'Watchdog' }), rule({ labels: { severity: 'none' } }, 'shop')],
    },
  ],
});

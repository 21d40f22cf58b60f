import { alertmanager, alertmanagerConfig, configSecret, prometheus } from '../../simulator/alertmanager/fixtures';
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
      title: 'the Prometheus that sends it, with the labels that its expression has',
      objects: [
        prometheus({ externalLabels: { cluster: 'a' } }),
        alertmanager(),
        bySeverity,
        nobody,
        rule({ expr: 'sum by (job) (up{job="web"}) < 1', labels: { severity: 'info' } }, 'shop'),
      ],
      finds: [
        {
          message:
            '"Down" (job="web", severity="info") goes from Prometheus monitoring/k8s to Alertmanager monitoring/main at "nobody", which does nothing.',
        },
      ],
    },
    {
      title: 'an aggregation that leaves out what a route asks for',
      objects: [
        prometheus(),
        alertmanager(),
        configSecret({
          route: { receiver: 'nobody', routes: [{ receiver: 'team', matchers: ['team="a"'] }] },
          receivers: [{ name: 'nobody' }, { name: 'team', webhook_configs: [{ url: 'http://a' }] }],
        }),
        rule({ expr: 'count(up{team="a"}) < 1' }),
      ],
      finds: [{ level: 'warning' }],
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
    {
      title: 'a rule that no Prometheus loads',
      objects: [prometheus({ ruleSelector: undefined }), alertmanager(), alertmanagerConfig(), nobody, rule()],
    },
    {
      title: 'alerts that a Secret rewrites',
      objects: [
        prometheus({ additionalAlertRelabelConfigs: { name: 'a', key: 'b' } }),
        ...[alertmanager(), alertmanagerConfig(), nobody, rule()],
      ],
    },
    {
      title: 'a namespace that is set on the way',
      objects: [
        prometheus({
          alerting: {
            alertmanagers: [
              {
                name: 'alertmanager-operated',
                port: 'web',
                alertRelabelings: [{ targetLabel: 'namespace', replacement: 'shop' }],
              },
            ],
          },
        }),
        ...[alertmanager(), alertmanagerConfig(), nobody, rule()],
      ],
    },
    {
      title: 'an Alertmanager elsewhere',
      objects: [
        prometheus({ alerting: { alertmanagers: [{ name: 'other', namespace: 'other', port: 'web' }] } }),
        ...[alertmanager(), alertmanagerConfig(), nobody, rule()],
      ],
    },
    { title: 'a configuration that is not known', objects: [alertmanager(), alertmanagerConfig(), rule()] },
    {
      title: 'an alert that is made to be dropped',
      objects: [alertmanager(), nobody, rule({ alert: 'Watchdog' }), rule({ labels: { severity: 'none' } }, 'shop')],
    },
  ],
});

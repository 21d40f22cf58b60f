import {
  alertmanager,
  alertmanagerConfig,
  alertRule,
  configSecret,
  prometheus,
} from '../../simulator/alertmanager/fixtures';
import { describeCheck } from '../describe-check';

const nobody = configSecret({ route: { receiver: 'nobody' }, receivers: [{ name: 'nobody' }] });
const somebody = configSecret({
  route: { receiver: 'all' },
  receivers: [{ name: 'all', webhook_configs: [{ url: 'http://a' }] }],
});
const objects = (expr: string, more: any = {}) => [
  prometheus(),
  alertmanager(),
  alertmanagerConfig(),
  nobody,
  alertRule({ expr, ...more }, 'shop'),
];

describeCheck('alerting/without-namespace', {
  flags: [
    {
      title: 'an aggregation without the label',
      objects: objects('sum(rate(errors_total{namespace="shop"}[5m])) > 1'),
      finds: [
        {
          object: 'PrometheusRule shop/rules',
          field: 'spec.groups[0].rules[0].expr',
          level: 'warning',
          message:
            '"Down" has no label "namespace" after its expression, and AlertmanagerConfig shop/team takes only alerts with namespace="shop".',
        },
      ],
    },
    { title: 'absent without a condition', objects: objects('absent(up)'), finds: [{ level: 'warning' }] },
    {
      title: 'another namespace in the expression',
      objects: objects('up{namespace="bank"} == 0'),
      finds: [{ field: 'spec.groups[0].rules[0].alert', message: /^"Down" has namespace="bank", and/ }],
    },
    {
      title: 'a rule of the Prometheus that drops the label',
      objects: [
        prometheus({
          alerting: {
            alertmanagers: [
              {
                name: 'alertmanager-operated',
                port: 'web',
                alertRelabelings: [{ action: 'labeldrop', regex: 'namespace' }],
              },
            ],
          },
        }),
        ...objects('up{namespace="shop"} == 0').slice(1),
      ],
      finds: [{ message: /: relabeling takes it away on the way to Alertmanager, and/ }],
    },
    {
      title: 'one that somebody else hears of, as an info',
      objects: [
        prometheus(),
        alertmanager(),
        alertmanagerConfig(),
        somebody,
        alertRule({ expr: 'sum(up) < 1' }, 'shop'),
      ],
      finds: [{ level: 'info' }],
    },
  ],
  accepts: [
    { title: 'an aggregation that keeps the label', objects: objects('sum by (namespace) (up) < 1') },
    { title: 'an aggregation that takes others away', objects: objects('sum without (pod) (up) < 1') },
    { title: 'a label of the rule', objects: objects('sum(up) < 1', { labels: { namespace: 'shop' } }) },
    {
      title: 'a label of the rule that is a template',
      objects: objects('sum(up) < 1', { labels: { namespace: '{{ $labels.a }}' } }),
    },
    { title: 'absent with the label in its condition', objects: objects('absent(up{namespace="shop"})') },
    {
      title: 'an enforced label',
      objects: [prometheus({ enforcedNamespaceLabel: 'namespace' }), ...objects('sum(up) < 1').slice(1)],
    },
    {
      title: 'an external label',
      objects: [prometheus({ externalLabels: { namespace: 'shop' } }), ...objects('sum(up) < 1').slice(1)],
    },
    {
      title: 'an Alertmanager that binds nobody',
      objects: [
        prometheus(),
        alertmanager({ alertmanagerConfigMatcherStrategy: { type: 'None' } }),
        ...objects('sum(up) < 1').slice(2),
      ],
    },
    {
      title: 'a route that asks for more than the alert has',
      objects: [
        prometheus(),
        alertmanager(),
        alertmanagerConfig({ route: { receiver: 'hook', matchers: [{ name: 'severity', value: 'page' }] } }),
        nobody,
        alertRule({ expr: 'sum(up) < 1', labels: { severity: 'info' } }, 'shop'),
      ],
    },
  ],
});

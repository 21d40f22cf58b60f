import { alertmanager, alertmanagerConfig, alertRule, prometheus } from '../../simulator/alertmanager/fixtures';
import { describeCheck } from '../describe-check';

const alone = prometheus({ alerting: undefined });

describeCheck('alerting/no-alertmanager', {
  flags: [
    {
      title: 'a Prometheus that loads an alert and has no alerting',
      objects: [alone, alertRule(), alertmanagerConfig()],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.alerting',
          level: 'warning',
          message:
            'Prometheus monitoring/k8s loads alerting rules, among them those of PrometheusRule bank/rules, and names no Alertmanager.',
        },
      ],
    },
    {
      title: 'an empty list, with an edit where there is one Alertmanager',
      objects: [prometheus({ alerting: { alertmanagers: [] } }), alertRule(), alertmanager({ portName: 'http-web' })],
      finds: [
        {
          fix: 'alerting: { alertmanagers: [{ namespace: monitoring, name: alertmanager-operated, port: http-web }] }',
          patch: [
            {
              op: 'replace',
              path: '/spec/alerting/alertmanagers',
              value: [{ namespace: 'monitoring', name: 'alertmanager-operated', port: 'http-web' }],
            },
          ],
        },
      ],
    },
  ],
  accepts: [
    { title: 'a Prometheus with an Alertmanager', objects: [prometheus(), alertmanager(), alertRule()] },
    { title: 'one that loads no rules', objects: [alone] },
    { title: 'one that loads recording rules alone', objects: [alone, alertRule({ alert: undefined, record: 'a' })] },
    {
      title: 'one that does not load the rule',
      objects: [prometheus({ alerting: undefined, ruleSelector: undefined })],
    },
    {
      title: 'one whose Alertmanagers a Secret names',
      objects: [
        prometheus({ alerting: undefined, additionalAlertManagerConfigs: { name: 'a', key: 'b' } }),
        alertRule(),
      ],
    },
    { title: 'objects that have nothing to do with Alertmanagers', objects: [alone, alertRule()] },
    { title: 'objects without a Prometheus', objects: [alertRule()] },
  ],
});

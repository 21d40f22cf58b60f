import { stackOf } from '../../../lib/simulator/stack/stack-of';
import type { StackSpec } from '../../../lib/simulator/stack/stack-spec';
import { describeCheck } from '../describe-check';

const NAMESPACE = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: monitoring }\n';
const RELEASE = 'Release --stack kps/monitoring';

function release(values: any, name = 'kps'): StackSpec {
  return stackOf(`${name}/monitoring`, [{ values, source: {} }], '88.5.3').stack as StackSpec;
}

const spec = (prometheusSpec: any, more: any = {}) => ({ ...more, prometheus: { prometheusSpec } });
const options = (...stacks: StackSpec[]) => ({ stacks });
const team = { serviceMonitorSelector: { matchLabels: { team: 'a' } } };

describeCheck('stack/own-monitors', {
  flags: [
    {
      title: 'a selector of its own, which none of the monitors meets',
      objects: NAMESPACE,
      options: options(release(spec(team))),
      finds: [
        {
          object: RELEASE,
          field: 'prometheus.prometheusSpec.serviceMonitorSelector',
          level: 'warning',
          message: /team=a, so it takes 0 of the 13 .* Lost: .* and 8 more\.$/,
          fix: /NilUsesHelmValues: false.*commonLabels: \{ team: a \}, grafana\.serviceMonitor\.labels: \{ team: a \}/,
        },
      ],
    },
    {
      title: 'the sub-charts, which commonLabels does not reach',
      objects: NAMESPACE,
      options: options(release(spec(team, { commonLabels: { team: 'a' } }))),
      finds: [{ message: /takes 10 of the 13 .* Lost: grafana, kube-state-metrics and node-exporter\.$/ }],
    },
    {
      title: 'a namespace selector that leaves out the own namespace',
      objects: NAMESPACE,
      options: options(
        release(spec({ serviceMonitorNamespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } })),
      ),
      finds: [
        { field: 'prometheus.prometheusSpec.serviceMonitorNamespaceSelector', message: /in namespace shop only/ },
      ],
    },
    {
      title: 'monitors that move to a namespace that the Operator does not watch',
      objects: NAMESPACE,
      options: options(
        release(
          spec(
            { ignoreNamespaceSelectors: true },
            { prometheusOperator: { namespaces: { releaseNamespace: true, additional: ['kube-system'] } } },
          ),
        ),
      ),
      finds: [{ field: 'prometheusOperator.namespaces', message: /does not watch "default".* Lost: apiserver\.$/ }],
    },
  ],
  accepts: [
    { title: 'the values of the chart', objects: NAMESPACE, options: options(release({})) },
    {
      title: 'a selector that takes everything',
      objects: NAMESPACE,
      options: options(release(spec({ serviceMonitorSelectorNilUsesHelmValues: false }))),
    },
    {
      title: 'labels on all of them',
      objects: NAMESPACE,
      options: options(
        release(
          spec(team, {
            commonLabels: { team: 'a' },
            grafana: { serviceMonitor: { labels: { team: 'a' } } },
            'kube-state-metrics': { prometheus: { monitor: { additionalLabels: { team: 'a' } } } },
            'prometheus-node-exporter': { prometheus: { monitor: { additionalLabels: { team: 'a' } } } },
          }),
        ),
      ),
    },
    {
      title: 'monitors that another Prometheus takes',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: all, namespace: monitoring }
spec: { serviceMonitorSelector: {}, serviceMonitorNamespaceSelector: {} }
`,
      options: options(release(spec(team))),
    },
    {
      title: 'a release without Prometheus',
      objects: NAMESPACE,
      options: options(release({ prometheus: { enabled: false, prometheusSpec: team } })),
    },
    {
      title: 'a namespace selector by labels that nobody knows',
      objects: NAMESPACE,
      options: options(release(spec({ serviceMonitorNamespaceSelector: { matchLabels: { tier: 'infra' } } }))),
    },
  ],
});

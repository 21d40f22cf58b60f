import { stackOf } from '../../../lib/simulator/stack/stack-of';
import { describeCheck } from '../describe-check';
import { endpoint, podMonitor, prometheus, serviceMonitor } from '../manifests';

const { stack } = stackOf('stack/monitoring');
const STACK = stack === undefined ? [] : [stack];

describeCheck('monitor/not-selected', {
  flags: [
    {
      title: 'a label that is missing',
      objects: [prometheus({ serviceMonitorSelector: { matchLabels: { release: 'stack' } } }), serviceMonitor()],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'metadata.labels.release',
          level: 'error',
          message:
            'Prometheus monitoring/k8s takes only monitors with release=stack, and "web" has no label "release".',
          fix: 'add the label release: stack on ServiceMonitor shop/web, or set serviceMonitorSelector: {} in Prometheus monitoring/k8s, to take every one.',
          patch: [{ op: 'add', path: '/metadata/labels', value: { release: 'stack' } }],
          related: ['Prometheus monitoring/k8s'],
        },
      ],
    },
    {
      title: 'a label that has another value',
      objects: [
        prometheus({ serviceMonitorSelector: { matchLabels: { release: 'stack' } } }),
        serviceMonitor({}, { labels: { release: 'other' } }),
      ],
      finds: [
        {
          message: /and "web" has release=other\.$/,
          fix: /^set the label release: stack/,
          patch: [{ op: 'replace', path: '/metadata/labels/release', value: 'stack' }],
        },
      ],
    },
    {
      title: 'all labels that are missing',
      objects: [
        prometheus({
          podMonitorSelector: { matchLabels: { a: '1' }, matchExpressions: [{ key: 'b', operator: 'Exists' }] },
        }),
        podMonitor(),
      ],
      finds: [{ message: /with a=1 and b, and "web" has no label "a" and has no label "b"/, patch: undefined }],
    },
    {
      title: 'the instance that comes nearest',
      objects: [
        prometheus({ serviceMonitorSelector: { matchLabels: { team: 'a', tier: 'b' } } }, { name: 'far' }),
        prometheus({ serviceMonitorSelector: { matchLabels: { release: 'stack' } } }),
        serviceMonitor(),
      ],
      finds: [{ message: /^Prometheus monitoring\/k8s .* Of the 2 instances here this one comes nearest\.$/ }],
    },
    {
      title: 'the instance of the same namespace, of two that are as near',
      objects: [
        prometheus({ serviceMonitorSelector: { matchLabels: { release: 'a' } } }),
        prometheus({ serviceMonitorSelector: { matchLabels: { release: 'b' } } }, { namespace: 'shop' }),
        serviceMonitor(),
      ],
      finds: [{ message: /^Prometheus shop\/k8s/ }],
    },
    {
      title: 'labels and namespace in one finding',
      objects: [
        prometheus({
          serviceMonitorSelector: { matchLabels: { release: 'stack' } },
          serviceMonitorNamespaceSelector: undefined,
        }),
        serviceMonitor(),
      ],
      finds: [{ message: /Nor does it look into its namespace: .*"web" is in "shop"/ }],
    },
    {
      title: 'a release of kube-prometheus-stack, and names its value',
      options: { stacks: STACK },
      objects: [serviceMonitor()],
      finds: [
        {
          fix: /prometheus\.prometheusSpec\.serviceMonitorSelectorNilUsesHelmValues: false in the values of release stack/,
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'a monitor that one of two instances takes',
      objects: [
        prometheus({ serviceMonitorSelector: { matchLabels: { a: 'b' } } }),
        prometheus({}, { name: 'other' }),
        serviceMonitor(),
      ],
    },
    {
      title: 'a monitor that is rejected where it is selected',
      objects: [
        prometheus({ serviceMonitorSelector: { matchLabels: { a: 'b' } } }),
        prometheus({}, { name: 'other' }),
        endpoint({ scrapeTimeout: '1m' }),
      ],
    },
    {
      title: 'a monitor that a paused Prometheus selects',
      objects: [
        prometheus({ serviceMonitorSelector: { matchLabels: { a: 'b' } } }),
        prometheus({ paused: true }, { name: 'other' }),
        serviceMonitor(),
      ],
    },
    { title: 'a monitor without any Prometheus', objects: [serviceMonitor()] },
  ],
});

import { describeCheck } from '../describe-check';
import { monitoring, prometheus } from '../manifests';
import { alert, loading } from './rules';

describeCheck('rule/selector', {
  flags: [
    {
      title: 'a label that is missing',
      objects: [loading({ ruleSelector: { matchLabels: { release: 'stack' } } }), alert('up == 0')],
      finds: [
        {
          object: 'PrometheusRule shop/web',
          field: 'metadata.labels.release',
          level: 'error',
          message:
            'Prometheus monitoring/k8s takes only rules with release=stack (spec.ruleSelector.matchLabels.release), and "web" has no label "release".',
          patch: [{ op: 'add', path: '/metadata/labels', value: { release: 'stack' } }],
          related: ['Prometheus monitoring/k8s'],
        },
      ],
    },
    {
      title: 'a Prometheus without a selector, which loads none',
      objects: [prometheus(), alert('up == 0')],
      finds: [{ message: /has no ruleSelector, so it takes no PrometheusRule at all/, patch: undefined }],
    },
  ],
  accepts: [
    {
      title: 'rules that one of two instances loads',
      objects: [loading({ ruleSelector: { matchLabels: { a: 'b' } } }), loading({}, { name: 'other' }), alert('up')],
    },
    {
      title: 'rules that a ThanosRuler loads',
      objects: [
        prometheus(),
        monitoring('ThanosRuler', 'ruler', { ruleSelector: {}, ruleNamespaceSelector: {} }),
        alert('up'),
      ],
    },
    {
      title: 'rules beside a Prometheus that is paused',
      objects: [prometheus({ paused: true }), prometheus({}, { name: 'other' }), alert('up')],
    },
    { title: 'rules without any Prometheus', objects: [alert('up')] },
  ],
});

import { describeCheck } from '../describe-check';
import { namespace } from '../manifests';
import { alert, loading } from './rules';

describeCheck('rule/namespace', {
  flags: [
    {
      title: 'rules in another namespace than a Prometheus without a selector for namespaces',
      objects: [loading({ ruleNamespaceSelector: undefined }), alert('up')],
      finds: [
        { object: 'PrometheusRule shop/web', field: 'metadata.namespace', message: /looks in its own namespace alone/ },
      ],
    },
    {
      title: 'a Namespace with other labels',
      objects: [loading({ ruleNamespaceSelector: { matchLabels: { team: 'a' } } }), namespace('shop'), alert('up')],
      finds: [{ message: /Namespace "shop" has no label "team"/, related: ['Prometheus monitoring/k8s'] }],
    },
  ],
  accepts: [
    {
      title: 'a Namespace of which the labels are not known',
      objects: [loading({ ruleNamespaceSelector: { matchLabels: { team: 'a' } } }), alert('up')],
    },
    {
      title: 'a Namespace that is asked for by its name',
      objects: [
        loading({ ruleNamespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }),
        alert('up'),
      ],
    },
  ],
});

import { describeCheck } from '../describe-check';
import { prometheus, serviceMonitor } from '../manifests';

describeCheck('schema/misplaced-field', {
  flags: [
    {
      title: 'matchNames where labels are asked for',
      objects: [prometheus({ serviceMonitorNamespaceSelector: { matchNames: ['shop'] } })],
      finds: [{ object: 'Prometheus monitoring/k8s', level: 'error' }],
    },
    {
      title: 'matchLabels where names are asked for',
      objects: [prometheus(), serviceMonitor({ namespaceSelector: { matchLabels: { a: 'b' } } })],
      finds: [{ level: 'error' }],
    },
  ],
  accepts: [
    {
      title: 'the same fields where they belong',
      objects: [
        prometheus({ serviceMonitorNamespaceSelector: { matchLabels: { a: 'b' } } }),
        serviceMonitor({ namespaceSelector: { matchNames: ['shop'] } }),
      ],
    },
  ],
});

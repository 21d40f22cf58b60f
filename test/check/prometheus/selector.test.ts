import { describeCheck } from '../describe-check';
import { prometheus } from '../manifests';

describeCheck('prometheus/selector', {
  flags: [
    {
      title: 'a selector that Kubernetes refuses',
      objects: [prometheus({ ruleSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } })],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.ruleSelector.matchExpressions[0].values',
          level: 'error',
          message: /is empty, and In needs at least one value/,
        },
      ],
    },
  ],
  accepts: [{ title: 'a selector that is empty', objects: [prometheus({ ruleSelector: {} })] }],
});

import { describeCheck } from '../describe-check';
import { operator, prometheus } from '../manifests';

describeCheck('operator/overlap', {
  flags: [
    {
      title: 'two Operators for one Prometheus, once',
      objects: [operator([], 'a'), operator([], 'b'), prometheus(), prometheus({}, { name: 'other' })],
      finds: [
        {
          object: 'Deployment operators/b',
          field: '',
          level: 'warning',
          message:
            'Deployment operators/b is an Operator that takes care of Prometheus monitoring/k8s, and so does Deployment operators/a.',
          related: ['Deployment operators/a'],
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'two Operators that share the namespaces',
      objects: [
        operator(['--namespaces=monitoring'], 'a'),
        operator(['--deny-namespaces=monitoring'], 'b'),
        prometheus(),
      ],
    },
    {
      title: 'two Operators that a controller tells apart',
      objects: [operator([], 'a'), operator(['--controller-id=blue'], 'b'), prometheus()],
    },
  ],
});

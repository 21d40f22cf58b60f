import { describeCheck } from '../describe-check';
import { operator, prometheus, serviceMonitor } from '../manifests';

describeCheck('prometheus/unseen', {
  flags: [
    {
      title: 'a namespace that the Operator does not look into',
      objects: [operator(['--prometheus-instance-namespaces=other']), prometheus(), serviceMonitor()],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'metadata.namespace',
          level: 'error',
          message:
            /does not look for Prometheus objects in namespace "monitoring".* One of the monitors here is for this Prometheus\.$/,
          related: ['Deployment operators/prometheus-operator'],
        },
      ],
    },
    {
      title: 'the controller of another Operator',
      objects: [operator([]), prometheus({}, { annotations: { 'operator.prometheus.io/controller-id': 'blue' } })],
      finds: [{ message: /is "blue", and the Operator/ }],
    },
    {
      title: 'labels that the Operator does not take',
      objects: [operator(['--prometheus-instance-selector=team=web']), prometheus()],
      finds: [{ field: 'metadata.labels' }],
    },
  ],
  accepts: [
    {
      title: 'a controller where no Operator is shown',
      objects: [prometheus({}, { annotations: { 'operator.prometheus.io/controller-id': 'blue' } }), serviceMonitor()],
    },
    {
      title: 'an instance that the second of two Operators takes',
      objects: [operator(['--namespaces=other'], 'a'), operator([], 'b'), prometheus()],
    },
  ],
});

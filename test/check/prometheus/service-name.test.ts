import { describeCheck } from '../describe-check';
import { object, prometheus } from '../manifests';

const service = (selector: object) =>
  object(
    'v1',
    'Service',
    'own',
    { spec: { clusterIP: 'None', selector, ports: [{ name: 'web', port: 9090 }] } },
    { namespace: 'monitoring' },
  );

describeCheck('prometheus/service-name', {
  flags: [
    {
      title: 'a Service that selects other pods',
      objects: [prometheus({ serviceName: 'own' }), service({ app: 'prometheus' })],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.serviceName',
          level: 'error',
          message: /^Service monitoring\/own selects app=prometheus/,
        },
      ],
    },
    {
      title: 'a Service that is not there, in a namespace that is shown',
      objects: [prometheus({ serviceName: 'other' }), service({})],
      finds: [{ level: 'error', message: /There is no Service "other" in namespace "monitoring"/ }],
    },
  ],
  accepts: [
    {
      title: 'a Service that selects some of the labels',
      objects: [prometheus({ serviceName: 'own' }), service({ 'operator.prometheus.io/name': 'k8s' })],
    },
    { title: 'a Service in a namespace of which nothing is shown', objects: [prometheus({ serviceName: 'own' })] },
  ],
});

import { describeCheck } from '../describe-check';
import { deployment, podMonitor, prometheus, service, serviceMonitor } from '../objects';

const TWO = [
  { name: 'http', containerPort: 8080 },
  { name: 'metrics', containerPort: 9090 },
];
const HTTP = [{ name: 'http', port: 80, targetPort: 'http' }];

describeCheck('monitor/every-port', {
  flags: [
    {
      title: 'a port that the Service does not even publish, with the likely one as the edit',
      objects: [prometheus(), serviceMonitor([{}]), service(HTTP), deployment(TWO)],
      finds: [
        {
          field: 'spec.endpoints[0]',
          level: 'warning',
          message:
            'ServiceMonitor shop/web names no port here, so every port of the pods of Deployment shop/web is scraped: http (8080) and metrics (9090). Not even the Service publishes metrics (9090).',
          fix: 'port: metrics',
          patch: [{ op: 'add', path: '/spec/endpoints/0/port', value: 'metrics' }],
        },
      ],
    },
    {
      title: 'a PodMonitor',
      objects: [prometheus(), podMonitor([{}]), deployment([TWO[0], { name: 'grpc', containerPort: 9000 }])],
      finds: [{ fix: 'port: http, or port: grpc', patch: undefined }],
    },
    {
      title: 'a container without ports',
      objects: [prometheus(), podMonitor([{}]), deployment([])],
      finds: [{ message: /declares no port is scraped at port 80/ }],
    },
  ],
  accepts: [
    { title: 'a lone port', objects: [prometheus(), serviceMonitor([{}]), service(HTTP), deployment()] },
    {
      title: 'relabelings that leave one',
      objects: [
        prometheus(),
        serviceMonitor([
          {
            relabelings: [
              { action: 'keep', sourceLabels: ['__meta_kubernetes_pod_container_port_name'], regex: 'metrics' },
            ],
          },
        ]),
        service(HTTP),
        deployment(TWO),
      ],
    },
    {
      title: 'several ports by a regular expression',
      objects: [
        prometheus(),
        serviceMonitor([{ port: 'http|metrics' }]),
        service([...HTTP, { name: 'metrics', port: 9090 }]),
        deployment(TWO),
      ],
    },
  ],
});

import { describeCheck } from '../describe-check';
import { deployment, podMonitor, prometheus, service, serviceMonitor } from '../objects';

const DNS = [
  { name: 'dns', port: 53, protocol: 'UDP' },
  { name: 'http', port: 80 },
];
const CONTAINER = [
  { name: 'dns', containerPort: 53, protocol: 'UDP' },
  { name: 'http', containerPort: 80 },
];

describeCheck('monitor/udp-port', {
  flags: [
    {
      title: 'a port of a Service',
      objects: [prometheus(), serviceMonitor([{ port: 'dns' }]), service(DNS), deployment(CONTAINER)],
      finds: [
        {
          field: 'spec.endpoints[0].port',
          level: 'warning',
          message: 'Port "dns" (53) of Service shop/web speaks UDP, and Prometheus scrapes over TCP.',
        },
      ],
    },
    {
      title: 'a port of a container',
      objects: [prometheus(), podMonitor([{ port: 'dns' }]), deployment(CONTAINER)],
      finds: [{ field: 'spec.podMetricsEndpoints[0].port', related: ['Deployment shop/web'] }],
    },
    {
      title: 'the only port, though nobody names it',
      objects: [prometheus(), serviceMonitor([{}]), service([DNS[0]]), deployment([CONTAINER[0]])],
      finds: [{ field: 'spec.endpoints[0]', message: /^Port 53 of Service shop\/web speaks UDP/ }],
    },
  ],
  accepts: [
    {
      title: 'a port that is declared for nothing',
      objects: [prometheus(), serviceMonitor([{}]), service([{ name: 'http', port: 80 }]), deployment([])],
    },
    { title: 'a TCP port beside it', objects: [prometheus(), serviceMonitor(), service(DNS), deployment(CONTAINER)] },
    {
      title: 'every port, of which monitor/every-port speaks',
      objects: [prometheus(), serviceMonitor([{}]), service(DNS), deployment(CONTAINER)],
    },
  ],
});

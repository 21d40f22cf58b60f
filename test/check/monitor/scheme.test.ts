import { describeCheck } from '../describe-check';
import { deployment, podMonitor, prometheus, service, serviceMonitor } from '../objects';

const named = (name: string, more: object = {}) => [
  service([{ name, port: 443, targetPort: 8443, ...more }]),
  deployment([{ containerPort: 8443 }]),
];
const probing = (scheme?: string) =>
  deployment(undefined, { container: { livenessProbe: { httpGet: { path: '/', port: 'http', scheme } } } });

describeCheck('monitor/scheme', {
  flags: [
    {
      title: 'http to a port called https',
      objects: [prometheus(), serviceMonitor([{ port: 'https' }]), ...named('https')],
      finds: [
        {
          field: 'spec.endpoints[0].scheme',
          level: 'warning',
          message: 'Port 8443 of Service shop/web is called "https", and the scheme is http.',
          fix: /^scheme: https/,
        },
      ],
    },
    {
      title: 'http to a port with appProtocol: https',
      objects: [prometheus(), serviceMonitor([{ port: 'web' }]), ...named('web', { appProtocol: 'https' })],
      finds: [{ message: /has appProtocol: https/ }],
    },
    {
      title: 'http to a port that is probed over https',
      objects: [prometheus(), serviceMonitor(), service(), probing('HTTPS')],
      finds: [{ message: /is probed over https/ }],
    },
    {
      title: 'https to a port that is probed over http, with the edit',
      objects: [prometheus(), podMonitor([{ port: 'http', scheme: 'https' }]), probing()],
      finds: [
        {
          message: 'Port 8080 of Deployment shop/web is probed over http, and the scheme is https.',
          fix: 'scheme: http',
          patch: [{ op: 'replace', path: '/spec/podMetricsEndpoints/0/scheme', value: 'http' }],
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'https to a port called http, since a name is but a name',
      objects: [prometheus(), serviceMonitor([{ port: 'http', scheme: 'https' }]), service(), deployment()],
    },
    {
      title: 'https to a port called https',
      objects: [prometheus(), serviceMonitor([{ port: 'https', scheme: 'HTTPS' }]), ...named('https')],
    },
    {
      title: 'a scheme that a relabeling sets',
      objects: [
        prometheus(),
        serviceMonitor([{ port: 'https', relabelings: [{ targetLabel: '__scheme__', replacement: 'https' }] }]),
        ...named('https'),
      ],
    },
    {
      title: 'https to a port called http that is probed over https',
      objects: [prometheus(), serviceMonitor([{ port: 'http', scheme: 'https' }]), service(), probing('HTTPS')],
    },
    {
      title: 'https with a client certificate, as in a mesh',
      objects: [
        prometheus(),
        serviceMonitor([
          { port: 'http', scheme: 'https', tlsConfig: { certFile: '/certs/tls.crt', keyFile: '/certs/tls.key' } },
        ]),
        service(),
        deployment(),
      ],
    },
    {
      title: 'a name that says nothing',
      objects: [prometheus(), serviceMonitor([{ port: 'metrics' }]), ...named('metrics')],
    },
  ],
});

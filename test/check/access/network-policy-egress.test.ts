import { describeCheck } from '../describe-check';
import { deployment, object, prometheus, service, serviceMonitor } from '../objects';
import { networkPolicy, peer } from './network-policies';

const APP = [prometheus(), serviceMonitor(), service(), deployment()];
const API = { ports: [{ port: 6443 }] };

function egress(...rules: object[]): object {
  return networkPolicy('monitoring', { policyTypes: ['Egress'], egress: rules });
}

describeCheck('access/network-policy-egress', {
  flags: [
    {
      title: 'a policy that lets nothing out: without the API server there are no targets to speak of',
      objects: [...APP, egress()],
      finds: [
        {
          object: 'NetworkPolicy monitoring/policy',
          field: 'spec.podSelector',
          level: 'warning',
          message:
            'NetworkPolicy monitoring/policy isolates Prometheus monitoring/k8s, and no rule lets it out to the API server: it discovers no target at all.',
        },
      ],
    },
    {
      title: 'rules for pods alone, which the API server is none of',
      objects: [...APP, egress({ to: [peer('shop')] })],
      finds: [{ message: /out to the API server/ }],
    },
    {
      title: 'targets that no rule is about',
      objects: [...APP, egress(API, { to: [peer('blog')] })],
      finds: [
        {
          message:
            'NetworkPolicy monitoring/policy isolates Prometheus monitoring/k8s, and no rule lets it out to port 8080 of Deployment shop/web, which ServiceMonitor shop/web scrapes.',
          fix: /add an egress rule with to: - namespaceSelector: .*metadata\.name: shop/,
        },
      ],
    },
    {
      title: 'the port of the Service',
      objects: [...APP, egress(API, { to: [peer('shop')], ports: [{ port: 80 }] })],
      finds: [{ level: 'error', patch: [{ op: 'replace', path: '/spec/egress/1/ports/0/port', value: 8080 }] }],
    },
    {
      title: 'names that cannot be resolved',
      objects: [
        prometheus({ remoteWrite: [{ url: 'https://metrics.example.com/push' }] }),
        egress({ ports: [{ port: 443 }] }),
      ],
      finds: [
        { message: /out to port 53, so it resolves no names: it finds no address for "metrics\.example\.com"\.$/ },
      ],
    },
    {
      title: 'an Alertmanager in another namespace',
      objects: [
        prometheus({
          alerting: { alertmanagers: [{ name: 'alertmanager-operated', namespace: 'alerts', port: 'web' }] },
        }),
        object('monitoring.coreos.com/v1', 'Alertmanager', { name: 'main', namespace: 'alerts' }, {}),
        egress(API),
      ],
      finds: [{ message: /out to port 9093 of Alertmanager alerts\/main, where it sends alerts\.$/ }],
    },
  ],
  accepts: [
    { title: 'a policy with ingress alone', objects: [...APP, networkPolicy('monitoring', {})] },
    { title: 'a rule for everything', objects: [...APP, egress({})] },
    {
      title: 'an API server that may be in kube-system, and the app',
      objects: [...APP, egress({ to: [{ namespaceSelector: {} }] })],
    },
    {
      title: 'an API server by its address',
      objects: [
        ...APP,
        egress({ to: [{ ipBlock: { cidr: '10.0.0.1/32' } }], ports: [{ port: 443 }] }, { to: [peer('shop')] }),
      ],
    },
    {
      title: 'the port of the container by its name',
      objects: [...APP, egress(API, { to: [peer('shop')], ports: [{ port: 'http' }] })],
    },
    {
      title: 'remote write to an address',
      objects: [prometheus({ remoteWrite: [{ url: 'https://10.1.2.3/push' }] }), egress({ ports: [{ port: 443 }] })],
    },
    {
      title: 'a Prometheus in the network of its node',
      objects: [prometheus({ hostNetwork: true }), serviceMonitor(), service(), deployment(), egress()],
    },
    {
      title: 'the pods of something else',
      objects: [
        ...APP,
        networkPolicy('monitoring', { podSelector: { matchLabels: { app: 'grafana' } }, policyTypes: ['Egress'] }),
      ],
    },
  ],
});

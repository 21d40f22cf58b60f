import { describeCheck } from '../describe-check';
import { deployment, object, prometheus, service, serviceMonitor } from '../objects';
import { denyAll, networkPolicy, PROMETHEUS_LABELS, peer } from './network-policies';

const APP = [prometheus(), serviceMonitor(), service(), deployment()];
const MONITORING = object('v1', 'Namespace', { name: 'monitoring', namespace: undefined }, {});
const PARTIAL = { absence: 'partial' } as const;
const COMPLETE = { absence: 'complete' } as const;

function ingress(...rules: object[]): object {
  return networkPolicy('shop', { ingress: rules });
}

describeCheck('access/network-policy-ingress', {
  flags: [
    {
      title: 'a policy that lets nobody in, as a warning since another one may be elsewhere',
      objects: [...APP, denyAll('shop')],
      finds: [
        {
          object: 'NetworkPolicy shop/deny',
          field: 'spec.podSelector',
          level: 'warning',
          message:
            'NetworkPolicy shop/deny isolates Deployment shop/web, and no rule lets Prometheus monitoring/k8s in to port 8080, which ServiceMonitor shop/web scrapes.',
          why: /enforces policies.*no manifest shows/,
          fix: 'add to namespace "shop" a NetworkPolicy for these pods that has an ingress rule with from: - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } and, in the same item, podSelector: { matchLabels: { app.kubernetes.io/name: prometheus } }, and ports: [{ port: 8080 }].',
          related: ['Deployment shop/web', 'ServiceMonitor shop/web'],
        },
      ],
    },
    {
      title: 'the same as an error where the objects are all that there is',
      objects: [...APP, denyAll('shop')],
      options: COMPLETE,
      finds: [{ level: 'error' }],
    },
    {
      title: 'the same as an info where they are a part',
      objects: [...APP, denyAll('shop')],
      options: PARTIAL,
      finds: [{ level: 'info' }],
    },
    {
      title: 'the port of the Service instead of that of the container',
      objects: [...APP, ingress({ from: [peer('monitoring')], ports: [{ port: 80 }] })],
      finds: [
        {
          level: 'error',
          field: 'spec.ingress[0].ports[0].port',
          message:
            /spec\.ingress\[0\]\.ports\[0\] names port 80, which is the port of Service shop\/web\. Policies are about the port of the container behind it, 8080\.$/,
          fix: 'port: 8080',
          patch: [{ op: 'replace', path: '/spec/ingress/0/ports/0/port', value: 8080 }],
        },
      ],
    },
    {
      title: 'UDP alone',
      objects: [...APP, ingress({ from: [peer('monitoring')], ports: [{ port: 8080, protocol: 'UDP' }] })],
      finds: [
        { fix: 'protocol: TCP', patch: [{ op: 'replace', path: '/spec/ingress/0/ports/0/protocol', value: 'TCP' }] },
      ],
    },
    {
      title: 'a port by a name that no container declares',
      objects: [...APP, ingress({ from: [peer('monitoring')], ports: [{ port: 'metrics' }] })],
      finds: [
        {
          message:
            /names port "metrics", which the pods of Deployment shop\/web do not declare; what is called is 8080\.$/,
        },
      ],
    },
    {
      title: 'the number and the name of another port',
      objects: [
        prometheus(),
        serviceMonitor(),
        service(),
        deployment([
          { name: 'http', containerPort: 8080 },
          { name: 'admin', containerPort: 9000 },
        ]),
        ingress({ from: [peer('monitoring')], ports: [{ port: 9000 }] }),
        networkPolicy('shop', { ingress: [{ from: [peer('monitoring')], ports: [{ port: 'admin' }] }] }, 'named'),
      ],
      finds: [
        {
          object: 'NetworkPolicy shop/named',
          message:
            /names port "admin", which is port 9000 of the pods of Deployment shop\/web; what is called is 8080\.$/,
          fix: 'add { port: 8080 } to spec.ingress[0].ports.',
          patch: [{ op: 'add', path: '/spec/ingress/0/ports/-', value: { port: 8080 } }],
        },
      ],
    },
    {
      title: 'a port that is open to everybody, without making a rule of it that was meant',
      objects: [...APP, ingress({ ports: [{ port: 9000 }] })],
      finds: [{ level: 'warning', field: 'spec.podSelector', message: /scrapes\.$/ }],
    },
    {
      title: 'a podSelector that stands alone beside a namespaceSelector: two items for one',
      objects: [
        ...APP,
        MONITORING,
        ingress({
          from: [
            { namespaceSelector: { matchLabels: { name: 'monitoring' } } },
            { podSelector: { matchLabels: PROMETHEUS_LABELS } },
          ],
        }),
      ],
      finds: [
        {
          field: 'spec.ingress[0].from[1].podSelector',
          message:
            /The podSelector of spec\.ingress\[0\]\.from\[1\] stands alone, so it is about pods of namespace "shop".* Items of the list are alternatives/,
          patch: [
            {
              op: 'add',
              path: '/spec/ingress/0/from/1/namespaceSelector',
              value: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
            },
          ],
        },
      ],
    },
    {
      title: 'a label that the namespace does not have',
      objects: [
        ...APP,
        MONITORING,
        ingress({ from: [{ namespaceSelector: { matchLabels: { name: 'monitoring' } } }] }),
      ],
      finds: [
        {
          field: 'spec.ingress[0].from[0].namespaceSelector',
          message: /asks for name=monitoring, which namespace "monitoring" does not have\.$/,
          fix: 'namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }',
        },
      ],
    },
    {
      title: 'the label of older guides',
      objects: [...APP, ingress({ from: [peer('monitoring', { app: 'prometheus' })] })],
      finds: [
        {
          field: 'spec.ingress[0].from[0].podSelector',
          message:
            /asks for app=prometheus, which the pods of Prometheus monitoring\/k8s do not have\. Older guides have that label; the Operator does not set it\.$/,
          patch: [
            { op: 'replace', path: '/spec/ingress/0/from/0/podSelector', value: { matchLabels: PROMETHEUS_LABELS } },
          ],
        },
      ],
    },
    {
      title: 'a policy for another Prometheus, once for each that is left out',
      objects: [...APP, prometheus({}, { name: 'other', namespace: 'other' }), ingress({ from: [peer('third')] })],
      finds: [{ message: /Prometheus monitoring\/k8s in/ }, { message: /Prometheus other\/other in/ }],
    },
    {
      title: 'an Alertmanager that alerts are sent to',
      objects: [
        prometheus({
          alerting: { alertmanagers: [{ name: 'alertmanager-operated', namespace: 'alerts', port: 'web' }] },
        }),
        object('monitoring.coreos.com/v1', 'Alertmanager', { name: 'main', namespace: 'alerts' }, {}),
        denyAll('alerts'),
      ],
      finds: [
        {
          message:
            'NetworkPolicy alerts/deny isolates Alertmanager alerts/main, and no rule lets Prometheus monitoring/k8s in to port 9093, where it sends alerts.',
        },
      ],
    },
  ],
  accepts: [
    { title: 'a policy in another namespace', objects: [...APP, denyAll('monitoring')] },
    {
      title: 'a policy about other pods',
      objects: [...APP, networkPolicy('shop', { podSelector: { matchLabels: { app: 'db' } } })],
    },
    { title: 'a policy about egress alone', objects: [...APP, networkPolicy('shop', { policyTypes: ['Egress'] })] },
    {
      title: 'a second policy that lets it in',
      objects: [
        ...APP,
        denyAll('shop'),
        ingress({ from: [peer('monitoring', PROMETHEUS_LABELS)], ports: [{ port: 8080 }] }),
      ],
    },
    { title: 'a rule for everybody', objects: [...APP, ingress({})] },
    { title: 'a rule by the name of the port', objects: [...APP, ingress({ ports: [{ port: 'http' }] })] },
    { title: 'a rule for a range of ports', objects: [...APP, ingress({ ports: [{ port: 8000, endPort: 9000 }] })] },
    {
      title: 'a range of addresses, which may hold any pod',
      objects: [...APP, ingress({ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] })],
    },
    {
      title: 'labels of a namespace that is not here',
      objects: [...APP, ingress({ from: [{ namespaceSelector: { matchLabels: { team: 'platform' } } }] })],
    },
    {
      title: 'a label that only a cluster knows the value of',
      objects: [...APP, ingress({ from: [peer('monitoring', { 'operator.prometheus.io/shard': '1' })] })],
    },
    {
      title: 'labels that the Prometheus gives its pods',
      objects: [
        prometheus({ podMetadata: { labels: { app: 'prometheus' } } }),
        serviceMonitor(),
        service(),
        deployment(),
        ingress({ from: [peer('monitoring', { app: 'prometheus' })] }),
      ],
    },
    {
      title: 'a Prometheus in the network of its node',
      objects: [
        prometheus({ hostNetwork: true }),
        serviceMonitor(),
        service(),
        deployment(),
        ingress({ from: [peer('monitoring')], ports: [{ port: 8080 }] }),
      ],
    },
    {
      title: 'pods in the network of their node',
      objects: [
        prometheus(),
        serviceMonitor(),
        service(),
        deployment(undefined, { pod: { hostNetwork: true } }),
        denyAll('shop'),
      ],
    },
    {
      title: 'a policy of a network plugin, which may allow it',
      objects: [...APP, denyAll('shop'), object('cilium.io/v2', 'CiliumNetworkPolicy', { name: 'more' }, {})],
    },
    {
      title: 'a proxy, which calls in place of Prometheus',
      objects: [
        prometheus(),
        serviceMonitor([{ port: 'http', proxyUrl: 'http://proxy.shop:3128' }]),
        service(),
        deployment(),
        denyAll('shop'),
      ],
    },
    {
      title: 'a policy whose selector the API server refuses',
      objects: [...APP, networkPolicy('shop', { podSelector: { matchLabels: { app: 1 } } })],
    },
    { title: 'no Prometheus at all', objects: [serviceMonitor(), service(), deployment(), denyAll('shop')] },
  ],
});

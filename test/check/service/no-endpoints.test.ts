import { describeCheck } from '../describe-check';
import { deployment, object, pod, prometheus, service, serviceMonitor, WEB } from '../objects';

const withoutSelector = (spec: object = {}) => service(undefined, {}, { selector: undefined, ...spec });
const endpoints = (subsets: readonly object[], metadata: object = {}) =>
  object('v1', 'Endpoints', metadata, undefined, { subsets });
const sliceOf = (addressType: string, address: string) =>
  object(
    'discovery.k8s.io/v1',
    'EndpointSlice',
    { name: 'web-1', labels: { 'kubernetes.io/service-name': 'web' } },
    undefined,
    { addressType, endpoints: [{ addresses: [address] }], ports: [{ name: 'http', port: 80 }] },
  );
const slice = sliceOf('IPv4', '192.0.2.1');
const ADDRESS = [{ addresses: [{ ip: '192.0.2.1' }], ports: [{ name: 'http', port: 80 }] }];

describeCheck('service/no-endpoints', {
  flags: [
    {
      title: 'an alias of a DNS name',
      objects: [
        prometheus(),
        serviceMonitor(),
        withoutSelector({ type: 'ExternalName', externalName: 'web.example.com' }),
      ],
      finds: [
        {
          object: 'Service shop/web',
          field: 'spec.type',
          level: 'error',
          message:
            'Service shop/web is an alias of "web.example.com" (type: ExternalName), for which there are never endpoints; ServiceMonitor shop/web selects it.',
        },
      ],
    },
    {
      title: 'a headless Service without ports',
      objects: [prometheus(), serviceMonitor(), service([], {}, { clusterIP: 'None' }), deployment()],
      finds: [{ field: 'spec.ports', level: 'error', fix: /^ports: / }],
    },
    {
      title: 'as a warning, no selector and no Endpoints, which something may write later',
      objects: [prometheus(), serviceMonitor(), withoutSelector()],
      finds: [
        {
          field: 'spec.selector',
          level: 'warning',
          message: /has no selector, and there is no Endpoints object of its name/,
        },
      ],
    },
    {
      title: 'Endpoints of another name beside a Service without a selector',
      objects: [
        prometheus(),
        serviceMonitor(),
        withoutSelector(),
        {
          apiVersion: 'v1',
          kind: 'Endpoints',
          metadata: { name: 'web-db', namespace: 'shop' },
          subsets: [{ addresses: [{ ip: '10.0.0.1' }], ports: [{ name: 'http', port: 80 }] }],
        },
      ],
      finds: [
        {
          message: /Endpoints shop\/web-db belongs to no Service here\.$/,
          fix: /^name: web in Endpoints shop\/web-db/,
          related: ['Endpoints shop/web-db', 'ServiceMonitor shop/web'],
        },
      ],
    },
    {
      title: 'slices by hand where Prometheus reads Endpoints',
      objects: [prometheus(), serviceMonitor(), withoutSelector(), slice],
      finds: [
        {
          level: 'error',
          message: /only EndpointSlice shop\/web-1/,
          fix: /^serviceDiscoveryRole: EndpointSlice/,
          related: ['EndpointSlice shop/web-1', 'ServiceMonitor shop/web'],
        },
      ],
    },
    {
      title: 'Endpoints that are kept from the slices which Prometheus reads',
      objects: [
        prometheus({ serviceDiscoveryRole: 'EndpointSlice' }),
        serviceMonitor(),
        withoutSelector(),
        endpoints(ADDRESS, { labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' } }),
      ],
      finds: [{ message: /not mirrored/, fix: /skip-mirror/ }],
    },
    {
      title: 'Endpoints of an alias with a selector, which are not mirrored',
      objects: [
        prometheus({ serviceDiscoveryRole: 'EndpointSlice' }),
        serviceMonitor(),
        service(undefined, {}, { type: 'ExternalName', externalName: 'x.example.com' }),
        endpoints(ADDRESS),
      ],
      finds: [{ message: /not mirrored/, fix: /^remove the selector of the Service/ }],
    },
    {
      title: 'as a warning, slices of the family that comes second in most clusters',
      objects: [
        prometheus({ serviceDiscoveryRole: 'EndpointSlice' }),
        serviceMonitor(),
        withoutSelector({ clusterIP: 'None' }),
        sliceOf('IPv6', '2001:db8::1'),
      ],
      finds: [
        {
          level: 'warning',
          message:
            'Service shop/web has two IP families, of which IPv4 comes first, and the addresses of EndpointSlice shop/web-1 are of another one, which Prometheus 3.11 and newer leave out; ServiceMonitor shop/web selects it.',
          fix: /^ipFamilyPolicy: SingleStack/,
          related: ['EndpointSlice shop/web-1', 'ServiceMonitor shop/web'],
        },
      ],
    },
    {
      title: 'slices of another family than the one that the Service names first',
      objects: [
        prometheus({ serviceDiscoveryRole: 'EndpointSlice' }),
        serviceMonitor(),
        withoutSelector({ clusterIP: 'None', ipFamilies: ['IPv6'] }),
        sliceOf('IPv4', '192.0.2.1'),
      ],
      finds: [{ level: 'error', message: /of which IPv6 comes first/ }],
    },
    {
      title: 'Endpoints without an address',
      objects: [prometheus(), serviceMonitor(), withoutSelector(), endpoints([])],
      finds: [{ message: /Endpoints shop\/web holds no address with a port/ }],
    },
    {
      title: 'as a warning, pods that have ended',
      objects: [prometheus(), serviceMonitor(), service(), pod({ phase: 'Failed', podIP: '10.0.0.7' })],
      finds: [{ level: 'warning', message: /selects only pods that have ended/ }],
    },
    {
      title: 'as a note, pods of a StatefulSet without replicas',
      objects: [
        prometheus(),
        serviceMonitor(),
        service(),
        deployment(undefined, { spec: { replicas: 0 } }).replace('"Deployment"', '"StatefulSet"'),
      ],
      finds: [
        {
          level: 'info',
          message:
            'Service shop/web selects only pods that there are none of now: the pods of StatefulSet shop/web (spec.replicas: 0); ServiceMonitor shop/web selects it.',
          related: ['StatefulSet shop/web', 'ServiceMonitor shop/web'],
        },
      ],
    },
    {
      title: 'Endpoints by hand without the labels that RoleSelector asks them for',
      objects: [
        prometheus(),
        serviceMonitor(undefined, { selectorMechanism: 'RoleSelector', selector: WEB }),
        withoutSelector(),
        endpoints(ADDRESS),
      ],
      finds: [{ field: 'metadata.labels', message: /the API server compares the labels of the endpoints themselves/ }],
    },
  ],
  accepts: [
    { title: 'Endpoints by hand', objects: [prometheus(), serviceMonitor(), withoutSelector(), endpoints(ADDRESS)] },
    {
      title: 'slices where Prometheus reads them',
      objects: [prometheus({ serviceDiscoveryRole: 'EndpointSlice' }), serviceMonitor(), withoutSelector(), slice],
    },
    {
      title: 'a headless Service with ports',
      objects: [prometheus(), serviceMonitor(), service(undefined, {}, { clusterIP: 'None' }), deployment()],
    },
    {
      title: 'an alias that no monitor selects',
      objects: [
        prometheus(),
        serviceMonitor(),
        service(),
        deployment(),
        service(undefined, { name: 'out', labels: {} }, { type: 'ExternalName' }),
      ],
    },
  ],
});

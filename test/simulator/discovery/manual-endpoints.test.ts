import { addresses, allLabels, discoveryOf, endpoints, pod, ports, service, serviceOf, slice } from './fixtures';

const SERVICE = service({ ports: [{ name: 'http', port: 80 }] }, { labels: { team: 'a' } });
const SUBSETS = [{ addresses: [{ ip: '192.0.2.1' }], ports: [{ name: 'metrics', port: 9100 }] }];
const SLICE = { endpoints: [{ addresses: ['192.0.2.2'] }], ports: [{ name: 'metrics', port: 9100 }] };

function of(role: 'endpoints' | 'endpointslice', objects: any[], prometheus?: string) {
  const discovery = discoveryOf(...objects);
  return discovery.endpoints(role, { prometheus }).targetsOf(serviceOf(discovery));
}

describe('Endpoints by hand', () => {
  test('are seen by role endpoints, with the labels of the Service', () => {
    const [target] = of('endpoints', [SERVICE, endpoints(SUBSETS)]);
    expect(target.labels).toMatchObject({
      __address__: '192.0.2.1:9100',
      __meta_kubernetes_endpoint_port_name: 'metrics',
      __meta_kubernetes_endpoint_ready: 'true',
      __meta_kubernetes_service_label_team: 'a',
    });
    expect(target.assumed).toBe(false);
  });

  test('are mirrored for role endpointslice', () => {
    const [target] = of('endpointslice', [SERVICE, endpoints(SUBSETS)]);
    expect(target.labels).toMatchObject({
      __address__: '192.0.2.1:9100',
      __meta_kubernetes_endpointslice_port_name: 'metrics',
      __meta_kubernetes_endpointslice_label_kubernetes_io_service_name: 'web',
      __meta_kubernetes_endpointslice_endpoint_conditions_ready: 'true',
    });
    // The controller that mirrors them says no more.
    expect(allLabels(target.labels)).not.toHaveProperty('__meta_kubernetes_endpointslice_endpoint_conditions_serving');
  });

  test('are mirrored as one slice for each set of ports and IP family', () => {
    const address = (ip: string) => ({ ip, targetRef: { kind: 'Pod', name: 'web', namespace: 'shop' } });
    const subsets = [
      { addresses: [address('192.0.2.1'), address('2001:db8::1')], ports: [{ name: 'a', port: 1 }] },
      { addresses: [address('192.0.2.1')], ports: [{ name: 'b', port: 2 }] },
      { addresses: [address('192.0.2.2')], ports: [{ name: 'b', port: 2 }] },
    ];
    const found = of('endpointslice', [SERVICE, endpoints(subsets), pod(ports({ containerPort: 2 }))], '3.10.0');
    // Each slice of the pod that lacks a port of it adds this port.
    expect(found.map(({ via, labels }) => [via, labels.__address__])).toEqual([
      ['endpoint', '192.0.2.1:1'],
      ['container', 'web.pod.shop:2'],
      ['endpoint', '[2001:db8::1]:1'],
      ['container', 'web.pod.shop:2'],
      ['endpoint', '192.0.2.1:2'],
      ['endpoint', '192.0.2.2:2'],
    ]);
  });

  test('ports that the same addresses have are mirrored together, and not ready is stronger', () => {
    const subsets = [
      { addresses: [{ ip: '192.0.2.1' }], ports: [{ name: 'a', port: 1 }] },
      { notReadyAddresses: [{ ip: '192.0.2.1' }], ports: [{ name: 'a', port: 1 }] },
    ];
    const found = of('endpointslice', [SERVICE, endpoints(subsets)]);
    expect(found.map(({ labels }) => labels.__meta_kubernetes_endpointslice_endpoint_conditions_ready)).toEqual([
      'false',
    ]);
  });

  test('are not mirrored for a Service with a selector, not even where nobody uses it', () => {
    const alias = service({ type: 'ExternalName', externalName: 'x.y', selector: { app: 'web' }, ports: [] });
    expect(of('endpointslice', [alias, endpoints(SUBSETS)])).toEqual([]);
    expect(of('endpoints', [alias, endpoints(SUBSETS)])).toHaveLength(1);
  });

  test.each([
    { labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' } },
    { annotations: { 'control-plane.alpha.kubernetes.io/leader': '{}' } },
  ])('are not mirrored with %j', (metadata) => {
    expect(of('endpointslice', [SERVICE, endpoints(SUBSETS, metadata)])).toEqual([]);
    expect(of('endpoints', [SERVICE, endpoints(SUBSETS, metadata)])).toHaveLength(1);
  });

  test('need the name of the Service', () => {
    expect(of('endpoints', [SERVICE, endpoints(SUBSETS, { name: 'other' })])).toEqual([]);
  });

  test('give way to those of the controller where the Service has a selector', () => {
    const selecting = service({ selector: { app: 'web' }, ports: [{ port: 80 }] });
    expect(addresses(of('endpoints', [selecting, pod(ports()), endpoints(SUBSETS)]))).toEqual(['web.pod.shop:80']);
  });

  test('addresses that are not ready count too', () => {
    const subsets = [{ notReadyAddresses: [{ ip: '192.0.2.9' }], ports: [{ port: 1 }] }];
    const [target] = of('endpoints', [SERVICE, endpoints(subsets)]);
    expect(target.labels.__meta_kubernetes_endpoint_ready).toBe('false');
  });

  test('without a targetRef have no container, so that no targetPort can match', () => {
    const [target] = of('endpoints', [
      SERVICE,
      endpoints(SUBSETS),
      pod(ports({ containerPort: 9100, name: 'metrics' })),
    ]);
    expect(Object.keys(target.labels).filter((label) => label.includes('_pod_'))).toEqual([]);
  });

  test('with a targetRef to a known pod have its labels and its other ports', () => {
    const subsets = [
      {
        addresses: [{ ip: '192.0.2.1', targetRef: { kind: 'Pod', name: 'web', namespace: 'shop' } }],
        ports: [{ port: 8080 }],
      },
    ];
    const found = of('endpoints', [
      SERVICE,
      endpoints(subsets),
      pod(ports({ containerPort: 8080 }, { containerPort: 9 })),
    ]);
    expect(found.map(({ via, container, labels }) => [via, container, labels.__address__])).toEqual([
      ['endpoint', 'app', '192.0.2.1:8080'],
      ['container', 'app', 'web.pod.shop:9'],
    ]);
  });
});

describe('a reference to a pod', () => {
  const referring = (targetRef: object) => [
    SERVICE,
    endpoints([{ addresses: [{ ip: '192.0.2.1', targetRef }], ports: [{ port: 8080 }] }]),
    pod(ports(), { namespace: 'other' }),
    pod(ports()),
  ];

  test('names a namespace, or it is none', () => {
    expect(of('endpoints', referring({ kind: 'Pod', name: 'web' }))[0].pod).toBeUndefined();
  });

  test('to another namespace holds where all namespaces are searched at once', () => {
    const discovery = discoveryOf(...referring({ kind: 'Pod', name: 'web', namespace: 'other' }));
    const podIn = (everywhere: boolean) =>
      discovery.endpoints('endpoints', {}, everywhere).targetsOf(serviceOf(discovery))[0].pod;
    expect(podIn(true)?.namespace).toBe('other');
    expect(podIn(false)).toBeUndefined();
  });
});

describe('EndpointSlices by hand', () => {
  test('are not seen by role endpoints', () => {
    expect(of('endpoints', [SERVICE, slice(SLICE)])).toEqual([]);
  });

  test('are seen by role endpointslice, with the labels of the Service that they name', () => {
    const [target] = of('endpointslice', [SERVICE, slice(SLICE)]);
    expect(target.labels).toMatchObject({ __address__: '192.0.2.2:9100', __meta_kubernetes_service_name: 'web' });
  });

  test('that name no Service are seen without any service label', () => {
    const discovery = discoveryOf(SERVICE, slice(SLICE, {}));
    const view = discovery.endpoints('endpointslice');
    expect(view.targetsOf(serviceOf(discovery))).toEqual([]);
    const [target] = view.groupsWithoutService('shop')[0].targets;
    expect(target.labels.__address__).toBe('192.0.2.2:9100');
    expect(Object.keys(target.labels).filter((label) => label.includes('_service_'))).toEqual([]);
    expect(view.targetsIn('shop')).toEqual([target]);
  });

  test('that the controller made are left out, since it is simulated', () => {
    const labels = {
      'kubernetes.io/service-name': 'web',
      'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
    };
    const selecting = service({ selector: { app: 'web' }, ports: [{ port: 80 }] });
    expect(
      of('endpointslice', [selecting, slice(SLICE, labels), pod(ports())]).map(({ pod: one }) => one?.name),
    ).toEqual(['web']);
    // Nobody takes care of a slice of a Service without selector, whatever it says.
    expect(of('endpointslice', [SERVICE, slice(SLICE, labels)])).toHaveLength(1);
    const mirrored = {
      ...labels,
      'endpointslice.kubernetes.io/managed-by': 'endpointslicemirroring-controller.k8s.io',
    };
    expect(of('endpointslice', [SERVICE, slice(SLICE, mirrored)])).toEqual([]);
  });

  test('add to the pods of a Service with a selector', () => {
    const selecting = service({ selector: { app: 'web' }, ports: [{ port: 80 }] });
    expect(addresses(of('endpointslice', [selecting, pod(ports()), slice(SLICE)]))).toEqual([
      '192.0.2.2:9100',
      'web.pod.shop:80',
    ]);
  });

  test('of type FQDN give the host name as it is', () => {
    const fqdn = { addressType: 'FQDN', endpoints: [{ addresses: ['db.example.org'] }], ports: [{ port: 9187 }] };
    const [target] = of('endpointslice', [SERVICE, slice(fqdn)]);
    expect(target.labels.__address__).toBe('db.example.org:9187');
    expect(target.labels.__meta_kubernetes_endpointslice_address_type).toBe('FQDN');
  });

  test('without a port give a bare address', () => {
    const [target] = of('endpointslice', [SERVICE, slice({ ...SLICE, ports: [{ name: 'any' }] })]);
    expect(target.labels.__address__).toBe('192.0.2.2');
    expect(target.port).toBeUndefined();
  });

  test.each([
    ['3.10.0', 2],
    ['3.11.0', 1],
  ])('of the second IP family: Prometheus %s finds %d targets', (prometheus, count) => {
    const dual = service({ ports: [{ port: 80 }], ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv6', 'IPv4'] });
    const six = slice({ ...SLICE, addressType: 'IPv6', endpoints: [{ addresses: ['2001:db8::1'] }] });
    const found = of(
      'endpointslice',
      [dual, { ...six, metadata: { ...six.metadata, name: 'six' } }, slice(SLICE)],
      prometheus,
    );
    expect(found).toHaveLength(count);
    expect(addresses(found)).toContain('[2001:db8::1]:9100');
  });
});

describe('a headless Service without selector', () => {
  const headless = (spec: object = {}) => service({ clusterIP: 'None', ports: [{ port: 80 }], ...spec });
  const six = slice({ ...SLICE, addressType: 'IPv6', endpoints: [{ addresses: ['2001:db8::1'] }] });
  const names = slice({ ...SLICE, addressType: 'FQDN', endpoints: [{ addresses: ['db.example.org'] }] });

  test('has two families, so that Prometheus 3.11 leaves out what is not of IPv4', () => {
    for (const other of [six, names]) {
      expect(of('endpointslice', [headless(), other], '3.10.0')).toHaveLength(1);
      expect(of('endpointslice', [headless(), other], '3.11.0')).toEqual([]);
    }
    expect(of('endpointslice', [headless(), slice(SLICE)], '3.11.0')).toHaveLength(1);
  });

  test('may say otherwise', () => {
    expect(of('endpointslice', [headless({ ipFamilyPolicy: 'SingleStack' }), six])).toHaveLength(1);
    expect(of('endpointslice', [headless({ ipFamilies: ['IPv6'] }), six])).toHaveLength(1);
    expect(of('endpointslice', [headless({ ipFamilies: ['IPv6'] }), slice(SLICE)])).toEqual([]);
  });

  test('has Endpoints of all families', () => {
    const subsets = [{ addresses: [{ ip: '2001:db8::1' }], ports: [{ port: 1 }] }];
    expect(of('endpoints', [headless(), endpoints(subsets)])).toHaveLength(1);
    expect(of('endpointslice', [headless(), endpoints(subsets)])).toEqual([]);
  });
});

describe('pods with real addresses', () => {
  const status = (...ips: string[]) => ({ phase: 'Running', podIP: ips[0], podIPs: ips.map((ip) => ({ ip })) });
  const spec = { selector: { app: 'web' }, ports: [{ port: 80 }] };

  test.each(['endpoints', 'endpointslice'] as const)('have the one of the family of the Service: %s', (role) => {
    const both = pod(ports(), {}, status('2001:db8::1', '192.0.2.1'));
    expect(addresses(of(role, [service(spec), both]))).toEqual(['192.0.2.1:80']);
    expect(addresses(of(role, [service({ ...spec, ipFamilies: ['IPv6'] }), both]))).toEqual(['[2001:db8::1]:80']);
    expect(of(role, [service(spec), pod(ports(), {}, status('2001:db8::1'))])).toEqual([]);
  });
});

describe('slices of a dual-stack Service', () => {
  const dual = service({ selector: { app: 'web' }, ports: [{ port: 80 }], ipFamilyPolicy: 'RequireDualStack' });

  test.each([
    ['3.10.0', 'endpointslice', 2],
    ['3.11.0', 'endpointslice', 1],
    ['3.10.0', 'endpoints', 1],
  ] as const)('Prometheus %s with role %s finds each pod %d times', (prometheus, role, count) => {
    expect(new Set(addresses(of(role, [dual, pod(ports())], prometheus))).size).toBe(count);
  });
});

import { Protocol } from 'cdk8s-plus-27';
import type { AppNetworkPolicyOptions } from '../../lib/app/app-network-policy';
import { AppWorkload } from '../../lib/app/app-workload';
import type { MonitoredAppProps } from '../../lib/app/monitored-app-props';
import { NetworkPeer } from '../../lib/app/network-peer';
import { operatorPodLabels } from '../../lib/prometheus/prometheus';
import { admits, type Visitor } from '../private/network-policy';
import { newApp, stack } from './fixtures';

// The pods as the Operator makes them, by its own labels and more.
const prometheus: Visitor = {
  namespace: 'monitoring',
  labels: { ...operatorPodLabels('stack', false), 'operator.prometheus.io/shard': '0' },
};
const neighbour: Visitor = { namespace: 'shop', labels: { app: 'cart' } };
const stranger: Visitor = { namespace: 'other', labels: { app: 'cart' } };
const impostor: Visitor = { namespace: 'other', labels: prometheus.labels };
const outside: Visitor = { namespace: '', address: '10.1.2.3' };

const APP = 8080;
const METRICS = 9090;

/** Who gets where, for an app with this policy. */
function door(networkPolicy: AppNetworkPolicyOptions, props: Partial<MonitoredAppProps> = {}) {
  const { app, all, manifest } = newApp({ prometheus: stack(), networkPolicy, ...props });
  return {
    app,
    opens: (visitor: Visitor, port: number, protocol?: string) => {
      const policies = all().filter((m) => m.kind === 'NetworkPolicy');
      const { labels } = manifest(app.workload.kind).spec.template.metadata;
      return admits(policies, { namespace: 'shop', labels }, visitor, port, protocol);
    },
  };
}

test('without the prop there is no policy', () => {
  expect(newApp({ prometheus: stack() }).app.networkPolicy).toBeUndefined();
});

describe('with a metrics port of its own', () => {
  const metrics = { port: METRICS };

  test('the Prometheus gets to the metrics, and nobody else does', () => {
    const { opens } = door({}, { metrics });
    expect(opens(prometheus, METRICS)).toBe(true);
    for (const visitor of [neighbour, stranger, impostor, outside]) {
      expect(opens(visitor, METRICS)).toBe(false);
    }
  });

  test('the other ports stay open to all, those added later too', () => {
    const { app, opens } = door({}, { metrics });
    app.container.addPort({ name: 'grpc', number: 9000 });
    app.workload.addContainer({ image: 'dns:1', ports: [{ name: 'dns', number: 53, protocol: Protocol.UDP }] });
    for (const visitor of [prometheus, neighbour, stranger, outside]) {
      expect(opens(visitor, APP)).toBe(true);
      expect(opens(visitor, 9000)).toBe(true);
      expect(opens(visitor, 53, 'UDP')).toBe(true);
    }
  });

  test('the number of the metrics port stays open over another protocol', () => {
    const { opens } = door({}, { metrics, container: { ports: [{ number: METRICS, protocol: Protocol.UDP }] } });
    expect(opens(stranger, METRICS, 'UDP')).toBe(true);
    expect(opens(stranger, METRICS, 'TCP')).toBe(false);
  });

  test('isolated, the other ports are closed too', () => {
    const { opens } = door({ isolate: true }, { metrics });
    expect(opens(prometheus, METRICS)).toBe(true);
    for (const visitor of [prometheus, neighbour, stranger, outside]) {
      expect(opens(visitor, APP)).toBe(false);
    }
  });

  test('isolated, those who are named come in everywhere', () => {
    const { opens } = door({ isolate: true, allowFrom: [NetworkPeer.sameNamespace()] }, { metrics });
    expect(opens(neighbour, APP)).toBe(true);
    expect(opens(neighbour, METRICS)).toBe(true);
    expect(opens(stranger, APP)).toBe(false);
  });

  test('the policy speaks of the ports of the container, not of the Service', () => {
    const { opens } = door({}, { metrics, service: { port: 80 } });
    expect(opens(stranger, APP)).toBe(true);
    expect(opens(stranger, 80)).toBe(false);
  });
});

describe('where app and metrics share a port', () => {
  test('somebody has to say who else may come in', () => {
    expect(() => door({})).toThrow(
      'networkPolicy.allowFrom: app and metrics share port 8080, so a policy that admits Prometheus shuts out everybody who uses the app.\n' +
        '    Fix: allowFrom: [NetworkPeer.anyone()] or those who use the app; a metrics.port of its own; or isolate: true for nobody but Prometheus.',
    );
    expect(() => door({}, { metrics: { port: APP } })).toThrow('networkPolicy.allowFrom');
  });

  test.each<[string, AppNetworkPolicyOptions]>([
    ['isolated', { isolate: true }],
    ['nobody else', { allowFrom: [] }],
  ])('%s: the Prometheus alone', (_title, options) => {
    const { opens } = door(options);
    expect(opens(prometheus, APP)).toBe(true);
    for (const visitor of [neighbour, stranger, impostor, outside]) {
      expect(opens(visitor, APP)).toBe(false);
    }
  });

  test.each<[string, NetworkPeer, Visitor[], Visitor[]]>([
    ['anyone', NetworkPeer.anyone(), [neighbour, stranger, outside], []],
    ['the same namespace', NetworkPeer.sameNamespace(), [neighbour], [stranger, outside]],
    ['one namespace', NetworkPeer.namespaces('other'), [stranger], [neighbour, outside]],
    ['several namespaces', NetworkPeer.namespaces('other', 'shop'), [stranger, neighbour], [outside]],
    ['pods of the same namespace', NetworkPeer.pods({ app: 'cart' }), [neighbour], [stranger, outside]],
    ['pods of another namespace', NetworkPeer.pods({ app: 'cart' }, 'other'), [stranger], [neighbour, impostor]],
    ['addresses', NetworkPeer.ipBlock('10.1.0.0/16'), [outside], [neighbour]],
    ['addresses but some', NetworkPeer.ipBlock('10.1.0.0/16', ['10.1.2.0/24']), [], [outside]],
  ])('%s may be let in', (_title, peer, welcome, unwelcome) => {
    const { opens } = door({ allowFrom: [peer] });
    expect(opens(prometheus, APP)).toBe(true);
    expect(welcome.map((visitor) => opens(visitor, APP))).toEqual(welcome.map(() => true));
    expect(unwelcome.map((visitor) => opens(visitor, APP))).toEqual(unwelcome.map(() => false));
  });

  test('anyone among others is still anyone', () => {
    const { opens } = door({ allowFrom: [NetworkPeer.sameNamespace(), NetworkPeer.anyone()] });
    expect(opens(stranger, APP)).toBe(true);
  });
});

test('a PrometheusAgent gets in by the labels of its own pods', () => {
  const agent = stack({ agent: true });
  const { opens } = door({ isolate: true }, { prometheus: agent });
  expect(opens({ namespace: 'monitoring', labels: operatorPodLabels('stack', true) }, APP)).toBe(true);
  expect(opens(prometheus, APP)).toBe(false);
});

test('a StatefulSet is protected like a Deployment', () => {
  const { opens } = door({ isolate: true }, { workload: AppWorkload.statefulSet() });
  expect(opens(prometheus, APP)).toBe(true);
  expect(opens(stranger, APP)).toBe(false);
});

test('a policy and a Role need a Prometheus', () => {
  expect(() => newApp({ networkPolicy: {}, discoveryRole: true, metrics: { port: METRICS } })).toThrow(
    'networkPolicy: admits a Prometheus, but prometheus is not given.\n    Fix: prometheus: stack\n  discoveryRole: ',
  );
});

test('a policy cannot protect pods on the network of their node', () => {
  const workload = AppWorkload.deployment({ hostNetwork: true });
  expect(() => door({ isolate: true }, { workload })).toThrow('networkPolicy: cannot protect pods with hostNetwork');
});

test('a range of addresses without exceptions names none', () => {
  expect(NetworkPeer.ipBlock('10.0.0.0/8').toManifest()).toEqual({ ipBlock: { cidr: '10.0.0.0/8' } });
});

test('a peer of no namespace is refused', () => {
  expect(() => NetworkPeer.namespaces()).toThrow(
    'NetworkPeer.namespaces: no name is given, and Kubernetes refuses an empty list. Fix: name at least one namespace, or use NetworkPeer.anyone().',
  );
});

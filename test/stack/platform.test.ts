import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import { Problems } from '../../lib/private/problems';
import { Platform } from '../../lib/stack/platform';
import { ControlPlaneMetrics } from '../../lib/stack/platforms/control-plane';
import { GkeDns } from '../../lib/stack/platforms/google';
import type { PlatformSetting } from '../../lib/stack/platforms/platform-setting';
import { releaseValues } from '../../lib/stack/release-values';
import { StackRelease } from '../../lib/stack/stack-release';
import type { StackReleaseProps } from '../../lib/stack/stack-release-props';
import { hasValueAt, valueAt, valuesWith } from '../../lib/stack/values';
import { CONSTANTS, evaluate, expressionsOf, PAGE, read, SOURCE, updatedPage, updatedSource } from './platforms/tables';

const { EXPOSED, HIDDEN } = ControlPlaneMetrics;
const FACTORIES = Object.getOwnPropertyNames(Platform).filter((name) => typeof (Platform as any)[name] === 'function');
/** As the page says it: constants, and the options that change values. */
const expressions = expressionsOf(read(PAGE)).map((code): [string, Platform] => [code, evaluate(code)]);

beforeAll(() => {
  if (process.env.UPDATE_PAGES === '1') {
    write(PAGE, updatedPage(read(PAGE)));
    write(SOURCE, updatedSource(read(SOURCE)));
  }
});

/** Leaves a file alone that is as it should be, since a newer source asks for a new build. */
function write(file: string, text: string): void {
  if (read(file) !== text) {
    writeFileSync(file, text);
  }
}

function release(platform: Platform, props: StackReleaseProps = {}): StackRelease {
  const chart = new Chart(Testing.app(), 'c', { namespace: 'monitoring' });
  return new StackRelease(chart, 'kps', { platform, ...props });
}

function pathsOf(platform: Platform): string[] {
  return platform.settings.map(({ path }) => path);
}

describe('the page on platforms', () => {
  test.each(CONSTANTS)('lists what %s sets', (name) => {
    expect(expressions.map(([code]) => code)).toContain(`Platform.${name}`);
  });

  test.each(FACTORIES)('lists what an option of %s changes', (name) => {
    expect(expressions.filter(([code]) => code.startsWith(`Platform.${name}(`))).not.toEqual([]);
  });

  const folder = join(dirname(SOURCE), 'platforms');
  const options = readdirSync(folder).flatMap((file) =>
    [...read(join(folder, file)).matchAll(/^export interface \w+Options .*\{\n([\s\S]*?)^\}/gm)].flatMap(([, body]) =>
      [...body.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name]) => name),
    ),
  );

  test.each([...new Set(options)])('says what the option %s is', (name) => {
    expect(read(PAGE)).toContain(`\`${name}\``);
  });

  test('has the tables of today; UPDATE_PAGES=1 writes them', () => {
    expect(read(PAGE)).toBe(updatedPage(read(PAGE)));
  });
});

test('the comments that an editor shows have the tables of today; UPDATE_PAGES=1 writes them', () => {
  expect(read(SOURCE)).toBe(updatedSource(read(SOURCE)));
  expect(read(SOURCE)).not.toContain('{TABLE}');
});

describe('a preset', () => {
  test('changes nothing on a generic cluster', () => {
    expect(release(Platform.GENERIC).toHelmValues()).toEqual({});
  });

  test('leaves only what GKE shows', () => {
    expect(release(Platform.GKE).toHelmValues()).toEqual({
      kubeControllerManager: { enabled: false },
      kubeScheduler: { enabled: false },
      kubeEtcd: { enabled: false },
      kubeProxy: { enabled: false },
      coreDns: { enabled: false },
      kubeDns: { enabled: true },
    });
  });

  test.each(CONSTANTS)('has a name of its own: %s', (name, platform) => {
    expect(platform.name).toBe(name.toLowerCase().replaceAll('_', '-'));
  });

  test.each(FACTORIES)('made by %s without options is the constant', (factory) => {
    const made: Platform = (Platform as any)[factory]();
    const constant = CONSTANTS.map(([, platform]) => platform).find(({ name }) => name === made.name);
    expect(made).toEqual(constant);
  });

  test.each(expressions)('is accepted by a release: %s', (_code, platform) => {
    expect(() => release(platform)).not.toThrow();
  });

  test.each(expressions)('sets each path once: %s', (_code, platform) => {
    expect([...new Set(pathsOf(platform))]).toEqual(pathsOf(platform));
  });

  test('cannot be changed, since all releases share it', () => {
    expect(() => Platform.GKE.settings.push({ path: 'a', value: 1, reason: 'b' })).toThrow(TypeError);
  });
});

const settings = expressions.flatMap(([code, platform]) =>
  platform
    .settingsFor('monitoring')
    .map((setting): [string, string, PlatformSetting, Platform] => [code, setting.path, setting, platform]),
);

describe('the value of the user', () => {
  /** Something else of the same kind. */
  function another(value: any): any {
    if (typeof value === 'boolean') {
      return !value;
    }
    return typeof value === 'number' ? value + 1 : value === null ? { runAsUser: 1 } : 'another';
  }

  test.each(settings)('wins over that of %s for %s', (_code, path, { value }, platform) => {
    const mine = another(value);
    const { values } = releaseValues(new Problems(''), { values: valuesWith(path, mine) }, platform, 'monitoring');
    expect(valueAt(values, path)).toEqual(mine);
  });

  test.each(settings)('can take %s of %s back to the default of the chart', (_code, path, _setting, platform) => {
    const { values } = releaseValues(new Problems(''), { values: valuesWith(path, null) }, platform, 'monitoring');
    expect([hasValueAt(values, path), valueAt(values, path)]).toEqual([true, undefined]);
  });

  test('wins when it is typed, and joins where it is a map', () => {
    const prometheusOperator = { namespaces: { releaseNamespace: undefined, additional: ['shop'] } };
    const values = release(Platform.OPENSHIFT, { prometheusOperator }).toHelmValues();
    expect(values.prometheusOperator.namespaces).toEqual({ releaseNamespace: true, additional: ['shop'] });
    const own = release(Platform.OPENSHIFT, {
      prometheusOperator: { namespaces: { releaseNamespace: false, additional: ['monitoring'] } },
    });
    expect(own.toHelmValues().prometheusOperator.namespaces.releaseNamespace).toBe(false);
  });
});

describe('the namespace of the release', () => {
  test('stands in the settings as a mark, and in the values by its name', () => {
    const [mark] = Platform.GKE_AUTOPILOT.settings.filter(({ path }) => path === 'kubelet.namespace');
    expect(mark.value).toBe('<namespace>');
    expect(release(Platform.GKE_AUTOPILOT).toHelmValues()).toMatchObject({
      kubelet: { namespace: 'monitoring' },
      prometheusOperator: { kubeletService: { namespace: 'monitoring' } },
    });
  });

  test('is that of the parent chart where an override moves it', () => {
    const typed = release(Platform.OPENSHIFT, { namespaceOverride: 'typed' }).toHelmValues();
    expect(typed.prometheusOperator.prometheusInstanceNamespaces).toEqual(['typed']);
    const bag = release(Platform.GKE_AUTOPILOT, { values: { namespaceOverride: 'bag' } }).toHelmValues();
    expect(bag.kubelet.namespace).toBe('bag');
  });

  test('leaves no mark behind anywhere', () => {
    for (const [, platform] of expressions) {
      expect(JSON.stringify(release(platform).toHelmValues())).not.toContain('<');
    }
  });
});

describe('options', () => {
  test.each([
    ['kubeadm', Platform.kubeadm],
    ['kind', Platform.kind],
    ['minikube', Platform.minikube],
  ] as const)('say part by part what %s exposes', (_name, make) => {
    expect(pathsOf(make({ controlPlaneMetrics: EXPOSED }))).toEqual([]);
    expect(pathsOf(make({ controlPlaneMetrics: EXPOSED, etcdMetrics: HIDDEN }))).toEqual(['kubeEtcd.enabled']);
    expect(pathsOf(make({ kubeProxyMetrics: EXPOSED }))).not.toContain('kubeProxy.enabled');
    expect(pathsOf(make({ controlPlaneMetrics: EXPOSED, kubeProxyMetrics: HIDDEN }))).toEqual(['kubeProxy.enabled']);
  });

  test('of GKE: no monitor of the DNS where nothing of it runs in the cluster', () => {
    expect(release(Platform.gke({ dns: GkeDns.CLOUD_DNS })).toHelmValues()).not.toHaveProperty('kubeDns');
  });

  test.each([
    ['GKE', Platform.gke({ kubeProxyMetrics: EXPOSED })],
    ['AKS', Platform.aks({ kubeProxyMetrics: EXPOSED })],
    ['RKE2', Platform.rke2({ kubeProxyMetrics: EXPOSED })],
  ])('of %s: an exposed kube-proxy is selected by the label that it has', (_name, platform) => {
    const { kubeProxy } = release(platform).toHelmValues();
    expect(kubeProxy).toEqual({ service: { selector: { component: 'kube-proxy' } } });
  });

  test('of EKS: with an overlay network the webhook is on the host, away from the port of the kubelet', () => {
    expect(release(Platform.eks({ overlayNetwork: true })).toHelmValues().prometheusOperator).toEqual({
      hostNetwork: true,
      tls: { internalPort: 8443 },
    });
  });

  test('of EKS Fargate: EC2 nodes have a node-exporter, and a kube-proxy that may be exposed', () => {
    const { nodeExporter, kubeProxy } = release(
      Platform.eksFargate({ ec2Nodes: true, kubeProxyMetrics: EXPOSED }),
    ).toHelmValues();
    expect([nodeExporter, kubeProxy]).toEqual([undefined, undefined]);
  });

  test('of k3s and Talos: etcd by its addresses', () => {
    const addresses = ['10.0.0.11', 'fd00::11'];
    const k3s = release(Platform.k3s({ etcdEndpoints: addresses })).toHelmValues();
    const talos = release(Platform.talos({ etcdMetrics: EXPOSED, etcdEndpoints: addresses })).toHelmValues();
    expect([k3s.kubeEtcd, talos.kubeEtcd]).toEqual([{ endpoints: addresses }, { endpoints: addresses }]);
  });

  test('of Talos: etcd without addresses is found beside the API servers', () => {
    const { kubeEtcd } = release(Platform.talos({ etcdMetrics: EXPOSED })).toHelmValues();
    expect(kubeEtcd).toEqual({ service: { selector: { component: 'kube-apiserver' } } });
  });
});

describe('options that cannot be', () => {
  test('are all in one error', () => {
    const etcdEndpoints = ['etcd.example.com', '127.0.0.1', '0.0.0.0', '::1', '::'];
    const make = () =>
      Platform.talos({ controlPlaneMetrics: 'shown' as any, kubeProxyMetrics: EXPOSED, etcdEndpoints });
    // The exposure, five addresses, and that etcd is hidden.
    expect(make).toThrow(/^Platform\.talos has 7 problems:/);
  });

  test.each([
    [() => Platform.eksFargate({ kubeProxyMetrics: EXPOSED }), 'kubeProxyMetrics: Fargate nodes have no kube-proxy'],
    [() => Platform.k3s({ etcdEndpoints: [] }), 'etcdEndpoints: is empty'],
    [() => Platform.k3s({ etcdEndpoints: '10.0.0.1' as any }), 'etcdEndpoints: "10.0.0.1" is no list.'],
    [() => Platform.talos({ etcdEndpoints: ['10.0.0.1'] }), 'etcdEndpoints: has no effect'],
    [() => Platform.gke({ dns: 'coredns' as any }), 'Fix: one of GkeDns.KUBE_DNS, GkeDns.CLOUD_DNS.'],
    [() => Platform.eks({ overlayNetwork: 'false' as any }), 'overlayNetwork: "false" is not a boolean.'],
    [() => Platform.kind({ etcdMetrics: true as any }), 'etcdMetrics: true is no ControlPlaneMetrics.'],
  ])('are refused: %s', (make, message) => {
    expect(make).toThrow(message);
  });
});

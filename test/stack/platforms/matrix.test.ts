import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as yaml from 'yaml';
import { NEWEST_CHART } from '../../../lib/stack/chart-versions';
import { Platform } from '../../../lib/stack/platform';
import { mergeValues, type Values, valueAt, valuesWith } from '../../../lib/stack/values';
import { describeWithData } from '../../shared-data';
import { CONSTANTS, evaluate, expressionsOf, PAGE, read } from './tables';

/** What the chart switches on, by the value that does it. */
const PARTS = {
  KCM: 'kubeControllerManager.enabled',
  scheduler: 'kubeScheduler.enabled',
  etcd: 'kubeEtcd.enabled',
  proxy: 'kubeProxy.enabled',
  coreDns: 'coreDns.enabled',
  kubeDns: 'kubeDns.enabled',
  api: 'kubeApiServer.enabled',
  kubelet: 'kubelet.enabled',
  node: 'nodeExporter.enabled',
  webhook: 'prometheusOperator.admissionWebhooks.enabled',
};
const OFF_BY_DEFAULT = [PARTS.kubeDns];

/** Alerts that fire on absence: the part that they watch, and the value that removes them with it. */
const ABSENCE_ALERTS: Record<string, { part: keyof typeof PARTS; switch: string }> = {
  KubeControllerManagerDown: { part: 'KCM', switch: PARTS.KCM },
  KubeSchedulerDown: { part: 'scheduler', switch: PARTS.scheduler },
  KubeProxyDown: { part: 'proxy', switch: PARTS.proxy },
  KubeAPIDown: { part: 'api', switch: PARTS.api },
  KubeletDown: { part: 'kubelet', switch: 'prometheusOperator.kubeletService.enabled' },
};

const platforms = new Map(CONSTANTS);
const expressions = expressionsOf(read(PAGE)).map((code): [string, Platform] => [code, evaluate(code)]);

function valuesOf(platform: Platform): Values {
  return mergeValues(...platform.settingsFor('monitoring').map(({ path, value }) => valuesWith(path, value)));
}

function isOn(platform: Platform, path: string): boolean {
  return valueAt(valuesOf(platform), path) ?? !OFF_BY_DEFAULT.includes(path);
}

describe('with its preset, each platform is watched as far as it can be', () => {
  test.each`
    constant           | on
    ${'GENERIC'}       | ${'KCM scheduler etcd proxy coreDns         api kubelet node webhook'}
    ${'KUBEADM'}       | ${'                         coreDns         api kubelet node webhook'}
    ${'KIND'}          | ${'                         coreDns         api kubelet node webhook'}
    ${'MINIKUBE'}      | ${'                         coreDns         api kubelet node webhook'}
    ${'TALOS'}         | ${'                         coreDns         api kubelet node webhook'}
    ${'K3S'}           | ${'                         coreDns         api kubelet node webhook'}
    ${'RKE2'}          | ${'                         coreDns         api kubelet node webhook'}
    ${'EKS'}           | ${'                         coreDns         api kubelet node webhook'}
    ${'EKS_FARGATE'}   | ${'                         coreDns         api kubelet      webhook'}
    ${'GKE'}           | ${'                                 kubeDns api kubelet node webhook'}
    ${'GKE_AUTOPILOT'} | ${'                                         api kubelet      webhook'}
    ${'AKS'}           | ${'                         coreDns         api kubelet node webhook'}
    ${'DIGITALOCEAN'}  | ${'                         coreDns         api kubelet node webhook'}
    ${'OPENSHIFT'}     | ${'                                         api                     '}
  `('$constant: $on', ({ constant, on }) => {
    const platform = platforms.get(constant) as Platform;
    const found = Object.entries(PARTS).filter(([, path]) => isOn(platform, path));
    expect(found.map(([part]) => part)).toEqual(on.trim().split(/\s+/));
    platforms.delete(constant);
  });

  test('and none is left out of this table', () => {
    expect([...platforms.keys()]).toEqual([]);
  });
});

describe('the absence alerts', () => {
  test.each(expressions)('that stay are those of parts that stay on: %s', (_code, platform) => {
    const staying = Object.entries(ABSENCE_ALERTS).filter(([, alert]) => isOn(platform, alert.switch));
    const watched = Object.entries(ABSENCE_ALERTS).filter(([, { part }]) => isOn(platform, PARTS[part]));
    expect(staying).toEqual(watched);
  });

  test.each(expressions)('that go are named where they are switched off: %s', (_code, { settings }) => {
    const silent = settings.filter(({ path, value, reason }) => {
      const [name] = Object.entries(ABSENCE_ALERTS).find(([, alert]) => alert.switch === path) ?? [];
      return name !== undefined && value === false && !reason.includes(name);
    });
    expect(silent).toEqual([]);
  });

  test.each(expressions)('are never left behind by a monitor or Service that goes alone: %s', (_code, { settings }) => {
    const alone = /(serviceMonitor|service|kubernetesServiceMonitors)\.enabled$/;
    expect(settings.filter(({ path }) => alone.test(path))).toEqual([]);
  });
});

describe('what a platform needs together', () => {
  test.each(expressions)(
    'an Operator on the host network leaves the port of the kubelet alone: %s',
    (_code, platform) => {
      const { hostNetwork = false, tls = {} } = valuesOf(platform).prometheusOperator ?? {};
      expect(hostNetwork && (tls.internalPort ?? 10250) === 10250).toBe(false);
    },
  );

  test.each(expressions)('no TLS where nothing makes its certificate: %s', (_code, platform) => {
    const { admissionWebhooks = {}, tls = {} } = valuesOf(platform).prometheusOperator ?? {};
    expect((admissionWebhooks.enabled ?? true) || !(tls.enabled ?? true)).toBe(true);
  });

  test('Autopilot: nothing is put into kube-system, where Services are refused', () => {
    const there = ['KCM', 'scheduler', 'etcd', 'proxy', 'coreDns', 'kubeDns'] as const;
    expect(there.filter((part) => isOn(Platform.GKE_AUTOPILOT, PARTS[part]))).toEqual([]);
    expect(valueAt(valuesOf(Platform.GKE_AUTOPILOT), 'kubelet.namespace')).toBe(
      valueAt(valuesOf(Platform.GKE_AUTOPILOT), 'prometheusOperator.kubeletService.namespace'),
    );
  });
});

describeWithData(`kube-prometheus-stack-${NEWEST_CHART}`, 'presets and the default values of the chart', (folder) => {
  /** Values that a template reads and that the default values mention in a comment only. */
  const UNLISTED = [
    'kubeProxy.service.selector', // templates/exporters/kube-proxy/service.yaml
    'kubeEtcd.service.selector', // templates/exporters/kube-etcd/service.yaml
    'prometheusOperator.namespaces.releaseNamespace', // templates/prometheus-operator/deployment.yaml
  ];
  const file = (name: string) => yaml.parse(readFileSync(join(folder, name), 'utf8'));
  const subCharts = ['grafana', 'kube-state-metrics', 'prometheus-node-exporter'];
  const chart = mergeValues(...subCharts.map((name) => ({ [name]: file(`values-${name}.yaml`) })), file('values.yaml'));
  const settings = expressions.flatMap(([code, platform]) =>
    platform.settingsFor('monitoring').map(({ path, value }): [string, string, any] => [code, path, value]),
  );

  test.each(settings.filter(([, path]) => !UNLISTED.includes(path)))(
    '%s sets %s, which the chart knows, to something else of the same kind',
    (_code, path, value) => {
      const chartDefault = valueAt(chart, path);
      expect(chartDefault).toBeDefined();
      expect(value).not.toEqual(chartDefault);
      if (value !== null) {
        expect([typeof value, Array.isArray(value)]).toEqual([typeof chartDefault, Array.isArray(chartDefault)]);
      }
    },
  );

  test.each(UNLISTED)('%s stands in a comment only', (path) => {
    expect(valueAt(chart, path)).toBeUndefined();
    expect(settings.map(([, set]) => set)).toContain(path);
  });

  test.each(Object.values(PARTS))('%s has the default that this table assumes', (path) => {
    expect(valueAt(chart, path)).toBe(!OFF_BY_DEFAULT.includes(path));
  });

  test.each(Object.values(ABSENCE_ALERTS))('the alert on $part is on by default', (alert) => {
    expect(valueAt(chart, alert.switch)).toBe(true);
  });
});

import type { KubeObject } from '../../../lib/simulator/kube-object';
import { Simulation, type SimulationOptions } from '../../../lib/simulator/simulation';

/** An Alertmanager that takes every AlertmanagerConfig. */
export function alertmanager(spec: any = {}): KubeObject {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Alertmanager',
    metadata: { name: 'main', namespace: 'monitoring' },
    spec: { alertmanagerConfigSelector: {}, alertmanagerConfigNamespaceSelector: {}, ...spec },
  };
}

/** An AlertmanagerConfig whose route leads to a webhook. */
export function alertmanagerConfig(spec: any = {}, metadata: any = {}, version = 'v1alpha1'): KubeObject {
  return {
    apiVersion: `monitoring.coreos.com/${version}`,
    kind: 'AlertmanagerConfig',
    metadata: { name: 'team', namespace: 'shop', ...metadata },
    spec: {
      route: { receiver: 'hook' },
      receivers: [{ name: 'hook', webhookConfigs: [{ url: 'http://hook.shop' }] }],
      ...spec,
    },
  };
}

/** The Secret with the configuration of the Alertmanager. */
export function configSecret(config: any, name = 'alertmanager-main'): KubeObject {
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace: 'monitoring' },
    stringData: { 'alertmanager.yaml': text },
  };
}

export function namespace(name: string, labels: any = {}): KubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

export function simulate(objects: readonly KubeObject[], options: SimulationOptions = { complete: true }): Simulation {
  return new Simulation(
    objects.map((object) => ({ object, source: {} })),
    options,
  );
}

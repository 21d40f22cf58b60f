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

/** A Prometheus that loads every rule, and sends alerts to the Alertmanager of the fixtures. */
export function prometheus(spec: any = {}): KubeObject {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Prometheus',
    metadata: { name: 'k8s', namespace: 'monitoring' },
    spec: {
      serviceMonitorSelector: {},
      ruleSelector: {},
      ruleNamespaceSelector: {},
      alerting: { alertmanagers: [{ name: 'alertmanager-operated', port: 'web' }] },
      ...spec,
    },
  };
}

/** A PrometheusRule with one alert. */
export function alertRule(more: any = {}, namespace = 'bank'): KubeObject {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'rules', namespace },
    spec: { groups: [{ name: 'a', rules: [{ alert: 'Down', expr: 'up == 0', ...more }] }] },
  };
}

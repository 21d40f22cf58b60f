import type { RawTarget } from '../discovery/raw-target';
import type { SourcedObject } from '../kube-object';
import { isAssumed } from '../operator/assumed-instance';
import type { Instance } from '../operator/instance';
import { joinPath, namespaceOf } from '../operator/problem';
import { alertmanagersOf } from '../operator/refused-alerting';
import { dialectOf } from '../relabel/dialect';
import { compilePattern } from '../relabel/pattern';
import { compileRules, relabel } from '../relabel/relabel';
import { toRule } from '../relabel/to-rule';
import type { Simulation } from '../simulation';
import { modelledFrom } from '../stack/modelled-source';
import type { AlertmanagerInstance } from './find-alertmanagers';

/** One entry of `spec.alerting.alertmanagers` of a Prometheus, and what it finds. */
export interface AlertmanagerLink {
  readonly prometheus: Instance;
  readonly index: number;
  /** Path of the entry. */
  readonly field: string;
  /** Where it looks. */
  readonly namespace: string;
  readonly name: string;
  readonly port: string | number;
  /** Alertmanagers of the objects that it reaches. */
  readonly reached: readonly AlertmanagerInstance[];
  /** Whether it finds something that is no Alertmanager object, or of which nobody can tell. */
  readonly others: boolean;
  /**
   * Why it finds nothing; `undefined` where it finds something:
   *
   * - `service`: there is no such Service
   * - `port`: the Service has no such port
   * - `endpoints`: the Service has no endpoints
   * - `relabelings`: the rules of the entry drop all of them
   */
  readonly cause?: 'service' | 'port' | 'endpoints' | 'relabelings';
  /** Services that have the name. */
  readonly services: readonly SourcedObject[];
}

/**
 * The Alertmanagers that every Prometheus of the objects sends alerts to.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateAlertmanagerConfig`.
 */
export function findLinks(simulation: Simulation): readonly AlertmanagerLink[] {
  return simulation.instances
    .filter(({ object, state }) => !isAssumed(object) && state !== 'unmanaged' && state !== 'unseen')
    .flatMap((prometheus) => alertmanagersOf(prometheus).map((_, index) => linkOf(prometheus, index, simulation)));
}

function linkOf(prometheus: Instance, index: number, simulation: Simulation): AlertmanagerLink {
  const config = alertmanagersOf(prometheus)[index];
  const field = joinPath('spec.alerting.alertmanagers', index);
  const namespace = String(config.namespace || namespaceOf(prometheus.object.object));
  const name = String(config.name ?? '');
  const port = typeof config.port === 'number' ? config.port : String(config.port ?? '');
  const base = { prometheus, index, field, namespace, name, port };
  const ofRelease = releaseAlertmanager(prometheus, name, namespace, simulation);
  if (ofRelease !== undefined) {
    return { ...base, reached: [ofRelease], others: false, services: [] };
  }
  const { operator, settings } = prometheus;
  const kubernetes = operator && `${operator.kubernetesVersion.major}.${operator.kubernetesVersion.minor}`;
  const versions = { prometheus: settings.versionText, kubernetes };
  const view = simulation.discovery.endpoints(settings.role, versions, false);
  const isNamed = patternOf(name);
  const services = simulation.discovery.services.in(namespace).filter(({ object }) => isNamed(object.metadata.name));
  const targets = services.flatMap((service) => view.targetsOf(service));
  const atPort = targets.filter((target) => hasPort(target, port, settings.role));
  const rules = (config.relabelings ?? []).map((rule: any, i: number) =>
    toRule(rule, { reason: 'user', field: joinPath(`${field}.relabelings`, i) }),
  );
  const { compiled } = compileRules(rules, dialectOf(settings.versionText));
  const kept = atPort.filter((target) => {
    const labels = Object.assign(Object.create(target.labels), SEEDS, config.scheme && { __scheme__: config.scheme });
    return 'labels' in relabel(labels, compiled);
  });
  const pods = kept.map(({ pod, assumed }) => (assumed ? undefined : pod?.workload));
  const { instances } = simulation.alerting;
  const reached = instances.filter(({ object }) => pods.includes(object));
  const known = new Set(reached.map(({ object }) => object));
  const others = pods.some((workload) => workload === undefined || !known.has(workload));
  const cause =
    kept.length > 0
      ? {}
      : {
          cause: (services.length === 0
            ? 'service'
            : targets.length === 0
              ? 'endpoints'
              : atPort.length === 0
                ? 'port'
                : 'relabelings') as AlertmanagerLink['cause'],
        };
  return { ...base, reached, others, services, ...cause };
}

const SEEDS = { __scheme__: 'http', __alerts_path__: '/api/v2/alerts' };

/** The Service that a release puts before its Alertmanager is not among the objects. */
function releaseAlertmanager(
  { object }: Instance,
  name: string,
  namespace: string,
  { alerting }: Simulation,
): AlertmanagerInstance | undefined {
  const stack = modelledFrom(object);
  return stack === undefined
    ? undefined
    : alerting.instances.find(({ object: one }) => {
        const own = one.object.metadata.name;
        return (
          modelledFrom(one) === stack &&
          namespaceOf(one.object) === namespace &&
          (name === own || name === `${own}-alertmanager`)
        );
      });
}

function hasPort({ labels }: RawTarget, port: string | number, role: 'endpoints' | 'endpointslice'): boolean {
  if (port === '' || port === 0) {
    return true;
  }
  const label =
    typeof port === 'number'
      ? '__meta_kubernetes_pod_container_port_number'
      : `__meta_kubernetes_${role === 'endpointslice' ? 'endpointslice' : 'endpoint'}_port_name`;
  return patternOf(String(port))(labels[label] ?? '');
}

/** One that is no regular expression Prometheus refuses, which is found elsewhere. */
function patternOf(text: string): (value: string) => boolean {
  const pattern = compilePattern(text, true);
  return 'problem' in pattern ? () => true : (value) => pattern.test(value);
}

import type { KubeObject } from '../../lib/simulator/kube-object';
import type { AlertmanagerTruth } from './alertmanager-truth';

/**
 * What a cluster makes of the objects of a scenario. Both sides have this form: what was observed in a real one, and what
 * the simulator predicts.
 *
 * Names that only a cluster makes up (addresses, names of pods and nodes) are those that the simulator uses for them.
 */
export interface Truth {
  /** Objects that the API server refuses with strict validation of fields, by `Kind namespace/name`, with its message. */
  readonly refused: { readonly [object: string]: string };
  /** Every Prometheus and PrometheusAgent that the API server accepts, by `Kind namespace/name`. */
  readonly instances: { readonly [instance: string]: InstanceTruth };
  /** Every Alertmanager that the API server accepts, by `Kind namespace/name`; absent where there is none. */
  readonly alertmanagers?: { readonly [alertmanager: string]: AlertmanagerTruth };
}

/** What becomes of a Prometheus or PrometheusAgent. */
export type InstanceOutcome =
  /** The Operator makes no configuration, and says nothing: not its to care for, or paused. */
  | 'ignored'
  /** The Operator fails on it, so there is no configuration. */
  | 'failed'
  /** The Operator leaves the configuration to people. */
  | 'unmanaged'
  /** Prometheus refuses the configuration that the Operator made. */
  | 'refused'
  /** Prometheus runs with the configuration. */
  | 'loaded';

/** A Prometheus or PrometheusAgent, and what it scrapes. */
export interface InstanceTruth {
  readonly outcome: InstanceOutcome;
  /** What the Operator or Prometheus says about it; never compared. */
  readonly message?: string;
  /** Monitors that the Operator selects and rejects for it, by `Kind namespace/name`, with its message, never compared. */
  readonly rejected: { readonly [monitor: string]: string };
  /** Jobs of monitors by name; none unless Prometheus runs. */
  readonly jobs: { readonly [job: string]: JobTruth };
  /** Groups of rules that it has loaded, by the PrometheusRule; absent where there are none in the scenario. */
  readonly rules?: { readonly [object: string]: readonly RuleGroupTruth[] };
}

/** A group of rules that a Prometheus has loaded. */
export interface RuleGroupTruth {
  readonly name: string;
  /** In seconds. */
  readonly interval: number;
  readonly limit?: number;
  readonly rules: readonly RuleTruth[];
}

/** A rule as Prometheus has loaded it. */
export interface RuleTruth {
  readonly alert?: string;
  readonly record?: string;
  /** As Prometheus writes it; compared by the series that it asks for. */
  readonly query: string;
  /** In seconds. */
  readonly for?: number;
  /** In seconds. */
  readonly keepFiringFor?: number;
  /** Those of the group too. */
  readonly labels?: { readonly [name: string]: string };
  readonly annotations?: { readonly [name: string]: string };
}

/** The targets of one job. */
export interface JobTruth {
  /** What it scrapes, sorted, each once: pods of one workload count as one. */
  readonly active: readonly ActiveTarget[];
  /** What it discovers and drops, sorted, each once; see `droppedTarget`. */
  readonly dropped: readonly string[];
}

/** A target that is scraped. */
export interface ActiveTarget {
  /** With scheme, address, path and parameters. */
  readonly url: string;
  /** Labels of its samples. */
  readonly labels: { readonly [name: string]: string };
  readonly interval: string;
  readonly timeout: string;
  /**
   * Where there are several shards, or agents of nodes: whether one of them scrapes it, or all do. That only some of them do
   * is never predicted.
   */
  readonly shards?: 'one' | 'some' | 'all';
}

/** Names an object the way that all messages do. */
export function objectKey(kind: string, namespace: string | undefined, name: string): string {
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

/** The same of an object. */
export function keyOf({ kind, metadata: { namespace, name } }: KubeObject): string {
  return objectKey(kind, namespace, name);
}

/** Names a dropped target by what discovery says about it. */
export function droppedTarget(labels: { readonly [name: string]: string | undefined }): string {
  const meta = (name: string): string | undefined => labels[`__meta_kubernetes_${name}`];
  const parts = {
    ingress: meta('ingress_name'),
    path: meta('ingress_path'),
    service: meta('service_name'),
    port: meta('endpoint_port_name') ?? meta('endpointslice_port_name'),
    container: meta('pod_container_name'),
    containerPort: meta('pod_container_port_name'),
  };
  const known = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  return [`${meta('namespace') ?? '-'} ${labels.__address__ ?? ''}`, ...known].join(' ');
}

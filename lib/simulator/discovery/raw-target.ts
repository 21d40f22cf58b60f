import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';

/** A pod that a workload would make, or a bare Pod. */
export interface VirtualPod {
  readonly namespace: string;
  /** A name for the bare Pod; for a workload's pod a made-up, stable one. */
  readonly name: string;
  /** Labels of the template, and those that controllers add. */
  readonly labels: Labels;
  readonly annotations: Labels;
  /** Keys of labels that a controller adds with a value that nobody can know offline. */
  readonly opaqueLabels: ReadonlySet<string>;
  /** The pod spec, normalized. */
  readonly spec: any;
  /**
   * The top owner: Deployment, StatefulSet, DaemonSet, Job, CronJob, ReplicaSet, ReplicationController or Pod; or the
   * Prometheus, PrometheusAgent, Alertmanager or ThanosRuler of which the Operator makes a workload.
   */
  readonly workload: SourcedObject;
  /** `Running`, unless a bare Pod says otherwise. */
  readonly phase: string;
  readonly ready: 'true' | 'false' | 'unknown';
  /** True for a bare Pod that is being deleted. */
  readonly terminating: boolean;
  /**
   * Field of the workload for which there are no such pods now, such as `spec.replicas`. This one then stands for those
   * that there would be, and has no address.
   */
  readonly idle?: string;
  /** Symbolic, a bare Pod's own where it has one; empty for a pod that has none. */
  readonly ip: string;
  /** The address of the second family, where a bare Pod has one. */
  readonly secondIp?: string;
  /** Symbolic where it is not known. */
  readonly hostIp: string;
  /** Symbolic where it is not known. */
  readonly nodeName: string;
  /** Zone of its node; symbolic where it is not known. */
  readonly zone: string;
  /** Symbolic where it is not known. */
  readonly uid: string;
  /** The direct owner. */
  readonly controller?: { readonly kind: string; readonly name: string };
}

/** What service discovery hands to a job, before relabeling. */
export interface RawTarget {
  /** `__address__` and `__meta_kubernetes_…`; addresses of virtual pods are symbolic but stable and unique. */
  readonly labels: Labels;
  readonly namespace: string;
  /** `undefined` where no Service belongs to it, or none that Prometheus sees. */
  readonly service?: SourcedObject;
  readonly pod?: VirtualPod;
  readonly container?: string;
  /** Number of the port, where it is known. */
  readonly port?: number;
  /**
   * `endpoint` for a port that a Service publishes or an Endpoints object lists; `container` for a port that only a
   * container of the same pod declares, and for all targets of role `pod`; `address` for what is neither.
   */
  readonly via: 'endpoint' | 'container' | 'address';
  /** True where the pods behind a Service are not in the bag and were assumed. */
  readonly assumed: boolean;
}

import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';

/** A pod that a workload would make, or a bare Pod. */
export interface VirtualPod {
  readonly namespace: string;
  /** A name for the bare Pod; for a workload's pod a made-up, stable one. */
  readonly name: string;
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
  /** The pod spec. */
  readonly spec: any;
  /** The top owner: Deployment, StatefulSet, DaemonSet, Job, CronJob, ReplicaSet, ReplicationController or Pod. */
  readonly workload: SourcedObject;
}

/** What service discovery hands to a job, before relabeling. */
export interface RawTarget {
  /** `__address__` and `__meta_kubernetes_…`; addresses of virtual pods are symbolic but stable and unique. */
  readonly labels: Labels;
  readonly namespace: string;
  readonly service?: SourcedObject;
  readonly pod?: VirtualPod;
  readonly container?: string;
  /** Number of the port, where it is known. */
  readonly port?: number;
  /** True where the pods behind a Service are not in the bag and were assumed. */
  readonly assumed: boolean;
}

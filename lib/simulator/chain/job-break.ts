import type { NoTargets, UnresolvedPort } from '../discovery/no-targets';
import type { VirtualPod } from '../discovery/raw-target';
import type { SourcedObject } from '../kube-object';
import type { RuleOrigin } from '../relabel/relabel-rule';
import type { FailedTarget } from '../relabel/target-labels';
import type { NearMiss } from '../targets/candidates';
import type { JobTargets, LostTarget } from '../targets/job-targets';

/** A Service or a pod. */
export type Selected = SourcedObject | VirtualPod;

/** The port that an endpoint of a monitor asks for. */
export interface WantedPort {
  readonly field: 'port' | 'targetPort' | 'portNumber';
  readonly value: string | number;
}

/** A port that a Service publishes under the name that is asked for, and that no pod of it has. */
export interface DeadPort {
  readonly service: SourcedObject;
  readonly port: UnresolvedPort;
}

/** The first link of the chain at which a job with no target breaks. */
export type JobBreak =
  /** L6: one of its rules is none that Prometheus can load. */
  | { readonly reason: 'not loadable' }
  /** L7: what it selects is in a namespace that it does not search. */
  | {
      readonly reason: 'other namespace';
      readonly searched: readonly string[];
      /** Services, or for a PodMonitor pods, that the selector takes; the first ones where there are many. */
      readonly elsewhere: readonly Selected[];
      /** Whether it is only `ignoreNamespaceSelectors` of the Prometheus that keeps it from there. */
      readonly ignored: boolean;
    }
  /** L7: of namespaces that are searched the bag shows nothing, so nobody can tell. None are named where all are. */
  | {
      readonly reason: 'not shown';
      readonly namespaces: readonly string[];
      /** What makes the Service that is asked for, where that comes with every cluster. */
      readonly made?: string;
    }
  /** L7: the service account of its instance may not look there. All namespaces at once are `undefined`. */
  | {
      readonly reason: 'forbidden';
      readonly namespaces: readonly string[] | undefined;
      /** What it would find if it might. */
      readonly otherwise: JobTargets;
    }
  /** L9: nothing in the searched namespaces has the labels. */
  | {
      readonly reason: 'nothing selected';
      /** `undefined` for all namespaces. */
      readonly searched: readonly string[] | undefined;
      readonly near: readonly NearMiss<Selected>[];
      /** ServiceMonitors only: pods that have the labels, each with the Services that stand before it. */
      readonly pods: readonly { readonly pod: VirtualPod; readonly services: readonly SourcedObject[] }[];
      /** PodMonitors only: Services that have the labels. */
      readonly services: readonly SourcedObject[];
    }
  /** L8: the Services that it selects have no endpoints. */
  | {
      readonly reason: 'no endpoints';
      readonly services: readonly { readonly service: SourcedObject; readonly why: NoTargets | undefined }[];
    }
  /** L8: the pods that it selects have no address. */
  | { readonly reason: 'no address'; readonly pods: readonly VirtualPod[] }
  /** L8: the port that is asked for is one of a Service, and no pod has what the Service's `targetPort` names. */
  | { readonly reason: 'dead port'; readonly wanted: WantedPort; readonly ports: readonly DeadPort[] }
  /** L9: no port of what it selects is the one that is asked for. */
  | {
      readonly reason: 'port';
      readonly wanted: WantedPort;
      readonly services: readonly SourcedObject[];
      readonly pods: readonly VirtualPod[];
    }
  /** L9: all pods have ended. */
  | { readonly reason: 'ended'; readonly pods: readonly VirtualPod[] }
  /** L9: relabelings drop all that is left. */
  | {
      readonly reason: 'relabeled';
      /** The rules that drop something; `class` ones are in the Prometheus. */
      readonly rules: readonly RuleOrigin[];
      readonly lost: readonly LostTarget[];
    }
  /** L9: shards are shared out by zone, and what is left has none. */
  | { readonly reason: 'no zone'; readonly lost: readonly LostTarget[] }
  /** L9: what relabelings leave is no address or no time. */
  | { readonly reason: 'failed'; readonly failure: FailedTarget; readonly lost: readonly LostTarget[] }
  /** L9: targets are dropped for something that these objects do not tell. */
  | { readonly reason: 'not known'; readonly lost: readonly LostTarget[] };

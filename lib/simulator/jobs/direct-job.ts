import type { ScrapeJob } from './scrape-job';

/** Where a job of a Probe or ScrapeConfig has its targets from. */
export type TargetSource =
  /** Addresses that somebody wrote down. */
  | {
      readonly kind: 'static';
      readonly field: string;
      readonly targets: readonly string[];
      readonly labels: { readonly [name: string]: string };
    }
  /** Ingresses that a Probe selects. */
  | {
      readonly kind: 'ingresses';
      readonly field: string;
      /** `undefined` for all namespaces. */
      readonly namespaces: readonly string[] | undefined;
      readonly selector: any;
    }
  /** One of `kubernetesSDConfigs`. */
  | {
      readonly kind: 'kubernetes';
      readonly field: string;
      readonly role: KubernetesRole;
      /** `undefined` for all namespaces. */
      readonly namespaces: readonly string[] | undefined;
      /** Label selectors that the API server applies, by role, as Kubernetes selectors. */
      readonly selectors: { readonly [role: string]: any };
      /** Whether it asks for the nodes of pods, too. */
      readonly attachNodeMetadata: boolean;
    }
  /** Something that only the cluster, or something outside of it, can tell. */
  | {
      readonly kind: 'unknown';
      readonly field: string;
      readonly why: string;
      /** What it asks the API server of its own cluster for; left out where it asks somebody else. */
      readonly role?: string;
    };

/** What Kubernetes service discovery can be asked for, and what objects tell about. */
export type KubernetesRole = 'pod' | 'service' | 'endpoints' | 'endpointslice' | 'ingress';

/**
 * The job of a Probe or a ScrapeConfig: it has its targets from the object itself, or from a discovery that the object
 * describes, and not from Services or pods that a selector takes.
 */
export interface DirectJob extends Omit<ScrapeJob, 'discovery' | 'endpoint'> {
  readonly sources: readonly TargetSource[];
}

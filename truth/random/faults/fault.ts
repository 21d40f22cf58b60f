import type { Cluster, Draft, Watch } from '../cluster';
import { addInstance } from '../instances';

/** A mistake that may be made on purpose. */
export interface Fault {
  /** The check that is to find it. */
  readonly check: string;
  /** Makes it, where the cluster has what it takes. */
  plant(cluster: Cluster): boolean;
}

/** A monitor with nothing wrong so far, which from now on there is. */
export function spoil(cluster: Cluster, fits: (watch: Watch) => boolean = () => true): Watch | undefined {
  const sound = cluster.watches.filter((watch) => watch.sound && endpointsOf(watch).length > 0 && fits(watch));
  if (sound.length === 0) {
    return undefined;
  }
  const watch = cluster.random.one(sound);
  watch.sound = false;
  if (cluster.random.chance(0.75)) {
    makeVisible(watch);
  }
  return watch;
}

/** Gives a monitor the labels that most instances ask for. */
export function makeVisible({ object: { metadata } }: Watch): void {
  metadata.labels = { ...metadata.labels, release: 'stack', team: 'web' };
  delete metadata.labels['example.com/scrape'];
}

/** A fault in one endpoint of a monitor. */
export function inEndpoint(
  check: string,
  change: (endpoint: Draft['spec'], cluster: Cluster, watch: Watch) => void,
  fits?: (watch: Watch) => boolean,
): Fault {
  return {
    check,
    plant: (cluster) => {
      const watch = spoil(cluster, fits);
      if (watch === undefined) {
        return false;
      }
      change(cluster.random.one(endpointsOf(watch)), cluster, watch);
      return true;
    },
  };
}

/** A fault of a monitor as a whole. */
export function inMonitor(
  check: string,
  change: (watch: Watch, cluster: Cluster) => void,
  fits?: (watch: Watch) => boolean,
): Fault {
  return {
    check,
    plant: (cluster) => {
      const watch = spoil(cluster, fits);
      if (watch !== undefined) {
        change(watch, cluster);
      }
      return watch !== undefined;
    },
  };
}

/** A fault of an instance, mostly of one more, so that those that are there go on. */
export function inInstance(
  check: string,
  change: (spec: Draft['spec'], cluster: Cluster, instance: Draft) => void,
  isAgent?: boolean,
): Fault {
  return {
    check,
    plant: (cluster) => {
      const { random, instances } = cluster;
      // In DaemonSet mode an agent has few of the fields.
      const there = instances.filter(
        ({ kind, spec }) =>
          spec.mode === undefined && (isAgent === undefined || (kind === 'PrometheusAgent') === isAgent),
      );
      const instance =
        there.length > 0 && random.chance(0.2)
          ? random.one(there)
          : addInstance(cluster, isAgent ?? random.chance(0.25));
      change(instance.spec, cluster, instance);
      return true;
    },
  };
}

export function endpointsOf({ object: { kind, spec } }: Watch): Draft['spec'][] {
  return spec[kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints'];
}

export function isServiceMonitor({ object }: Watch): boolean {
  return object.kind === 'ServiceMonitor';
}

export function isPodMonitor({ object }: Watch): boolean {
  return object.kind === 'PodMonitor';
}

/** Takes off an endpoint all that says which port it wants. */
export function withoutPort(endpoint: Draft['spec']): void {
  delete endpoint.port;
  delete endpoint.targetPort;
  delete endpoint.portNumber;
}

/** Takes off an endpoint all that authenticates. */
export function withoutAuthentication(endpoint: Draft['spec']): void {
  for (const field of ['basicAuth', 'authorization', 'bearerTokenSecret', 'oauth2', 'bearerTokenFile']) {
    delete endpoint[field];
  }
}

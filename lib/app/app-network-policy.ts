import { ApiObject, type ApiObjectMetadata, Lazy } from 'cdk8s';
import type { Workload } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { IPrometheus } from '../prometheus/i-prometheus';
import type { NamedPort } from './named-port';
import { NetworkPeer } from './network-peer';

/** Options for the NetworkPolicy of a `MonitoredApp`. */
export interface AppNetworkPolicyOptions {
  /**
   * Closes the app's other ports too. Without it, they stay open to all: a policy that selects a pod closes everything
   * that it does not name, so they are named.
   *
   * @default false
   */
  readonly isolate?: boolean;

  /**
   * Who else may come in, to every port of the app. Must be given where app and metrics share a port, unless
   * `isolate` is true: the port can be closed to strangers or open to all, but not both.
   *
   * @default - nobody else
   */
  readonly allowFrom?: NetworkPeer[];
}

/** What the policy is about. */
export interface AppNetworkPolicySubject {
  readonly metadata: ApiObjectMetadata;
  readonly podLabels: { [key: string]: string };
  readonly workload: Workload;
  readonly metricsPort: NamedPort;
  readonly prometheus: IPrometheus;
}

/**
 * A NetworkPolicy that admits one Prometheus to the metrics port.
 *
 * Ports are those of the container, not of the Service: policies see traffic after the Service has been resolved
 * (kubernetes `staging/src/k8s.io/api/networking/v1/types.go`, `NetworkPolicyPort`).
 */
export function createAppNetworkPolicy(
  scope: Construct,
  id: string,
  subject: AppNetworkPolicySubject,
  options: AppNetworkPolicyOptions,
): ApiObject {
  return new ApiObject(scope, id, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: subject.metadata,
    spec: {
      podSelector: { matchLabels: subject.podLabels },
      policyTypes: ['Ingress'],
      // Lazy, so that ports which the user adds to a container later are not closed by surprise.
      ingress: Lazy.any({ produce: () => ingressRules(subject, options) }),
    },
  });
}

function ingressRules(subject: AppNetworkPolicySubject, options: AppNetworkPolicyOptions): any[] {
  const { metricsPort, prometheus } = subject;
  const scraper = NetworkPeer.pods(prometheus.podLabels, prometheus.namespace);
  const rules: any[] = [{ from: [scraper.toManifest()], ports: [{ port: metricsPort.number, protocol: 'TCP' }] }];
  const others = otherPorts(subject);
  if (!options.isolate && others.length > 0) {
    rules.push({ ports: others });
  }
  const peers = options.allowFrom ?? [];
  if (peers.some((peer) => peer.admitsAnyone)) {
    // A rule without peers and ports admits everyone to everything.
    rules.push({});
  } else if (peers.length > 0) {
    rules.push({ from: peers.map((peer) => peer.toManifest()) });
  }
  return rules;
}

/** Declared ports of all containers but the metrics port. */
function otherPorts({ workload, metricsPort }: AppNetworkPolicySubject): any[] {
  return workload.containers
    .flatMap((container) => container.ports)
    .map((port) => ({ port: port.number, protocol: port.protocol ?? 'TCP' }))
    .filter((port) => port.port !== metricsPort.number || port.protocol !== 'TCP');
}

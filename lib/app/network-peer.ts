import { isIP } from 'node:net';
import { whyNoDnsLabel } from '../private/kubernetes-names';
import { NAMESPACE_NAME_LABEL } from '../selection/namespace-selector';

/** Who may connect to an app under a NetworkPolicy. */
export class NetworkPeer {
  /** Everyone: all pods, and what comes from outside the cluster. */
  public static anyone(): NetworkPeer {
    return new NetworkPeer(undefined);
  }

  /** All pods of the app's own namespace. */
  public static sameNamespace(): NetworkPeer {
    return new NetworkPeer({ podSelector: {} });
  }

  /**
   * All pods of these namespaces.
   *
   * @throws if no name is given, or one that no namespace can have
   */
  public static namespaces(...names: string[]): NetworkPeer {
    if (names.length === 0) {
      throw new Error(
        'NetworkPeer.namespaces: no name is given, and Kubernetes refuses an empty list. Fix: name at least one namespace, or use NetworkPeer.anyone().',
      );
    }
    return new NetworkPeer({ namespaceSelector: byName(names) });
  }

  /**
   * Pods with these labels.
   *
   * @param labels labels of the pods, not of their workload
   * @param namespace where they are; the app's own namespace unless given
   * @throws if no namespace can have that name
   */
  public static pods(labels: { [key: string]: string }, namespace?: string): NetworkPeer {
    return new NetworkPeer({
      // Both in one item: labels AND namespace. As two items they would mean OR.
      ...(namespace === undefined ? {} : { namespaceSelector: byName([namespace]) }),
      podSelector: { matchLabels: { ...labels } },
    });
  }

  /**
   * Addresses of a CIDR range, for example a load balancer.
   *
   * @param except ranges within it that stay out
   * @throws if one of them is no CIDR range, such as `10.0.0.0/8`
   */
  public static ipBlock(cidr: string, except: string[] = []): NetworkPeer {
    for (const range of [cidr, ...except]) {
      const [address, bits, ...rest] = range.split('/');
      const longest = { 4: 32, 6: 128 }[isIP(address)];
      if (longest === undefined || !/^\d{1,3}$/.test(bits ?? '') || Number(bits) > longest || rest.length > 0) {
        throw new Error(
          `NetworkPeer.ipBlock: "${range}" is no CIDR range, and Kubernetes refuses it. Fix: write address and length, for example 10.0.0.0/8, or ${address}/32 for one address.`,
        );
      }
    }
    return new NetworkPeer({ ipBlock: { cidr, ...(except.length > 0 ? { except } : {}) } });
  }

  private constructor(private readonly peer: { [key: string]: any } | undefined) {}

  /** True if this admits everyone, which a NetworkPolicy says by naming no peer. */
  public get admitsAnyone(): boolean {
    return this.peer === undefined;
  }

  /** The peer as it stands in a NetworkPolicy; `undefined` for everyone. */
  public toManifest(): any {
    return this.peer && { ...this.peer };
  }
}

function byName(names: string[]): any {
  for (const name of names) {
    const why = whyNoDnsLabel(name);
    if (why) {
      throw new Error(`NetworkPeer: "${name}" ${why}. Fix: use the name of the namespace.`);
    }
  }
  return names.length === 1
    ? { matchLabels: { [NAMESPACE_NAME_LABEL]: names[0] } }
    : { matchExpressions: [{ key: NAMESPACE_NAME_LABEL, operator: 'In', values: names }] };
}

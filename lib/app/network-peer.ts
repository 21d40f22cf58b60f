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

  /** All pods of these namespaces. */
  public static namespaces(...names: string[]): NetworkPeer {
    return new NetworkPeer({ namespaceSelector: byName(names) });
  }

  /**
   * Pods with these labels.
   *
   * @param labels labels of the pods, not of their workload
   * @param namespace where they are; the app's own namespace unless given
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
   */
  public static ipBlock(cidr: string, except: string[] = []): NetworkPeer {
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
  return names.length === 1
    ? { matchLabels: { [NAMESPACE_NAME_LABEL]: names[0] } }
    : { matchExpressions: [{ key: NAMESPACE_NAME_LABEL, operator: 'In', values: names }] };
}

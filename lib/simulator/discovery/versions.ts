/** Versions that decide what discovery does. */
export interface DiscoveryVersions {
  /** Of Kubernetes, such as `1.33`; the newest unless set. */
  readonly kubernetes?: string;
  /** Of Prometheus, such as `v3.11.0`; the newest unless set. */
  readonly prometheus?: string;
}

/** Behaviour that changed with a version. */
export interface DiscoveryGates {
  /** Init containers count for roles `endpoints` and `endpointslice`. Source: Prometheus 3.0. */
  readonly initContainers: boolean;
  /** Slices of the second IP family of a dual-stack Service give no target. Source: Prometheus 3.11. */
  readonly primaryFamilyOnly: boolean;
  /** A named `targetPort` may be that of a native sidecar. Source: Kubernetes 1.32 for Endpoints, 1.33 for slices. */
  readonly sidecarPorts: boolean;
  /** Endpoints that the controller makes carry a label that says so. Source: Kubernetes 1.33. */
  readonly markedEndpoints: boolean;
  /**
   * Endpoints may refer to pods of other namespaces. Prometheus looks in each namespace on its own, unless in all of them.
   *
   * Source: Prometheus `discovery/kubernetes/kubernetes.go`, `Run`.
   */
  readonly podsOfAllNamespaces: boolean;
}

/**
 * The behaviour of these versions.
 *
 * @param everywhere whether all namespaces are searched
 */
export function gatesOf(
  role: 'endpoints' | 'endpointslice',
  versions: DiscoveryVersions,
  everywhere = true,
): DiscoveryGates {
  return {
    initContainers: atLeast(versions.prometheus, 3, 0),
    primaryFamilyOnly: atLeast(versions.prometheus, 3, 11),
    sidecarPorts: atLeast(versions.kubernetes, 1, role === 'endpoints' ? 32 : 33),
    markedEndpoints: role === 'endpoints' && atLeast(versions.kubernetes, 1, 33),
    podsOfAllNamespaces: everywhere,
  };
}

/** Whether a version is this one or newer; a version that is not known counts as the newest. */
export function atLeast(version: string | undefined, major: number, minor: number): boolean {
  const match = /^v?(\d+)(?:\.(\d+))?/.exec(version ?? '');
  if (match === null) {
    return true;
  }
  const given = Number(match[1]);
  return given > major || (given === major && Number(match[2] ?? 0) >= minor);
}

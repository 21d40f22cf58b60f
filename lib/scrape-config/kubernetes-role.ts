/**
 * What Prometheus makes targets from, in `ScrapeTargets.kubernetes`.
 */
export class KubernetesRole {
  /** One target for each node, at the port of its kubelet. */
  public static readonly NODE = new KubernetesRole('Node', ['Node'], false);

  /** One target for each declared port of each container, ready or not. */
  public static readonly POD = new KubernetesRole('Pod', ['Pod'], true);

  /** One target for each port of each Service, at its name in the cluster. */
  public static readonly SERVICE = new KubernetesRole('Service', ['Service'], false);

  /** One target for each address and port behind a Service, from its Endpoints. */
  public static readonly ENDPOINTS = new KubernetesRole('Endpoints', ['Pod', 'Service', 'Endpoints'], true);

  /** One target for each address and port behind a Service, from its EndpointSlices. */
  public static readonly ENDPOINT_SLICE = new KubernetesRole(
    'EndpointSlice',
    ['Pod', 'Service', 'EndpointSlice'],
    true,
  );

  /** One target for each host and path of each Ingress. */
  public static readonly INGRESS = new KubernetesRole('Ingress', ['Ingress'], false);

  private constructor(
    /** Name as it stands in a manifest: that of `v1alpha1.KubernetesRole`. */
    public readonly roleName: string,
    /**
     * Names of the kinds of objects that a selector may narrow.
     *
     * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateKubernetesSDConfigs`.
     */
    public readonly selectable: string[],
    /** Whether labels of nodes can be attached to its targets. */
    public readonly knowsNodes: boolean,
  ) {}
}

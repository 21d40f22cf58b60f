const CHART = 'kube-prometheus-stack';
const REPOSITORY = 'https://prometheus-community.github.io/helm-charts';
const REGISTRY = `ghcr.io/prometheus-community/charts/${CHART}`;

/**
 * Where a GitOps tool gets the chart kube-prometheus-stack from. The version is that of the `StackRelease`.
 */
export class StackChartSource {
  /** The OCI registry of the chart's authors, on ghcr.io. */
  public static readonly REGISTRY = StackChartSource.registry(REGISTRY);

  /** The Helm repository of the chart's authors. */
  public static readonly REPOSITORY = StackChartSource.repository(REPOSITORY);

  /**
   * An OCI registry, for example a mirror.
   *
   * @param reference the chart there, with its name and without a tag: `registry.example.com/mirror/kube-prometheus-stack`
   * @throws if the reference names another chart, or a version
   */
  public static registry(reference: string): StackChartSource {
    const plain = String(reference)
      .replace(/^oci:\/\//, '')
      .replace(/\/+$/, '');
    if (!/^[^/\s:@]+(:\d+)?(\/[^/\s:@]+)+$/.test(plain) || !plain.endsWith(`/${CHART}`)) {
      throw new Error(
        `StackChartSource.registry: "${reference}" is no address of the chart ${CHART} in an OCI registry. Fix: give host, path and chart without a tag, for example 'registry.example.com/mirror/${CHART}'.`,
      );
    }
    return new StackChartSource(true, plain);
  }

  /**
   * A Helm repository, for example a mirror.
   *
   * @param url its address, where `index.yaml` is
   * @throws if that is no address of http or https
   */
  public static repository(url: string): StackChartSource {
    if (!/^https?:\/\/[^\s/]+/.test(String(url))) {
      throw new Error(
        `StackChartSource.repository: "${url}" is no address of a Helm repository. Fix: give one that begins with https://, or use StackChartSource.registry for an OCI registry.`,
      );
    }
    return new StackChartSource(false, url);
  }

  private constructor(
    /** Whether this is an OCI registry. */
    public readonly oci: boolean,
    /** Address: of the repository, or of the chart in the registry, without a scheme. */
    public readonly address: string,
  ) {}

  /** Name of the chart. */
  public get chart(): string {
    return CHART;
  }
}

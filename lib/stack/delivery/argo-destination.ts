/**
 * The cluster that Argo CD deploys to. The namespace there is that of the `StackRelease`.
 */
export class StackDestination {
  /** The cluster that Argo CD itself runs in. */
  public static inCluster(): StackDestination {
    return new StackDestination('server', 'https://kubernetes.default.svc');
  }

  /**
   * The cluster with this name in Argo CD. In a `StackApplicationSet` it may hold a template: `{{ .name }}`.
   *
   * @throws if the name is empty
   */
  public static cluster(name: string): StackDestination {
    return new StackDestination('name', filled('cluster', name, "'production'"));
  }

  /**
   * The cluster with this API server. In a `StackApplicationSet` it may hold a template: `{{ .server }}`.
   *
   * @throws if the address is empty
   */
  public static server(url: string): StackDestination {
    return new StackDestination('server', filled('server', url, "'https://192.0.2.1:6443'"));
  }

  private constructor(
    private readonly field: string,
    private readonly value: string,
  ) {}

  /** The destination as it stands in a manifest, without the namespace. */
  public toManifest(): any {
    return { [this.field]: this.value };
  }
}

function filled(method: string, text: string, example: string): string {
  if (typeof text !== 'string' || text === '') {
    throw new Error(
      `StackDestination.${method}: ${JSON.stringify(text)} names no cluster. Fix: StackDestination.${method}(${example})`,
    );
  }
  return text;
}

/** What Flux does with the CRDs of the chart. */
export enum StackCrdPolicy {
  /** Creates new ones and replaces those that exist; it never deletes one. */
  CREATE_REPLACE = 'CreateReplace',
  /** Creates new ones only, so that they grow old with each upgrade of the chart. */
  CREATE = 'Create',
  /** Leaves them alone, because something else brings them. */
  SKIP = 'Skip',
}

/** What Flux does about changes that are made in the cluster. */
export enum StackDriftDetection {
  /** Takes them back. */
  ENABLED = 'enabled',
  /** Tells of them. */
  WARN = 'warn',
  /** Nothing. */
  DISABLED = 'disabled',
}

/** Fields whose changes Flux leaves alone. */
export interface StackDriftIgnore {
  /** The fields, as JSON pointers (RFC 6901). */
  readonly paths: string[];

  /**
   * Kind of the objects.
   *
   * @default - any
   */
  readonly kind?: string;

  /**
   * API group of the objects.
   *
   * @default - any
   */
  readonly group?: string;

  /**
   * Version of their API.
   *
   * @default - any
   */
  readonly version?: string;

  /**
   * Name of the objects, a regular expression.
   *
   * @default - any
   */
  readonly name?: string;

  /**
   * Namespace of the objects, a regular expression.
   *
   * @default - any
   */
  readonly namespace?: string;

  /**
   * Selector of their labels, as text.
   *
   * @default - any
   */
  readonly labelSelector?: string;
}

/** Another HelmRelease that must be ready first. */
export interface StackDependency {
  /** Its name. */
  readonly name: string;

  /**
   * Its namespace.
   *
   * @default - that of the HelmRelease
   */
  readonly namespace?: string;
}

/** More on values from a Secret or a ConfigMap. */
export interface StackValuesReferenceOptions {
  /**
   * The key that holds the values.
   *
   * @default "values.yaml"
   */
  readonly key?: string;

  /**
   * The one value that the key holds, by its path in the chart. It then wins over all others.
   *
   * @default - the key holds a whole map of values
   */
  readonly targetPath?: string;

  /**
   * Whether the release is installed without it where it does not exist.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/**
 * Values that Flux takes from the cluster, in the namespace of the HelmRelease.
 *
 * Label the Secret or ConfigMap `reconcile.fluxcd.io/watch: Enabled`, and Flux upgrades the release as soon as it changes.
 */
export class StackValuesReference {
  /** Values of a Secret. */
  public static secret(name: string, options: StackValuesReferenceOptions = {}): StackValuesReference {
    return new StackValuesReference('Secret', name, options);
  }

  /** Values of a ConfigMap. */
  public static configMap(name: string, options: StackValuesReferenceOptions = {}): StackValuesReference {
    return new StackValuesReference('ConfigMap', name, options);
  }

  private constructor(
    private readonly kind: string,
    private readonly name: string,
    private readonly options: StackValuesReferenceOptions,
  ) {}

  /** The reference as it stands in a manifest. */
  public toManifest(): any {
    const { key, targetPath, optional } = this.options;
    return { kind: this.kind, name: this.name, valuesKey: key, targetPath, optional };
  }
}

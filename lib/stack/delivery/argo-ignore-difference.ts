/** Which fields of which objects may differ from the manifests. At least one of the three kinds of paths is needed. */
export interface StackIgnoreDifferenceOptions {
  /** Kind of the objects; `*` for all. */
  readonly kind: string;

  /**
   * API group of the objects.
   *
   * @default - the core group
   */
  readonly group?: string;

  /**
   * Name of the object.
   *
   * @default - all of this kind
   */
  readonly name?: string;

  /**
   * Namespace of the objects.
   *
   * @default - all namespaces
   */
  readonly namespace?: string;

  /**
   * The fields, as JSON pointers (RFC 6901).
   *
   * @default - none
   */
  readonly jsonPointers?: string[];

  /**
   * The fields, as expressions of jq.
   *
   * @default - none
   */
  readonly jqPathExpressions?: string[];

  /**
   * Whoever owns the fields, as `managedFields` of the objects name it.
   *
   * @default - none
   */
  readonly managedFieldsManagers?: string[];
}

const WEBHOOKS = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];

/**
 * Fields that something in the cluster changes, so that Argo CD neither shows them as a difference nor sets them back.
 *
 * A default install with an existing Secret for Grafana's administrator needs none.
 */
export class StackIgnoreDifference {
  /**
   * The certificate in the Operator's webhooks, which a job of the chart or cert-manager puts there. The chart does not
   * render the field, so that current versions of Argo CD show no difference.
   */
  public static webhookCaBundle(): StackIgnoreDifference {
    return StackIgnoreDifference.ofWebhooks('.webhooks[]?.clientConfig.caBundle');
  }

  /** The namespace selector of the Operator's webhooks, to which AKS adds its own namespaces. */
  public static webhookNamespaceSelector(): StackIgnoreDifference {
    return StackIgnoreDifference.ofWebhooks('.webhooks[]?.namespaceSelector');
  }

  /**
   * Any other fields.
   *
   * @throws if no field is named
   */
  public static of(options: StackIgnoreDifferenceOptions): StackIgnoreDifference {
    const { jsonPointers = [], jqPathExpressions = [], managedFieldsManagers = [] } = options;
    if (jsonPointers.length + jqPathExpressions.length + managedFieldsManagers.length === 0) {
      throw new Error(
        `StackIgnoreDifference.of: no field of ${options.kind} is named. Fix: give jsonPointers, jqPathExpressions or managedFieldsManagers.`,
      );
    }
    return new StackIgnoreDifference([{ ...options }]);
  }

  private static ofWebhooks(field: string): StackIgnoreDifference {
    return new StackIgnoreDifference(
      WEBHOOKS.map((kind) => ({ group: 'admissionregistration.k8s.io', kind, jqPathExpressions: [field] })),
    );
  }

  private constructor(private readonly entries: StackIgnoreDifferenceOptions[]) {}

  /** The entries of `ignoreDifferences` in a manifest. */
  public toManifest(): any[] {
    return this.entries.map((entry) => ({ ...entry }));
  }
}

import { LabelOperator } from './label-requirement';
import { LabelSelector, type LabelSelectorOptions } from './label-selector';

/** The label that Kubernetes (1.21 and later) puts on every Namespace, with its name as the value. */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/**
 * In which namespaces a Prometheus looks for monitors and rules: one of the `…NamespaceSelector` fields of the
 * Prometheus object. It reads the labels of Namespace objects; it has nothing to do with the `namespaceSelector` of a
 * ServiceMonitor.
 *
 * Source: prometheus-operator v0.93 `pkg/operator/operator.go`, `SelectNamespacesFromCache`.
 */
export class NamespaceSelector {
  /** `{}`: every namespace that the Operator watches. */
  public static all(): NamespaceSelector {
    return new NamespaceSelector(LabelSelector.everything());
  }

  /** An absent selector: only the namespace of the Prometheus object itself. */
  public static own(): NamespaceSelector {
    return new NamespaceSelector(LabelSelector.nothing());
  }

  /**
   * Exactly these namespaces, by the label `kubernetes.io/metadata.name` that every Namespace carries.
   *
   * @throws if no name is given
   */
  public static names(...names: string[]): NamespaceSelector {
    return NamespaceSelector.of({
      matchExpressions: [{ key: NAMESPACE_NAME_LABEL, operator: LabelOperator.IN, values: names }],
    });
  }

  /** Namespaces whose Namespace object carries all of these labels. */
  public static matchLabels(labels: { [key: string]: string }): NamespaceSelector {
    return new NamespaceSelector(LabelSelector.matchLabels(labels));
  }

  /**
   * A selector of labels and expressions, as it stands in a manifest.
   *
   * @throws if an expression lacks the values it needs, or has values it must not have
   */
  public static of(options: LabelSelectorOptions): NamespaceSelector {
    return new NamespaceSelector(LabelSelector.of(options));
  }

  private constructor(private readonly selector: LabelSelector) {}

  /** True for an absent selector: only the namespace of the Prometheus object is searched. */
  public get ownNamespaceOnly(): boolean {
    return this.selector.selectsNothing;
  }

  /**
   * Keys of Namespace labels that decide the match and that Kubernetes does not set by itself. Unless the Namespace
   * object is at hand, a selector with such keys cannot be decided.
   */
  public get decidingLabels(): string[] {
    return [...Object.keys(this.selector.requiredLabels), ...this.selector.requirements.map((r) => r.key)].filter(
      (key) => key !== NAMESPACE_NAME_LABEL,
    );
  }

  /**
   * Whether a namespace is searched.
   *
   * @param namespace its name
   * @param prometheusNamespace the namespace of the Prometheus object
   * @param labels labels of the Namespace object; the name label is added
   */
  public matches(namespace: string, prometheusNamespace: string, labels: { [key: string]: string } = {}): boolean {
    if (this.ownNamespaceOnly) {
      return namespace === prometheusNamespace;
    }
    return this.selector.matches({ ...labels, [NAMESPACE_NAME_LABEL]: namespace });
  }

  /** The selector as it stands in a manifest; `undefined` for an absent one. */
  public toManifest(): any {
    return this.selector.toManifest();
  }
}

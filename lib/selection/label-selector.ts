import { LabelOperator, type LabelRequirement, requirementHolds } from './label-requirement';

/**
 * The two parts of a Kubernetes label selector. All requirements of both must hold.
 */
export interface LabelSelectorOptions {
  /**
   * Labels that must be there with exactly this value.
   *
   * @default - none
   */
  readonly matchLabels?: { [key: string]: string };
  /**
   * Requirements beyond equality.
   *
   * @default - none
   */
  readonly matchExpressions?: LabelRequirement[];
}

/**
 * Which objects a Prometheus takes, by their own labels: one of the `serviceMonitorSelector`, `podMonitorSelector`,
 * `probeSelector`, `ruleSelector` and `scrapeConfigSelector` of the Prometheus object.
 *
 * The Operator tells an absent selector (nothing) from an empty one (everything); so does this class.
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `selectObjects`.
 */
export class LabelSelector {
  /** `{}`: every object. */
  public static everything(): LabelSelector {
    return new LabelSelector({});
  }

  /** An absent selector: no object at all. */
  public static nothing(): LabelSelector {
    return new LabelSelector(undefined);
  }

  /** Objects that carry all of these labels. */
  public static matchLabels(labels: { [key: string]: string }): LabelSelector {
    return new LabelSelector({ matchLabels: { ...labels } });
  }

  /**
   * A selector of labels and expressions, as it stands in a manifest.
   *
   * @throws if an expression lacks the values it needs, or has values it must not have
   */
  public static of(options: LabelSelectorOptions): LabelSelector {
    return new LabelSelector({
      matchLabels: { ...options.matchLabels },
      matchExpressions: (options.matchExpressions ?? []).map(checkedRequirement),
    });
  }

  private constructor(private readonly options: LabelSelectorOptions | undefined) {}

  /** Labels that must be there with exactly this value. */
  public get requiredLabels(): { [key: string]: string } {
    return { ...this.options?.matchLabels };
  }

  /** Requirements beyond equality. */
  public get requirements(): LabelRequirement[] {
    return [...(this.options?.matchExpressions ?? [])];
  }

  /** True for an absent selector, which takes no object. */
  public get selectsNothing(): boolean {
    return this.options === undefined;
  }

  /** Whether an object with these labels is taken. */
  public matches(labels: { [key: string]: string }): boolean {
    return this._satisfiedBy((key) => labels[key]);
  }

  /** @internal */
  public _satisfiedBy(label: (key: string) => string | undefined): boolean {
    if (this.options === undefined) {
      return false;
    }
    const { matchLabels = {}, matchExpressions = [] } = this.options;
    return (
      Object.entries(matchLabels).every(([key, value]) => label(key) === value) &&
      matchExpressions.every((requirement) => requirementHolds(requirement, label(requirement.key)))
    );
  }

  /** The selector as it stands in a manifest; `undefined` for an absent one. */
  public toManifest(): any {
    if (this.options === undefined) {
      return undefined;
    }
    const { matchLabels = {}, matchExpressions = [] } = this.options;
    return {
      ...(Object.keys(matchLabels).length > 0 ? { matchLabels } : {}),
      ...(matchExpressions.length > 0 ? { matchExpressions } : {}),
    };
  }
}

function checkedRequirement(requirement: LabelRequirement): LabelRequirement {
  const { key, operator, values = [] } = requirement;
  const wantsValues = operator === LabelOperator.IN || operator === LabelOperator.NOT_IN;
  if (wantsValues && values.length === 0) {
    throw new Error(
      `matchExpressions: "${key}" ${operator} has no values, which Kubernetes refuses. Fix: give at least one value.`,
    );
  }
  if (!wantsValues && values.length > 0) {
    throw new Error(
      `matchExpressions: "${key}" ${operator} has the values ${values.map((v) => `"${v}"`).join(', ')}, which Kubernetes refuses. Fix: leave out the values, or use In.`,
    );
  }
  return wantsValues ? { key, operator, values: [...values] } : { key, operator };
}

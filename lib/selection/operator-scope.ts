/**
 * Which namespaces the Prometheus Operator watches. Monitors and rules in any other namespace do not exist for it,
 * whatever a Prometheus selects.
 *
 * Source: prometheus-operator v0.93 `pkg/operator/config.go`, `Namespaces.Finalize`.
 */
export class OperatorScope {
  /** Every namespace; the Operator's default. */
  public static all(): OperatorScope {
    return new OperatorScope(undefined, []);
  }

  /**
   * Only these namespaces (`--namespaces`).
   *
   * @throws if no namespace is given
   */
  public static only(...namespaces: string[]): OperatorScope {
    if (namespaces.length === 0) {
      throw new Error(
        'OperatorScope.only: no namespace is given, and an empty --namespaces means all of them. Fix: name the namespaces, or use OperatorScope.all().',
      );
    }
    return new OperatorScope(namespaces, []);
  }

  /** Every namespace but these (`--deny-namespaces`). */
  public static allExcept(...namespaces: string[]): OperatorScope {
    return new OperatorScope(undefined, namespaces);
  }

  private constructor(
    private readonly allowed: string[] | undefined,
    private readonly denied: string[],
  ) {}

  /** Whether the Operator sees monitors and rules in this namespace. */
  public watches(namespace: string): boolean {
    return this.allowed ? this.allowed.includes(namespace) : !this.denied.includes(namespace);
  }

  /**
   * The flags of the Operator that say this.
   *
   * @internal
   */
  public get _flags(): string[] {
    return [
      ...(this.allowed ? [`--namespaces=${this.allowed.join(',')}`] : []),
      ...(this.denied.length > 0 ? [`--deny-namespaces=${this.denied.join(',')}`] : []),
    ];
  }

  /** A short text for messages, for example `only apps, monitoring`. */
  public describe(): string {
    if (this.allowed) {
      return `only ${this.allowed.join(', ')}`;
    }
    return this.denied.length > 0 ? `all but ${this.denied.join(', ')}` : 'all namespaces';
  }
}

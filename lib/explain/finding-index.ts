import { pathSegments } from '../check/field-edit';
import { type Finding, Level, type ObjectReference } from '../report/finding';

/** Finds what the checks say about an object. */
export class FindingIndex {
  private readonly byObject = new Map<string, Finding[]>();

  constructor(
    private readonly findings: readonly Finding[],
    private readonly defaultNamespace: string,
  ) {
    for (const finding of findings) {
      const key = this.keyOf(finding.object);
      const known = this.byObject.get(key);
      if (known === undefined) {
        this.byObject.set(key, [finding]);
      } else {
        known.push(finding);
      }
    }
  }

  /** Findings of which an object is the subject, errors first. */
  public of(object: ObjectReference): readonly Finding[] {
    return this.byObject.get(this.keyOf(object)) ?? [];
  }

  /** Findings in which an object takes part, or in which one of the others is the subject; in the order of the report. */
  public concerning(object: ObjectReference, others: ReadonlySet<Finding>, asRelated: boolean): Finding[] {
    const key = this.keyOf(object);
    return this.findings.filter(
      (finding) =>
        others.has(finding) ||
        this.keyOf(finding.object) === key ||
        (asRelated && finding.related.some((related) => this.keyOf(related.object) === key)),
    );
  }

  /**
   * The finding that is about a field: about exactly this one, or about one inside or around it. What is only worth
   * knowing breaks nothing, so it counts for exactly this field alone.
   */
  public at(object: ObjectReference, field: string): Finding | undefined {
    const all = this.of(object);
    return (
      all.find((finding) => finding.field === field) ??
      all.find((finding) => finding.level !== Level.INFO && finding.field !== '' && areNested(finding.field, field))
    );
  }

  private keyOf({ kind, namespace, name }: ObjectReference): string {
    return JSON.stringify([kind, namespace ?? this.defaultNamespace, name]);
  }
}

/** Whether one path lies inside the other. */
function areNested(a: string, b: string): boolean {
  const [one, other] = [pathSegments(a), pathSegments(b)];
  const depth = Math.min(one.length, other.length);
  // `spec` alone holds everything, so it says nothing.
  return depth >= 2 && one.slice(0, depth).every((segment, i) => segment === other[i]);
}

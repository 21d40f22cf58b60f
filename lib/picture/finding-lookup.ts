import { referenceTo } from '../check/to-finding';
import type { FindingIndex } from '../explain/finding-index';
import type { Place } from '../explain/scope';
import { type Finding, Level, type ObjectReference } from '../report/finding';
import type { Part } from './picture';

/** Finds the findings of a report by what they are about, as indexes. */
export class FindingLookup {
  private readonly indexes: ReadonlyMap<Finding, number>;

  constructor(
    findings: readonly Finding[],
    private readonly index: FindingIndex,
  ) {
    this.indexes = new Map(findings.map((finding, i) => [finding, i]));
  }

  /** The finding at one of these places, the likeliest place first. */
  public at(places: readonly Place[]): number | undefined {
    for (const { object, field } of places) {
      const found = field === '' ? undefined : this.index.at(referenceTo(object.object), field);
      if (found !== undefined) {
        return this.indexes.get(found);
      }
    }
    return undefined;
  }

  /** The first error or warning about an object. */
  public firstOf(object: ObjectReference): number | undefined {
    const found = this.index.of(object).find(({ level }) => level !== Level.INFO);
    return found && this.indexes.get(found);
  }

  /** The first finding of a check that speaks for all objects at once. */
  public ofCheck(check: string): number | undefined {
    for (const [finding, i] of this.indexes) {
      if (finding.check === check) {
        return i;
      }
    }
    return undefined;
  }

  /** All findings about parts. */
  public about(parts: readonly Part[]): number[] {
    return parts.flatMap(({ object }) =>
      object === undefined ? [] : this.index.of(object).flatMap((finding) => this.indexes.get(finding) ?? []),
    );
  }
}

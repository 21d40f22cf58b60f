import { LabelOperator, type LabelRequirement } from '../../selection/label-requirement';
import type { Labels } from '../relabel/relabel-rule';

/** Positions of the items that carry one key. */
interface KeyEntry {
  readonly all: number[];
  readonly byValue: Map<string, number[]>;
  /** Items that carry the key with a value that nobody can know offline. */
  readonly opaque: number[];
}

const NONE: ReadonlySet<string> = new Set();

/** Finds items by their labels without looking at all of them. Items come out in the order they were given in. */
export class LabelIndex<T> {
  /** How many items were looked at so far; a measure of work that does not depend on the machine. */
  public examined = 0;

  private readonly keys = new Map<string, KeyEntry>();

  constructor(
    public readonly items: readonly T[],
    labels: (item: T) => Labels,
    opaque: (item: T) => ReadonlySet<string> = () => NONE,
  ) {
    items.forEach((item, position) => {
      const own = labels(item);
      const unknown = opaque(item);
      for (const key of Object.keys(own)) {
        let entry = this.keys.get(key);
        if (entry === undefined) {
          entry = { all: [], byValue: new Map(), opaque: [] };
          this.keys.set(key, entry);
        }
        entry.all.push(position);
        if (unknown.has(key)) {
          entry.opaque.push(position);
          continue;
        }
        const list = entry.byValue.get(own[key]);
        if (list === undefined) {
          entry.byValue.set(own[key], [position]);
        } else {
          list.push(position);
        }
      }
    });
  }

  /** The items of which `holds` is true; requirements only narrow down which items are asked. */
  public select(requirements: readonly LabelRequirement[], holds: (item: T) => boolean, limit = Infinity): T[] {
    const found: T[] = [];
    const candidates = this.narrowest(requirements);
    const size = candidates === undefined ? this.items.length : candidates.length;
    for (let i = 0; i < size && found.length < limit; i++) {
      const item = this.items[candidates === undefined ? i : candidates[i]];
      this.examined++;
      if (holds(item)) {
        found.push(item);
      }
    }
    return found;
  }

  private narrowest(requirements: readonly LabelRequirement[]): readonly number[] | undefined {
    let best: (() => readonly number[]) | undefined;
    let bestSize = this.items.length;
    for (const requirement of requirements) {
      const { operator, values = [] } = requirement;
      if (operator !== LabelOperator.IN && operator !== LabelOperator.EXISTS) {
        continue;
      }
      const entry = this.keys.get(requirement.key);
      if (entry === undefined) {
        return [];
      }
      if (operator === LabelOperator.EXISTS) {
        if (entry.all.length < bestSize) {
          bestSize = entry.all.length;
          best = () => entry.all;
        }
        continue;
      }
      const lists = [...new Set(values)].map((value) => entry.byValue.get(value) ?? []);
      const size = lists.reduce((sum, list) => sum + list.length, entry.opaque.length);
      if (size < bestSize) {
        bestSize = size;
        best = () => merged([...lists, entry.opaque]);
      }
    }
    return best?.();
  }
}

function merged(lists: readonly (readonly number[])[]): readonly number[] {
  const filled = lists.filter((list) => list.length > 0);
  return filled.length === 1 ? filled[0] : filled.flat().sort((a, b) => a - b);
}

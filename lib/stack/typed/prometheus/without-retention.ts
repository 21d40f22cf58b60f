import { FLAG } from '../value-kind';
import { at, type ValueEntry } from '../value-table';

/** A switch that empties the chart's default for a duration. */
export function withoutRetention(path: string): ValueEntry {
  const entry = at(path, FLAG);
  return {
    paths: [{ path, type: 'text' }],
    problems: entry.problems,
    // Empty text and not null: a null is lost on the way through some deployers.
    write: (prop: boolean) => (prop ? { [path]: '' } : {}),
  };
}

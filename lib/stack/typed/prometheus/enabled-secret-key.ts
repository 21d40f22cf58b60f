import { mergeValues } from '../../values';
import { secretKey } from '../secret-key';
import { FLAG } from '../value-kind';
import { at, below, type ValueEntry } from '../value-table';

/** A reference to a Secret that the chart reads only with a switch beside it. */
export function enabledSecretKey(path: string): ValueEntry {
  const reference = secretKey(path);
  const { enabled } = below(path, { enabled: at('enabled', FLAG) });
  return {
    paths: [...reference.paths, ...enabled.paths.map((typed) => ({ ...typed, field: 'name' }))],
    problems: reference.problems,
    write: (prop) => mergeValues(reference.write(prop), enabled.write(true)),
  };
}

import { TEXT } from './value-kind';
import { at, group, type ValueEntry, type ValueTable } from './value-table';

/**
 * One key of a Secret in the namespace of the pods that read it.
 */
export interface StackSecretKey {
  /** Name of the Secret. */
  readonly name: string;

  /** Key in the Secret. */
  readonly key: string;
}

const SECRET_KEY: ValueTable<StackSecretKey> = { name: at('name', TEXT), key: at('key', TEXT) };

/** A prop that names a key of a Secret. */
export function secretKey(path: string): ValueEntry {
  return group(path, SECRET_KEY, ['name', 'key']);
}

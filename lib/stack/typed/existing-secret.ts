import { type StackSecretKey, secretKey } from './secret-key';
import type { ValueTable } from './value-table';

/**
 * Configuration that a Secret holds. The chart's other form, a literal `secret`, would end up in the values file.
 */
export interface StackExistingSecret {
  /** The key of a Secret with the configuration. */
  readonly existingSecret: StackSecretKey;
}

/** Values below `objectStorageConfig`, `queryConfig` and others. */
export const EXISTING_SECRET: ValueTable<StackExistingSecret> = {
  existingSecret: secretKey('existingSecret'),
};

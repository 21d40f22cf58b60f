import { choice } from './value-kind';
import { at, type ValueTable } from './value-table';

/**
 * What becomes of the volumes of a StatefulSet.
 */
export enum StackClaimPolicy {
  /** They stay. */
  RETAIN = 'Retain',
  /** They are deleted, with all data. */
  DELETE = 'Delete',
}

/**
 * What becomes of the volumes of replicas that go.
 */
export interface StackClaimRetention {
  /**
   * When the StatefulSet is deleted.
   *
   * @default StackClaimPolicy.RETAIN
   */
  readonly whenDeleted?: StackClaimPolicy;

  /**
   * When replicas are removed.
   *
   * @default StackClaimPolicy.RETAIN
   */
  readonly whenScaled?: StackClaimPolicy;
}

const CLAIM_POLICY = choice(() => StackClaimPolicy);

/** Values below `persistentVolumeClaimRetentionPolicy`. */
export const CLAIM_RETENTION: ValueTable<StackClaimRetention> = {
  whenDeleted: at('whenDeleted', CLAIM_POLICY),
  whenScaled: at('whenScaled', CLAIM_POLICY),
};

import { Level } from '../../report/finding';
import type { Check } from '../check';
import { FROZEN, instanceDrafts } from '../instance-drafts';

const CODES = ['frozen/storage-class', 'stuck/storage-class'];

/**
 * A StorageClass that the storage of a Prometheus names and that is not among the objects. Clusters bring their own, so it is
 * said of complete objects only.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/operator/storageclass.go`, `CheckStorageClass`.
 */
export const storageClass: Check = {
  id: 'prometheus/storage-class',
  level: Level.WARNING,
  summary: 'StorageClass that is not there',
  why: FROZEN,
  codes: CODES,
  run: (context) => instanceDrafts(context, CODES),
};

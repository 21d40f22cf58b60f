import { CHECKS } from '../../../lib/check/registry';
import type { RowGroup } from './cluster-facts';

/** Checks that no random cluster can have, and why. */
export const NOT_STAGED: { readonly [check: string]: string } = {
  'object/malformed': 'the API server refuses such Services and workloads; only refusals of monitors are predicted',
  'object/duplicate': 'a cluster has each object once',
  'workload/port-name': 'the API server refuses such workloads; only refusals of monitors are predicted',
  'schema/newer-field': 'the rig has no older Operator',
  'stack/declaration': 'the rig installs no charts',
  'stack/unknown-value': 'the rig installs no charts',
  'stack/unchecked-values': 'the rig installs no charts',
  'stack/values': 'the rig installs no charts',
  'stack/contradiction': 'the rig installs no charts',
  'stack/pitfall': 'the rig installs no charts',
  'stack/literal-secret': 'the rig installs no charts',
  'stack/assumed': 'the rig installs no charts',
  'monitor/authorization-version': 'it crashes the Operator, for a Prometheus that the rig does not have',
};

/** Which checks find something. */
export const FOUND_BY: RowGroup = {
  title: 'check',
  rows: CHECKS.map(({ id }) => id).filter((id) => !Object.hasOwn(NOT_STAGED, id)),
  *of({ checks }) {
    for (const check of checks) {
      if (!Object.hasOwn(NOT_STAGED, check)) {
        yield check;
      }
    }
  },
};

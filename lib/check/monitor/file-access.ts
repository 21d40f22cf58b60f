import { Level } from '../../report/finding';
import type { Check } from '../check';
import { REJECTED, rejectionDrafts } from './problem-drafts';

const CODES = ['rejected/file-access'];

/**
 * A ServiceMonitor that names a file of the Prometheus container, at a Prometheus with `arbitraryFSAccessThroughSMs.deny`.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `testForArbitraryFSAccess`: ServiceMonitors only.
 */
export const fileAccess: Check = {
  id: 'monitor/file-access',
  level: Level.ERROR,
  summary: 'monitor reads a file where its Prometheus forbids that',
  why: REJECTED,
  codes: CODES,
  run: (context) => rejectionDrafts(context, CODES),
};

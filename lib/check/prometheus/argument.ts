import { Level } from '../../report/finding';
import type { Check } from '../check';
import { instanceDrafts } from '../instance-drafts';

const CODES = ['stuck/argument'];

/**
 * An argument in `additionalArgs` that the Operator passes itself, or the negation of one.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/operator/argument.go`, `BuildArgs`. Silent about arguments that come of a Thanos
 * sidecar.
 */
export const argument: Check = {
  id: 'prometheus/argument',
  level: Level.ERROR,
  summary: 'additional argument that the Operator sets itself',
  why: 'Pods that run go on, with all changes of monitors; a new Prometheus gets no pod at all.',
  codes: CODES,
  run: (context) => instanceDrafts(context, CODES),
};

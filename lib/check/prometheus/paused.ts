import { Level } from '../../report/finding';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import type { Check } from '../check';
import { removeField } from '../field-edit';
import { instanceDrafts } from '../instance-drafts';

const CODES = ['instance/paused'];

/**
 * A Prometheus of which the Operator is told to keep its hands off.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/server/operator.go`, `sync`.
 */
export const paused: Check = {
  id: 'prometheus/paused',
  level: Level.WARNING,
  summary: 'Prometheus that the Operator does not touch',
  why: 'No change of a monitor arrives, and for a new Prometheus no pod is made.',
  codes: CODES,
  run: (context) =>
    instanceDrafts(context, CODES, ({ object, field, fix = '' }) => ({
      fix: { text: fix, ...(modelledFrom(object) === undefined ? { patch: removeField(object, field) } : {}) },
    })),
};

import { Level } from '../../report/finding';
import type { Check } from '../check';
import { REJECTED, rejectionDrafts } from './problem-drafts';

const CODES = ['rejected/selector'];

/**
 * A `selector` that fits the schema and that is no label selector.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `checkServiceMonitor`, with kubernetes v1.36
 * `apimachinery/pkg/apis/meta/v1/helpers.go`, `LabelSelectorAsSelector`.
 */
export const selector: Check = {
  id: 'monitor/selector',
  level: Level.ERROR,
  summary: 'selector of a monitor that Kubernetes refuses',
  why: REJECTED,
  codes: CODES,
  run: (context) => rejectionDrafts(context, CODES),
};

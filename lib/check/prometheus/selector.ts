import { Level } from '../../report/finding';
import type { Check } from '../check';
import { FROZEN, instanceDrafts } from '../instance-drafts';

const CODES = ['frozen/selector'];

/**
 * A selector for monitors, rules or namespaces that fits the schema and that is no label selector.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `selectObjects`, with kubernetes v1.36
 * `apimachinery/pkg/apis/meta/v1/helpers.go`, `LabelSelectorAsSelector`.
 */
export const selector: Check = {
  id: 'prometheus/selector',
  level: Level.ERROR,
  summary: 'selector of a Prometheus that Kubernetes refuses',
  why: FROZEN,
  codes: CODES,
  run: (context) => instanceDrafts(context, CODES),
};

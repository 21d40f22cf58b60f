import { Level } from '../../report/finding';
import type { Check } from '../check';
import { draftsOf } from './stack-drafts';

/**
 * A key of the values that kube-prometheus-stack and its sub-charts do not read.
 *
 * Mirrors: helm-charts, kube-prometheus-stack 88.5.3, `values.yaml` of the chart and its sub-charts, and what their templates
 * read beside it; the table is `lib/stack/guard/keys`. Below what is copied into objects of the Operator, their
 * CustomResourceDefinitions. Keys that a template within the values asks for count as read. A warning where the chart version is open or newer than the table.
 */
export const unknownValue: Check = {
  id: 'stack/unknown-value',
  level: Level.ERROR,
  summary: 'value that the chart does not read',
  why: 'Helm has no schema for this chart and prints no warning: the value has no effect.',
  run: (context) => draftsOf(context, 'stack/unknown-value'),
};

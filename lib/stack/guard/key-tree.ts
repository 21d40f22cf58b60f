import { ALERTMANAGER_KEYS } from './keys/alertmanager-keys';
import { CONTROL_PLANE_KEYS } from './keys/control-plane-keys';
import { EXPORTER_KEYS } from './keys/exporter-keys';
import { GRAFANA_KEYS } from './keys/grafana-keys';
import { OPERATOR_KEYS } from './keys/operator-keys';
import { PROMETHEUS_KEYS } from './keys/prometheus-keys';
import { RELEASE_KEYS } from './keys/release-keys';
import { KEY_SHAPES } from './keys/shapes';
import { THANOS_RULER_KEYS } from './keys/thanos-ruler-keys';
import { parseKeys } from './parse-keys';

/**
 * The type of a value as far as the chart has one. What is false, zero or empty passes as any of them, since templates
 * take it for not given.
 *
 * - `flag`: tested for truth
 * - `number`: a number, or a text of digits, which is printed the same
 * - `duration`: a text that Prometheus reads as a duration
 * - `string`: a text, and nothing else
 * - `text`: any scalar
 * - `texts`: a list of scalars; `maps`: a list of maps; `list`: any list
 * - `map`: a map with keys of the user's own, or a part of a Kubernetes object
 * - `any`: anything
 */
export type ValueType = 'flag' | 'number' | 'duration' | 'string' | 'text' | 'texts' | 'maps' | 'list' | 'map' | 'any';

/** A value that the chart reads as a whole. */
export interface ValueLeaf {
  readonly types: readonly ValueType[];
  /** Whether the default values of the chart have no such key: it stands in a comment there, or only templates read it. */
  readonly unlisted: boolean;
}

/** A map of which the chart reads certain keys only. */
export interface ClosedMap {
  readonly children: ReadonlyMap<string, ValueNode>;
  /** What stands behind any other key; `undefined` where there must be none. */
  readonly others: ValueNode | undefined;
}

export type ValueNode = ValueLeaf | ClosedMap;

export function isClosed(node: ValueNode): node is ClosedMap {
  return 'children' in node;
}

/** The chart whose keys these are. */
export const KEYS_OF_CHART = '88.5.3';

let tree: ClosedMap | undefined;

/**
 * Every key that chart 88.5.3 and its sub-charts read. Built when it is first asked for.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 and the sub-charts in it: `values.yaml`, and `templates` for keys that
 * are not listed there (marked `+`).
 */
export function chartKeys(): ClosedMap {
  tree ??= parseKeys(
    [
      RELEASE_KEYS,
      ALERTMANAGER_KEYS,
      CONTROL_PLANE_KEYS,
      EXPORTER_KEYS,
      GRAFANA_KEYS,
      OPERATOR_KEYS,
      PROMETHEUS_KEYS,
      THANOS_RULER_KEYS,
    ].join('\n'),
    parseKeys(KEY_SHAPES),
  );
  return tree;
}

/** The node at some steps; `undefined` where there is none, or where it is in an open map. */
export function nodeAt(root: ValueNode, steps: readonly (string | number)[]): ValueNode | undefined {
  return steps.reduce<ValueNode | undefined>(
    (node, step) =>
      node !== undefined && isClosed(node) ? (node.children.get(String(step)) ?? node.others) : undefined,
    root,
  );
}

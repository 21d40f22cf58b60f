import { nearestName } from '../../check/nearest-name';
import { pathText, type ValueSteps } from './guard-problem';
import { type ClosedMap, chartKeys, isClosed, nodeAt } from './key-tree';
import { renamedKey } from './renamed-keys';

/** What was probably meant by a key that the chart does not read. */
export interface KeyHint {
  /** In words that follow the path. */
  readonly what: string;
  readonly fix: string;
}

/** Maps that stand beside each other for one component, so that values are mixed up between them. */
const NEIGHBOURS: readonly (readonly [string, string])[] = [
  ['prometheus', 'prometheus.prometheusSpec'],
  ['alertmanager', 'alertmanager.alertmanagerSpec'],
  ['thanosRuler', 'thanosRuler.thanosRulerSpec'],
  ['kubeStateMetrics', 'kube-state-metrics'],
  ['nodeExporter', 'prometheus-node-exporter'],
  ['windowsMonitoring', 'prometheus-windows-exporter'],
  ['kube-state-metrics.prometheus.monitor', 'kube-state-metrics.prometheus.monitor.http'],
  ['grafana', 'grafana.sidecar'],
];

/** Places of one key beyond which naming them all helps nobody. */
const MAX_PLACES = 3;

/** What was probably meant; `undefined` where nothing comes close. */
export function keyHint(steps: ValueSteps, parent: ClosedMap): KeyHint | undefined {
  const renamed = renamedKey(steps);
  if (renamed !== undefined) {
    return renamed;
  }
  const key = String(steps[steps.length - 1]);
  const above = pathText(steps.slice(0, -1));
  const neighbour = neighbourOf(above, key);
  if (neighbour !== undefined) {
    return moved(`${neighbour}.${key}`);
  }
  const near = nearestName(key, [...parent.children.keys()]);
  if (near !== undefined) {
    return { what: `is no value of the chart; did you mean ${near}?`, fix: `${near}, if that is what it is to be.` };
  }
  const places = placesOf(key).filter((place) => place !== above);
  const own = places.filter((place) => place.split('.')[0] === steps[0]);
  const best = own.length > 0 ? own : places;
  return best.length === 0 || best.length > MAX_PLACES ? undefined : moved(...best.map((place) => join(place, key)));
}

function moved(...paths: string[]): KeyHint {
  const last = paths[paths.length - 1];
  const list = paths.length === 1 ? last : `${paths.slice(0, -1).join(', ')} or ${last}`;
  return { what: `is not read there; the chart reads it in ${list}.`, fix: `move it to ${list}.` };
}

function neighbourOf(above: string, key: string): string | undefined {
  return NEIGHBOURS.flatMap(([a, b]) => (above === a ? [b] : above === b ? [a] : [])).find((other) => {
    const node = nodeAt(chartKeys(), other.split('.'));
    return node !== undefined && isClosed(node) && node.children.has(key);
  });
}

let places: Map<string, string[]> | undefined;

/** Closed maps that have a key. */
function placesOf(key: string): readonly string[] {
  if (places === undefined) {
    places = new Map();
    note(chartKeys(), '', places);
  }
  return places.get(key) ?? [];
}

function note(map: ClosedMap, path: string, into: Map<string, string[]>): void {
  for (const [key, node] of map.children) {
    into.set(key, [...(into.get(key) ?? []), path]);
    if (isClosed(node)) {
      note(node, join(path, key), into);
    }
  }
  if (map.others !== undefined && isClosed(map.others)) {
    note(map.others, join(path, '<name>'), into);
  }
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

import { distance } from 'fastest-levenshtein';
import { type FieldPath, isAbsent, isMap } from '../finding';
import type { PatchOperation } from '../schema-problem';
import { type Explain, type Explanation, PRUNED } from './explanation';
import { findPlaces, type Place } from './find-field';
import { explainSelector } from './selector-shapes';
import { isSmallJson, listing, pointer, show, showPath, yaml } from './show';

/** Other names of fields: those of Prometheus' own configuration, and those of the sister kind. */
const ALIASES: { readonly [name: string]: string } = {
  endpoints: 'podMetricsEndpoints',
  podMetricsEndpoints: 'endpoints',
  relabelConfigs: 'relabelings',
  relabel_configs: 'relabelings',
  metricRelabelConfigs: 'metricRelabelings',
  metric_relabel_configs: 'metricRelabelings',
  metricsPath: 'path',
  metrics_path: 'path',
  scrapeInterval: 'interval',
  scrape_interval: 'interval',
};

/** More fields than this are no help in a message. */
const MANY = 15;

/** A field that the schema does not know at its place. */
export const explainUnknown: Explain = (finding, subject) => {
  const parent = finding.path.slice(0, -1);
  const name = String(finding.path[finding.path.length - 1]);
  const container = containerAt(subject.object, parent);
  const fields = Object.keys(finding.node.fields ?? {});
  const where = parent.length === 0 ? `a ${subject.kind}` : showPath(parent);
  const problem = `${show(name)} is no field of ${where}.`;

  const renamed = newName(name, fields);
  const isSame = renamed !== undefined && plain(renamed) === plain(name);
  const isFree = renamed !== undefined && isMap(container) && isAbsent(container[renamed]);
  const special = isSame ? undefined : explainSelector(finding, subject, container);
  if (special) {
    return special;
  }
  const places = isSame ? [] : findPlaces(subject, parent, name, finding.value);
  if (renamed !== undefined && isFree && (isSame || places.length === 0)) {
    return {
      code: 'unknown-field',
      message: `${problem} Did you mean ${show(renamed)}? ${PRUNED}`,
      fix: `Rename it: ${renamed}: ${isSmall(finding.value) ? yaml(finding.value) : '…'}`,
      patch: [{ op: 'move', from: pointer(finding.path), path: pointer([...parent, renamed]) }],
      values: { name, suggestion: renamed },
      meant: renamed,
      isCertain: isSame,
    };
  }
  if (places.length > 0) {
    return misplaced(finding.path, name, places, subject.object, `${problem} ${PRUNED}`);
  }
  const known = fields.length > 0 && fields.length <= MANY ? ` The fields there: ${listing([...fields].sort())}.` : '';
  return {
    code: 'unknown-field',
    message: `${problem}${known} ${PRUNED}`,
    fix: `Remove ${showPath(finding.path)}.`,
    patch: [{ op: 'remove', path: pointer(finding.path) }],
    values: { name },
  };
};

function misplaced(
  from: FieldPath,
  name: string,
  places: readonly Place[],
  object: unknown,
  problem: string,
): Explanation {
  const targets = places.map((place) => [...place.parent, name]);
  const texts = targets.map((target) => showPath(target).replace(/\["\[\]"\]/g, '[]'));
  const patch = places.length === 1 ? moveTo(from, targets[0], object) : undefined;
  const into = places.length === 1 && targets[0].includes('[]') && !patch ? ', in each item that needs it' : '';
  return {
    code: 'misplaced-field',
    message: `${problem} Its place is ${listing(texts, 'or')}.`,
    fix: `Move it to ${listing(texts, 'or')}${into}.`,
    ...(patch ? { patch } : {}),
    values: { name, places: texts },
  };
}

/** A move, where all structs on the way are there or can be added, and lists have one item. */
function moveTo(from: FieldPath, target: FieldPath, object: unknown): PatchOperation[] | undefined {
  const path: Array<string | number> = [];
  const added: PatchOperation[] = [];
  let value: unknown = object;
  for (const [i, key] of target.entries()) {
    if (key === '[]') {
      if (!Array.isArray(value) || value.length !== 1) {
        return undefined;
      }
      path.push(0);
      value = value[0];
      continue;
    }
    path.push(key);
    const isLast = i === target.length - 1;
    const next = typeof key === 'number' ? (value as any)?.[key] : isMap(value) ? value[key] : undefined;
    if (isLast) {
      return isAbsent(next) && isMap(value)
        ? [...added, { op: 'move', from: pointer(from), path: pointer(path) }]
        : undefined;
    }
    if (isAbsent(next)) {
      if (!isMap(value) || target[i + 1] === '[]') {
        return undefined;
      }
      added.push({ op: 'add', path: pointer(path), value: {} });
      value = {};
    } else {
      value = next;
    }
  }
  return undefined;
}

/** The field that a name was meant to be. */
function newName(name: string, fields: readonly string[]): string | undefined {
  const same = fields.find((field) => plain(field) === plain(name));
  if (same !== undefined) {
    return same;
  }
  if (Object.hasOwn(ALIASES, name) && fields.includes(ALIASES[name])) {
    return ALIASES[name];
  }
  const allowed = name.length > 9 ? 3 : name.length > 5 ? 2 : name.length > 2 ? 1 : 0;
  let best: string | undefined;
  let least = allowed + 1;
  for (const field of name.length > 60 ? [] : fields) {
    const edits = distance(field.toLowerCase(), name.toLowerCase());
    if (edits < least) {
      [best, least] = [field, edits];
    }
  }
  return best;
}

/** Without what people mix up: `match_labels`, `matchlabels`. */
function plain(name: string): string {
  return name.replace(/[-_\s]/g, '').toLowerCase();
}

function isSmall(value: unknown): boolean {
  return !isMap(value) && !Array.isArray(value) && isSmallJson(value);
}

/** The value at a path of an object. */
export function containerAt(object: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as any)[key] : undefined),
    object,
  );
}

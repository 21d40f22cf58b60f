import type { NamedObject, Target } from './target-list';

/** A target with its keys in the order of the contract, and no others. */
export function targetJson(target: Target): Target {
  const { prometheus, job, monitor, endpoint, namespace, service, workload, assumed } = target;
  const { container, port, scheme, path, labels, params, interval, timeout, shards, address } = target;
  return {
    prometheus,
    job,
    monitor: namedJson(monitor),
    endpoint,
    namespace,
    service,
    workload: workload && namedJson(workload),
    assumed,
    container,
    port,
    scheme,
    path,
    labels: sorted(labels),
    params: sorted(params),
    interval,
    timeout,
    shards,
    ...(address === undefined ? {} : { address }),
  };
}

/** How many targets are remembered; an instance with more has its targets written anew. */
const REMEMBERED = 50_000;

/** What two targets have in common that differ in nothing but their Prometheus. */
const IN_COMMON = [
  ...(['monitor', 'endpoint', 'namespace', 'service', 'workload', 'assumed', 'container', 'port'] as const),
  ...(['scheme', 'path', 'params', 'interval', 'timeout', 'shards', 'address'] as const),
];

/** Writes targets as `targetJson` has them. What one instance scrapes, the next mostly scrapes too: it is written once. */
export function targetWriter(): (target: Target) => string {
  const written = new Map<object, { readonly target: Target; readonly text: string }>();
  return (target) => {
    let known = written.get(target.labels);
    if (known === undefined || !isAlike(known.target, target)) {
      const { prometheus, job, ...rest } = targetJson(target);
      known = { target, text: JSON.stringify(rest).slice(1) };
      if (written.size >= REMEMBERED) {
        written.clear();
      }
      written.set(target.labels, known);
    }
    return `{"prometheus":${JSON.stringify(target.prometheus)},"job":${JSON.stringify(target.job)},${known.text}`;
  };
}

function isAlike(a: Target, b: Target): boolean {
  for (const field of IN_COMMON) {
    if (a[field] !== b[field]) {
      return false;
    }
  }
  return true;
}

function namedJson({ kind, namespace, name }: NamedObject): NamedObject {
  return { kind, namespace, name };
}

/** A map with its keys sorted by code units, so that the same targets are the same bytes. There are many, most of them sorted. */
function sorted<T>(map: { readonly [key: string]: T }): { readonly [key: string]: T } {
  const keys = Object.keys(map);
  for (let index = 1; index < keys.length; index += 1) {
    if (keys[index - 1] > keys[index]) {
      return Object.fromEntries(keys.sort().map((key) => [key, map[key]]));
    }
  }
  return map;
}

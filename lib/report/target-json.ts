import type { NamedObject, Target } from './target-list';

/** Text of objects that many targets share. */
const memo = new WeakMap<object, string>();

/** A target as JSON on one line, with its keys in the order of the contract. */
export function targetJson(target: Target): string {
  const { prometheus, job, endpoint, namespace, service, assumed, container, port, scheme, path } = target;
  const monitor = named(target.monitor);
  const workload = target.workload && named(target.workload);
  const head = {
    prometheus,
    job,
    monitor,
    endpoint,
    namespace,
    service,
    workload,
    assumed,
    container,
    port,
    scheme,
    path,
  };
  const { interval, timeout, shards } = target;
  const tail = { interval, timeout, shards };
  const maps = `"labels":${sortedJson(target.labels)},"params":${sortedJson(target.params)}`;
  return `${JSON.stringify(head).slice(0, -1)},${maps},${JSON.stringify(tail).slice(1)}`;
}

function named({ kind, namespace, name }: NamedObject): NamedObject {
  return { kind, namespace, name };
}

/** A map with its keys sorted by code units, so that the same targets are the same bytes. */
function sortedJson(map: { readonly [key: string]: unknown }): string {
  const known = memo.get(map);
  if (known !== undefined) {
    return known;
  }
  // Not an object put together anew: it would set whole numbers first, and lose the key `__proto__`.
  const entries = Object.keys(map)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(map[key])}`);
  const text = `{${entries.join(',')}}`;
  memo.set(map, text);
  return text;
}

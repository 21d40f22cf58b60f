import type { NamedObject, Target } from './target-list';

/** A target with its keys in the order of the contract, and no others. */
export function targetJson(target: Target): object {
  const { prometheus, job, monitor, endpoint, namespace, service, workload, assumed } = target;
  const { container, port, scheme, path, labels, params, interval, timeout, shards } = target;
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
  };
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

import type { IPrometheus } from './i-prometheus';

const used = new WeakMap<object, IPrometheus[]>();

/**
 * Notes that a construct arranges itself for a Prometheus. Some of these are no constructs, so a tree does not show which
 * of them its objects are for.
 */
export function usePrometheus(construct: object, prometheus: IPrometheus): void {
  const known = used.get(construct);
  if (known === undefined) {
    used.set(construct, [prometheus]);
  } else if (!known.includes(prometheus)) {
    known.push(prometheus);
  }
}

/** What a construct has arranged itself for; `undefined` for nothing. */
export function prometheusesOf(construct: object): readonly IPrometheus[] | undefined {
  return used.get(construct);
}

import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { SourcedObject } from '../simulator/kube-object';

/** Two charts that hold an object of the same kind, namespace and name. */
export interface Clash {
  /** Paths of the charts. */
  readonly charts: readonly [string, string];
  /** Such as `Deployment shop/web`. */
  readonly object: string;
}

/**
 * Charts that cannot go into one cluster, since one would overwrite an object of the other; `undefined` where all can.
 * Most likely they are for different clusters.
 */
export function chartsThatClash(scope: IConstruct, objects: readonly SourcedObject[]): Clash | undefined {
  const charts = scope.node
    .findAll()
    .filter((construct) => Chart.isChart(construct))
    .map(({ node }) => node.path);
  const chartOf = (path: string): string =>
    charts
      .filter((chart) => path === chart || path.startsWith(`${chart}/`))
      .reduce((longest, chart) => (chart.length > longest.length ? chart : longest), '');
  const seen = new Map<string, string>();
  for (const { object, source } of objects) {
    const { namespace, name } = object.metadata ?? {};
    const text = `${object.kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
    const key = `${object.apiVersion} ${text}`;
    const before = seen.get(key);
    const path = source.construct ?? '';
    if (before !== undefined && chartOf(before) !== chartOf(path)) {
      return { charts: [chartOf(before), chartOf(path)], object: text };
    }
    seen.set(key, path);
  }
  return undefined;
}

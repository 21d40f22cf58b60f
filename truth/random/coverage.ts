import { textTable } from '../../lib/report/text-table';
import type { KubeObject } from '../../lib/simulator/kube-object';
import { FOUND_BY, NOT_STAGED } from './coverage/check-rows';
import { clusterFacts, type RowGroup } from './coverage/cluster-facts';
import { INSTANCE_SELECTORS, INSTANCES, OPERATORS } from './coverage/instance-rows';
import { FIELDS, MONITOR_SELECTORS, NAMESPACE_SELECTORS, PORTS, RELABELINGS, ROLES } from './coverage/monitor-rows';
import { NAMESPACES, SERVICES, WORKLOADS } from './coverage/object-rows';
import { OUTCOMES } from './coverage/outcome-rows';

const GROUPS: readonly RowGroup[] = [
  OUTCOMES,
  FOUND_BY,
  PORTS,
  ROLES,
  MONITOR_SELECTORS,
  NAMESPACE_SELECTORS,
  RELABELINGS,
  FIELDS,
  INSTANCES,
  INSTANCE_SELECTORS,
  OPERATORS,
  SERVICES,
  WORKLOADS,
  NAMESPACES,
];

/** In how many clusters a row is to occur. */
export const ENOUGH = 20;

/** In how many clusters something occurs; one in which it does so often counts once. */
export interface CoverageRow {
  readonly group: string;
  readonly row: string;
  readonly clusters: number;
}

/** Counts what occurs in clusters. */
export class Coverage {
  public clusters = 0;
  private readonly counts = new Map(GROUPS.map(({ title, rows }) => [title, new Map(rows.map((row) => [row, 0]))]));

  public add(objects: readonly KubeObject[]): void {
    this.clusters += 1;
    const facts = clusterFacts(objects);
    for (const group of GROUPS) {
      const counts = this.counts.get(group.title) as Map<string, number>;
      for (const row of new Set(group.of(facts))) {
        const count = counts.get(row);
        if (count === undefined) {
          throw new Error(`"${row}" is no row of the group "${group.title}"`);
        }
        counts.set(row, count + 1);
      }
    }
  }

  public get rows(): CoverageRow[] {
    return [...this.counts].flatMap(([group, counts]) =>
      [...counts].map(([row, clusters]) => ({ group, row, clusters })),
    );
  }
}

/** Rows that occur in too few clusters. */
export function weakRows({ rows }: Coverage, enough = ENOUGH): CoverageRow[] {
  return rows.filter(({ clusters }) => clusters < enough);
}

/** The counts for people to read; what is too rare is marked. */
export function coverageTable(coverage: Coverage, enough = ENOUGH): string {
  const rows = coverage.rows.map(({ group, row, clusters }) => [
    group,
    row,
    String(clusters),
    clusters < enough ? `fewer than ${enough}` : '',
  ]);
  const notStaged = Object.entries(NOT_STAGED).map(([check, why]) => ['check', check, '-', why]);
  const head = ['GROUP', 'ROW', `OF ${coverage.clusters}`, ''];
  return [...textTable(head, [...rows, ...notStaged])].join('\n');
}

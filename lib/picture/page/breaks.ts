import type { Graph } from '../graph';
import { type Chain, type Link, LinkStatus, type Part } from '../picture';

/** Links that do not hold for one and the same reason. */
export interface Break {
  /** From 1, in the order of the page. */
  readonly number: number;
  readonly status: LinkStatus;
  readonly reason: string;
  /** Index of the finding. */
  readonly finding?: number;
  /** What it lies between; there is at least one. */
  readonly between: readonly (readonly [Part, Part])[];
}

/** The reasons for which links of a chain do not hold, the broken ones first. */
export function breaksOf({ parts, links }: Chain): Break[] {
  const byId = new Map(parts.map((part) => [part.id, part]));
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    if (link.status === LinkStatus.BROKEN || link.status === LinkStatus.UNKNOWN) {
      const key = keyOf(link);
      groups.set(key, [...(groups.get(key) ?? []), link]);
    }
  }
  const all = [...groups.values()];
  const sorted = [LinkStatus.BROKEN, LinkStatus.UNKNOWN].flatMap((status) =>
    all.filter(([link]) => link.status === status),
  );
  return sorted.map((group, i) => {
    const [{ status, reason, finding }] = group;
    const between = group.map(({ from, to }) => [byId.get(from) as Part, byId.get(to) as Part] as const);
    return { number: i + 1, status, reason, ...(finding === undefined ? {} : { finding }), between };
  });
}

/** The break that a link of a graph of the chain shows. */
export function breakAt(link: Graph['links'][number], breaks: readonly Break[]): Break | undefined {
  return breaks.find((one) => keyOf(one) === keyOf(link));
}

/** One finding at several links is one reason, whatever the sentences say. */
function keyOf({ status, reason, finding }: Pick<Link, 'status' | 'reason' | 'finding'>): string {
  return JSON.stringify([status, finding ?? reason]);
}

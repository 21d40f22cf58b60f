import { type Chain, Column, type Link, LinkStatus, type Part, type Picture, sumOf } from './picture';
import { countsText } from './words';

/** Boxes and arrows, each of them once. */
export interface Graph {
  readonly parts: readonly Part[];
  readonly links: readonly Link[];
}

/** How much of a chain is drawn. */
export enum Detail {
  /** Everything. */
  ALL = 'all',
  /** Pods with the number of their targets. */
  PODS = 'pods',
  /** Monitors with the number of their targets. */
  MONITORS = 'monitors',
  /** Namespaces with the number of targets of their monitors. */
  NAMESPACES = 'namespaces',
}

/** The chains of a picture as one graph. */
export function graphOf({ chains }: Picture, wholeDetail = Detail.ALL, otherDetail = Detail.ALL): Graph {
  const parts = new Map<string, Part>();
  const links = new Map<string, Link>();
  const detailOf = ({ status }: Chain): Detail => (status === LinkStatus.WHOLE ? wholeDetail : otherDetail);
  const graphs = [
    ...chains.filter((chain) => detailOf(chain) !== Detail.NAMESPACES).map((chain) => reduced(chain, detailOf(chain))),
    ...byNamespace(chains.filter((chain) => detailOf(chain) === Detail.NAMESPACES)),
  ];
  for (const graph of graphs) {
    for (const part of graph.parts) {
      if (!parts.has(part.id)) {
        parts.set(part.id, part);
      }
    }
    for (const link of graph.links) {
      const key = JSON.stringify([link.from, link.to, link.status, link.reason]);
      if (!links.has(key)) {
        links.set(key, link);
      }
    }
  }
  return { parts: inColumns([...parts.values()]), links: [...links.values()] };
}

const COLUMNS = Object.values(Column);

/** Parts from left to right. */
export function inColumns(parts: readonly Part[]): Part[] {
  return COLUMNS.flatMap((column) => parts.filter((part) => part.column === column));
}

function reduced(chain: Chain, detail: Detail): Graph {
  switch (detail) {
    case Detail.PODS:
      return withoutTargets(chain);
    case Detail.MONITORS:
      return withoutParts(chain);
    default:
      return chain;
  }
}

/** Targets of the same pods and status become one box; those of broken chains stay, for they say where. */
export function withoutTargets({ parts, links }: Graph): Graph {
  const targets = new Map(parts.filter(({ column }) => column === Column.TARGET).map((part) => [part.id, part]));
  const groups = new Map<string, { readonly part: Part; readonly link: Link; count: number }>();
  const kept: Link[] = [];
  for (const link of links) {
    const part = targets.get(link.to);
    if (part === undefined) {
      kept.push(link);
      continue;
    }
    const key = JSON.stringify([link.from, link.status, link.reason, part.status]);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { part, link, count: part.count });
    } else {
      group.count += part.count;
    }
  }
  const boxes = [...groups.values()].map(({ part, link, count }) => {
    const one = count === part.count;
    const box = one
      ? part
      : { ...part, id: `many/${link.from}/${part.id}`, name: `${count} targets`, detail: '', count };
    return { box, link: { ...link, to: box.id } };
  });
  return {
    parts: [...parts.filter(({ column }) => column !== Column.TARGET), ...boxes.map(({ box }) => box)],
    links: [...kept, ...boxes.map(({ link }) => link)],
  };
}

/** The Prometheus objects, the monitor, and how many targets come of it. */
export function withoutParts(chain: Chain): Graph {
  const heads = chain.parts.filter(({ column }) => column === Column.PROMETHEUS || column === Column.MONITOR);
  const ids = new Set(heads.map(({ id }) => id));
  const total = totalOf(chain.monitor, [chain]);
  const broken = chain.links.find(({ to, status }) => !ids.has(to) && status === LinkStatus.BROKEN);
  return {
    parts: [...heads, total],
    links: [
      ...chain.links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
      { from: chain.monitor.id, to: total.id, status: total.status, reason: broken?.reason ?? '' },
    ],
  };
}

function byNamespace(chains: readonly Chain[]): Graph[] {
  const namespaces = new Map<string, Chain[]>();
  for (const chain of chains) {
    const { namespace } = chain.monitor;
    namespaces.set(namespace, [...(namespaces.get(namespace) ?? []), chain]);
  }
  return [...namespaces].map(([namespace, members]) => {
    const part: Part = {
      ...members[0].monitor,
      id: `namespace/${namespace}`,
      kind: 'Namespace',
      namespace: '',
      name: namespace,
      detail: `${members.length} monitor${members.length === 1 ? '' : 's'}`,
      count: members.length,
    };
    const total = totalOf(part, members);
    const heads = members.flatMap(({ parts }) => parts.filter(({ column }) => column === Column.PROMETHEUS));
    return {
      parts: [...heads, part, total],
      links: [
        ...heads.map(({ id }) => ({ from: id, to: part.id, status: LinkStatus.WHOLE, reason: '' })),
        { from: part.id, to: total.id, status: total.status, reason: '' },
      ],
    };
  });
}

function totalOf(part: Part, chains: readonly Chain[]): Part {
  const counts = sumOf(chains.map((chain) => chain.counts));
  const status = counts.broken > 0 ? LinkStatus.BROKEN : counts.unknown > 0 ? LinkStatus.UNKNOWN : LinkStatus.WHOLE;
  const count = counts.whole + counts.broken + counts.unknown;
  return {
    ...part,
    id: `total/${part.id}`,
    column: Column.TARGET,
    kind: 'targets',
    namespace: '',
    name: countsText(counts),
    detail: '',
    status,
    targets: [],
    count,
  };
}

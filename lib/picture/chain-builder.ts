import {
  type Chain,
  Column,
  type Counts,
  type Link,
  LinkStatus,
  type Part,
  type PictureTarget,
  worstOf,
} from './picture';

/** One step of a way from a monitor to a target. */
export interface Step {
  readonly part: Part;
  /** The link that leads to it. */
  readonly status: LinkStatus;
  readonly reason: string;
  readonly finding?: number;
}

/** Puts the chain of one monitor together. A part or a link that is added twice is there once. */
export class ChainBuilder {
  private readonly parts = new Map<string, Part>();
  private readonly links = new Map<string, Link>();
  private readonly targets = new Map<string, PictureTarget[]>();

  constructor(private readonly monitor: Part) {
    this.add(monitor);
  }

  /** Adds a part alone. */
  public add(part: Part): void {
    if (!this.parts.has(part.id)) {
      this.parts.set(part.id, part);
    }
  }

  /** Adds a way through these parts; what would hold after a break is beyond it. */
  public way(first: Part, steps: readonly Step[], isBroken = false): void {
    this.add(first);
    let from = first;
    let broken = isBroken;
    for (const { part, status, reason, finding } of steps) {
      this.add(part);
      const shown = broken && status === LinkStatus.WHOLE ? LinkStatus.BEYOND : status;
      const key = JSON.stringify([from.id, part.id, shown, reason]);
      if (!this.links.has(key)) {
        this.links.set(key, {
          from: from.id,
          to: part.id,
          status: shown,
          reason,
          ...(finding === undefined ? {} : { finding }),
        });
      }
      broken ||= status === LinkStatus.BROKEN;
      from = part;
    }
  }

  /** Notes a target of a part. */
  public target(part: Part, target: PictureTarget): void {
    const known = this.targets.get(part.id);
    if (known === undefined) {
      this.targets.set(part.id, [target]);
    } else {
      known.push(target);
    }
  }

  /** The chain; `findings` are those about its parts. */
  public build(findingsOf: (parts: readonly Part[]) => readonly number[]): Chain {
    const parts = [...this.parts.values()].map((part) => this.withTargets(part));
    const links = [...this.links.values()];
    const counts = countsOf(parts);
    const ofLinks = links.flatMap(({ finding }) => (finding === undefined ? [] : [finding]));
    const told = (values: readonly string[]): string[] => [...new Set(values.filter((value) => value !== ''))].sort();
    const apps = told(
      parts.filter(({ column }) => column === Column.PODS || column === Column.SERVICE).map(({ app }) => app),
    );
    const { monitor } = this;
    return {
      id: monitor.id,
      monitor,
      status: worstOf([
        ...links.map(({ status }) => status),
        ...(counts.broken > 0 ? [LinkStatus.BROKEN] : []),
        ...(counts.unknown > 0 ? [LinkStatus.UNKNOWN] : []),
      ]),
      counts,
      namespaces: told([
        monitor.namespace,
        ...parts
          .filter(({ column }) => column === Column.SERVICE || column === Column.PODS)
          .map(({ namespace }) => namespace),
      ]),
      apps: apps.length > 0 ? apps : told([monitor.app === '' ? monitor.name : monitor.app]),
      prometheuses: told(
        parts
          .filter(({ column, object }) => column === Column.PROMETHEUS && object !== undefined)
          .map(({ namespace, name }) => `${namespace}/${name}`),
      ),
      parts,
      links,
      findings: [...new Set([...ofLinks, ...findingsOf(parts)])].sort((a, b) => a - b),
    };
  }

  private withTargets(part: Part): Part {
    const targets = this.targets.get(part.id);
    return targets === undefined
      ? part
      : { ...part, targets, count: targets.length, status: worstOf(targets.map(({ status }) => status)) };
  }
}

/** How many targets parts stand for. */
export function countsOf(parts: readonly Part[]): Counts {
  const counts = { whole: 0, broken: 0, unknown: 0 };
  for (const { column, targets, status, count } of parts) {
    if (column === Column.TARGET) {
      for (const one of targets.length > 0 ? targets.map((target) => target.status) : [status]) {
        counts[one === LinkStatus.WHOLE ? 'whole' : one === LinkStatus.BROKEN ? 'broken' : 'unknown'] +=
          targets.length > 0 ? 1 : count;
      }
    }
  }
  return counts;
}

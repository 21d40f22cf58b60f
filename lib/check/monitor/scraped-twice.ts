import { Level } from '../../report/finding';
import type { SourcedObject } from '../../simulator/kube-object';
import { describeInstance, type Instance } from '../../simulator/operator/instance';
import { nameOf } from '../../simulator/operator/problem';
import type { FoundTarget } from '../../simulator/targets/job-targets';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { distinct } from '../draft-of-problem';
import { type EndpointGroup, liveEndpoints } from '../endpoint-groups';
import { flowMap, listText } from '../list-text';

/**
 * The same address and path, scraped more than once by one Prometheus.
 *
 * Mirrors: Prometheus v3.14 `scrape/scrape.go`, `scrapePool.sync`: targets are made one only within a job, and only where
 * all their labels are equal.
 *
 * Stays silent for endpoints that share a port and split its metrics: those of one monitor with another interval or other
 * `metricRelabelings`.
 */
export const scrapedTwice: Check = {
  id: 'monitor/scraped-twice',
  level: Level.WARNING,
  summary: 'one Prometheus scrapes the same port more than once',
  why: 'Each sample is stored twice under different labels, so sums and counts over the app come out too high.',
  *run(context) {
    yield* distinct(instanceSets(context).flatMap(({ instance, groups }) => [...draftsAt(instance, groups)]));
  },
};

/** A target and the endpoint that finds it. */
interface Scrape {
  readonly group: EndpointGroup;
  readonly found: FoundTarget;
}

/** Two scrapes of the same address. */
interface Double {
  readonly first: Scrape;
  readonly second: Scrape;
}

/** Instances that find exactly the same do so together. */
function instanceSets(context: CheckContext): { instance: Instance; groups: readonly EndpointGroup[] }[] {
  const byInstance = new Map<Instance, EndpointGroup[]>();
  const ids = new Map<Instance, number[]>();
  for (const [id, group] of liveEndpoints(context).entries()) {
    for (const { job } of group.jobs) {
      const groups = byInstance.get(job.instance);
      if (groups === undefined) {
        byInstance.set(job.instance, [group]);
        ids.set(job.instance, [id]);
      } else {
        groups.push(group);
        ids.get(job.instance)?.push(id);
      }
    }
  }
  const sets = new Map<string, { instance: Instance; groups: readonly EndpointGroup[] }>();
  for (const [instance, groups] of byInstance) {
    const key = (ids.get(instance) ?? []).join();
    if (!sets.has(key)) {
      sets.set(key, { instance, groups });
    }
  }
  return [...sets.values()];
}

function* draftsAt(instance: Instance, groups: readonly EndpointGroup[]): Iterable<Draft> {
  const doubles = doublesOf(groups);
  const own = new Map<SourcedObject, Double>();
  const pairs = new Map<SourcedObject, Map<SourcedObject, Double>>();
  for (const double of doubles) {
    const [a, b] = [double.first.group.monitor, double.second.group.monitor];
    if (a === b) {
      own.set(a, own.get(a) ?? double);
    } else {
      remember(pairs, a, b, double);
      remember(pairs, b, a, double);
    }
  }
  for (const [monitor, double] of own) {
    yield ofOneMonitor(instance, monitor, double);
  }
  const told = new Set<Double>();
  // One monitor that takes what a hundred others take as well is one mistake, not a hundred.
  for (const [monitor, partners] of [...pairs].sort(([, a], [, b]) => b.size - a.size)) {
    const left = [...partners].filter(([, double]) => !told.has(double));
    if (left.length > 0) {
      for (const [, double] of left) {
        told.add(double);
      }
      yield ofTwoMonitors(instance, monitor, left);
    }
  }
}

function remember(
  pairs: Map<SourcedObject, Map<SourcedObject, Double>>,
  one: SourcedObject,
  other: SourcedObject,
  double: Double,
): void {
  const partners = pairs.get(one) ?? new Map<SourcedObject, Double>();
  pairs.set(one, partners);
  if (!partners.has(other)) {
    partners.set(other, pairs.get(other)?.get(one) ?? double);
  }
}

function doublesOf(groups: readonly EndpointGroup[]): Double[] {
  const firsts = new Map<string, Scrape>();
  const doubles: Double[] = [];
  for (const group of groups) {
    for (const found of group.targets.found) {
      const key = whatIsScraped(found);
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, { group, found });
      } else if (!isSplit(first.group, group)) {
        doubles.push({ first, second: { group, found } });
      }
    }
  }
  return doubles;
}

function whatIsScraped({ raw, scraped: { address, metricsPath, params } }: FoundTarget): string {
  // Of a port that is not known the name tells it from the others.
  const port = raw.port === undefined ? portNameOf(raw.labels) : '';
  const names = Object.keys(params);
  return `${address} ${metricsPath} ${port} ${names.length === 0 ? '' : JSON.stringify(names.sort().map((name) => [name, params[name]]))}`;
}

function portNameOf(labels: FoundTarget['raw']['labels']): string {
  return labels.__meta_kubernetes_endpoint_port_name ?? labels.__meta_kubernetes_endpointslice_port_name ?? '';
}

/** Whether two endpoints share the metrics of a port out between them. */
function isSplit(a: EndpointGroup, b: EndpointGroup): boolean {
  const filters = [a, b].map(({ spec }) => JSON.stringify(spec.metricRelabelings ?? []));
  if (a.monitor === b.monitor && a.endpoint !== b.endpoint) {
    return filters[0] !== filters[1] || a.spec.interval !== b.spec.interval;
  }
  return filters[0] !== filters[1] && !filters.includes('[]');
}

function ofOneMonitor(instance: Instance, monitor: SourcedObject, { first, second }: Double): Draft {
  const what = targetText(second.found);
  const [a, b] = [first.found.raw.service, second.found.raw.service];
  const who = describeInstance(instance.object);
  if (a !== undefined && b !== undefined && a !== b) {
    return {
      object: monitor,
      field: 'spec.selector',
      message: `${nameOf(monitor)} selects ${nameOf(a)} and ${nameOf(b)}, which stand before the same pods, so ${who} scrapes ${what} more than once.`,
      basis: 'present',
      fix: { text: narrowing(a, b) },
      related: [a, b].map((object) => ({ object, message: 'stands before the same pods' })),
    };
  }
  const same = first.group.endpoint === second.group.endpoint;
  const containers = [first.found.raw.container, second.found.raw.container];
  return {
    object: monitor,
    field: second.group.field,
    message: same
      ? `This endpoint finds ${what} more than once${containers[0] === containers[1] ? '' : `: containers ${listText(containers.map((name) => name ?? 'unknown'))} declare the same port`}, and ${who} scrapes it each time.`
      : `${first.group.field} and ${second.group.field} both make ${who} scrape ${what}.`,
    basis: 'present',
    fix: {
      text: same
        ? 'a port that only one container declares, or a relabeling that drops the other.'
        : `remove ${second.group.field}.`,
    },
  };
}

function ofTwoMonitors(
  instance: Instance,
  monitor: SourcedObject,
  partners: readonly (readonly [SourcedObject, Double])[],
): Draft {
  const [[, { first, second }]] = partners;
  const mine = first.group.monitor === monitor ? first : second;
  const others = partners.map(([other]) => nameOf(other));
  return {
    object: monitor,
    field: mine.group.field,
    message: `${nameOf(monitor)} and ${listText(others, 3)} ${others.length > 1 ? 'all' : 'both'} make ${describeInstance(instance.object)} scrape ${targetText(mine.found)}${others.length > 1 ? ' and others' : ''}.`,
    basis: 'present',
    fix: { text: 'remove one of them, or narrow the selector or the port of one.' },
    related: partners.slice(0, 3).map(([object, double]) => ({
      object,
      field: (double.first.group.monitor === object ? double.first : double.second).group.field,
      message: 'scrapes the same',
    })),
  };
}

function targetText({ raw, scraped }: FoundTarget): string {
  const owner = raw.pod?.workload ?? raw.service;
  const port = raw.port === undefined ? '' : ` port ${raw.port}`;
  return `${owner === undefined ? scraped.address : nameOf(owner)}${port} path ${scraped.metricsPath}`;
}

/** How to select one of two Services. */
function narrowing(a: SourcedObject, b: SourcedObject): string {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ]) {
    const labels = one.object.metadata.labels ?? {};
    const own = Object.keys(labels).find((key) => other.object.metadata.labels?.[key] !== labels[key]);
    if (own !== undefined) {
      return `add ${flowMap({ [own]: labels[own] })} to spec.selector.matchLabels, which only ${nameOf(one)} has.`;
    }
  }
  return `give one of the Services a label of its own, such as metrics: "true", and add it to spec.selector.matchLabels.`;
}

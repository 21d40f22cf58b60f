import type { PrometheusTargets } from '../machine/prometheus';
import { distinct } from '../prediction/predict';
import { readTargetUrl } from '../prediction/target-url';
import { type ActiveTarget, droppedTarget, type JobTruth } from '../scenario/truth';
import type { Naming } from './naming';

/** What several of an instance have to do with each other. */
export type Sharing = 'shards' | 'nodes';

/**
 * The targets of the jobs of monitors.
 *
 * @param names of these jobs
 * @param runs what each shard, or each agent of a node, has
 * @param sharing whether they share the targets of all, or look at those of their own node only
 */
export function jobsOf(
  names: readonly string[],
  runs: readonly PrometheusTargets[],
  naming: Naming,
  sharing: Sharing,
): { [job: string]: JobTruth } {
  const monitored = names.filter((name) => /^(?:serviceMonitor|podMonitor|probe|scrapeConfig)\//.test(name));
  return Object.fromEntries(monitored.map((name) => [name, jobOf(name, runs, naming, sharing)]));
}

function jobOf(name: string, runs: readonly PrometheusTargets[], naming: Naming, sharing: Sharing): JobTruth {
  const activeIn = new Map<string, { readonly target: ActiveTarget; count: number }>();
  const droppedIn = new Map<string, { readonly key: string; readonly by: Set<number> }>();
  for (const [run, { activeTargets, droppedTargets }] of runs.entries()) {
    // A ScrapeConfig finds the API server wherever it looks, as its monitors do not.
    const own = activeTargets.filter(({ scrapePool }) => scrapePool === name);
    for (const one of own.filter(
      ({ discoveredLabels }) => !name.startsWith('scrapeConfig/') || !isOfCluster(discoveredLabels),
    )) {
      const key = JSON.stringify([one.discoveredLabels.__address__, one.labels, one.scrapeUrl]);
      const known = activeIn.get(key) ?? { target: activeOf(one, naming), count: 0 };
      known.count += 1;
      activeIn.set(key, known);
    }
    for (const { scrapePool, discoveredLabels } of droppedTargets) {
      if ((scrapePool ?? discoveredLabels.job) === name && !isOfCluster(discoveredLabels)) {
        const identity = JSON.stringify(Object.entries(discoveredLabels).sort(([a], [b]) => (a < b ? -1 : 1)));
        const known = droppedIn.get(identity) ?? { key: droppedOf(discoveredLabels, naming), by: new Set() };
        known.by.add(run);
        droppedIn.set(identity, known);
      }
    }
  }
  const active = [...activeIn.values()].map(({ target, count }) =>
    runs.length === 1 ? target : { ...target, shards: scrapedBy(count, runs.length) },
  );
  // What one shard drops for another is not lost, also where the other takes it for the same as another target.
  const dropped = [...droppedIn.values()].filter(({ by }) => sharing === 'nodes' || by.size === runs.length);
  return { active: distinct(active), dropped: distinct(dropped.map(({ key }) => key)) };
}

function scrapedBy(count: number, of: number): ActiveTarget['shards'] {
  return count === 1 ? 'one' : count === of ? 'all' : 'some';
}

function activeOf(one: PrometheusTargets['activeTargets'][number], naming: Naming): ActiveTarget {
  const translate = naming.translatorOf(one.discoveredLabels);
  const labels = Object.entries(one.labels).map(([label, value]) => [label, translate(value)]);
  return {
    url: translate(readTargetUrl(one.scrapeUrl)),
    labels: Object.fromEntries(labels),
    interval: one.scrapeInterval,
    timeout: one.scrapeTimeout,
  };
}

function droppedOf(discovered: { readonly [name: string]: string }, naming: Naming): string {
  const translate = naming.translatorOf(discovered);
  return droppedTarget({ ...discovered, __address__: translate(discovered.__address__ ?? '') });
}

/** The API server itself, which is there in every cluster. */
function isOfCluster(discovered: { readonly [name: string]: string }): boolean {
  return (
    discovered.__meta_kubernetes_namespace === 'default' && discovered.__meta_kubernetes_service_name === 'kubernetes'
  );
}

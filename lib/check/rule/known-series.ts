import type { Instance } from '../../simulator/operator/instance';
import { isMonitor } from '../../simulator/operator/monitor-parts';
import type { MonitorOutcome } from '../../simulator/operator/select-monitors';
import { hopedForDirect, sourcesOfDirect } from '../../simulator/rules/direct-series';
import { ANYTHING, SeriesLabels, type SeriesSource } from '../../simulator/rules/series-labels';
import { sourcesOf } from '../../simulator/rules/series-sources';
import { releaseOfStack } from '../../simulator/stack/release-of-stack';
import { ownMonitors } from '../../stack/facts/own-monitors';
import type { CheckContext } from '../check-context';
import { memoByContext } from '../memo-by-context';
import { poisonsAt } from '../poisons-at-instance';

/** What is known of the series of one Prometheus. */
export interface KnownSeries {
  readonly labels: SeriesLabels;
  readonly sources: readonly SeriesSource[];
}

/**
 * What the series of a Prometheus may have for labels; `undefined` where they may come from anywhere: from scrape
 * configurations of its own, from those who write to it, or from other servers.
 */
export function knownSeries(context: CheckContext, instance: Instance): KnownSeries | undefined {
  const { known, jobs, direct, hoped } = answers(context);
  if (!known.has(instance)) {
    const spec = instance.object.object.spec ?? {};
    const open = instance.state !== 'managed' || isOpen(spec) || poisonsAt(context, instance).length > 0;
    const sources = open
      ? []
      : [
          ...(jobs.get(instance) ?? []).flatMap(sourcesOf),
          ...(direct.get(instance) ?? []).flatMap(sourcesOfDirect),
          ...(hoped.get(instance) ?? []),
          ...ownSources(context),
        ];
    known.set(instance, open ? undefined : { labels: new SeriesLabels(sources), sources });
  }
  return known.get(instance);
}

const answers = memoByContext(({ simulation, untaken }) => {
  // That nobody takes a monitor is a mistake of its own: mended, it has targets.
  const hoped = new Map<Instance, SeriesSource[]>();
  const hope = ({ instance }: MonitorOutcome, sources: readonly SeriesSource[]): void => {
    const list = hoped.get(instance) ?? [];
    hoped.set(instance, list);
    list.push(...sources);
  };
  for (const outcome of [...untaken.values()].flat()) {
    hope(outcome, isMonitor(outcome.monitor) ? simulation.jobsOf(outcome).flatMap(sourcesOf) : []);
  }
  for (const outcome of simulation.outcomes) {
    const { monitor, state } = outcome;
    if (!isMonitor(monitor) && (state === 'undecided' || untaken.has(monitor))) {
      hope(outcome, [hopedForDirect(monitor)]);
    }
  }
  const known = new Map<Instance, KnownSeries | undefined>();
  return { known, jobs: byInstance(simulation.jobs), direct: byInstance(simulation.directJobs), hoped };
});

function byInstance<T extends { readonly job: { readonly instance: Instance } }>(
  jobs: readonly T[],
): Map<Instance, T[]> {
  const lists = new Map<Instance, T[]>();
  for (const simulated of jobs) {
    const list = lists.get(simulated.job.instance) ?? [];
    lists.set(simulated.job.instance, list);
    list.push(simulated);
  }
  return lists;
}

/** Whether there are ways into a Prometheus that are no monitor. */
function isOpen(spec: any): boolean {
  const features: any[] = Array.isArray(spec.enableFeatures) ? spec.enableFeatures : [];
  const args: any[] = Array.isArray(spec.additionalArgs) ? spec.additionalArgs : [];
  return (
    isSet(spec.additionalScrapeConfigs) ||
    isSet(spec.remoteRead) ||
    spec.enableRemoteWriteReceiver === true ||
    spec.enableOTLPReceiver === true ||
    features.some((feature) => /write-receiver$/.test(String(feature))) ||
    args.some(({ name } = {} as any) => /receiver$/.test(String(name)))
  );
}

/** The own targets of a chart: their exporters speak of all namespaces, but not for other jobs. */
const ownSources = memoByContext(({ prepared }): readonly SeriesSource[] =>
  prepared.stacks
    .flatMap((stack) => ownMonitors(releaseOfStack(stack)))
    .map(({ job, component, namespace }) => {
      const target = { ...ANYTHING, job, ...(ELSEWHERE.has(component) ? {} : { namespace }) };
      return { target, samples: { ...ANYTHING, job } };
    }),
);

/** Parts whose targets are in other namespaces than their monitors. */
const ELSEWHERE = new Set([
  ...['apiserver', 'kubelet', 'kube-controller-manager', 'kube-scheduler', 'kube-etcd'],
  ...['kube-proxy', 'coredns', 'kube-dns'],
]);

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

import type { SourcedObject } from '../../simulator/kube-object';
import type { Instance } from '../../simulator/operator/instance';
import { namespaceOf } from '../../simulator/operator/problem';
import { ANYTHING, type LabelValues, SeriesLabels, type SeriesSource } from '../../simulator/rules/series-labels';
import { sourcesOf } from '../../simulator/rules/series-sources';
import type { SimulatedJob } from '../../simulator/simulation';
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
  const { known, jobs, hoped } = answers(context);
  if (!known.has(instance)) {
    const spec = instance.object.object.spec ?? {};
    const open = instance.state !== 'managed' || isOpen(spec) || poisonsAt(context, instance).length > 0;
    const sources = open
      ? []
      : [
          ...(jobs.get(instance) ?? []).flatMap(sourcesOf),
          ...(hoped.get(instance) ?? []),
          ...otherSources(context, spec),
          ...ownSources(context),
        ];
    known.set(instance, open ? undefined : { labels: new SeriesLabels(sources), sources });
  }
  return known.get(instance);
}

const answers = memoByContext(({ simulation, untaken }) => {
  const jobs = new Map<Instance, SimulatedJob[]>();
  for (const simulated of simulation.jobs) {
    const list = jobs.get(simulated.job.instance);
    if (list === undefined) {
      jobs.set(simulated.job.instance, [simulated]);
    } else {
      list.push(simulated);
    }
  }
  // That nobody takes a monitor is a mistake of its own: mended, it has targets.
  const hoped = new Map<Instance, SeriesSource[]>();
  for (const outcome of [...untaken.values()].flat()) {
    const list = hoped.get(outcome.instance) ?? [];
    hoped.set(outcome.instance, list);
    list.push(...simulation.jobsOf(outcome).flatMap(sourcesOf));
  }
  return { known: new Map<Instance, KnownSeries | undefined>(), jobs, hoped };
});

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

/** Probes and ScrapeConfigs, of which anything may come. */
function otherSources({ simulation }: CheckContext, spec: any): SeriesSource[] {
  const taken = (['Probe', 'ScrapeConfig'] as const).filter((kind) => {
    const prefix = kind === 'Probe' ? 'probe' : 'scrapeConfig';
    return isSet(spec[`${prefix}Selector`]) && simulation.lookup.byKind(kind).length > 0;
  });
  return taken.flatMap((kind) => simulation.lookup.byKind(kind).map(sourceOfOther));
}

/** Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateProbeConfig`, the labels of static targets. */
function sourceOfOther({ object }: SourcedObject): SeriesSource {
  const { spec = {} } = object;
  const fixed = spec.targets?.staticConfig;
  const plain = fixed && !fixed.labels && !fixed.relabelingConfigs && !spec.metricRelabelings && !spec.scrapeClass;
  if (object.kind !== 'Probe' || !plain) {
    return { target: ANYTHING, samples: ANYTHING };
  }
  const { name } = object.metadata;
  const namespace = namespaceOf(object);
  const target: LabelValues = { ...ANYTHING, namespace, job: spec.jobName || `probe/${namespace}/${name}` };
  return { target, samples: target };
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

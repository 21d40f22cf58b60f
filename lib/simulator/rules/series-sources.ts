import { MADE_UP } from '../discovery/symbolic';
import type { SourcedObject } from '../kube-object';
import { endpointsOf } from '../operator/monitor-parts';
import { keyOf, namespaceOf } from '../operator/problem';
import { scrapeClassFor } from '../operator/scrape-class';
import type { SimulatedJob } from '../simulation';
import type { FoundTarget } from '../targets/job-targets';
import { ANYTHING, type LabelValues, type SeriesSource, TARGET_LABELS, type TargetLabel } from './series-labels';

/**
 * What the targets of a job have for labels; also of those that it would have if its chain were not broken, since that is
 * a mistake of its own, and of those of which the objects do not tell whether they are kept.
 */
export function sourcesOf({ job, targets }: SimulatedJob): SeriesSource[] {
  const change = changesOf(job);
  const found = targets.found.map((target) => labelsOf(target));
  const served = new Set(targets.found.map(({ raw }) => raw.service));
  const missed = targets.services.filter((service) => !served.has(service));
  const doubtful = targets.lost.filter(({ unknown }) => unknown);
  const idle = targets.found.length === 0 && targets.services.length === 0;
  return [
    ...found,
    ...missed.map((service) => hopedFor(job, namespaceOf(service.object), service)),
    ...doubtful.map(({ raw }) => hopedFor(job, raw.namespace, undefined)),
    ...(idle ? (job.discovery.namespaces ?? [undefined]).map((namespace) => hopedFor(job, namespace, undefined)) : []),
  ].map((target) => ({ target, samples: { ...target, ...change } }));
}

/** The labels of a target; addresses and names that only a cluster makes up may be anything. */
function labelsOf({ raw, scraped }: FoundTarget): LabelValues {
  const values: { [label in TargetLabel]: string | undefined } = { ...ANYTHING };
  const host = (raw.labels.__address__ ?? '').replace(/:\d+$/, '');
  const podName = raw.pod === undefined || raw.pod.workload.object.kind === 'Pod' ? undefined : raw.pod.name;
  for (const label of TARGET_LABELS) {
    const value = scraped.labels[label] ?? '';
    const madeUp = [MADE_UP.suffix, host, podName].some((text) => text && value.includes(text));
    const ofPod = raw.assumed && (label === 'pod' || label === 'container');
    values[label] = madeUp || ofPod ? undefined : value;
  }
  return values;
}

/** The labels that a target would have of which nothing is there. */
function hopedFor(
  { monitor, relabelRules }: SimulatedJob['job'],
  namespace: string | undefined,
  service: SourcedObject | undefined,
): LabelValues {
  const own = relabelRules.some(({ origin }) => origin.reason === 'user' || origin.reason === 'class');
  if (own) {
    return ANYTHING;
  }
  const enforced = relabelRules.filter(({ origin }) => origin.reason === 'enforced');
  return {
    ...{ ...ANYTHING, namespace, service: service?.object.metadata.name, job: jobOf(monitor, service) },
    ...Object.fromEntries(enforced.map(({ targetLabel }) => [targetLabel, undefined])),
  };
}

/** The job that a monitor gives to targets, where it and the Service tell. */
function jobOf({ object }: SourcedObject, service: SourcedObject | undefined): string | undefined {
  const { jobLabel, selector } = object.spec ?? {};
  const metadata = service?.object.metadata;
  const byDefault = object.kind === 'PodMonitor' ? keyOf({ object, source: {} }) : metadata?.name;
  if (!jobLabel) {
    return byDefault;
  }
  return metadata === undefined ? selector?.matchLabels?.[jobLabel] : metadata.labels?.[jobLabel] || byDefault;
}

/** Labels of samples that need not be those of the target: what the target exposes may win, or be relabeled. */
export function changesOf(
  job: Pick<SimulatedJob['job'], 'honorLabels' | 'monitor' | 'endpoint' | 'instance'>,
): Partial<LabelValues> {
  if (job.honorLabels) {
    return ANYTHING;
  }
  const { endpoint } = endpointsOf(job.monitor)[job.endpoint];
  const ofClass = scrapeClassFor(job.monitor.object.spec, job.instance.settings.scrapeClasses)?.spec.metricRelabelings;
  const rules: any[] = [endpoint.metricRelabelings, ofClass].flatMap((list) => (Array.isArray(list) ? list : []));
  const changed: { [label in TargetLabel]?: undefined } = {};
  for (const { action = 'replace', targetLabel } of rules) {
    const name = String(action).toLowerCase();
    const any = ['labelmap', 'labeldrop', 'labelkeep'].includes(name) || /\$/.test(String(targetLabel));
    for (const label of TARGET_LABELS) {
      if (any || targetLabel === label) {
        changed[label] = undefined;
      }
    }
  }
  return changed;
}

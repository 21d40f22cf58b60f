import type { SourcedObject } from '../kube-object';
import { namespaceOf } from '../operator/problem';
import type { SimulatedDirectJob } from '../simulation';
import type { FoundTarget } from '../targets/job-targets';
import { ANYTHING, type LabelValues, type SeriesSource, TARGET_LABELS, type TargetLabel } from './series-labels';
import { changesOf } from './series-sources';

/**
 * What the targets of a Probe or ScrapeConfig have for labels. Those of targets that it lists are known; of what it discovers
 * there may be more than these objects show, so little more than the job is.
 */
export function sourcesOfDirect({ job, targets }: SimulatedDirectJob): SeriesSource[] {
  const change = changesOf({ ...job, endpoint: 0 });
  const isListed = job.sources.length > 0 && job.sources.every(({ kind }) => kind === 'static');
  const isDoubtful = targets.found.length === 0 || targets.lost.some(({ unknown }) => unknown);
  const labels = isListed && !isDoubtful ? targets.found.map((found) => labelsOf(found)) : [discoveredBy(job)];
  return labels.map((target) => ({ target, samples: { ...target, ...change } }));
}

/** What a Probe or ScrapeConfig that nobody takes would have. */
export function hopedForDirect({ object }: SourcedObject): SeriesSource {
  const { spec = {}, metadata } = object;
  const fixed = spec.targets?.staticConfig;
  const plain = fixed && !fixed.labels && !fixed.relabelingConfigs && !spec.metricRelabelings && !spec.scrapeClass;
  const namespace = namespaceOf(object);
  const target =
    object.kind === 'Probe' && plain
      ? { ...ANYTHING, namespace, job: spec.jobName || `probe/${namespace}/${metadata.name}` }
      : ANYTHING;
  return { target, samples: target };
}

/** All labels of a target that somebody wrote down are known. */
function labelsOf({ scraped }: FoundTarget): LabelValues {
  const values: { [label in TargetLabel]: string | undefined } = { ...ANYTHING };
  for (const label of TARGET_LABELS) {
    const value = scraped.labels[label] ?? '';
    // With several shards each has its own.
    values[label] = value.includes('$(') ? undefined : value;
  }
  return values;
}

/** What is known without its targets: where no relabeling of somebody's own is, the Operator names the job. */
function discoveredBy({ relabelRules, monitor, name, sources }: SimulatedDirectJob['job']): LabelValues {
  const own = relabelRules.some(
    ({ origin, targetLabel }) =>
      origin.reason === 'user' || origin.reason === 'class' || (origin.reason === 'enforced' && targetLabel === 'job'),
  );
  const { jobName } = monitor.object.spec ?? {};
  if (own || String(jobName).includes('$')) {
    return ANYTHING;
  }
  // What a server, DNS or a file answers may bring a job of its own along, and so may what is written down.
  const byKubernetes = sources.length > 0 && sources.every(({ kind }) => kind === 'ingresses' || kind === 'kubernetes');
  return jobName || byKubernetes ? { ...ANYTHING, job: jobName || name } : ANYTHING;
}

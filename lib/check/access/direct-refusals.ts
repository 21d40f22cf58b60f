import type { Access, Refusal } from '../../simulator/access/access';
import type { DirectJob } from '../../simulator/jobs/direct-job';
import type { SourceSearch } from '../../simulator/jobs/searching-of';
import type { DirectTargets } from '../../simulator/targets/direct-targets';

/** What a Probe or ScrapeConfig may not look for, where it would find something. */
export interface DirectSourceRefusal {
  readonly search: SourceSearch;
  readonly refusal: Refusal;
}

/** What the sources of a job may not look for, of what they would find if they might. Nodes are in every cluster. */
export function refusalsOfDirect(access: Access, job: DirectJob, targets: DirectTargets): DirectSourceRefusal[] {
  const { found, discovered } = targets.forbidden?.otherwise ?? targets;
  return discovered.flatMap(({ search, raw }) => {
    const namespaces = new Set(found.flatMap((one) => (raw.has(one.raw) ? one.raw.namespace : [])));
    const isWorthIt = namespaces.size > 0 || search.role === 'node';
    const asked = search.namespaces === undefined ? (isWorthIt ? [undefined] : []) : [...namespaces].sort();
    return asked.flatMap((namespace) => {
      const refusal = access.refusal(job.instance, search, namespace);
      return refusal === undefined ? [] : { search, refusal };
    });
  });
}

import type { Refusal } from '../../simulator/access/access';
import type { ScrapeJob } from '../../simulator/jobs/scrape-job';
import type { SourcedObject } from '../../simulator/kube-object';
import type { Instance } from '../../simulator/operator/instance';
import type { SimulatedJob } from '../../simulator/simulation';
import type { CheckContext } from '../check-context';
import { directGroups } from '../direct-groups';
import { type EndpointGroup, endpointGroups } from '../endpoint-groups';
import { memoByContext } from '../memo-by-context';
import { refusalsOfDirect } from './direct-refusals';

/** A service account that may not read something, wherever jobs of its instances look for it. */
export interface DiscoveryRefusal {
  /** One of them. */
  readonly refusal: Refusal;
  /** Where targets are that it may not discover; `undefined` where jobs search all namespaces at once. */
  readonly namespaces: readonly string[] | undefined;
  readonly instances: readonly Instance[];
  readonly monitors: readonly SourcedObject[];
}

/**
 * What jobs may not discover, of what they would find if they might. What many of them may not is one thing: what the same
 * service account lacks.
 */
export const discoveryRefusals = memoByContext((context): readonly DiscoveryRefusal[] => {
  const found = new Map<string, Collected>();
  for (const group of endpointGroups(context)) {
    const namespaces = namespacesFound(group);
    for (const one of namespaces.size === 0 ? [] : group.jobs) {
      collect(one, namespaces, context, found);
    }
  }
  for (const { jobs, targets } of directGroups(context)) {
    for (const { job } of jobs) {
      for (const { refusal } of refusalsOfDirect(context.simulation.access, job, targets)) {
        add(refusal, job, found);
      }
    }
  }
  return [...found.values()].map(({ refusal, namespaces, instances, monitors }) => ({
    refusal,
    namespaces: refusal.namespace === undefined ? undefined : [...namespaces].sort(),
    instances: [...instances],
    monitors: [...monitors],
  }));
});

interface Collected {
  readonly refusal: Refusal;
  readonly namespaces: Set<string>;
  readonly instances: Set<Instance>;
  readonly monitors: Set<SourcedObject>;
}

function namespacesFound({ targets }: EndpointGroup): ReadonlySet<string> {
  const found = [...targets.found, ...(targets.forbidden?.otherwise.found ?? [])];
  return new Set(found.map(({ raw }) => raw.namespace));
}

function collect(
  { job }: SimulatedJob,
  namespaces: ReadonlySet<string>,
  { simulation: { access } }: CheckContext,
  found: Map<string, Collected>,
): void {
  const { instance, discovery } = job;
  for (const namespace of discovery.namespaces === undefined ? [undefined] : namespaces) {
    const refusal = access.refusal(instance, discovery, namespace);
    if (refusal !== undefined) {
      add(refusal, job, found);
    }
  }
}

function add(
  refusal: Refusal,
  { instance, monitor }: Pick<ScrapeJob, 'instance' | 'monitor'>,
  found: Map<string, Collected>,
): void {
  const { account, missing, namespace } = refusal;
  const lacking = missing.map(({ group, resource, verbs }) => `${group}/${resource} ${verbs}`);
  // Pods without a token are the mistake of one instance, whatever its service account may do.
  const who = missing.length === 0 ? instance.key : `${account.namespace}/${account.name}`;
  const key = JSON.stringify([who, namespace === undefined, ...lacking]);
  const known = found.get(key) ?? { refusal, namespaces: new Set(), instances: new Set(), monitors: new Set() };
  found.set(key, known);
  if (namespace !== undefined) {
    known.namespaces.add(namespace);
  }
  known.instances.add(instance);
  known.monitors.add(monitor);
}

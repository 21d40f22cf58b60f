import { idleText } from '../check/ports-text';
import type { JobBreak, Selected } from '../simulator/chain/job-break';
import type { VirtualPod } from '../simulator/discovery/raw-target';
import type { ScrapeJob } from '../simulator/jobs/scrape-job';
import type { SourcedObject } from '../simulator/kube-object';
import type { Instance } from '../simulator/operator/instance';
import { endpointsOf } from '../simulator/operator/monitor-parts';
import { nameOf } from '../simulator/operator/problem';
import type { SimulatedJob } from '../simulator/simulation';
import type { NearMiss } from '../simulator/targets/candidates';
import { whyNoEndpoints } from './describe-no-targets';
import type { LinkName } from './judge-monitor';
import type { Place, Scope } from './scope';
import { listed, NAMED, namespacesText } from './texts';

/** The link at which a job breaks. */
export function breakLink({ reason }: JobBreak): LinkName {
  switch (reason) {
    case 'not loadable':
      return 'L6';
    case 'other namespace':
    case 'not shown':
    case 'forbidden':
      return 'L7';
    case 'nothing selected':
    case 'no endpoints':
    case 'no address':
    case 'dead port':
      return 'L8';
    default:
      return 'L9';
  }
}

/** Whether nobody can tell from these objects, be it that they are all there is. */
export function isUnknown(scope: Scope, cause: JobBreak): boolean {
  return (
    cause.reason === 'not known' ||
    (cause.reason === 'not shown' && (cause.made !== undefined || scope.context.absence !== 'complete'))
  );
}

/** Why a job has no target, as a part of a sentence. */
export function whyBroken(cause: JobBreak, simulated: SimulatedJob): string {
  const { job } = simulated;
  const what = job.discovery.role === 'pod' ? 'pod' : 'Service';
  const { field } = endpointsOf(job.monitor)[job.endpoint];
  switch (cause.reason) {
    case 'not loadable':
      return `${field} makes a rule that Prometheus cannot load`;
    case 'other namespace':
      return `it looks in ${namespacesText(cause.searched)}, and what it selects is in ${namespacesText(namespacesIn(cause.elsewhere))}`;
    case 'not shown':
      return cause.made ?? `what runs in ${namespacesText(cause.namespaces)} is not among these objects`;
    case 'forbidden':
      return whyForbidden(job, cause.namespaces);
    case 'nothing selected':
      return `its selector takes no ${what} in ${namespacesText(cause.searched)}`;
    case 'no endpoints': {
      const [{ service, why }] = cause.services;
      return `${nameOf(service)} has no endpoints: ${whyNoEndpoints(why)}`;
    }
    case 'no address':
      return cause.pods.every(({ idle }) => idle !== undefined)
        ? `there is no pod now that it selects${idleText(cause.pods[0])}`
        : `no pod that it selects has an address`;
    case 'dead port': {
      const [{ service, port }] = cause.ports;
      return `no pod of ${nameOf(service)} has a port "${port.port.targetPort}", which its port ${quotedName(port.port.name)} leads to`;
    }
    case 'port':
      return `"${cause.wanted.value}" (${field}.${cause.wanted.field}) is no port of ${portOwners(cause.services, cause.pods)}`;
    case 'ended':
      return `all pods that it selects have ended`;
    case 'relabeled':
      return `${listed(cause.rules.map((rule) => rule.field))} ${cause.rules.length === 1 ? 'drops' : 'drop'} all that is left`;
    case 'no zone':
      return 'its targets have no zone, and shards are shared out by zone';
    case 'failed':
      return `relabeling leaves a wrong ${cause.failure.label}: ${cause.failure.problem}`;
    case 'not known':
      return `${field} keeps or drops targets by something that these objects do not tell`;
  }
}

/** Where the fault of a break may be found, the likeliest place first. */
export function placesOf(cause: JobBreak, { job }: SimulatedJob): Place[] {
  const { monitor, instance } = job;
  const { field } = endpointsOf(monitor)[job.endpoint];
  const at = (...fields: string[]): Place[] => fields.map((one) => ({ object: monitor, field: one }));
  switch (cause.reason) {
    case 'not loadable':
      return at(`${field}.port`, `${field}.targetPort`, field);
    case 'other namespace':
      return [
        ...(cause.ignored ? [{ object: instance.object, field: 'spec.ignoreNamespaceSelectors' }] : []),
        ...at('spec.namespaceSelector', 'metadata.namespace'),
      ];
    case 'not shown':
      return at('spec.namespaceSelector');
    case 'forbidden':
      return accessPlaces(instance);
    case 'nothing selected':
      return [
        ...at('spec.selector'),
        ...cause.near.flatMap(({ item, key }) =>
          'object' in item ? [{ object: item, field: `metadata.labels[${JSON.stringify(key)}]` }] : [],
        ),
      ];
    case 'no endpoints':
      return [
        ...cause.services
          .slice(0, NAMED)
          .flatMap(({ service }) =>
            ['spec.selector', 'spec.ports', 'spec.type'].map((one) => ({ object: service, field: one })),
          ),
      ];
    case 'no address':
    case 'ended':
      return at(field);
    case 'dead port':
      return cause.ports.flatMap(({ service, port }) => [
        { object: service, field: `spec.ports[${port.port.index}].targetPort` },
        { object: service, field: `spec.ports[${port.port.index}]` },
      ]);
    case 'no zone':
      return [{ object: instance.object, field: 'spec.shardingStrategy' }, ...at(field)];
    case 'port':
      return at(`${field}.${cause.wanted.field}`);
    case 'relabeled':
      return cause.rules.map((rule) => ({
        object: rule.reason === 'class' || rule.reason === 'enforced' ? instance.object : monitor,
        field: rule.field,
      }));
    case 'failed':
      return at(`${field}.relabelings`);
    case 'not known':
      return at(field);
  }
}

/** That an instance may not discover something, as a part of a sentence. */
export function whyForbidden(
  { instance }: Pick<ScrapeJob, 'instance'>,
  namespaces: readonly string[] | undefined,
): string {
  const { namespace } = instance.object.object.metadata;
  const what =
    namespaces === undefined ? 'look into all namespaces at once' : `discover in ${namespacesText(namespaces)}`;
  return `service account ${namespace}/${instance.settings.serviceAccountName} of ${nameOf(instance.object)} may not ${what}`;
}

/** Where a lack of rights may be found. */
export function accessPlaces({ object }: Instance): Place[] {
  return ['spec.automountServiceAccountToken', 'spec.serviceAccountName', 'spec'].map((field) => ({ object, field }));
}

/** A Service or pod by its name. */
export function selectedName(one: Selected): string {
  return 'object' in one ? nameOf(one) : podName(one);
}

/** A pod by what makes it. */
export function podName({ workload }: VirtualPod): string {
  return nameOf(workload);
}

/** What a near miss lacks. */
export function nearMissText({ item, key, operator, wanted, found }: NearMiss<Selected>): string {
  const name = 'object' in item ? nameOf(item) : `the pods of ${podName(item)}`;
  const verb = 'object' in item ? 'has' : 'have';
  const has = found === undefined ? `${verb} no label "${key}"` : `${verb} ${key}=${found}`;
  return `${name} ${has}; wanted is ${requirementText(key, operator, wanted)}.`;
}

/** A requirement on labels as people write it. */
export function requirementText(key: string, operator: string, values: readonly string[]): string {
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${key}=${values[0]}` : `${key} in (${listed(values)})`;
    case 'NotIn':
      return values.length === 1 ? `${key}!=${values[0]}` : `${key} notin (${listed(values)})`;
    case 'DoesNotExist':
      return `!${key}`;
    default:
      return key;
  }
}

function namespacesIn(selected: readonly Selected[]): string[] {
  const names = selected.map((one) => ('object' in one ? (one.object.metadata.namespace as string) : one.namespace));
  return [...new Set(names)].sort();
}

function portOwners(services: readonly SourcedObject[], pods: readonly VirtualPod[]): string {
  const names = services.length > 0 ? services.map(nameOf) : pods.map(podName);
  return listed([...new Set(names)]);
}

function quotedName(name: string): string {
  return name === '' ? 'without a name' : `"${name}"`;
}

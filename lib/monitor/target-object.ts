import { ApiObject } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { Problems } from '../private/problems';

/** What a monitor can be pointed at. */
export interface TargetKind {
  /** Word for messages. */
  readonly noun: string;
  readonly apiVersions: { readonly [kind: string]: string };
}

export const SERVICE: TargetKind = { noun: 'Service', apiVersions: { Service: 'v1' } };

export const INGRESS: TargetKind = { noun: 'Ingress', apiVersions: { Ingress: 'networking.k8s.io/v1' } };

export const WORKLOAD: TargetKind = {
  noun: 'workload',
  apiVersions: {
    Deployment: 'apps/v1',
    StatefulSet: 'apps/v1',
    DaemonSet: 'apps/v1',
    ReplicaSet: 'apps/v1',
    ReplicationController: 'v1',
    Job: 'batch/v1',
    CronJob: 'batch/v1',
    Pod: 'v1',
  },
};

/**
 * Finds the object of this kind that a construct is or holds: a construct of any cdk8s-plus, a raw `ApiObject`, an
 * `Include`, a `Helm` chart, an object of `cdk8s import k8s`. (`ApiObject.of` serves none but the first two.)
 *
 * @param hint `kind/name` or name, where there are several
 * @returns `undefined` when there is not exactly one; then `problems` says why
 */
export function findTargetObject(
  construct: IConstruct,
  kind: TargetKind,
  hint: string | undefined,
  field: string,
  problems: Problems,
): ApiObject | undefined {
  if (!Construct.isConstruct(construct)) {
    problems.add(field, 'is no construct.', `pass the construct that is or holds the ${kind.noun}.`);
    return undefined;
  }
  const objects = construct.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c));
  const candidates = objects.filter((c) => kind.apiVersions[c.kind] === c.apiVersion);
  const fitting = hint === undefined ? candidates : candidates.filter((c) => hint === c.name || hint === nameOf(c));
  if (fitting.length === 1) {
    return fitting[0];
  }
  const where = construct.node.path || 'the app';
  const names = candidates.map((c) => `"${nameOf(c)}"`).join(', ');
  if (candidates.length === 0) {
    const list = objects.find((c) => c.kind === 'List');
    problems.add(
      field,
      `construct ${where} holds no ${kind.noun}${list ? `; what is inside ${nameOf(list)} is no object of its own for cdk8s` : ''}.`,
      list
        ? 'write the items of the List as documents of their own.'
        : kind === SERVICE
          ? 'pass the construct that holds the Service, or use a PodMonitor, which needs none.'
          : `pass a construct that holds one of ${Object.keys(kind.apiVersions).join(', ')}.`,
    );
  } else if (hint === undefined) {
    problems.add(
      field,
      `construct ${where} holds ${candidates.length} objects that could be meant: ${names}.`,
      `resource: '${nameOf(candidates[0])}', or another of these.`,
    );
  } else {
    problems.add(
      'resource',
      `"${hint}" fits ${fitting.length === 0 ? 'none' : `${fitting.length}`} of the objects in construct ${where}: ${names}.`,
      fixForHint(fitting, candidates),
    );
  }
  return undefined;
}

function fixForHint(fitting: ApiObject[], candidates: ApiObject[]): string {
  if (fitting.length === 0) {
    return `resource: '${nameOf(candidates[0])}'${candidates.length > 1 ? ', or another of these.' : ''}`;
  }
  const names = new Set(fitting.map(nameOf));
  return names.size === fitting.length
    ? `resource: ${[...names].map((name) => `'${name}'`).join(' or ')}`
    : 'pass the construct that holds just one of them.';
}

/** `Kind/name`, as kubectl writes it. */
export function nameOf(object: ApiObject): string {
  return `${object.kind}/${object.name}`;
}

import type { KubeObject } from '../../lib/simulator/kube-object';
import type { ApiAnswer, ApiClient } from '../machine/api-client';
import { NODE_OF_GIVEN_STATUS, READERS_BINDING } from '../machine/base-objects';
import { sleep } from '../machine/child';
import type { Cluster } from '../machine/cluster';
import { isAlertmanager, isInstance } from '../scenario/supplements';
import { objectKey } from '../scenario/truth';

/**
 * Applies objects, and does for them what nobody else does in a cluster without kubelets: gives bare Pods the status that
 * they come with, and starts a Job for each CronJob.
 *
 * @returns what the API server refuses, by `Kind namespace/name`
 */
export async function stageObjects(
  objects: readonly KubeObject[],
  { api }: Cluster,
): Promise<{ [object: string]: string }> {
  const refused: { [object: string]: string } = {};
  if (objects.some(({ kind }) => kind === 'RoleBinding' || kind === 'ClusterRoleBinding')) {
    // Then service accounts may do what the objects say, and nothing else. It is put back with all the rest.
    await must(api.request('DELETE', READERS_BINDING));
  }
  for (const group of inOrder(objects)) {
    await Promise.all(
      group.map(async (object) => {
        const { kind, metadata } = object;
        const answer = await api.apply(toApply(object));
        if (answer.status >= 300) {
          refused[objectKey(kind, metadata.namespace, metadata.name)] = messageOf(answer);
        } else if (kind === 'Pod' && object.status !== undefined) {
          await must(api.request('PATCH', `${podPath(object)}/status`, { status: statusOf(object) }, MERGE));
          if (metadata.deletionTimestamp !== undefined) {
            await must(api.request('DELETE', podPath(object)));
          }
        } else if (kind === 'CronJob') {
          await must(api.apply(jobOf(object, answer.body.metadata.uid)));
        }
      }),
    );
    await Promise.all(group.filter(isToken).map((secret) => filled(secret, api)));
  }
  return refused;
}

const MERGE = 'application/merge-patch+json';

/** Keeps a Pod that is being deleted. */
const FINALIZER = 'truth.example/kept';

/** First what others need, last what the Operator makes a configuration of: it then has all that is needed for it. */
function inOrder(objects: readonly KubeObject[]): KubeObject[][] {
  const groups: KubeObject[][] = [[], [], [], []];
  for (const object of objects) {
    groups[groupOf(object)].push(object);
  }
  return groups;
}

/** A Secret that a controller writes a token into, and deletes where there is no such account. */
function isToken({ kind, type }: KubeObject): boolean {
  return kind === 'Secret' && type === 'kubernetes.io/service-account-token';
}

/** The Operator does not look again when a Secret changes: the controller is to be first. */
async function filled({ metadata }: KubeObject, api: ApiClient): Promise<void> {
  const url = `/api/v1/namespaces/${metadata.namespace}/secrets/${metadata.name}`;
  for (const end = Date.now() + LONGEST_MILLISECONDS; Date.now() < end; await sleep(50)) {
    const { status, body } = await api.request('GET', url);
    if (status !== 200 || body.data?.token !== undefined) {
      return;
    }
  }
}

const LONGEST_MILLISECONDS = 5000;

function groupOf(object: KubeObject): number {
  if (isInstance(object) || isAlertmanager(object)) {
    return 3;
  }
  return FIRST.has(object.kind) ? 0 : SECOND.has(object.kind) ? 1 : 2;
}

const FIRST = new Set(['Namespace', 'CustomResourceDefinition', 'StorageClass']);

const SECOND = new Set(['ServiceAccount', 'Secret', 'ConfigMap', 'ClusterRole', 'Role']);

/** The object as people would apply it. */
function toApply(object: KubeObject): KubeObject {
  if (object.kind !== 'Pod' || object.status === undefined) {
    return object;
  }
  const { status, ...rest } = object;
  const { deletionTimestamp, uid, ...metadata } = object.metadata;
  return {
    ...rest,
    metadata: { ...metadata, ...(deletionTimestamp === undefined ? {} : { finalizers: [FINALIZER] }) },
    spec: { nodeName: NODE_OF_GIVEN_STATUS, ...object.spec },
  } as KubeObject;
}

/** A kubelet tells a list of addresses with the first one. */
function statusOf({ status }: KubeObject): object {
  return status.podIP !== undefined && status.podIPs === undefined
    ? { ...status, podIPs: [{ ip: status.podIP }] }
    : status;
}

function podPath({ metadata }: KubeObject): string {
  return `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}`;
}

/** As `kubectl create job --from` makes it. */
function jobOf({ metadata, spec }: KubeObject, uid: string): KubeObject {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      ...{ name: `${metadata.name}-00000000`, namespace: metadata.namespace },
      ...{ labels: spec.jobTemplate.metadata?.labels, annotations: spec.jobTemplate.metadata?.annotations },
      ownerReferences: [{ apiVersion: 'batch/v1', kind: 'CronJob', name: metadata.name, uid, controller: true }],
    },
    spec: spec.jobTemplate.spec,
  };
}

function messageOf({ body }: ApiAnswer): string {
  return String(body?.message ?? body);
}

async function must(answer: Promise<ApiAnswer>): Promise<void> {
  const { status, body } = await answer;
  if (status >= 300) {
    throw new Error(`The API server refuses what the rig does with an object: ${JSON.stringify(body)}`);
  }
}

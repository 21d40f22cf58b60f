import type { VirtualPod } from '../../lib/simulator/discovery/raw-target';
import { symbolicAddress } from '../../lib/simulator/discovery/symbolic';
import type { ApiClient } from '../machine/api-client';

interface Replacement {
  readonly real: string;
  readonly ours: string;
  /** Whether it is replaced within other text too. */
  readonly within: boolean;
}

/**
 * Gives to what only a cluster makes up (names and addresses of pods, nodes, hashes) the names that the simulator has for
 * it, so that both can be compared.
 */
export class Naming {
  private readonly byPod = new Map<string, readonly Replacement[]>();
  private readonly byAddress = new Map<string, readonly Replacement[]>();

  private constructor() {}

  /** @param pods that the simulator has */
  public static async of(api: ApiClient, pods: readonly VirtualPod[]): Promise<Naming> {
    const naming = new Naming();
    const owners = new Map<string, any>();
    for (const path of OWNER_PATHS) {
      for (const object of await api.list(path)) {
        owners.set(object.metadata.uid, object);
      }
    }
    for (const pod of await api.list('/api/v1/pods')) {
      naming.add(pod, owners, pods);
    }
    return naming;
  }

  /** The labels of a target, and other text about it, in the words of the simulator. */
  public translatorOf(discovered: { readonly [name: string]: string }): (text: string) => string {
    const meta = (name: string): string | undefined => discovered[`__meta_kubernetes_${name}`];
    const host = (discovered.__address__ ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
    const replacements = this.byPod.get(`${meta('namespace')}/${meta('pod_name')}`) ?? this.byAddress.get(host) ?? [];
    return (text) => {
      const whole = replacements.find(({ real }) => real === text);
      return whole !== undefined
        ? whole.ours
        : replacements
            .filter(({ within }) => within)
            .reduce((known, { real, ours }) => known.replaceAll(real, ours), text);
    };
  }

  private add(pod: any, owners: ReadonlyMap<string, any>, virtual: readonly VirtualPod[]): void {
    const { namespace, name, uid, labels = {} } = pod.metadata;
    const { kind, top, controller } = topOwner(pod, owners);
    const ours = virtual.find(
      (one) =>
        one.namespace === namespace && one.workload.object.kind === kind && one.workload.object.metadata.name === top,
    );
    const replacements: Replacement[] = [];
    const replace = (real: unknown, text: string, within = false): void => {
      if (typeof real === 'string' && real !== '' && real !== text) {
        replacements.push({ real, ours: text, within });
      }
    };
    replace(name, ours?.name ?? name, true);
    // Addresses that a scenario names are the simulator's too.
    if (ours === undefined || kind !== 'Pod') {
      replace(pod.status.podIP, ours?.ip ?? symbolicAddress(top, kind, namespace), true);
    } else if (pod.status.podIP !== ours.ip) {
      replace(pod.status.podIP, ours.ip, true);
    }
    if (ours !== undefined) {
      replace(uid, ours.uid);
      replace(pod.spec.nodeName, ours.nodeName);
      replace(pod.status.hostIP, ours.hostIp);
      replace(controller, ours.controller?.name ?? '', true);
      for (const label of ours.opaqueLabels) {
        // An index is a number like any other.
        if (!/^\d+$/.test(labels[label])) {
          replace(labels[label], ours.labels[label]);
        }
      }
    }
    replacements.sort((a, b) => b.real.length - a.real.length);
    this.byPod.set(`${namespace}/${name}`, replacements);
    if (pod.status.podIP !== undefined) {
      this.byAddress.set(pod.status.podIP, replacements);
    }
  }
}

const OWNER_PATHS = [
  '/apis/apps/v1/replicasets',
  '/apis/apps/v1/statefulsets',
  '/apis/apps/v1/daemonsets',
  '/apis/batch/v1/jobs',
];

/** The object at the end of the chain of controllers, and the first one. */
function topOwner(pod: any, owners: ReadonlyMap<string, any>): { kind: string; top: string; controller?: string } {
  let [kind, top] = ['Pod', pod.metadata.name];
  let controller: string | undefined;
  for (let object = pod; object !== undefined; ) {
    const owner = object.metadata.ownerReferences?.find((reference: any) => reference.controller);
    if (owner === undefined) {
      break;
    }
    controller ??= owner.name;
    [kind, top] = [owner.kind, owner.name];
    object = owners.get(owner.uid);
  }
  return { kind, top, controller };
}

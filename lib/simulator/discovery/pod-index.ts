import { LabelOperator, type LabelRequirement, requirementHolds } from '../../selection/label-requirement';
import { KubeSelector } from '../bag/kube-selector';
import { LabelIndex } from '../bag/label-index';
import type { Labels } from '../relabel/relabel-rule';
import { modelledFrom } from '../stack/modelled-source';
import type { VirtualPod } from './raw-target';
import type { VirtualPods } from './virtual-pods';

/** A pod that lacks one label only, and which. */
export interface NearPod {
  readonly pod: VirtualPod;
  readonly key: string;
  readonly wanted: string;
  /** What the pod has instead; `undefined` where it has no such label. */
  readonly found: string | undefined;
  /** How many characters lie between the two. */
  readonly edits: number;
}

/** Enough for the user to see what was meant; a message has no room for more. */
const NEAREST = 5;
/** Pods of one namespace that are weighed against each other; more than anybody reads through. */
const WEIGHED = 200;

/** Finds pods by namespace and labels. */
export class PodIndex {
  private readonly namespaces = new Map<string, LabelIndex<VirtualPod>>();
  private readonly shown = new Map<string, boolean>();

  constructor(private readonly virtual: VirtualPods) {
    const byNamespace = new Map<string, VirtualPod[]>();
    for (const pod of virtual.pods) {
      const pods = byNamespace.get(pod.namespace);
      if (pods === undefined) {
        byNamespace.set(pod.namespace, [pod]);
      } else {
        pods.push(pod);
      }
    }
    for (const [namespace, pods] of byNamespace) {
      this.namespaces.set(
        namespace,
        new LabelIndex(
          pods,
          (pod) => pod.labels,
          (pod) => pod.opaqueLabels,
        ),
      );
    }
  }

  /** How many pods were looked at so far. */
  public get examined(): number {
    return [...this.namespaces.values()].reduce((sum, index) => sum + index.examined, 0);
  }

  /** All pods, sorted by namespace, kind of workload and name. */
  public get all(): readonly VirtualPod[] {
    return this.virtual.pods;
  }

  /** The pods of one namespace. */
  public in(namespace: string): readonly VirtualPod[] {
    return this.namespaces.get(namespace)?.items ?? [];
  }

  /** Whether a namespace has pods of objects that were given, and not only of a release that was modelled. */
  public shows(namespace: string): boolean {
    let shown = this.shown.get(namespace);
    if (shown === undefined) {
      shown = this.in(namespace).some((pod) => modelledFrom(pod.workload) === undefined);
      this.shown.set(namespace, shown);
    }
    return shown;
  }

  /** The pod of this name; also one that stands in the bag beside its workload. */
  public named(namespace: string, name: string): VirtualPod | undefined {
    return this.virtual.byName.get(`${namespace}/${name}`);
  }

  /** The pods of a namespace that a selector takes, or may take where a label's value is made up. */
  public matching(namespace: string, selector: KubeSelector): readonly VirtualPod[] {
    const index = this.namespaces.get(namespace);
    if (index === undefined || selector.nothing) {
      return [];
    }
    const { requirements } = selector;
    return index.select(requirements, (pod) => requirements.every((one) => mayHold(pod, one)));
  }

  /** Pods that all pairs but one take, those with the most similar value first. */
  public nearest(namespace: string, pairs: Labels): readonly NearPod[] {
    const index = this.namespaces.get(namespace);
    if (index === undefined) {
      return [];
    }
    const near: NearPod[] = [];
    const { requirements } = KubeSelector.ofPairs(pairs);
    for (const missing of requirements) {
      const { key } = missing;
      const rest = requirements.filter((one) => one !== missing);
      // A lone pair has no rest, and then only a pod with this very key is near.
      const lead = rest.length > 0 ? rest : [{ key, operator: LabelOperator.EXISTS }];
      const pods = index.select(
        lead,
        (pod) => lead.every((one) => mayHold(pod, one)) && !mayHold(pod, missing),
        WEIGHED,
      );
      const wanted = pairs[key];
      for (const pod of pods) {
        const found = pod.labels[key];
        near.push({ pod, key, wanted, found, edits: distance(wanted, found ?? '') });
      }
    }
    // The sort is stable, so that pods as near as each other keep their order.
    return near.sort((a, b) => a.edits - b.edits).slice(0, NEAREST);
  }
}

/** Whether a requirement holds, or would with the right value of a label that a controller makes up. */
export function mayHold(pod: VirtualPod, requirement: LabelRequirement): boolean {
  const { key, operator, values = [] } = requirement;
  if (!pod.opaqueLabels.has(key)) {
    return requirementHolds(requirement, pod.labels[key]);
  }
  switch (operator) {
    case LabelOperator.IN:
      return values.some((value) => mayBe(pod, key, value));
    case LabelOperator.NOT_IN:
    case LabelOperator.EXISTS:
      return true;
    case LabelOperator.DOES_NOT_EXIST:
      return false;
  }
}

/** A Service for one pod of a StatefulSet selects it by name or index, which differs from ours by a number only. */
function mayBe(pod: VirtualPod, key: string, value: string): boolean {
  switch (key) {
    case 'statefulset.kubernetes.io/pod-name':
      return value.startsWith(pod.name.replace(/\d+$/, '')) && /-\d+$/.test(value);
    case 'apps.kubernetes.io/pod-index':
    case 'operator.prometheus.io/shard':
      return /^\d+$/.test(value);
    default:
      return true;
  }
}

/** How many edits turn one label value into the other (Levenshtein); no legal value is longer than 63 characters. */
function distance(wanted: string, found: string): number {
  const [a, b] = [wanted.slice(0, 63), found.slice(0, 63)];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    previous = row;
  }
  return previous[b.length];
}

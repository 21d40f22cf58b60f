import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Suppression } from '../check/suppression/suppress';
import { prometheusesOf } from '../prometheus/in-use';
import type { KubeObject, SourcedObject } from '../simulator/kube-object';
import type { StackSpec } from '../simulator/stack/stack-spec';
import { declaredStack } from '../stack/declared-stack';
import { deliveredStack } from '../stack/delivery/delivered-release';
import { describePrometheuses, keyOfPrometheus, type UsedPrometheus } from './describe-prometheus';
import { ignoredAt } from './ignored';
import { isRegistered } from './proof-scope';

/** What lies below a construct, as the evaluation takes it. */
export interface ScopeContent {
  /** Every manifest that will be written, and the instances that are described only. */
  readonly objects: readonly SourcedObject[];
  /** Releases below the construct, and those that its parts are arranged for. */
  readonly stacks: readonly StackSpec[];
  /** Those of the manifests that have some of these installed. */
  readonly delivering: readonly KubeObject[];
  readonly suppressions: readonly Suppression[];
}

/** What lies below a construct, and which object each manifest is of. */
export interface ScopeReading {
  readonly content: ScopeContent;
  readonly rendered: ReadonlyMap<ApiObject, KubeObject>;
}

/**
 * Reads a scope, apart from scopes within it, which are proven for themselves.
 *
 * @throws whatever the rendering of an object throws
 */
export function readScope(scope: IConstruct): ScopeReading {
  const objects: SourcedObject[] = [];
  const rendered = new Map<ApiObject, KubeObject>();
  const stacks = new Set<StackSpec>();
  const delivering: KubeObject[] = [];
  const used = new Map<object, UsedPrometheus>();
  const suppressions: Suppression[] = [];
  const visit = (construct: IConstruct): void => {
    const { node } = construct;
    if (ApiObject.isApiObject(construct)) {
      const object: KubeObject = construct.toJson();
      objects.push({ object, source: { construct: node.path } });
      rendered.set(construct, object);
      const delivered = deliveredStack(construct);
      if (delivered !== undefined) {
        stacks.add(delivered);
        delivering.push(object);
      }
    }
    const own = declaredStack(construct);
    if (own !== undefined) {
      stacks.add(own);
    }
    for (const prometheus of prometheusesOf(construct) ?? []) {
      const stack = declaredStack(prometheus);
      if (stack !== undefined) {
        stacks.add(stack);
      } else if (!used.has(prometheus)) {
        used.set(prometheus, { prometheus, construct: node.path });
      }
    }
    suppressions.push(...ignoredAt(construct));
    for (const child of node.children) {
      if (!isRegistered(child)) {
        visit(child);
      }
    }
  };
  visit(scope);
  const all = [...objects, ...described(objects, stacks, [...used.values()])];
  return { content: { objects: all, stacks: [...stacks], delivering, suppressions }, rendered };
}

function described(
  objects: readonly SourcedObject[],
  stacks: ReadonlySet<StackSpec>,
  used: readonly UsedPrometheus[],
): SourcedObject[] {
  if (used.length === 0) {
    return [];
  }
  const instances = objects.filter(({ object }) => /^Prometheus(Agent)?$/.test(object.kind));
  const present = new Set(
    instances.map(({ object }) => keyOfPrometheus(object.metadata?.namespace, object.metadata?.name)),
  );
  const operator = (object: KubeObject): boolean =>
    object.kind === 'Deployment' && /prometheus-operator/.test(JSON.stringify(object.spec?.template?.spec?.containers));
  return describePrometheuses(used, present, stacks.size > 0 || objects.some(({ object }) => operator(object)));
}

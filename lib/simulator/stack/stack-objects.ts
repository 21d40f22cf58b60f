import type { SourcedObject } from '../kube-object';
import { alertmanagerObject, thanosRulerObject } from './alert-objects';
import { ChartValues } from './chart-values';
import { withGuard } from './guarded-stack';
import { operatorDeployment } from './operator-deployment';
import { alertmanagerSecret, ownSecrets, ownTargets } from './own-objects';
import { prometheusObject } from './prometheus-object';
import { releaseFacts } from './release-facts';
import { type StackProblem, StackProblems, type StackSpec } from './stack-spec';
import { stackVersions } from './stack-versions';

/** What a release puts into the cluster, and what is to be said of it. */
export interface StackModel {
  readonly objects: readonly SourcedObject[];
  readonly problems: readonly StackProblem[];
}

/**
 * Models a release of kube-prometheus-stack from its values: the objects that it renders, as far as the way of a target
 * needs them. Each carries a `ModelledSource`. Never throws.
 */
export function modelStack(stack: StackSpec): StackModel {
  const problems = new StackProblems(stack.source, stack.declaredBy);
  const guarded = new StackProblems(stack.source, stack.declaredBy);
  const values = new ChartValues(stack, problems);
  if (!values.renders()) {
    const versions = stackVersions(stack, new StackProblems(stack.source, stack.declaredBy));
    return { objects: [], problems: withGuard(stack, versions, guarded, problems.list) };
  }
  const facts = releaseFacts(stack, values, problems);
  const objects = [
    prometheusObject(facts),
    operatorDeployment(facts),
    alertmanagerObject(facts),
    thanosRulerObject(facts),
    ...ownSecrets(facts),
    alertmanagerSecret(facts),
    ...ownTargets(facts),
  ].filter((object) => object !== undefined);
  return { objects, problems: withGuard(stack, facts.versions, guarded, problems.list) };
}

/** The objects of `modelStack`. */
export function stackObjects(stack: StackSpec): readonly SourcedObject[] {
  return modelStack(stack).objects;
}

import type { SourcedObject } from '../kube-object';
import { isAssumed } from './assumed-instance';
import { CONTROLLER_ID } from './find-operators';
import { freezesOf } from './freeze-instance';
import { describeInstance, type Instance, instanceSettings } from './instance';
import { describeRequirement, firstFailure } from './label-selector';
import type { ObjectLookup, RelabelSupport } from './object-lookup';
import { type OperatorSettings, watchesInstances } from './operator-settings';
import { counts, type Extent, keyOf, nameOf, namespaceOf, type Problem } from './problem';
import { stuckPodsOf } from './stuck-pods';

const SELECTORS = ['serviceMonitorSelector', 'podMonitorSelector', 'probeSelector', 'scrapeConfigSelector'];

/**
 * Every Prometheus and PrometheusAgent of the bag and what becomes of it, sorted by namespace and name.
 *
 * @param extent what of the cluster the bag holds: whatever else an instance needs is missing, so the Operator fails on it
 */
export function findInstances(
  objects: ObjectLookup,
  operators: readonly OperatorSettings[],
  relabel: RelabelSupport,
  extent: Extent = 'part',
): Instance[] {
  return (['Prometheus', 'PrometheusAgent'] as const).flatMap((kind) =>
    [...objects.byKind(kind)]
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .map((object) => instanceOf(object, kind, objects, operators, relabel, extent)),
  );
}

function instanceOf(
  object: SourcedObject,
  kind: Instance['kind'],
  objects: ObjectLookup,
  operators: readonly OperatorSettings[],
  relabel: RelabelSupport,
  extent: Extent,
): Instance {
  const obstacles = operators.map((operator) => obstaclesOf(object, operator));
  const taken = obstacles.findIndex((problems) => problems.length === 0);
  const key = keyOf(object);
  if (taken < 0) {
    const settings = instanceSettings(object, operators[0]);
    return { object, kind, key, operator: undefined, state: 'unseen', problems: obstacles.flat(), settings };
  }
  const operator = operators[taken];
  const settings = instanceSettings(object, operator);
  const { spec = {} } = object.object;
  if (spec.paused === true) {
    const problem: Problem = {
      code: 'instance/paused',
      certainty: 'certain',
      object,
      field: 'spec.paused',
      values: { paused: true },
      message: `${describeInstance(object)} is paused, so the Operator does nothing: the configuration stays as it was, and new pods are not made.`,
      fix: 'paused: false, or remove it.',
    };
    return { object, kind, key, operator, state: 'paused', problems: [problem], settings };
  }
  const managed = kind === 'PrometheusAgent' || !isUnmanaged(spec, operator);
  const freezes = freezesOf(object, settings, managed, operator, objects, relabel);
  const problems = [...freezes, ...stuckPodsOf(object, settings, objects)];
  if (freezes.some(({ certainty }) => counts(certainty, extent))) {
    return { object, kind, key, operator, state: 'frozen', problems, settings };
  }
  if (!managed) {
    const problem: Problem = {
      code: 'instance/unmanaged',
      certainty: 'certain',
      object,
      field: 'spec',
      values: { absent: SELECTORS },
      message: `None of ${SELECTORS.join(', ')} is set, so the Operator leaves the configuration to you: no monitor, no additionalScrapeConfigs and no alerting reaches ${describeInstance(object)}.`,
      fix: 'serviceMonitorSelector: {}, to take every ServiceMonitor.',
    };
    return { object, kind, key, operator, state: 'unmanaged', problems: [problem, ...problems], settings };
  }
  return { object, kind, key, operator, state: 'managed', problems, settings };
}

/** Source: prometheus-operator v0.93 `pkg/prometheus/server/operator.go`, `unmanagedPrometheusConfiguration`. */
function isUnmanaged(spec: any, operator: OperatorSettings): boolean {
  return operator.unmanagedAllowed && SELECTORS.every((selector) => (spec[selector] ?? undefined) === undefined);
}

/** Whether an Operator takes care of a Prometheus. */
export function takesInstance(operator: OperatorSettings, object: SourcedObject): boolean {
  return obstaclesOf(object, operator).length === 0;
}

/**
 * Why an Operator does not take care of a Prometheus.
 *
 * Source: prometheus-operator v0.93 `pkg/operator/resource_reconciler.go`, `isManagedByController`; `cmd/operator/main.go`.
 */
function obstaclesOf(object: SourcedObject, operator: OperatorSettings): Problem[] {
  const namespace = namespaceOf(object.object);
  const who = operator.object ? `The Operator (${nameOf(operator.object)})` : 'The Operator';
  const never = `so ${describeInstance(object)} does not exist for it.`;
  const problems: Problem[] = [...operator.problems];
  if (isAssumed(object)) {
    return problems;
  }
  if (!watchesInstances(operator, namespace)) {
    problems.push({
      code: 'instance/unwatched-namespace',
      certainty: 'certain',
      object,
      field: 'metadata.namespace',
      values: { namespace, watched: operator.instanceNamespaces, denied: operator.denied },
      message: `${who} does not look for Prometheus objects in namespace "${namespace}", ${never}`,
      fix: `add "${namespace}" to --prometheus-instance-namespaces or --namespaces of the Operator.`,
    });
  }
  const failed = firstFailure(operator.instanceSelector, object.object.metadata.labels);
  if (failed) {
    problems.push({
      code: 'instance/instance-selector',
      certainty: 'certain',
      object,
      field: 'metadata.labels',
      values: { requirement: describeRequirement(failed.requirement), actual: failed.actual },
      message: `${who} takes only objects with ${describeRequirement(failed.requirement)} (--prometheus-instance-selector), ${never}`,
      fix: 'add the label, or change the flag.',
    });
  }
  const controllerId = object.object.metadata.annotations?.[CONTROLLER_ID] ?? '';
  if (controllerId !== operator.controllerId) {
    problems.push({
      code: 'instance/controller-id',
      certainty: 'certain',
      object,
      field: `metadata.annotations["${CONTROLLER_ID}"]`,
      values: { annotation: controllerId, flag: operator.controllerId },
      message: `is "${controllerId}", and ${who.replace('The', 'the')} has --controller-id="${operator.controllerId}", ${never}`,
      fix: operator.controllerId === '' ? 'remove the annotation.' : `set it to "${operator.controllerId}".`,
    });
  }
  return problems;
}

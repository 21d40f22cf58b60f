import type { Bag } from '../bag/bag';
import { Kind } from '../bag/bag-kind';
import type { SourcedObject } from '../kube-object';
import { isAssumed } from '../operator/assumed-instance';
import { CONTROLLER_ID } from '../operator/find-operators';
import type { Instance } from '../operator/instance';
import { type OperatorSettings, watchesMonitors } from '../operator/operator-settings';
import { counts, type Extent } from '../operator/problem';

/** An object of which the Operator makes pods, and a Service before them. */
export interface OperatedInstance {
  readonly object: SourcedObject;
  /** Labels that the Operator adds to whatever it makes. */
  readonly labels: { readonly [key: string]: string };
  /** Whether it has pods; otherwise there is the Service alone. */
  readonly pods: boolean;
}

/**
 * The Prometheus, PrometheusAgent, Alertmanager and ThanosRuler objects of which an Operator makes something.
 *
 * Unless the bag is all that there ever was, those count too that the Operator leaves alone or fails on: pods of before run
 * on, and what is wrong with the object itself is told elsewhere.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/server/operator.go`, `sync`, and so for the other kinds.
 *
 * @param extent what of the cluster the bag holds
 */
export function operatedInstances(
  bag: Bag,
  instances: readonly Instance[],
  operators: readonly OperatorSettings[],
  extent: Extent,
): OperatedInstance[] {
  const fresh = extent === 'cluster';
  // Of an instance that only stands in for one, nobody knows the pods.
  const given = instances.filter(({ object }) => !isAssumed(object));
  return [
    ...given.filter(({ state }) => !fresh || MADE.has(state)).map((instance) => ofInstance(instance, extent)),
    ...[Kind.ALERTMANAGER, Kind.THANOS_RULER].flatMap((kind) =>
      bag.all(kind).flatMap((object) => ofOtherKind(object, operators, fresh)),
    ),
  ];
}

const MADE: ReadonlySet<Instance['state']> = new Set(['managed', 'unmanaged']);

function ofInstance({ object, operator, problems }: Instance, extent: Extent): OperatedInstance {
  const stuck = problems.some(({ code, certainty }) => code.startsWith('stuck/') && counts(certainty, extent));
  return { object, labels: operator?.labels ?? {}, pods: !(extent === 'cluster' && stuck) };
}

function ofOtherKind(
  object: SourcedObject,
  operators: readonly OperatorSettings[],
  fresh: boolean,
): OperatedInstance[] {
  const { metadata, spec } = object.object;
  const controller = metadata.annotations?.[CONTROLLER_ID] ?? '';
  const operator = operators.find(
    (one) =>
      one.problems.length === 0 &&
      one.controllerId === controller &&
      watchesMonitors(one, metadata.namespace as string),
  );
  return fresh && (operator === undefined || spec.paused === true)
    ? []
    : [{ object, labels: operator?.labels ?? {}, pods: true }];
}

import type { CheckContext } from '../../lib/check/check-context';
import { portName } from '../../lib/check/workload/port-name';
import { checkSchema } from '../../lib/schema/check-schema';
import { GROUP } from '../../lib/schema/kinds';
import type { KubeObject, SourcedObject } from '../../lib/simulator/kube-object';
import { type Prediction, predict } from '../prediction/predict';
import type { Recording } from '../scenario/scenario';
import { withSupplements } from '../scenario/supplements';
import { keyOf, type Truth } from '../scenario/truth';
import { compare, type Difference, difference } from './compare';

/** A prediction and what was observed, without what neither can be blamed for; ready to be compared. */
export interface ScenarioPair {
  readonly predicted: Prediction;
  readonly observed: Truth;
}

/** What is wrong with what the simulator says about the objects of a scenario, going by what was observed. */
export function compareScenario(objects: readonly KubeObject[], recording: Recording): Difference[] {
  const { predicted, observed } = predictScenario(objects, recording);
  return [...compare(predicted, observed), ...wrongRefusals(predicted.context)];
}

/** Lets the simulator say what becomes of the objects of a scenario. */
export function predictScenario(objects: readonly KubeObject[], { versions, truth }: Recording): ScenarioPair {
  const all = withSupplements(objects);
  const known = withoutRefusedByOthers(all, truth.refused);
  return { predicted: predict(known, versions), observed: withoutOthers(truth, all, known) };
}

/**
 * The objects without those that the API server refuses by rules that the simulator does not claim to know: it checks the
 * schemas of `monitoring.coreos.com`, and of Services or workloads only what decides about targets.
 *
 * @param refused the objects that a cluster refused, as in `Truth`
 */
export function withoutRefusedByOthers(objects: readonly KubeObject[], refused: Truth['refused']): KubeObject[] {
  return objects.filter((object) => !Object.hasOwn(refused, keyOf(object)) || hasSchema(object));
}

/** The same of what was observed. */
function withoutOthers(truth: Truth, all: readonly KubeObject[], known: readonly KubeObject[]): Truth {
  const left = new Set(known);
  const others = new Set(all.filter((object) => !left.has(object)).map(keyOf));
  const refused = Object.entries(truth.refused).filter(([object]) => !others.has(object));
  return { ...truth, refused: Object.fromEntries(refused) };
}

/** Whether `schema/` of the library is about it. */
function hasSchema(object: KubeObject): boolean {
  return String(object.apiVersion).startsWith(`${GROUP}/`) || checkSchema({ object, source: {} }).length > 0;
}

/** Parts of accepted objects of which a check says that the API server refuses the object for them. */
function wrongRefusals(context: CheckContext): Difference[] {
  const { prepared, simulation } = context;
  const malformed = [...prepared.malformed, ...simulation.bag.malformed].filter(
    ({ object, object: { given } }) => !prepared.refused.has(given ?? object.object),
  );
  return [...malformed, ...portName.run(context)].map(({ object, field, message }) =>
    difference('refused', keyOf((object as SourcedObject).object), `${field}: ${message}`, undefined),
  );
}

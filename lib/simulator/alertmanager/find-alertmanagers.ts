import type { SourcedObject } from '../kube-object';
import { CONTROLLER_ID } from '../operator/find-operators';
import { firstFailure } from '../operator/label-selector';
import type { ObjectLookup } from '../operator/object-lookup';
import { type OperatorSettings, watches } from '../operator/operator-settings';
import { keyOf, namespaceOf, type Problem } from '../operator/problem';
import { atLeast, parseVersion, type Version } from '../versions/version';

/** An Alertmanager, and whether the Operator makes a configuration for it. */
export interface AlertmanagerInstance {
  readonly object: SourcedObject;
  /** `<namespace>/<name>`. */
  readonly key: string;
  /** The Operator that takes care of it; `undefined` where none does. */
  readonly operator: OperatorSettings | undefined;
  /**
   * - `unseen`: no Operator takes care of it
   * - `paused`: the Operator leaves everything as it was
   * - `frozen`: the Operator fails on it, so no change arrives
   * - `own`: its configuration is a Secret as it is, and no AlertmanagerConfig is looked at
   * - `managed`: AlertmanagerConfigs are added to its configuration
   */
  readonly state: 'unseen' | 'paused' | 'frozen' | 'own' | 'managed';
  readonly version: Version;
  /** Reasons of the state. */
  readonly problems: readonly Problem[];
}

/**
 * Every Alertmanager of the bag, sorted by namespace and name.
 *
 * Source: prometheus-operator v0.93 `pkg/alertmanager/operator.go`, `bootstrap`, `sync` and
 * `provisionAlertmanagerConfiguration`.
 */
export function findAlertmanagers(
  objects: ObjectLookup,
  operators: readonly OperatorSettings[],
): readonly AlertmanagerInstance[] {
  return [...objects.byKind('Alertmanager')]
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map((object) => instanceOf(object, operators));
}

function instanceOf(object: SourcedObject, operators: readonly OperatorSettings[]): AlertmanagerInstance {
  const spec = object.object.spec ?? {};
  const operator = operators.find((one) => takes(one, object));
  const release = (operator ?? operators[0]).release.alertmanager;
  const given = parseVersion(String(spec.version || release));
  const version = given ?? (parseVersion(release) as Version);
  const base = { object, key: keyOf(object), operator, version };
  if (operator === undefined) {
    return { ...base, state: 'unseen', problems: [] };
  }
  if (spec.paused === true) {
    return { ...base, state: 'paused', problems: [] };
  }
  if (given === undefined || given.major > 0 || !atLeast(given, '0.15.0')) {
    const problem: Problem = {
      code: 'alertmanager/version',
      certainty: 'certain',
      object,
      field: 'spec.version',
      values: { version: spec.version },
      message: `"${spec.version}" is no Alertmanager that the Operator knows, so it fails on Alertmanager ${keyOf(object)}.`,
      fix: `version: v${release}`,
    };
    return { ...base, state: 'frozen', problems: [problem] };
  }
  const isOwn =
    (spec.alertmanagerConfigSelector ?? undefined) === undefined &&
    (spec.alertmanagerConfiguration ?? undefined) === undefined;
  return { ...base, state: isOwn ? 'own' : 'managed', problems: [] };
}

function takes(operator: OperatorSettings, object: SourcedObject): boolean {
  const { labels, annotations } = object.object.metadata;
  return (
    operator.problems.length === 0 &&
    watches(operator.alertmanagerNamespaces, operator.denied, namespaceOf(object.object)) &&
    firstFailure(operator.alertmanagerSelector, labels) === undefined &&
    (annotations?.[CONTROLLER_ID] ?? '') === operator.controllerId
  );
}

import { applyPatch } from 'fast-json-patch';
import { createEvaluation } from '../../lib/check/create-evaluation';
import type { Evaluation, EvaluationOptions } from '../../lib/check/evaluation';
import { parseValues } from '../../lib/check/parse-values';
import type { Finding } from '../../lib/report/finding';
import type { SourcedObject } from '../../lib/simulator/kube-object';
import { stackOf } from '../../lib/simulator/stack/stack-of';
import { readManifests } from '../../lib/yaml/read-manifests';

/** A situation that people met, rebuilt with objects of our own. */
export interface FieldCase {
  /** What is wrong, or what only looks wrong. */
  readonly title: string;
  /** Public reports of it. */
  readonly seen?: string;
  /** `release/namespace` of a kube-prometheus-stack that is not among the objects. */
  readonly stack?: string;
  /** Values of that release, in YAML. */
  readonly values?: string;
  readonly options?: EvaluationOptions;
  readonly objects: string;
  /** The first finding; none at all unless set. */
  readonly finds?: {
    readonly check: string;
    readonly object: string;
    readonly field: string;
    /** `error` unless set. */
    readonly level?: string;
    readonly fix?: string | RegExp;
  };
  /** Ids of the checks that find something after the first, in order; none unless set. */
  readonly others?: readonly string[];
  /** Targets as it stands; none unless set. */
  readonly targets?: number;
  /** Targets after the patches of all findings up to the first one without; not tried unless set. */
  readonly mended?: number;
}

/** What the command line assumes; named here, so that no case is about it. */
const CHART = '88.5.3';

/** Looks at each case as the command line does. */
export function describeField(subject: string, cases: readonly FieldCase[]): void {
  describe(subject, () => {
    test.each(cases.map((one) => [one.title, one] as const))('%s', (_title, one) => {
      const objects = objectsOf(one.objects);
      const evaluation = evaluate(objects, one);
      const { findings } = evaluation.report();
      const [first, ...others] = findings;
      const { fix, level = 'error', ...expected } = one.finds ?? {};
      expect(first && { check: first.check, object: nameOf(first), field: first.field, level: first.level }).toEqual(
        one.finds && { ...expected, level },
      );
      expect(others.map(({ check }) => check)).toEqual(one.others ?? []);
      expect(evaluation.targets().targets).toHaveLength(one.targets ?? 0);
      if (fix !== undefined) {
        expect(first?.fix?.text).toEqual(typeof fix === 'string' ? fix : expect.stringMatching(fix));
      }
      if (one.mended !== undefined) {
        const mended = evaluate(patched(objects, first as Finding), one);
        expect(mended.targets().targets).toHaveLength(one.mended);
        expect(mended.report().findings.map(({ check }) => check)).toEqual(one.others ?? []);
      }
    });
  });
}

function objectsOf(text: string): readonly SourcedObject[] {
  const { objects, problems } = readManifests(text, 'field.yaml');
  expect(problems).toEqual([]);
  return objects;
}

function evaluate(objects: readonly SourcedObject[], { stack, values = '{}', options }: FieldCase): Evaluation {
  if (stack === undefined) {
    return createEvaluation(objects, options);
  }

  const reading = stackOf(stack, [{ values: parseValues(values), source: { file: 'values.yaml' } }], CHART);
  return createEvaluation(objects, {
    ...options,
    stacks: reading.stack ? [reading.stack] : [],
    stackProblems: reading.problems,
  });
}

function patched(objects: readonly SourcedObject[], { object, fix }: Finding): SourcedObject[] {
  expect(fix?.patch).toBeDefined();
  return objects.map((sourced) => {
    const { kind, metadata } = sourced.object as { kind: string; metadata: { name: string; namespace?: string } };
    const same =
      kind === object.kind &&
      metadata.name === object.name &&
      (metadata.namespace ?? 'default') === (object.namespace ?? 'default');
    return same
      ? { ...sourced, object: applyPatch(structuredClone(sourced.object), (fix?.patch ?? []) as never).newDocument }
      : sourced;
  });
}

function nameOf({ object: { kind, namespace, name } }: Finding): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

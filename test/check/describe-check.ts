import type { EvaluationOptions } from '../../lib/check/evaluation';
import type { Finding } from '../../lib/report/finding';
import { evaluateYaml } from './evaluate-yaml';

/** Objects that a check is asked about. */
export interface Accepted {
  /** What is special about them; completes "flags …" or "accepts …". */
  readonly title: string;
  /** The objects: as YAML, or one by one, as YAML or plain. */
  readonly objects: string | readonly (string | object)[];
  readonly options?: EvaluationOptions;
}

/** Objects that a check finds something in. */
export interface Flagged extends Accepted {
  /** One entry for each finding of the check, in order; fields that are left out are not compared. */
  readonly finds: readonly Expected[];
}

/** The part of a finding that a case is about. */
export interface Expected {
  /** `ServiceMonitor shop/web`. */
  readonly object?: string;
  readonly field?: string;
  readonly level?: string;
  /** Where it is a text, the message as a whole. */
  readonly message?: string | RegExp;
  readonly why?: string | RegExp;
  readonly fix?: string | RegExp;
  readonly patch?: readonly object[];
  readonly related?: readonly string[];
}

/** Tests of one check: what it flags, and what it accepts although it may look guilty. */
export function describeCheck(id: string, cases: { flags: readonly Flagged[]; accepts: readonly Accepted[] }): void {
  describe(id, () => {
    test.each(cases.flags.map((one) => [one.title, one] as const))('flags %s', (_title, flagged) => {
      const findings = findingsOf(id, flagged);
      expect(findings.map(summaryOf)).toEqual(flagged.finds.map(expectation));
    });

    test.each(cases.accepts.map((one) => [one.title, one] as const))('accepts %s', (_title, accepted) => {
      expect(findingsOf(id, accepted)).toEqual([]);
    });
  });
}

/** The findings of one check. */
export function findingsOf(id: string, { objects, options }: Accepted): Finding[] {
  const text = typeof objects === 'string' ? objects : objects.map(textOf).join('\n---\n');
  return evaluateYaml(text, 'objects.yaml', options)
    .report()
    .findings.filter(({ check }) => check === id);
}

function textOf(object: string | object): string {
  // JSON is YAML too.
  return typeof object === 'string' ? object.trim() : JSON.stringify(object);
}

function summaryOf({ object, field, level, message, why, fix, related }: Finding): object {
  return {
    object: describeObject(object),
    field,
    level,
    message,
    why,
    fix: fix?.text,
    patch: fix?.patch,
    related: related.map((one) => describeObject(one.object)),
  };
}

function expectation(expected: Expected): object {
  const { message, why, fix, ...rest } = expected;
  const texts = Object.entries({ message, why, fix }).filter(([, text]) => text !== undefined);
  return expect.objectContaining({
    ...rest,
    ...Object.fromEntries(
      texts.map(([name, text]) => [name, text instanceof RegExp ? expect.stringMatching(text) : text]),
    ),
  });
}

function describeObject({ kind, namespace, name }: Finding['object']): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

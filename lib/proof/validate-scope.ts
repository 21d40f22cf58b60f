import type { CheckReport } from '../report/check-report';
import { type Finding, Level } from '../report/finding';
import { chartsThatClash } from './charts-that-clash';
import { type EvaluatedScope, evaluateScope } from './evaluate-scope';
import { asksForEachChart, forgetRendered, keepRendered } from './keep-rendered';
import { type ProofScope, placeOf } from './proof-scope';
import { clashText, failureText, reportText, warningText } from './proof-text';
import { whoAsks } from './synth-in-progress';
import { warnOnce } from './warn-once';

/** Scopes that the synth in progress has found in order. */
const proven = new WeakSet<ProofScope>();

/**
 * What keeps an app from being synthesized: one text with the whole report, if there is an error. Warnings go to stderr.
 *
 * Nothing is said where an object cannot be rendered: cdk8s will fail at the same place, and its error must not be hidden.
 */
export function validateScope(proof: ProofScope): string[] {
  const asker = whoAsks();
  if (asker === 'chart of the same synth' && proven.has(proof)) {
    return [];
  }
  proven.delete(proof);
  if (asker !== 'chart of the same synth') {
    forgetRendered();
  }
  if (asker === 'app' && asksForEachChart(proof.scope.node.root)) {
    return [];
  }
  const evaluated = tryEvaluate(proof);
  const problems = evaluated === undefined ? [] : problemsOf(proof, evaluated);
  if (problems.length === 0) {
    proven.add(proof);
    if (evaluated !== undefined && asker === 'chart of the same synth') {
      keepRendered(evaluated.rendered);
    }
  }
  return problems;
}

function tryEvaluate(proof: ProofScope): EvaluatedScope | undefined {
  try {
    return evaluateScope(proof);
  } catch {
    return undefined;
  }
}

function problemsOf({ scope, registered }: ProofScope, { content, evaluation }: EvaluatedScope): string[] {
  let report: CheckReport;
  try {
    report = evaluation.report();
  } catch (error) {
    warnOnce(failureText(placeOf(scope), error));
    return [];
  }
  const found = report.findings.filter(({ level }) => level !== Level.INFO);
  if (!found.some(isError)) {
    found.map(warningText).forEach(warnOnce);
    return [];
  }
  const clash = registered === 'by itself' ? chartsThatClash(scope, content.objects) : undefined;
  if (clash !== undefined) {
    [clashText(clash), ...found.map(warningText)].forEach(warnOnce);
    return [];
  }
  return [reportText(report)];
}

function isError({ level }: Finding): boolean {
  return level === Level.ERROR;
}

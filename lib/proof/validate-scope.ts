import { type Finding, Level } from '../report/finding';
import { chartsThatClash } from './charts-that-clash';
import { evaluateScope } from './evaluate-scope';
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
  if (whoAsks() === 'chart of the same synth' && proven.has(proof)) {
    return [];
  }
  proven.delete(proof);
  const problems = problemsOf(proof);
  if (problems.length === 0) {
    proven.add(proof);
  }
  return problems;
}

function problemsOf(proof: ProofScope): string[] {
  const { scope, registered } = proof;
  let evaluated: ReturnType<typeof evaluateScope>;
  try {
    evaluated = evaluateScope(proof);
  } catch {
    return [];
  }
  let report: ReturnType<typeof evaluated.evaluation.report>;
  try {
    report = evaluated.evaluation.report();
  } catch (error) {
    warnOnce(failureText(placeOf(scope), error));
    return [];
  }
  const found = report.findings.filter(({ level }) => level !== Level.INFO);
  if (!found.some(isError)) {
    found.map(warningText).forEach(warnOnce);
    return [];
  }
  const clash = registered === 'by itself' ? chartsThatClash(scope, evaluated.content.objects) : undefined;
  if (clash !== undefined) {
    [clashText(clash), ...found.map(warningText)].forEach(warnOnce);
    return [];
  }
  return [reportText(report)];
}

function isError({ level }: Finding): boolean {
  return level === Level.ERROR;
}

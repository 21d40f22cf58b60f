import type { CheckReport } from '../report/check-report';
import { checkText } from '../report/check-text';
import type { Finding } from '../report/finding';
import { findingLines } from '../report/finding-text';
import type { Clash } from './charts-that-clash';

/** Under the line of cdk8s that says which construct fails its validation. */
const INDENT = '    ';

/** The whole report, to stand within the error of cdk8s. */
export function reportText(report: CheckReport): string {
  const lines = [...checkText(report)].join('').trimEnd().split('\n');
  const hint = "A finding that is meant to be so: Proof.ignore(construct, 'the/check', 'the reason').";
  return ['The monitoring of this app does not work as it stands:', '', ...lines, hint]
    .map((line, index) => (index === 0 || line === '' ? line : INDENT + line))
    .join('\n');
}

/** A finding that lets synth pass. */
export function warningText(finding: Finding): string {
  return `${findingLines(finding, {}).join('\n')}\n`;
}

/** Why findings of level error let synth pass. */
export function clashText({ charts: [one, other], object }: Clash): string {
  return `cdk8s-prometheus: charts "${one}" and "${other}" both hold ${object}, so they cannot be for one cluster, and what follows may come of mixing them up.
  Fix: say which parts are for one cluster each, as in Proof.of(chart); or Proof.of(app), if all of them are.
`;
}

/** A mistake of this library, which must not keep anybody from writing manifests. */
export function failureText(place: string, error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `cdk8s-prometheus: the proof of ${place} failed, which is a mistake of this library. The manifests are written without it. Please report this:
${text}
`;
}

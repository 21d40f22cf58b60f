import type { SourcedObject } from '../simulator/kube-object';
import type { CheckReport } from './check-report';
import type { Finding, Level, ObjectReference, ObjectSource } from './finding';
import { findingLines } from './finding-text';
import { objectText } from './object-text';
import { ObjectsOfFindings } from './objects-of-findings';
import { printable } from './printable';

/** What a JUnit file says besides the report. */
export interface CheckJunitOptions {
  /** Every object that was looked at. */
  readonly objects: readonly SourcedObject[];
  /** Whether a finding is a failure; the others are only printed. */
  readonly fails: (level: Level) => boolean;
  /** Address of the page of a check. */
  readonly pageOf: (check: string) => string;
}

/** What is a test for JUnit: one object. */
interface Case {
  readonly name: string;
  readonly file: string | undefined;
  readonly findings: Finding[];
}

/**
 * The report as a JUnit file: an object is a test, and it fails where one of its findings makes `check` fail. JUnit has no
 * standard; what is here is understood by GitLab, Jenkins, CircleCI and Azure Pipelines alike: at most one failure of a test, and
 * the rest as its output.
 */
export function* checkJunit(report: CheckReport, options: CheckJunitOptions): Generator<string> {
  const cases = casesOf(report, options.objects);
  const failed = cases.filter(({ findings }) => findings.some(({ level }) => options.fails(level)));
  const counts = `tests="${cases.length}" failures="${failed.length}" errors="0"`;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="cdk8s-prometheus" ${counts} time="0">\n`;
  yield `  <testsuite name="cdk8s-prometheus check" ${counts} skipped="0" time="0">\n`;
  for (const one of cases) {
    yield* caseXml(one, options);
  }
  yield '  </testsuite>\n</testsuites>\n';
}

/** In the order of the input; then what findings are about that is not in the input. */
function casesOf({ findings }: CheckReport, objects: readonly SourcedObject[]): Case[] {
  const cases = new Map<SourcedObject | string, Case>();
  for (const one of objects) {
    const { kind, metadata } = one.object;
    const reference = { kind: String(kind), namespace: metadata?.namespace, name: String(metadata?.name) };
    cases.set(one, caseOf(reference, one.source));
  }
  const index = new ObjectsOfFindings(objects);
  for (const finding of findings) {
    const key = index.objectOf(finding) ?? `${finding.source.file} ${objectText(finding.object)}`;
    const known = cases.get(key) ?? caseOf(finding.object, finding.source);
    cases.set(key, known);
    known.findings.push(finding);
  }
  return [...cases.values()];
}

function caseOf(object: Pick<ObjectReference, 'kind' | 'namespace' | 'name'>, { file, construct }: ObjectSource): Case {
  return { name: objectText(object), file: file === '-' ? undefined : (file ?? construct), findings: [] };
}

function* caseXml({ name, file, findings }: Case, { fails, pageOf }: CheckJunitOptions): Generator<string> {
  const place = file === undefined ? '' : ` file="${attribute(file)}"`;
  const head = `    <testcase name="${attribute(name)}" classname="${attribute(file ?? '<stdin>')}"${place} time="0"`;
  if (findings.length === 0) {
    yield `${head}/>\n`;
    return;
  }
  yield `${head}>\n`;
  const failures = findings.filter(({ level }) => fails(level));
  const [first] = failures;
  if (first !== undefined) {
    const others = failures.length > 1 ? ` (and ${failures.length - 1} more)` : '';
    const message = attribute(`${first.check}: ${first.message}${others}`);
    yield `      <failure message="${message}" type="${attribute(first.check)}">${content(failures, pageOf)}</failure>\n`;
  }
  const rest = findings.filter(({ level }) => !fails(level));
  if (rest.length > 0) {
    yield `      <system-out>${content(rest, pageOf)}</system-out>\n`;
  }
  yield '    </testcase>\n';
}

function content(findings: readonly Finding[], pageOf: (check: string) => string): string {
  return findings
    .map((finding) => escaped([...findingLines(finding, {}), `  ${pageOf(finding.check)}`].join('\n')))
    .join('\n\n');
}

function attribute(text: string): string {
  return escaped(printable(text)).replaceAll('"', '&quot;');
}

/** What XML 1.0 has no way to write (2.2) becomes a question mark in a box; control characters are made visible before. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

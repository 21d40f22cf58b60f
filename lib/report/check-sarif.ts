import { createHash } from 'node:crypto';
import type { TextEdit } from '../yaml/manifest-text';
import type { CheckReport } from './check-report';
import { type Finding, Level, type ObjectReference, type ObjectSource } from './finding';
import { jsonItems } from './json-items';
import { objectText } from './object-text';
import { printableLines } from './printable';
import { relativeUri } from './relative-file';

/** What is known of a check besides its findings. */
export interface CheckDescription {
  readonly summary: string;
  readonly why: string;
  readonly level: Level;
  /** Its page, without the examples. */
  readonly markdown?: string;
}

/** What a SARIF log says besides the report. */
export interface CheckSarifOptions {
  readonly tool: { readonly name: string; readonly version: string; readonly homepage: string };
  /** Folder that paths are relative to. */
  readonly cwd: string;
  /** Address of the page of a check. */
  readonly pageOf: (check: string) => string;
  readonly describe: (check: string) => CheckDescription | undefined;
  /** The fix of a finding as a change of its file. */
  readonly editOf?: (finding: Finding) => TextEdit | undefined;
}

/** A result before it is written. */
interface Result {
  readonly finding: Finding;
  readonly fingerprint: string;
  readonly reason?: string;
}

const LEVELS = { [Level.ERROR]: 'error', [Level.WARNING]: 'warning', [Level.INFO]: 'note' };
/** Base of relative addresses; the name is what GitHub and CodeQL use for the root of the sources. */
const ROOT = '%SRCROOT%';

/**
 * The report as a SARIF 2.1.0 log (OASIS), for code scanning and editors. Suppressed findings are in it, with the person's
 * reason, so that they can be told from those that were mended.
 */
export function* checkSarif(report: CheckReport, options: CheckSarifOptions): Generator<string> {
  const results = resultsOf(report);
  const rules = [...new Set(results.map(({ finding }) => finding.check))].sort();
  const { name, version, homepage } = options.tool;
  const head = {
    tool: {
      driver: {
        name,
        semanticVersion: version,
        informationUri: homepage,
        rules: rules.map((check) => ruleJson(check, options)),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: `The folder in which ${name} was run.` } } },
  };
  yield `{\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"version": "2.1.0",\n"runs": [{\n`;
  yield `${JSON.stringify(head, null, 2).slice(2, -2)},\n  "results": `;
  const indexes = new Map(rules.map((check, index) => [check, index]));
  yield* jsonItems(results, (result) => resultJson(result, indexes.get(result.finding.check) ?? -1, options));
  yield `\n}]\n}\n`;
}

/** Equal findings of one object are told apart by their order. */
function resultsOf({ findings, suppressed }: CheckReport): Result[] {
  const seen = new Map<string, number>();
  const fingerprint = ({ check, object, field, source }: Finding): string => {
    const { apiVersion, kind, namespace = '', name } = object;
    const identity = [check, apiVersion, kind, namespace, name, field, source.file ?? source.construct ?? ''];
    const hash = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  };
  return [
    ...findings.map((finding) => ({ finding, fingerprint: fingerprint(finding) })),
    ...suppressed.map(({ finding, reason }) => ({ finding, fingerprint: fingerprint(finding), reason })),
  ];
}

function ruleJson(check: string, { pageOf, describe }: CheckSarifOptions): object {
  const page = pageOf(check);
  const known = describe(check);
  return {
    id: check,
    ...(known && {
      shortDescription: { text: known.summary },
      fullDescription: { text: known.why },
      help: { text: `${known.why}\n\n${page}`, ...(known.markdown && { markdown: known.markdown }) },
      defaultConfiguration: { level: LEVELS[known.level] },
    }),
    helpUri: page,
    properties: { tags: ['kubernetes', 'prometheus'] },
  };
}

function resultJson({ finding, fingerprint, reason }: Result, ruleIndex: number, options: CheckSarifOptions): object {
  const { check, level, object, field, message, why, fix, source, related } = finding;
  const text = [message, why, ...(fix ? [`Fix: ${fix.text}`] : [])].join('\n');
  return {
    ruleId: check,
    ruleIndex,
    level: LEVELS[level],
    message: { text: messageText(text) },
    locations: [{ ...physical(source, options.cwd), logicalLocations: [logical(object, source)] }],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ object: other, field: at, message: role, source: place }, id) => ({
        id,
        ...physical(place, options.cwd),
        logicalLocations: [logical(other, place)],
        message: { text: messageText([objectText(other), ...(at ? [at] : [])].join(' ').concat(`: ${role}`)) },
      })),
    }),
    partialFingerprints: { 'cdk8sPrometheusFinding/v1': fingerprint },
    ...fixes(finding, options),
    ...(reason !== undefined && {
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: reason }],
    }),
    ...(field !== '' && { properties: { field } }),
  };
}

function physical({ file, line, column }: ObjectSource, cwd: string): object {
  return file === undefined || file === '-'
    ? {}
    : {
        physicalLocation: {
          artifactLocation: artifact(file, cwd),
          ...(line !== undefined && { region: { startLine: line, startColumn: column } }),
        },
      };
}

function artifact(file: string, cwd: string): object {
  const uri = relativeUri(file, cwd);
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: ROOT };
}

function logical(object: ObjectReference, { construct }: ObjectSource): object {
  const { kind, namespace, name } = object;
  const path = [kind, ...(namespace === undefined ? [] : [namespace]), name].join('/');
  return { name, fullyQualifiedName: construct ?? path, kind: construct === undefined ? 'object' : 'construct' };
}

function fixes(finding: Finding, { cwd, editOf }: CheckSarifOptions): object {
  const { source, fix } = finding;
  const edit = fix === undefined || source.file === undefined ? undefined : editOf?.(finding);
  if (fix === undefined || source.file === undefined || source.file === '-' || edit === undefined) {
    return {};
  }
  const deletedRegion = {
    startLine: edit.start.line,
    startColumn: edit.start.column,
    endLine: edit.end.line,
    endColumn: edit.end.column,
  };
  const replacements = [{ deletedRegion, insertedContent: { text: edit.text } }];
  return {
    fixes: [
      {
        description: { text: messageText(fix.text) },
        artifactChanges: [{ artifactLocation: artifact(source.file, cwd), replacements }],
      },
    ],
  };
}

/**
 * Text that no reader takes for a placeholder or a link (SARIF 2.1.0, 3.11.5 and 3.11.6). Only what has that very form is
 * escaped, for most readers show escapes as they are.
 */
function messageText(text: string): string {
  return printableLines(text)
    .join('\n')
    .replace(/\{(\d+)\}/g, '{{$1}}')
    .replace(/\[([^\]]*)\]\(/g, '\\[$1\\](');
}

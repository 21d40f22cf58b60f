import type { CheckReport } from './check-report';
import { findingJson } from './finding-json';
import { jsonItems } from './json-items';

/** The report for programs; `schemas/check.v1.schema.json` describes it. */
export function* checkJson({ version, findings, summary }: CheckReport): Generator<string> {
  const { objects, targets, errors, warnings, infos, suppressed } = summary;
  const counts = { objects, targets, errors, warnings, infos, suppressed };
  yield `{\n  "version": ${version},\n  "findings": `;
  yield* jsonItems(findings, findingJson);
  yield `,\n  "summary": ${JSON.stringify(counts, null, 2).replace(/\n/g, '\n  ')}\n}\n`;
}

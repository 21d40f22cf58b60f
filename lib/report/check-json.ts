import type { CheckAnswer } from './answer';
import type { CheckReport } from './check-report';
import { findingJson } from './finding-json';
import { jsonItems } from './json-items';

/** The report for programs; `schemas/check.v1.schema.json` describes it. */
export function* checkJson({ version, findings, summary, answers = [] }: CheckReport): Generator<string> {
  const { objects, targets, errors, warnings, infos, suppressed } = summary;
  const counts = { objects, targets, errors, warnings, infos, suppressed };
  yield `{\n  "version": ${version},\n  "findings": `;
  yield* jsonItems(findings, findingJson);
  yield `,\n  "answers": ${indented(answers.map(answerJson))}`;
  yield `,\n  "summary": ${indented(counts)}\n}\n`;
}

function answerJson({ question, working, failing, unknown, text, page }: CheckAnswer): object {
  return { question, working, failing, unknown, text, page };
}

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/\n/g, '\n  ');
}

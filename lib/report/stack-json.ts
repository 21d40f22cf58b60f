import type { StackReport } from './stack-report';

/** The release for programs; `schemas/stack.v1.schema.json` describes it. */
export function* stackJson({ parts: _, ...report }: StackReport): Generator<string> {
  yield `${JSON.stringify(report, null, 2)}\n`;
}

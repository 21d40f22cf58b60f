import { Level } from '../../report/finding';
import type { SchemaCode } from '../../schema/schema-problem';
import type { Draft } from '../check';
import type { CheckContext } from '../check-context';
import { portByNumber } from './port-by-number';

/** What the API server would say with one of these codes. */
export function* schemaDrafts(context: CheckContext, codes: readonly SchemaCode[]): Iterable<Draft> {
  for (const problems of context.prepared.schemaProblems.values()) {
    for (const problem of problems) {
      const { code, certainty, object, field, message, fix, patch } = problem;
      if (codes.includes(code)) {
        yield {
          object,
          field,
          message,
          basis: 'present',
          ...(certainty === 'newer'
            ? { level: Level.INFO, why: 'The Operator is newer than what is known here, so it may know the field.' }
            : {}),
          fix: portByNumber(problem, context) ?? { text: fix, ...(patch === undefined ? {} : { patch: [...patch] }) },
        };
      }
    }
  }
}

/**
 * Asks both promtools for their verdict on every expression of `test/promql/corpus`, and writes them down:
 * `npx ts-node --transpile-only --project tsconfig.dev.json truth/promql/record-corpus.ts`.
 */
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { corpusExpressions } from '../../test/promql/corpus/corpus-expressions';
import { ASKED, askPromtool } from './ask-promtool';

const COMMAND = 'npx ts-node --transpile-only --project tsconfig.dev.json truth/promql/record-corpus.ts';
const expressions = corpusExpressions();
const verdicts = ASKED.map((asked) => askPromtool(expressions, asked));
const lines = expressions.map((expression, i) =>
  JSON.stringify([verdicts.map((verdict) => (verdict[i] ? 'y' : 'n')).join(''), expression]),
);
const asked = ASKED.map(({ version, features, always = [] }) => ({ version, features: [...features, ...always] }));
const head = JSON.stringify({ command: COMMAND, asked });
writeFileSync(
  path.join(__dirname, '..', '..', 'test', 'promql', 'corpus', 'verdicts.jsonl'),
  `${[head, ...lines].join('\n')}\n`,
);
console.log(`${expressions.length} expressions`);

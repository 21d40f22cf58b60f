/**
 * Asks both promtools for their verdict on every template of `test/promql/templates`, and writes them down:
 * `npx ts-node --transpile-only --project tsconfig.dev.json truth/promql/record-templates.ts`.
 */
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { corpusTemplates } from '../../test/promql/templates/corpus-templates';
import { ASKED, askAboutTemplates } from './ask-promtool';

const COMMAND = 'npx ts-node --transpile-only --project tsconfig.dev.json truth/promql/record-templates.ts';
const templates = corpusTemplates();
// Features make no difference to templates.
const asked = ASKED.slice(0, 2);
const verdicts = asked.map((one) => askAboutTemplates(templates, one));
const lines = templates.map((template, i) =>
  JSON.stringify([verdicts.map((verdict) => (verdict[i] ? 'y' : 'n')).join(''), template]),
);
const head = JSON.stringify({ command: COMMAND, asked: asked.map(({ version }) => ({ version })) });
writeFileSync(
  path.join(__dirname, '..', '..', 'test', 'promql', 'templates', 'verdicts.jsonl'),
  `${[head, ...lines].join('\n')}\n`,
);
console.log(`${templates.length} templates`);

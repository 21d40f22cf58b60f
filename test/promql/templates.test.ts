import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { checkTemplate } from '../../lib/promql/template/check-template';
import { parseVersion, type Version } from '../../lib/simulator/versions/version';
import { corpusTemplates } from './templates/corpus-templates';

const [head, ...lines] = readFileSync(path.join(__dirname, 'templates', 'verdicts.jsonl'), 'utf8')
  .trimEnd()
  .split('\n');
const { asked }: { readonly asked: readonly { readonly version: string }[] } = JSON.parse(head);
const recorded: readonly (readonly [verdicts: string, template: string])[] = lines.map((line) => JSON.parse(line));

describe('what promtool says of templates', () => {
  test('is recorded for every template of the corpus', () => {
    expect(recorded.map(([, template]) => template)).toEqual(corpusTemplates());
    expect(recorded.length).toBeGreaterThan(500);
  });

  test.each(asked.map((one, i) => ({ ...one, i })))('is what $version is said to say', ({ i, version }) => {
    const differences = recorded.flatMap(([verdicts, template]) => {
      const problem = checkTemplate(template, parseVersion(version) as Version);
      const taken = verdicts[i] === 'y';
      return (problem === undefined) === taken ? [] : [{ template, promtool: taken, problem }];
    });
    expect(differences).toEqual([]);
    const taken = recorded.filter(([verdicts]) => verdicts[i] === 'y').length;
    // Both kinds are there, and enough of each.
    expect(Math.min(taken, recorded.length - taken)).toBeGreaterThan(150);
  });
});

import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { checkExpression } from '../../lib/promql/check-expression';
import { parseVersion, type Version } from '../../lib/simulator/versions/version';
import { corpusExpressions } from './corpus/corpus-expressions';

interface Asked {
  readonly version: string;
  readonly features: readonly string[];
}

const [head, ...lines] = readFileSync(path.join(__dirname, 'corpus', 'verdicts.jsonl'), 'utf8')
  .trimEnd()
  .split('\n');
const { asked }: { readonly asked: readonly Asked[] } = JSON.parse(head);
const recorded: readonly (readonly [verdicts: string, expression: string])[] = lines.map((line) => JSON.parse(line));

describe('what promtool says', () => {
  test('is recorded for every expression of the corpus', () => {
    expect(recorded.map(([, expression]) => expression)).toEqual(corpusExpressions());
    expect(recorded.length).toBeGreaterThan(500);
  });

  test.each(asked.map((one, i) => ({ ...one, i })))(
    'is what $version with $features is said to say',
    ({ i, ...one }) => {
      const version = parseVersion(one.version) as Version;
      const differences = recorded.flatMap(([verdicts, expression]) => {
        const { problems } = checkExpression(expression, { version, features: one.features });
        const taken = verdicts[i] === 'y';
        return (problems.length === 0) === taken ? [] : [{ expression, promtool: taken, problems }];
      });
      expect(differences).toEqual([]);
      // Both kinds are there.
      expect(new Set(recorded.map(([verdicts]) => verdicts[i]))).toEqual(new Set(['y', 'n']));
    },
  );
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPart } from './values-page';

const PAGE = join(__dirname, '..', '..', '..', 'docs', 'constructs', 'stack-values.md');
const BEGIN = '<!-- Written from the source by UPDATE_PAGES=1 npx jest test/stack/typed/values-page. -->';

test('the page on values says what the source says', () => {
  const [text, generated] = readFileSync(PAGE, 'utf8').split(BEGIN);
  if (process.env.UPDATE_PAGES === '1') {
    writeFileSync(PAGE, `${text}${BEGIN}\n\n${generatedPart()}\n`);
    return;
  }
  expect(generated.trim()).toBe(generatedPart().trim());
});

test('every prop has a sentence on the page', () => {
  const rows = generatedPart()
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter((line) => !/[.:] \|$/.test(line))).toEqual([]);
});

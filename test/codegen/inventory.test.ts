import * as fs from 'node:fs';
import * as path from 'node:path';
import { readSchema } from '../../codegen/bindings';
import { entriesOf, renderInventory } from '../../codegen/inventory';

const UPDATE = 'npx ts-node --transpile-only --project tsconfig.dev.json codegen/write-inventory.ts';

const committed = fs.readFileSync(path.join(__dirname, 'inventory.txt'), 'utf8');
const current = renderInventory(readSchema(path.join(__dirname, '../../node_modules')));

function minus(left: string, right: string): string[] {
  const known = new Set(entriesOf(right));
  return entriesOf(left).filter((entry) => !known.has(entry));
}

describe('the inventory of the bindings', () => {
  test('loses no kind, field or value, and none changes its type', () => {
    // a line here breaks users: CHANGELOG entry, then the command below
    expect(minus(committed, current)).toEqual([]);
  });

  test(`lists what is new (update: ${UPDATE})`, () => {
    expect(minus(current, committed)).toEqual([]);
  });

  test('names a field together with its struct', () => {
    const without = committed.replace(/^ {2}scrapeTimeout\?: string\n/m, '');
    expect(minus(committed, without)).toEqual([expect.stringMatching(/^v1\.\w+\.scrapeTimeout\?: string$/)]);
  });
});

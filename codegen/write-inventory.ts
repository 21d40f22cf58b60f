import * as fs from 'node:fs';
import * as path from 'node:path';
import { readSchema } from './bindings';
import { renderInventory } from './inventory';

const root = path.join(__dirname, '..');
const target = path.join(root, 'test/codegen/inventory.txt');

fs.writeFileSync(target, renderInventory(readSchema(path.join(root, 'node_modules'))));
console.log(path.relative(root, target));

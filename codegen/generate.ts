import * as fs from 'node:fs';
import * as path from 'node:path';
import { generateBindings } from './bindings';

const root = path.join(__dirname, '..');
const imports = path.join(root, 'imports');

const files = generateBindings(path.join(root, 'node_modules'));

// a kind that the models no longer have leaves no file behind
for (const entry of fs.readdirSync(imports)) {
  if (entry !== 'README.md') {
    fs.rmSync(path.join(imports, entry), { recursive: true });
  }
}
for (const [file, code] of files) {
  const target = path.join(imports, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, code);
}
const bytes = [...files.values()].reduce((sum, code) => sum + Buffer.byteLength(code), 0);
console.log(`imports/: ${files.size} files, ${bytes} bytes`);

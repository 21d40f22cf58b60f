import { execFileSync } from 'node:child_process';
import * as path from 'node:path';

const LIB = path.join(__dirname, '..', '..', '..', 'lib', 'simulator', 'stack');

test('the model of a release loads neither cdk8s nor anything that reads files', () => {
  const script = `
    require('ts-node/register/transpile-only');
    const loaded = [];
    const Module = require('node:module');
    const load = Module._load;
    Module._load = function (request, ...rest) { loaded.push(request); return load.call(this, request, ...rest); };
    for (const name of ['add-stacks', 'find-stacks', 'stack-of']) require(${JSON.stringify(LIB)} + '/' + name);
    const foreign = loaded.filter((request) => !request.startsWith('.') && !request.startsWith('/'));
    process.stdout.write(JSON.stringify([...new Set(foreign)]));
  `;
  const env = { ...process.env, TS_NODE_PROJECT: path.join(LIB, '..', '..', '..', 'tsconfig.dev.json') };
  const output = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', env, cwd: path.join(LIB, '..') });
  const loaded: string[] = JSON.parse(output);
  expect(loaded).toContain('node:crypto');
  expect(loaded.filter((name) => /cdk8s|constructs|fs|http|net|child_process/.test(name))).toEqual([]);
});

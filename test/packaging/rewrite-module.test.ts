import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as ts from 'typescript';
import { exportedNames } from '../../packaging/exported-names';
import { makeRequiresLazy } from '../../packaging/lazy-requires';
import { rewriteModule } from '../../packaging/rewrite-module';
import { runNode } from './run-node';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lazy-requires-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Compiles the modules as jsii does, makes their requires lazy and returns the folder they are in. */
function compile(modules: { [name: string]: string }): void {
  for (const [name, text] of Object.entries(modules)) {
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
    });
    writeFileSync(path.join(folder, `${name}.js`), outputText);
  }
  makeRequiresLazy(folder);
}

/** Runs statements that see `main`, and returns the modules loaded by then, `main` left out. */
function loadedAfter(statements: string): string[] {
  const script = `
    const main = require('./main.js');
    ${statements};
    console.log(JSON.stringify(Object.keys(require.cache)));`;
  return (JSON.parse(runNode(['-e', script], folder)) as string[])
    .map((file) => path.basename(file, '.js'))
    .filter((name) => name !== 'main')
    .sort();
}

/** What an expression over `main` gives, by way of JSON. */
function evaluate(expression: string): unknown {
  return JSON.parse(
    runNode(['-e', `const main = require('./main.js'); console.log(JSON.stringify(${expression}))`], folder),
  );
}

const leaf = {
  leaf: 'export const one = 1; export class Leaf { name = "leaf"; static Inner = class { deep = true } }',
};

describe('a re-export', () => {
  test.each([
    ['of names', "export { one, Leaf } from './leaf'", 'main.one'],
    ['under another name', "export { one as uno } from './leaf'", 'main.uno'],
    ['of everything', "export * from './leaf'", 'main.one'],
    ['as a namespace', "export * as leaf from './leaf'", 'main.leaf.one'],
  ])('%s loads its module on first access', (_title, text, access) => {
    compile({ ...leaf, main: text });
    expect(loadedAfter('')).toEqual([]);
    expect(loadedAfter(access)).toEqual(['leaf']);
    expect(evaluate(access)).toBe(1);
  });

  test('of everything reaches through a second barrel', () => {
    compile({ ...leaf, barrel: "export * from './leaf'", main: "export * from './barrel'" });
    expect(loadedAfter('')).toEqual([]);
    expect(evaluate('Object.keys(main)')).toEqual(['one', 'Leaf']);
  });

  test('of everything yields to a name that the file exports itself', () => {
    compile({ ...leaf, main: "export * from './leaf'; export const one = 'own';" });
    expect(evaluate('[main.one, new main.Leaf().name]')).toEqual(['own', 'leaf']);
  });

  test('of everything passes over the default export', () => {
    compile({ other: 'export default 1; export const two = 2', main: "export * from './other'" });
    expect(evaluate('Object.keys(main)')).toEqual(['two']);
  });

  test('of a module that holds only types never loads it', () => {
    compile({ types: 'export interface Props {}', main: "export * from './types'" });
    expect(loadedAfter('Object.values(main)')).toEqual([]);
  });

  test('keeps a package loaded at once, whose names only it knows', () => {
    const text = '__exportStar(require("some-package"), exports);';
    expect(rewriteModule(text, () => ['a'])).toBe(text);
  });

  test('can be imported by name from an ES module', () => {
    compile({
      ...leaf,
      barrel: "export { Leaf } from './leaf'",
      main: "export * as ns from './leaf'; export * from './barrel'; export { one } from './leaf'",
    });
    const script = path.join(folder, 'importer.mjs');
    const main = pathToFileURL(path.join(folder, 'main.js')).href;
    writeFileSync(script, `import { ns, one, Leaf } from '${main}'; console.log(ns.one, one, new Leaf().name);`);
    expect(runNode([script], folder)).toBe('1 1 leaf\n');
  });
});

describe('an import', () => {
  test.each([
    ['a function', 'export function f() { return leaf.one }', 'main.f()'],
    ['a method', 'export class C { f() { return leaf.one } }', 'new main.C().f()'],
    ['an instance field', 'export class C { f = leaf.one }', 'new main.C().f'],
    ['a default value of a parameter', 'export function f(x = leaf.one) { return x }', 'main.f()'],
    ['a shorthand property', 'export function f() { return { leaf }.leaf.one }', 'main.f()'],
    ['a constructor call', 'export const f = () => (new leaf.Leaf()).name.length - 3', 'main.f()'],
    ['a constructor call on a member', 'export const f = () => Number(new leaf.Leaf.Inner().deep)', 'main.f()'],
    [
      'a constructor call on a computed member',
      'export const f = (k) => new leaf[k]().name.length - 3',
      'main.f("Leaf")',
    ],
    [
      'the base of a class inside a function',
      'export const f = () => new (class extends leaf.Leaf {})().name.length - 3',
      'main.f()',
    ],
  ])('used in %s is loaded when that runs', (_title, text, access) => {
    compile({ ...leaf, main: `import * as leaf from './leaf'; ${text}` });
    expect(loadedAfter('')).toEqual([]);
    expect(evaluate(access)).toBe(1);
    expect(loadedAfter(access)).toEqual(['leaf']);
  });

  test.each([
    ['a base class', 'export class C extends leaf.Leaf {}', 'new main.C().name.length - 3'],
    ['a static field', 'export class C { static f = leaf.one }', 'main.C.f'],
    ['a static block', 'export class C { static f; static { C.f = leaf.one } }', 'main.C.f'],
    ['a computed name of a method', 'export class C { [leaf.one]() { return 1 } }', 'new main.C()[1]()'],
    ['a statement', 'export const f = leaf.one', 'main.f'],
  ])('used in %s stays where it is', (_title, text, access) => {
    compile({ ...leaf, main: `import * as leaf from './leaf'; ${text}` });
    expect(loadedAfter('')).toEqual(['leaf']);
    expect(evaluate(access)).toBe(1);
  });

  test('stays where it is when another variable has its name', () => {
    compile({
      ...leaf,
      main: "import * as leaf from './leaf'; export const f = (leaf) => leaf.one; export const g = () => leaf.one",
    });
    expect(loadedAfter('')).toEqual(['leaf']);
    expect(evaluate('[main.f({ one: 2 }), main.g()]')).toEqual([2, 1]);
  });

  test('is not mistaken for a member of the same name', () => {
    compile({
      ...leaf,
      main: "import * as leaf from './leaf'; export const x = { leaf: 2 }; export const f = () => x.leaf + leaf.one",
    });
    expect(loadedAfter('')).toEqual([]);
    expect(evaluate('main.f()')).toBe(3);
  });

  test('is not mistaken for a member that is taken apart', () => {
    compile({
      ...leaf,
      main: "import * as leaf from './leaf'; export const f = () => { const { leaf: x } = { leaf: 2 }; return x + leaf.one; }",
    });
    expect(loadedAfter('')).toEqual([]);
    expect(evaluate('main.f()')).toBe(3);
  });

  test('of a Node module stays where it is', () => {
    const text = 'const path = require("node:path"); const fs = require("fs"); exports.f = () => path.join(fs.x);';
    expect(rewriteModule(text, () => [])).toBe(text);
  });
});

test('rewriting twice changes nothing more', () => {
  compile({ ...leaf, main: "import { one } from './leaf'; export * from './leaf'; export const f = () => one;" });
  expect(makeRequiresLazy(folder)).toEqual([]);
});

test('lines keep their numbers', () => {
  const text = '"use strict";\nconst a_1 = require("./a");\nexports.f = () => {\n  return a_1.b;\n};\n';
  const lines = rewriteModule(text, () => []).split('\n');
  expect(lines).toHaveLength(text.split('\n').length);
  expect(lines[3]).toBe('  return a_1().b;');
});

test('a source map of the text before is dropped', () => {
  const text = 'const a_1 = require("./a");\nexports.f = () => a_1.b;\n//# sourceMappingURL=main.js.map\n';
  expect(rewriteModule(text, () => [])).not.toContain('sourceMappingURL');
});

test('exported names are read without running the module', () => {
  writeFileSync(path.join(folder, 'm.js'), 'exports.a = exports.b = void 0; throw new Error("ran");');
  expect(exportedNames(createRequire(path.join(folder, 'x.js')).resolve('./m'))).toEqual(['a', 'b']);
});

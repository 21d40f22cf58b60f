import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { type Mutant, mutatedText, ROOT } from './mutant';

/** Folders of which modules are loaded anew for each mutant; packages stay loaded. */
const OURS = ['lib', 'test', 'truth'].map((folder) => path.join(ROOT, folder) + path.sep);

const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: true,
};

const compiled = new Map<string, string>();
let mutated: { readonly file: string; readonly text: string } | undefined;

/** Takes the place of what ts-node does, which would compile everything each time. */
export function takeOverLoading(): void {
  require.extensions['.ts'] = (module, file) => {
    (module as any)._compile(file === mutated?.file ? compile(mutated.text) : ofDisk(file), file);
  };
}

/**
 * From now on one file is as a mutant has it: what was loaded before is forgotten.
 *
 * @param mutant none for the library as it is
 */
export function becomes(mutant: Mutant | undefined): void {
  for (const name of Object.keys(require.cache).filter((one) => one !== __filename)) {
    if (OURS.some((folder) => name.startsWith(folder))) {
      delete require.cache[name];
    }
  }
  mutated = mutant && { file: path.join(ROOT, mutant.file), text: mutatedText(mutant) };
}

/** Loads a module, given its path below the root, and all that it needs. */
export function load(file: string): unknown {
  return require(path.join(ROOT, file));
}

function ofDisk(file: string): string {
  let text = compiled.get(file);
  if (text === undefined) {
    text = compile(fs.readFileSync(file, 'utf8'));
    compiled.set(file, text);
  }
  return text;
}

function compile(text: string): string {
  return ts.transpileModule(text, { compilerOptions: OPTIONS }).outputText;
}

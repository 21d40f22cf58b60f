import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { type Mutant, mutatedText, ROOT } from './mutant';

/** Folders of which modules are loaded anew for each mutant. */
const OURS = ['lib', 'truth'].map((folder) => path.join(ROOT, folder) + path.sep);

const compiled = new Map<string, string>();
let mutated: { readonly file: string; readonly text: string } | undefined;

/**
 * Loads a module of the rig together with all that it needs of the library, so that one file is as a mutant has it.
 * Other packages stay loaded.
 *
 * @param mutant none for the library as it is
 */
export function loadWith<T>(mutant: Mutant | undefined, file: string): T {
  for (const name of Object.keys(require.cache).filter((one) => one !== __filename)) {
    if (OURS.some((folder) => name.startsWith(folder))) {
      delete require.cache[name];
    }
  }
  mutated = mutant && { file: path.join(ROOT, mutant.file), text: mutatedText(mutant) };
  return require(path.join(ROOT, file)) as T;
}

/** Takes the place of what ts-node does, which would compile everything each time. */
export function takeOverLoading(): void {
  require.extensions['.ts'] = (module, file) => {
    (module as any)._compile(file === mutated?.file ? compile(file, mutated.text) : ofDisk(file), file);
  };
}

function ofDisk(file: string): string {
  let text = compiled.get(file);
  if (text === undefined) {
    text = compile(file, fs.readFileSync(file, 'utf8'));
    compiled.set(file, text);
  }
  return text;
}

function compile(fileName: string, text: string): string {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, isolatedModules: true };
  return ts.transpileModule(text, { fileName, compilerOptions }).outputText;
}

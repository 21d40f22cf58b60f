import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { CATALOGUE } from '../../../truth/mutants/catalogue';
import { type Mutant, mutatedText, ROOT } from '../../../truth/mutants/mutant';

const RULES = [
  'access',
  'access/network',
  'operator',
  'jobs',
  'discovery',
  'relabel',
  'targets',
  'chain',
  'versions',
  'bag',
  'own-config',
  'rules',
  'alertmanager',
  'dashboards',
];

/** Files that pass on what others decide. */
const NO_RULES = [
  'chain/endpoint-view.ts',
  'operator/assumed-instance.ts',
  'relabel/relabel-rule.ts',
  'relabel/relabel-support.ts',
];

function problemsOf(mutant: Mutant): string[] {
  try {
    mutatedText(mutant);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Whether a file is more than types. */
function holdsCode(file: string): boolean {
  const text = fs.readFileSync(path.join(ROOT, 'lib', 'simulator', file), 'utf8');
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.ESNext } });
  return /^(?:const|function|class|export (?:const|function|class)) /m.test(outputText);
}

describe('the catalogue of mutants', () => {
  test('holds texts that stand in their files exactly once', () => {
    expect(CATALOGUE.flatMap(problemsOf)).toEqual([]);
  });

  test('breaks each rule of a file once', () => {
    const names = CATALOGUE.map(({ file, rule }) => `${file}: ${rule}`);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    const texts = CATALOGUE.map((mutant) => `${mutant.file}: ${mutatedText(mutant)}`);
    expect(CATALOGUE.filter((_, i) => texts.indexOf(texts[i]) !== i).map(({ rule }) => rule)).toEqual([]);
  });

  test('has a mutant of every file with rules', () => {
    const broken = new Set(CATALOGUE.map(({ file }) => file));
    const files = RULES.flatMap((folder) =>
      fs
        .readdirSync(path.join(ROOT, 'lib', 'simulator', folder))
        .flatMap((file) => (file.endsWith('.ts') ? `${folder}/${file}` : [])),
    );
    const without = files.filter((file) => !broken.has(`lib/simulator/${file}`) && !NO_RULES.includes(file));
    expect(without.filter(holdsCode)).toEqual([]);
  });
});

describe('a mutant', () => {
  const mutant: Mutant = {
    rule: 'a Prometheus may be paused',
    file: 'lib/simulator/operator/find-instances.ts',
    original: 'spec.paused === true',
    replacement: 'false',
  };

  test('is the file with another text in it', () => {
    const text = fs.readFileSync(path.join(ROOT, mutant.file), 'utf8');
    expect(mutatedText(mutant)).toBe(text.replace(mutant.original, mutant.replacement));
    expect(mutatedText(mutant)).not.toBe(text);
  });

  test('is refused where its text is gone, with what to do', () => {
    expect(() => mutatedText({ ...mutant, original: 'spec.paused === "no such text"' })).toThrow(
      'lib/simulator/operator/find-instances.ts: the text that breaks the rule "a Prometheus may be paused" does not ' +
        'stand there.\nFix: in truth/mutants/catalogue, take another text of that file that decides about the rule:\n' +
        'spec.paused === "no such text"',
    );
  });

  test('is refused where its text stands there several times', () => {
    expect(() => mutatedText({ ...mutant, original: 'paused' })).toThrow(/stands there \d+ times/);
  });
});

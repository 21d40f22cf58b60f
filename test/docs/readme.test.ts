import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import * as ts from 'typescript';
import { builtPackage, repositoryRoot } from '../packaging/built-package';
import { attempt } from '../packaging/run-node';
import { examplesOf, type Shown } from './markdown-examples';

/** Decisions quote code as it was thought of, not as it is. */
const pages = ['README.md', 'docs']
  .map((name) => path.join(repositoryRoot, name))
  .filter((name) => existsSync(name))
  .flatMap((name) => (name.endsWith('.md') ? [name] : markdownFiles(name)))
  .filter((file) => !file.startsWith(path.join(repositoryRoot, 'docs', 'decisions')));

const examples = pages.flatMap((file) =>
  examplesOf(path.relative(repositoryRoot, file), readFileSync(file, 'utf8')).map((example, index) => ({
    ...example,
    // Within the package, so that its name is found as in a user's project.
    file: path.join(builtPackage(), 'pages', path.relative(repositoryRoot, file), `example-${index + 1}.ts`),
  })),
);

beforeAll(() => {
  rmSync(path.join(builtPackage(), 'pages'), { recursive: true, force: true });
  for (const { file, code } of examples) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, code);
    const { outputText } = ts.transpileModule(code, { compilerOptions });
    writeFileSync(file.replace(/\.ts$/, '.js'), outputText);
  }
});

const compilerOptions: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  // Each example is a program of its own, also where it imports nothing.
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: ['node'],
};

test('the README has an example that shows its output', () => {
  const shown = examples.filter(
    ({ title, shown }) => title.startsWith('README.md:') && shown && shown.kind !== 'error',
  );
  expect(shown).not.toEqual([]);
});

test('the examples of all pages compile', () => {
  const program = ts.createProgram(
    examples.map(({ file }) => file),
    compilerOptions,
  );
  const problems = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start ?? 0).line + 1 : 0;
    const example = examples.find((candidate) => candidate.file === file?.fileName);
    return `${example?.title ?? file?.fileName}, line ${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
  expect(problems).toEqual([]);
});

const running = examples
  .filter(({ notRun }) => notRun === undefined)
  .map((example) => [example.title, example] as const);

// A page without examples is fine; the README without one is caught above.
(running.length > 0 ? test.each(running) : () => undefined)('%s does what the page shows', (_title, example) => {
  const { shown } = example;
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk8s-prometheus-page-'));
  const { ok, stderr } = attempt(process.execPath, [example.file.replace(/\.ts$/, '.js')], folder);
  const manifests = synthesized(folder, shown?.file);
  rmSync(folder, { recursive: true, force: true });
  if (shown?.kind === 'error') {
    expect({ ok, stderr }).toEqual({ ok: false, stderr: expect.stringContaining(`Error: ${shown.text.trim()}\n`) });
  } else {
    expect({ ok, stderr: withoutWarnings(stderr) }).toEqual({ ok: true, stderr: '' });
    expect(shown ? shownOf(shown, manifests) : []).toEqual(shown ? documents(shown.text) : []);
  }
});

/** An example need not hold the Secrets that it names; the proof says so, as to everybody. */
function withoutWarnings(stderr: string): string {
  return stderr
    .split('\n\n')
    .filter((paragraph) => !/^warning {2}monitor\/secret-exists /.test(paragraph))
    .join('\n\n');
}

/** What of the program's output the page has to show: all of it or, where it shows a part, the documents it names. */
function shownOf({ kind, text }: Shown, manifests: string): string[] {
  const part = documents(text);
  return documents(manifests).filter((document) => kind === 'output' || part.includes(document));
}

function documents(text: string): string[] {
  return text.split(/^---\n/m).map((document) => document.trim());
}

/** What the program wrote to `dist/`, in one text, as `kubectl apply` would take it. */
function synthesized(folder: string, only: string | undefined): string {
  const dist = path.join(folder, 'dist');
  return (existsSync(dist) ? readdirSync(dist, { recursive: true, encoding: 'utf8' }) : [])
    .filter((file) => (only ? path.join('dist', file) === path.normalize(only) : /\.ya?ml$/.test(file)))
    .sort()
    .map((file) => withoutHead(file, readFileSync(path.join(dist, file), 'utf8')))
    .join('---\n');
}

/** The head of a values file says how to install it; pages tell that once. */
function withoutHead(file: string, text: string): string {
  return file.endsWith('.values') ? text.replace(/^(?:#.*\n)+/, '') : text;
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file))
    .sort();
}

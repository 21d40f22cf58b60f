import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { connectedEngine } from '../../lib/engine/connected-engine';
import { runCli } from '../cli/run-cli';
import { temporaryFolder } from '../cli/temporary-folder';
import { repositoryRoot } from '../packaging/built-package';

const folder = path.join(repositoryRoot, 'examples', 'report');
const LABEL = '    release: prometheus-stack\n';

/** What `main.ts` writes. */
function story(): { [file: string]: string } {
  const outdir = temporaryFolder();
  process.env.CDK8S_OUTDIR = outdir;
  try {
    jest.isolateModules(() => require(path.join(repositoryRoot, 'main.ts')));
  } finally {
    delete process.env.CDK8S_OUTDIR;
  }
  const names = ['prometheus-stack.values', 'sample-app.k8s.yaml'];
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(outdir, name), 'utf8')]));
}

/** Runs a command in a folder with these files in `dist/`. */
async function written(files: { [file: string]: string }, command: string): Promise<string> {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, 'dist'));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(path.join(cwd, 'dist', name), text);
  }
  const { code, stdout, stderr } = await runCli([command, 'dist'], { cwd, engine: connectedEngine });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

function expectFile(name: string, text: string): void {
  const file = path.join(folder, name);
  if (process.env.UPDATE_EXPECTED) {
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}

const whole = story();
const app = 'sample-app.k8s.yaml';
const broken = { ...whole, [app]: whole[app].replace(LABEL, '') };

test('the broken variant lacks the label, and nothing else', () => {
  expect(whole[app].length - broken[app].length).toBe(LABEL.length);
});

describe.each([
  ['story', whole, '1 of 1 targets will be scraped'],
  ['broken', broken, '0 of 1 targets will be scraped'],
])('examples/report/%s', (name, files, headline) => {
  test('the report is what the command writes, and says what comes of it', async () => {
    const text = await written(files, 'report');
    expect(text).toContain(`</span> ${headline}</h1>`);
    expectFile(`${name}.html`, text);
  });

  test('the README shows the diagram that the command writes', async () => {
    const readme = path.join(folder, 'README.md');
    const text = readFileSync(readme, 'utf8');
    const block = new RegExp(`(<!-- graph of ${name} -->\n\`\`\`mermaid\n)([^\`]*)(\`\`\`\n)`);
    const diagram = await written(files, 'graph');
    expect(text).toMatch(block);
    const expected = text.replace(block, (_, before, __, after) => `${before}${diagram}${after}`);
    if (process.env.UPDATE_EXPECTED) {
      writeFileSync(readme, expected);
    }
    expect(expected).toBe(readFileSync(readme, 'utf8'));
  });
});

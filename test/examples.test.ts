import * as fs from 'node:fs';
import * as path from 'node:path';
import { synthesize } from './synthesize';

const root = path.join(__dirname, '..');
const examples = path.join(root, 'examples');
/** What an example ends with: manifests, or an error. */
const ENDS = ['expected.yaml', 'expected-error.txt'];

const stories = [
  { title: 'main.ts', main: path.join(root, 'main.ts'), expected: path.join(__dirname, 'main.expected.yaml') },
  ...examplesWith('expected.yaml'),
];

function examplesWith(file: string): { title: string; main: string; expected: string }[] {
  return fs
    .readdirSync(examples)
    .filter((name) => fs.existsSync(path.join(examples, name, file)))
    .map((name) => ({
      title: `examples/${name}`,
      main: path.join(examples, name, 'main.ts'),
      expected: path.join(examples, name, file),
    }));
}

describe.each(stories)('$title', ({ main, expected }) => {
  test('writes exactly the manifests of its expected.yaml', () => {
    const manifests = Object.entries(synthesize(main)).filter(([file]) => file.endsWith('.yaml'));
    const text = manifests.map(([, content]) => content).join('---\n');
    if (process.env.UPDATE_EXPECTED) {
      fs.writeFileSync(expected, text);
    }
    expect(text).toBe(fs.readFileSync(expected, 'utf8'));
  });
});

describe.each(examplesWith('expected-error.txt'))('$title', ({ main, expected }) => {
  test('ends with exactly the error of its expected-error.txt', () => {
    let message = '';
    try {
      synthesize(main);
    } catch (error) {
      message = `${(error as Error).message}\n`;
    }
    if (process.env.UPDATE_EXPECTED) {
      fs.writeFileSync(expected, message);
    }
    expect(message).toBe(fs.readFileSync(expected, 'utf8'));
  });
});

test('every example has a README, a cdk8s.yaml and what it ends with', () => {
  // The reports are those of main.ts; see test/picture/examples.test.ts.
  for (const name of fs.readdirSync(examples).filter((one) => one !== 'report')) {
    const files = fs.readdirSync(path.join(examples, name));
    expect(files).toEqual(expect.arrayContaining(['README.md', 'cdk8s.yaml', 'main.ts']));
    expect(files.filter((file) => ENDS.includes(file))).toHaveLength(1);
  }
});

test('main.ts writes the values of the stack beside the manifests', () => {
  const files = synthesize(path.join(root, 'main.ts'));
  expect(Object.keys(files)).toEqual(['prometheus-stack.values', 'sample-app.k8s.yaml']);
  expect(files['prometheus-stack.values']).toMatchSnapshot();
});

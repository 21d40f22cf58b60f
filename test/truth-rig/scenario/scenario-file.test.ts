import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Recording, Scenario } from '../../../truth/scenario/scenario';
import {
  parseScenario,
  readScenario,
  scenarioNames,
  writeRecording,
  writeScenario,
} from '../../../truth/scenario/scenario-file';

const RECORDING: Recording = {
  versions: { kubernetes: '1.36.3', operator: '0.93.0', prometheus: ['2.53.3', '3.15.0'] },
  truth: {
    refused: { 'ServiceMonitor shop/bad': 'line 1\n---\n# Recorded by: nobody\nversions:\n' },
    instances: {
      'Prometheus monitoring/k8s': {
        outcome: 'loaded',
        message: '',
        rejected: {},
        jobs: {
          'serviceMonitor/shop/web/0': {
            active: [
              {
                url: 'http://web.deployment.shop:8080/metrics',
                labels: { on: 'yes', port: '8080', version: '1.10', empty: '', nothing: 'null', time: '12:30:45' },
                interval: '30s',
                timeout: '10s',
                shards: 'one',
              },
            ],
            dropped: ['shop web.deployment.shop:8081 service=web port='],
          },
        },
      },
    },
  },
};

const OTHER: Recording = {
  versions: { ...RECORDING.versions, operator: '0.94.0' },
  truth: { refused: {}, instances: {} },
};

const SCENARIO: Scenario = {
  name: 'a/b',
  title: 'Text: with "quotes", # a hash and more',
  objects: [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'jobs', namespace: 'monitoring', labels: { version: '1.10', on: 'yes' } },
      stringData: { 'jobs.yaml': '- job_name: a\n---\n- job_name: b\n\n\n', pem: '---\nversions:\n' },
    },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' }, spec: null, list: [1, '1', true, 'true', {}] },
  ],
  recording: RECORDING,
};

const AUTHORED = `# A comment above.
scenario: Byte for byte   # behind

---
# About the object
apiVersion: v1
kind: Secret
metadata: {name: jobs,   namespace: monitoring}
stringData:
    jobs.yaml: |+
      - job_name: a

      # the end

`;

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'scenario-'));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

function put(name: string, text: string): void {
  const file = path.join(folder, `${name}.yaml`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

function textOf(name: string): string {
  return fs.readFileSync(path.join(folder, `${name}.yaml`), 'utf8');
}

test('a scenario that is written is read as it was', () => {
  writeScenario(SCENARIO, folder);
  expect(readScenario('a/b', folder)).toEqual(SCENARIO);
});

test('a scenario without objects and recording is read as it was', () => {
  const scenario: Scenario = { name: 'empty', title: 'Nothing', objects: [], recording: undefined };
  writeScenario(scenario, folder);
  expect(readScenario('empty', folder)).toEqual(scenario);
});

test.each([
  ['ends with a line', AUTHORED],
  ['ends with blank lines', `${AUTHORED}\n\n`],
  ['ends with a comment', `${AUTHORED}# the end\n`],
  ['ends with an empty document', `${AUTHORED}---\n`],
])('a recording leaves a text that %s byte for byte', (_what, text) => {
  put('a/b', text);
  const { objects } = readScenario('a/b', folder);
  writeRecording('a/b', RECORDING, folder);
  expect(textOf('a/b').startsWith(`${text}---\n# Recorded by: npm run truth -- record a/b\n`)).toBe(true);
  expect(readScenario('a/b', folder)).toMatchObject({ title: 'Byte for byte', objects, recording: RECORDING });
});

test('a recording ends the last line of a text that does not', () => {
  put('a', 'scenario: Title');
  writeRecording('a', RECORDING, folder);
  expect(textOf('a')).toMatch(/^scenario: Title\n---\n# Recorded by/);
});

test('a recording takes the place of an older one', () => {
  put('a', AUTHORED);
  writeRecording('a', RECORDING, folder);
  const first = textOf('a');
  writeRecording('a', OTHER, folder);
  expect(textOf('a').startsWith(`${AUTHORED}---\n`)).toBe(true);
  expect(readScenario('a', folder).recording).toEqual(OTHER);
  writeRecording('a', RECORDING, folder);
  expect(textOf('a')).toBe(first);
});

test('a recording takes the place of one whose comment somebody took away', () => {
  put('a', AUTHORED);
  writeRecording('a', RECORDING, folder);
  put('a', textOf('a').replace(/^# Recorded by.*\n/m, ''));
  writeRecording('a', OTHER, folder);
  expect(readScenario('a', folder)).toMatchObject({ objects: [{ kind: 'Secret' }], recording: OTHER });
});

test('all scenarios below a folder are found, by path', () => {
  put('b', '');
  put('a/c/d', '');
  put('a/b', '');
  fs.writeFileSync(path.join(folder, 'a', 'README.md'), '');
  expect(scenarioNames(folder)).toEqual(['a/b', 'a/c/d', 'b']);
});

test('a document without anything is no object', () => {
  expect(parseScenario('a', 'scenario: T\n---\n---\n# nothing\n---\nkind: A\n---\n').objects).toEqual([{ kind: 'A' }]);
});

test.each([
  [
    'has no title',
    'apiVersion: v1\nkind: Service\n',
    /test\/truth\/a\.yaml has no title\. Fix: begin it with a document/,
  ],
  ['is empty', '', /has no title/],
  ['has a key twice', 'scenario: T\n---\na: 1\na: 2\n', /test\/truth\/a\.yaml cannot be read: .*unique/],
  ['is no YAML', 'scenario: [', /cannot be read/],
])('a file that %s is refused', (_what, text, message) => {
  expect(() => parseScenario('a', text)).toThrow(message);
});

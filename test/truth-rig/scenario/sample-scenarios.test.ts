import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import {
  type PageSample,
  pageSamples,
  sampleNames,
  sampleScenarios,
  samplesOf,
  unstageable,
  unstageableSamples,
  writeSamples,
} from '../../../truth/scenario/sample-scenarios';
import type { Recording } from '../../../truth/scenario/scenario';
import { readScenario, writeRecording } from '../../../truth/scenario/scenario-file';

const UPDATE = 'npm run truth -- samples';

describe('the samples of the pages of checks', () => {
  const scenarios = sampleScenarios();
  const names = new Set(sampleNames());

  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    '%s is a scenario with the objects of the page',
    (name, { title, objects }) => {
      const there = names.has(name) ? readScenario(name) : undefined;
      const isSame = JSON.stringify([there?.title, there?.objects]) === JSON.stringify([title, objects]);
      expect(isSame ? '' : `test/truth/${name}.yaml is not what the page shows. Fix: ${UPDATE}`).toBe('');
    },
  );

  test('are all the scenarios in their folder', () => {
    const known = scenarios.map(({ name }) => name);
    expect(
      [...names].filter((name) => !known.includes(name)).map((name) => `No page shows ${name}. Fix: ${UPDATE}`),
    ).toEqual([]);
  });

  test('are scenarios, or there is a reason why not', () => {
    const accounted = [
      ...scenarios.map(({ name }) => name),
      ...unstageableSamples().map(({ name }) => `samples/${name}`),
    ];
    expect(accounted.sort()).toEqual(
      pageSamples()
        .map(({ name }) => `samples/${name}`)
        .sort(),
    );
    expect(unstageableSamples().filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});

const PAGE = `# monitor/example

**error**: what it finds

## Bad

<!-- options: complete -->
\`\`\`yaml
apiVersion: v1
kind: Service
metadata:
  name: a
---
apiVersion: v1
kind: Service
metadata:
  name: b
\`\`\`

\`\`\`yaml
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Service
    metadata:
      name: c
\`\`\`

## Good

\`\`\`yaml
apiVersion: v1
kind: Service
metadata:
  name: d
\`\`\`
`
  .replace('&same', '')
  .replace('labels: *same', 'labels: {}');

test('a page gives one sample for each block, with its objects', () => {
  const samples = samplesOf('monitor/example', PAGE);
  expect(samples.map(({ name, objects }) => [name, objects.map(({ metadata }) => metadata.name)])).toEqual([
    ['monitor/example/bad-1', ['a', 'b']],
    ['monitor/example/bad-2', ['c']],
    ['monitor/example/good-1', ['d']],
  ]);
  expect(samples[0]).toMatchObject({
    title: 'Bad sample of monitor/example (what it finds)',
    options: { evaluation: { absence: 'complete' } },
  });
});

describe('a sample cannot be staged', () => {
  const sample = (object: object, evaluation: PageSample['options']['evaluation'] = {}): PageSample => ({
    name: 'monitor/example/bad-1',
    title: 'Example',
    objects: [{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, ...object }],
    options: { evaluation, also: [] },
  });
  const prometheus = { apiVersion: 'monitoring.coreos.com/v1', kind: 'Prometheus' };

  test.each([
    ['about another Operator', sample({}, { operatorVersion: '0.85.0' }), /older Operator/],
    ['about another Kubernetes', sample({}, { kubernetesVersion: '1.32.0' }), /older Operator or Kubernetes/],
    ['about a release', sample({}, { stacks: [] }), /Helm/],
    [
      'with a kind of others',
      sample({ apiVersion: 'serving.knative.dev/v1' }),
      /serving\.knative\.dev knows no Service/,
    ],
    ['about an image', sample({ ...prometheus, spec: { image: 'prometheus:v2.44.0' } }), /image/],
  ])('when it is %s', (_what, one, reason) => {
    expect(unstageable(one)).toMatch(reason);
  });

  test.each([
    ['has no options', sample({})],
    ['is complete', sample({}, { absence: 'complete' })],
    ['has a StorageClass', sample({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' })],
    [
      'has an image of its version',
      sample({ ...prometheus, spec: { image: 'a:1/prometheus:v2.44.0', version: 'v2.44.0' } }),
    ],
    ['has an image without a version', sample({ ...prometheus, spec: { image: 'a:1/prometheus' } })],
    ['has a kind that the API server refuses', sample({ apiVersion: 'monitoring.coreos.com/v9', kind: 'Prometheus' })],
  ])('unless it %s', (_what, one) => {
    expect(unstageable(one)).toBeUndefined();
  });
});

describe('the files of samples', () => {
  const recording: Recording = {
    versions: { kubernetes: '1.36.3', operator: '0.93.0', prometheus: [] },
    truth: { refused: {}, instances: {} },
  };
  const scenarios = sampleScenarios(samplesOf('monitor/example', PAGE));
  const [first, second, third] = scenarios;
  let folder: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'samples-'));
  });

  afterEach(() => {
    fs.rmSync(folder, { recursive: true });
  });

  test('keep what was observed as long as the objects are the same, whatever the title', () => {
    expect(writeSamples(scenarios, folder)).toEqual(scenarios.map(({ name }) => name));
    for (const { name } of scenarios) {
      writeRecording(name, recording, folder);
    }
    const changed = { ...second, objects: first.objects };
    expect(writeSamples([{ ...first, title: 'Other' }, changed, third], folder)).toEqual([second.name]);
    expect(readScenario(first.name, folder)).toEqual({ ...first, title: 'Other', recording });
    expect(readScenario(second.name, folder)).toEqual({ ...changed, recording: undefined });
  });

  test('are the same when they are written again', () => {
    writeSamples(scenarios, folder);
    writeRecording(first.name, recording, folder);
    const text = (): string[] =>
      sampleNames(folder).map((name) => fs.readFileSync(path.join(folder, `${name}.yaml`), 'utf8'));
    const before = text();
    writeSamples(scenarios, folder);
    expect(text()).toEqual(before);
  });

  test('go with their samples, and no others do', () => {
    writeSamples(scenarios, folder);
    fs.writeFileSync(path.join(folder, 'other.yaml'), 'scenario: Another\n');
    writeSamples([first], folder);
    expect(sampleNames(folder)).toEqual([first.name]);
    expect(fs.existsSync(path.join(folder, 'other.yaml'))).toBe(true);
  });
});

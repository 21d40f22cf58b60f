import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import * as fc from 'fast-check';
import { checkJson } from '../../lib/report/check-json';
import { explainJson } from '../../lib/report/explain-json';
import { routeJson } from '../../lib/report/route-json';
import { stackJson } from '../../lib/report/stack-json';
import { targetsJson } from '../../lib/report/targets-json';
import { repositoryRoot } from '../packaging/built-package';
import { answers, checkReport, explanation, routeReport, stackReport, target, targetList, written } from './samples';

const folder = path.join(repositoryRoot, 'schemas');
const schemas = Object.fromEntries(
  readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(path.join(folder, file), 'utf8'))]),
);
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });

/** What the schema has against a document. */
function objections(file: string, document: unknown): unknown {
  const validate = ajv.getSchema(schemas[file].$id) ?? ajv.compile(schemas[file]);
  validate(document);
  return validate.errors ?? [];
}

const outputs: [string, string, string][] = [
  ['check.v1.schema.json', 'findings', written(checkJson(checkReport()))],
  ['check.v1.schema.json', 'answers', written(checkJson({ ...checkReport(), answers }))],
  ['check.v1.schema.json', 'nothing', written(checkJson(checkReport([])))],
  ['targets.v1.schema.json', 'targets', written(targetsJson(targetList()))],
  ['targets.v1.schema.json', 'nothing', written(targetsJson({ version: 1, targets: [], unknown: [] }))],
  ['explain.v1.schema.json', 'an explanation', written(explainJson(explanation()))],
  ['route.v1.schema.json', 'a route', written(routeJson(routeReport()))],
  ['route.v1.schema.json', 'nothing', written(routeJson({ version: 1, labels: {}, alertmanagers: [] }))],
  ['stack.v1.schema.json', 'a release', written(stackJson(stackReport()))],
  ['explain.v1.schema.json', 'nothing', written(explainJson(explanation({ chains: [], targets: [], findings: [] })))],
];

test.each(outputs)('%s describes %s', (file, _title, text) => {
  expect(objections(file, JSON.parse(text))).toEqual([]);
});

test.each(outputs)('%s refuses %s with a key more, or one less', (file, _title, text) => {
  const document = JSON.parse(text);
  expect(objections(file, { ...document, more: 1 })).not.toEqual([]);
  for (const key of schemas[file].required) {
    expect(objections(file, { ...document, [key]: undefined })).not.toEqual([]);
  }
});

test('samples use every key of the schemas', () => {
  const used = new Set(outputs.flatMap(([, , text]) => keysIn(JSON.parse(text))));
  const described = Object.values(schemas).flatMap((schema) => [schema, ...Object.values(schema.$defs)]);
  const keys = described.flatMap((part: any) => Object.keys(part.properties ?? {}));
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.filter((key) => !used.has(key))).toEqual([]);
});

test('a part has the same schema wherever it stands', () => {
  const parts = Object.values(schemas).flatMap((schema) => Object.entries(schema.$defs));
  for (const [name, part] of parts) {
    expect(parts.filter(([other]) => other === name).map(([, other]) => other)).toEqual(
      parts.filter(([other]) => other === name).map(() => part),
    );
  }
});

test('everything in a schema is described', () => {
  const bare = Object.values(schemas)
    .flatMap((schema) => [schema, ...Object.values(schema.$defs)])
    .flatMap((part: any) => [part, ...Object.values(part.properties ?? {})])
    .filter((part: any) => !part.description && !part.$ref);
  expect(bare).toEqual([]);
});

test('keys stand in the order of the contract', () => {
  const [, line] = written(targetsJson(targetList())).split('[\n');
  expect(keysIn(JSON.parse(line.split('\n')[0].replace(/,$/, '')))).toEqual([
    ...['prometheus', 'job', 'monitor', 'kind', 'namespace', 'name', 'endpoint', 'namespace', 'service'],
    ...['workload', 'kind', 'namespace', 'name', 'assumed', 'container', 'port', 'scheme', 'path'],
    ...['labels', 'job', 'namespace', 'params', 'interval', 'timeout', 'shards'],
  ]);
  const [first] = JSON.parse(outputs[0][2]).findings;
  expect(Object.keys(first)).toEqual([
    'check',
    'level',
    'object',
    'field',
    'message',
    'why',
    'fix',
    'source',
    'related',
  ]);
});

test('check and explain are indented as JSON.stringify does it, and end with a line break', () => {
  for (const [file, , text] of outputs.filter(([name]) => !name.startsWith('targets'))) {
    expect([file, text]).toEqual([file, `${JSON.stringify(JSON.parse(text), null, 2)}\n`]);
  }
});

test('each target stands on a line of its own', () => {
  const text = written(targetsJson(targetList()));
  expect(text.split('\n').filter((line) => line.startsWith('{"prometheus"'))).toHaveLength(2);
  expect(text.endsWith(']}\n')).toBe(true);
});

test('any labels survive, and their order does not show', () => {
  const map = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', '1', 'a"b')), fc.string(), {
    noNullPrototype: false,
  });
  fc.assert(
    fc.property(map, (labels) => {
      const write = (some: { [name: string]: string }) =>
        written(targetsJson({ version: 1, targets: [target({ labels: some })], unknown: [] }));
      const text = write(labels);
      expect(JSON.parse(text).targets[0].labels).toEqual(JSON.parse(JSON.stringify(labels)));
      expect(write(Object.fromEntries(Object.entries(labels).reverse()))).toBe(text);
    }),
  );
});

test('keys that are not of the contract stay out', () => {
  const more = { ...target(), secret: 1, monitor: { ...target().monitor, more: 1 } };
  expect(
    objections(
      'targets.v1.schema.json',
      JSON.parse(written(targetsJson({ version: 1, targets: [more], unknown: [] }))),
    ),
  ).toEqual([]);
});

/** All keys of objects in a document, in order. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(keysIn);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)])
    : [];
}

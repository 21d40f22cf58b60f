import * as fs from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { checkSchema } from '../../lib/schema/check-schema';
import { constraintsOfCrd, schemaOfVersion } from '../codegen/schema-paths';
import { describeWithData } from '../shared-data';
import { crdValidator } from './crd-validator';

const VALUES = fc.oneof(
  fc.constantFrom<any>(
    null,
    true,
    false,
    0,
    1,
    -1,
    1.5,
    60,
    70000,
    3e9,
    '',
    '0',
    '8080',
    '30s',
    '1.5m',
    '512MB',
    '2Gi',
  ),
  fc.constantFrom<any>('http', 'HTTPS', 'replace', 'Endpoints', 'http://a.example', 'web', 'monday', '2026', [], {}),
  fc.constantFrom<any>(['a'], ['a', 'a'], [1], [null], [{}], [{ name: 'a' }, { name: 'a' }], { a: 'b' }, { a: 1 }),
);

/** A value for a field: any, or one that fits. */
const FITTING = Symbol('a value that fits');

/** Sets what a path of the schema leads to, with everything on the way; lists get items as they are needed. */
function setAt(schema: any, root: any, steps: readonly string[], value: unknown, index: number): void {
  let node = schema;
  let at: any = { root };
  let key: any = 'root';
  for (const step of steps) {
    const isItem = step === '[]';
    if (typeof at[key] !== 'object' || at[key] === null || Array.isArray(at[key]) !== isItem) {
      at[key] = leastOf(node);
    }
    at = at[key];
    key = isItem ? index % (at.length + 1) : step === '{}' ? 'key' : step;
    node = isItem ? node.items : step === '{}' ? node.additionalProperties : (node.properties?.[step] ?? {});
  }
  at[key] = value === FITTING ? leastOf(node) : value;
}

/** The least that a schema takes. */
function leastOf(node: any): any {
  if (node.default !== undefined) {
    return node.default;
  }
  switch (node.type) {
    case 'object':
      return Object.fromEntries((node.required ?? []).map((name: string) => [name, leastOf(node.properties[name])]));
    case 'array':
      return Array.from({ length: node.minItems ?? 0 }, () => leastOf(node.items));
    case 'integer':
    case 'number':
      return node.minimum ?? 0;
    case 'boolean':
      return true;
    default:
      return node.enum?.[0] ?? textFor(node);
  }
}

const texts = new Map<string, string>();

function textFor({ pattern = '' }: any): string {
  let text = texts.get(pattern);
  if (text === undefined) {
    const validate = crdValidator({ type: 'string', pattern });
    text = TEXTS.find((candidate) => validate(candidate)) ?? 'a';
    texts.set(pattern, text);
  }
  return text;
}

const TEXTS = ['a', 'http://a', '30s', '1Gi', '1GB', '09:30', 'monday', 'may', '2026', 'a.json', 'unix://a'];

describeWithData('crds-v0.93', 'verdicts, compared with Ajv on the CRDs', (directory) => {
  const versions = fs.readdirSync(directory).flatMap((file) => {
    const crd = parse(fs.readFileSync(path.join(directory, file), 'utf8'));
    return crd.spec.versions.map((version: any) => ({
      apiVersion: `${crd.spec.group}/${version.name}`,
      kind: crd.spec.names.kind as string,
      schema: schemaOfVersion(version),
    }));
  });

  test.each(versions)('$kind: the same objects are refused', ({ apiVersion, kind, schema }) => {
    const validate = crdValidator(schema.properties.spec);
    const paths = [...constraintsOfCrd(schema.properties.spec).keys()].filter((field) => field !== '');
    const steps = paths.map((field) => field.replace(/(\[\]|\{\})/g, '.$1').split('.'));
    // paths near the top are what people write
    const near = steps.filter(({ length }) => length <= 4);
    const edit = fc.record({
      at: fc.oneof(fc.constantFrom(...near), fc.constantFrom(...steps)),
      value: fc.oneof({ arbitrary: VALUES, weight: 1 }, { arbitrary: fc.constant(FITTING), weight: 2 }),
      index: fc.nat(2),
      extra: fc.constantFrom<string>(...Array<string>(15).fill(''), 'surplus'),
    });
    const verdicts = { valid: 0, refused: 0 };
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const spec: any = leastOf(schema.properties.spec);
        for (const { at, value, index, extra } of edits) {
          // an unknown field is refused with any value, null as well, which Ajv is not shown
          const copied = extra !== '' ? true : value === FITTING ? value : structuredClone(value);
          setAt(schema.properties.spec, spec, extra === '' ? at : [...at.slice(0, -1), extra], copied, index);
        }
        const object: any = { apiVersion, kind, metadata: { name: 'a' }, spec };
        const problems = checkSchema({ object, source: {} }).filter(
          ({ code, certainty }) => code !== 'rule' && certainty !== 'server-side',
        );
        const isValid = validate(spec);
        verdicts[isValid ? 'valid' : 'refused'] += 1;
        expect({ isValid: problems.length === 0, problems: isValid ? problems : [] }).toEqual({
          isValid,
          problems: [],
        });
      }),
      { numRuns: 2000, seed: 4711 },
    );
    // a comparison of nothing but refusals would prove little
    expect(verdicts.valid).toBeGreaterThan(100);
    expect(verdicts.refused).toBeGreaterThan(100);
  });
});

describeWithData('kube-prometheus-manifests', 'manifests of kube-prometheus', (directory) => {
  const documents = fs
    .readdirSync(directory)
    .flatMap((file) => parseAllDocuments(fs.readFileSync(path.join(directory, file), 'utf8')).map((doc) => doc.toJS()));
  const ours = documents.filter((object) => object?.apiVersion?.startsWith('monitoring.coreos.com/'));

  test('have no problems', () => {
    expect(ours.length).toBeGreaterThan(20);
    expect(ours.flatMap((object) => checkSchema({ object, source: {} }))).toEqual([]);
  });

  test('are no objects of ours elsewhere', () => {
    const others = documents.filter((object) => !ours.includes(object));
    expect(others.flatMap((object) => checkSchema({ object, source: {} }))).toEqual([]);
  });
});

import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { generateBindings, readSchema } from '../../codegen/bindings';
import { readValidators } from '../../codegen/read-validators';
import { buildSchemaTable } from '../../codegen/schema-table';
import { describeWithData } from '../shared-data';
import { constraintsOfCrd, pathsOfTable, schemaOfVersion } from './schema-paths';

const nodeModules = path.join(__dirname, '../../node_modules');
const table = buildSchemaTable(nodeModules, readSchema(nodeModules));

test('the generated file holds the table as JSON, and is the same each time', () => {
  const [first, second] = [generateBindings(nodeModules), generateBindings(nodeModules)].map((files) =>
    files.get('schema-table.ts'),
  );
  expect(second).toBe(first);
  const literal = /^ {2}'(.*)';$/m.exec(first as string)?.[1] ?? '';
  expect(JSON.parse(literal.replace(/\\(.)/g, '$1'))).toEqual(table);
});

test('every reference of the table leads to a definition, and every definition is referred to', () => {
  const used = new Set<string>();
  JSON.stringify([table.kinds, table.metadata, table.definitions], (key, value) => {
    if (key === 'ref' && typeof value === 'string') {
      used.add(value);
    }
    return value;
  });
  expect([...used].sort()).toEqual(Object.keys(table.definitions).sort());
});

test('no definition holds itself, so that no object can lead a check in circles', () => {
  const open = new Set<string>();
  const done = new Set<string>();
  const visit = (node: any): void => {
    if (node.ref !== undefined && !done.has(node.ref)) {
      expect(open).not.toContain(node.ref);
      open.add(node.ref);
      visit(table.definitions[node.ref]);
      open.delete(node.ref);
      done.add(node.ref);
    }
    for (const part of [...Object.values(node.fields ?? {}), node.items, node.values]) {
      if (part) {
        visit(part);
      }
    }
  };
  Object.values(table.kinds).forEach(visit);
  expect(done.size).toBeGreaterThan(200);
});

test('a validator with an unknown keyword stops the generator', () => {
  const folder = fs.mkdtempSync(path.join(require('node:os').tmpdir(), 'validators-'));
  try {
    fs.writeFileSync(
      path.join(folder, 'Odd.js'),
      'export const validate=validate0;function validate0(data,{instancePath=""}={}){let err0={instancePath,keyword:"multipleOf",params:{multipleOf:2}};}',
    );
    expect(() => readValidators(folder, ['Odd'])).toThrow('Odd.js: no rule for keyword multipleOf');
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

describeWithData('crds-v0.93', 'schema table and the CRDs of the Operator v0.93', (directory) => {
  const versions = fs.readdirSync(directory).flatMap((file) => {
    const crd = parse(fs.readFileSync(path.join(directory, file), 'utf8'));
    return crd.spec.versions.map((version: any) => ({
      gvk: `${crd.spec.group}/${version.name} ${crd.spec.names.kind}`,
      schema: schemaOfVersion(version),
    }));
  });

  test.each(versions)('$gvk: every path of the spec says the same, in both directions', ({ gvk, schema }) => {
    const ours = pathsOfTable(table, table.kinds[gvk]);
    const theirs = constraintsOfCrd(schema.properties.spec);
    const differences = [...new Set([...ours.keys(), ...theirs.keys()])]
      .filter((field) => ours.get(field) !== theirs.get(field))
      .map((field) => `${field}: ${ours.get(field)} / CRD: ${theirs.get(field)}`);
    expect(theirs.size).toBeGreaterThan(20);
    expect(differences).toEqual([]);
  });

  test.each(versions)('$gvk: an object needs a spec, and has these fields at its top', ({ schema }) => {
    expect(schema.required).toEqual(['spec']);
    expect(Object.keys(schema.properties).sort()).toEqual(
      expect.arrayContaining(['apiVersion', 'kind', 'metadata', 'spec']),
    );
  });

  test('the data hold no keyword that the comparison does not look at', () => {
    const known = new Set(
      `additionalProperties anyOf default description enum format items maximum minItems minLength minimum pattern properties required
       type x-kubernetes-int-or-string x-kubernetes-list-map-keys x-kubernetes-list-type x-kubernetes-map-type
       x-kubernetes-preserve-unknown-fields x-kubernetes-validations`.split(/\s+/),
    );
    const unknown = new Set<string>();
    const visit = (node: any): void => {
      for (const key of Object.keys(node)) {
        if (!known.has(key)) {
          unknown.add(key);
        }
      }
      for (const part of [...Object.values(node.properties ?? {}), node.items, node.additionalProperties]) {
        if (part && typeof part === 'object') {
          visit(part);
        }
      }
    };
    for (const { schema } of versions) {
      visit(schema);
    }
    expect([...unknown]).toEqual([]);
  });
});

import { emitKind } from './emit-kind';
import { TypeEmitter } from './emit-types';
import { fileOfKind, folderOf, type Layout, layOut } from './layout';
import type { ModuleName } from './models';
import { modelsVersion, readModels } from './read-models';
import { buildSchema, type Schema } from './schema';
import { buildSchemaTable } from './schema-table';

const MODULES: ReadonlyArray<readonly [name: ModuleName, doc: string]> = [
  ['v1', 'The objects of `monitoring.coreos.com/v1`, to fill by hand.'],
  ['v1alpha1', 'The objects of `monitoring.coreos.com/v1alpha1`, to fill by hand.'],
  ['v1beta1', 'The objects of `monitoring.coreos.com/v1beta1`, to fill by hand.'],
  ['k8s', 'Core structs of Kubernetes that the objects of `monitoring.coreos.com` refer to.'],
];

/** The schema of all kinds, from the models that are installed. */
export function readSchema(nodeModules: string): Schema {
  return buildSchema(readModels(nodeModules));
}

/** All generated files: path below `imports/` and text. The same models give the same bytes. */
export function generateBindings(nodeModules: string): Map<string, string> {
  const schema = readSchema(nodeModules);
  const layout = layOut(schema);
  const header = [
    `// Generated from @kubernetes-models/prometheus-operator ${modelsVersion(nodeModules)} by codegen/generate.ts.`,
    '// Do not edit: `npm run generate` writes it anew.',
    '',
  ].join('\n');
  const files = new Map<string, string>();
  for (const kind of schema.kinds) {
    files.set(fileOfKind(kind), emitKind(schema, layout, kind));
  }
  for (const [module, doc] of MODULES) {
    for (const part of ['enums', 'shared']) {
      const file = `${folderOf(module)}/${part}`;
      const ids = [...layout].filter(([, home]) => home === file).map(([id]) => id);
      if (ids.length > 0) {
        files.set(file, emitTypes(schema, layout, module, file, ids));
      }
    }
    files.set(`${folderOf(module)}/index`, emitIndex(folderOf(module), doc, [...files.keys()]));
  }
  files.set('schema-table', emitSchemaTable(nodeModules, schema));
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([file, code]) => [`${file}.ts`, `${header}\n${code}`]));
}

function emitTypes(schema: Schema, layout: Layout, module: ModuleName, file: string, ids: readonly string[]): string {
  const types = new TypeEmitter(schema, layout, module, file);
  for (const id of ids) {
    types.add(id);
  }
  const code = types.render();
  const imports = types.imports();
  return imports.length === 0 ? code : `${imports.join('\n')}\n\n${code}`;
}

/** One long string: parsing JSON is faster than an object literal, and the compiler infers no type for it. */
function emitSchemaTable(nodeModules: string, schema: Schema): string {
  const json = JSON.stringify(buildSchemaTable(nodeModules, schema)).replace(/[\\']/g, '\\$&');
  return `/** The constraints of all kinds, as JSON; \`lib/schema/schema-table.ts\` says how to read it. */\nexport const SCHEMA_TABLE: string =\n  '${json}';\n`;
}

function emitIndex(folder: string, doc: string, files: readonly string[]): string {
  const parts = files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1));
  return `/** ${doc} */\n${parts
    .sort()
    .map((part) => `export * from './${part}';`)
    .join('\n')}\n`;
}

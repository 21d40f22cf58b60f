import { type Code, TypeGenerator } from 'json2jsii';
import { escapeDoc, tidyDocs } from './emit-docs';
import { folderOf, type Layout } from './layout';
import type { ModuleName } from './models';
import { enumMemberName, propName } from './names';
import { ownFieldsOf, propsOf } from './props';
import {
  type EnumSchema,
  type FieldSchema,
  idOfRef,
  isStruct,
  moduleOfId,
  nameOfId,
  refOf,
  type Schema,
  type StructSchema,
} from './schema';

/** Name of the prop that every struct has for fields newer than the models. */
const ADDITIONAL_FIELDS: FieldSchema = {
  type: 'object',
  additionalProperties: {},
  description: 'Fields that these bindings do not have, merged at this level, spelled as the API spells them.',
};

/**
 * Writes the types of one generated file.
 *
 * json2jsii's TypeGenerator writes them; it knows one file and no inheritance, so types of other files are registered
 * as custom types under their imported name, and `extends` is added to what it wrote.
 */
export class TypeEmitter {
  private readonly generator: TypeGenerator;
  private readonly refs = new Set<string>();
  private readonly extended = new Map<string, string>();
  private readonly structs: string[] = [];

  /** @param file path below `imports/` of the file that is written */
  public constructor(
    private readonly schema: Schema,
    private readonly layout: Layout,
    private readonly module: ModuleName,
    private readonly file: string,
  ) {
    this.generator = new TypeGenerator({ toJson: false, renderTypeName: (name) => name });
    for (const id of Object.keys(schema.definitions)) {
      if (this.layout.get(id) !== this.file) {
        this.registerType(alias(id), this.nameIn(id));
      }
    }
  }

  /** Makes a type of another package known as `#/definitions/<name>`. */
  public registerType(name: string, type = name): void {
    this.generator.emitCustomType(name, () => ({ type, toJson: (code) => code }));
  }

  /** Adds a definition of the schema. */
  public add(id: string): void {
    const definition = this.schema.definitions[id];
    const name = nameOfId(id);
    if (isStruct(definition)) {
      this.generator.addDefinition(name, this.forGenerator(id, definition));
      const bases = (definition.allOf ?? []).map((base) => this.use(idOfRef(base.$ref)));
      if (bases.length > 0) {
        this.extended.set(name, bases.join(', '));
      }
      this.structs.push(name);
    } else {
      this.generator.emitCustomType(name, (code) => {
        emitEnum(code, name, definition, usersOf(this.schema, id));
      });
    }
  }

  /** The code of all types, in the order in which they were added. */
  public render(): string {
    for (const name of this.structs) {
      this.generator.emitType(name);
    }
    let code = tidyDocs(this.generator.render())
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    for (const [name, bases] of this.extended) {
      const head = `export interface ${name} {`;
      if (!code.includes(head)) {
        throw new Error(`json2jsii wrote no "${head}", so ${name} cannot extend ${bases}`);
      }
      code = code.replace(head, `export interface ${name} extends ${bases} {`);
    }
    return `${code}\n`;
  }

  /** Type imports for what the added types refer to in other files. */
  public imports(): string[] {
    const files = new Map<string, string[]>();
    const modules = new Set<ModuleName>();
    for (const id of [...this.refs].sort()) {
      const file = this.layout.get(id) as string;
      if (moduleOfId(id) !== this.module) {
        modules.add(moduleOfId(id));
      } else if (file !== this.file) {
        files.set(file, [...(files.get(file) ?? []), nameOfId(id)]);
      }
    }
    return [
      ...[...modules].sort().map((name) => `import type * as ${name} from '${relative(this.module, name)}';`),
      ...[...files]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([file, names]) => `import type { ${names.join(', ')} } from './${file.split('/').at(-1)}';`),
    ];
  }

  private use(id: string): string {
    this.refs.add(id);
    return this.nameIn(id);
  }

  private nameIn(id: string): string {
    return moduleOfId(id) === this.module ? nameOfId(id) : id;
  }

  private forGenerator(id: string, struct: StructSchema): object {
    const props = propsOf(this.schema, id);
    const properties: { [prop: string]: object } = {};
    for (const field of ownFieldsOf(this.schema, id)) {
      properties[props[field]] = this.property(struct.properties[field]);
    }
    if (!struct.allOf) {
      properties.additionalFields = this.property(ADDITIONAL_FIELDS);
    }
    return {
      description: escapeDoc(struct.description ?? ''),
      properties,
      required: struct.required.map((field) => props[field]),
    };
  }

  private property(field: FieldSchema): object {
    const ref = refOf(field);
    if (ref && this.schema.definitions[ref]) {
      this.refs.add(ref);
    }
    const rewrite = (part: FieldSchema): object => ({
      ...part,
      ...(part.$ref ? { $ref: `#/definitions/${this.localRef(idOfRef(part.$ref))}` } : {}),
      ...(part.items ? { items: rewrite(part.items) } : {}),
      ...(part.additionalProperties ? { additionalProperties: rewrite(part.additionalProperties) } : {}),
    });
    return { ...rewrite(field), description: escapeDoc(field.description ?? '') };
  }

  private localRef(id: string): string {
    return !this.schema.definitions[id] || this.layout.get(id) === this.file ? nameOfId(id) : alias(id);
  }
}

/** A definition's name for TypeGenerator, one word: `k8s.Container` → `K8sContainer`. */
function alias(id: string): string {
  return `${id[0].toUpperCase()}${id.slice(1).replace('.', '')}`;
}

function relative(from: ModuleName, to: ModuleName): string {
  if (to === 'k8s') {
    return '../../k8s';
  }
  if (from === 'k8s') {
    throw new Error('Core structs refer to structs of the Operator');
  }
  return folderOf(to).replace(/^.*\//, '../');
}

/** One member for all spellings of a value; the value is the spelling that the models give first. */
function emitEnum(code: Code, name: string, definition: EnumSchema, users: readonly string[]): void {
  const spellings = new Map<string, string[]>();
  for (const value of definition.enum.filter((value) => value !== '')) {
    const key = value.toLowerCase();
    spellings.set(key, [...(spellings.get(key) ?? []), value]);
  }
  code.line('/**');
  const doc = escapeDoc(definition.description ?? `Values of ${users.map((user) => `\`${user}\``).join(', ')}.`);
  for (const line of doc.split('\n')) {
    code.line(` * ${line}`);
  }
  code.line(' */');
  code.openBlock(`export enum ${name}`);
  for (const values of spellings.values()) {
    code.line(`/** \`${values.join('`, `')}\` */`);
    code.line(`${enumMemberName(values)} = ${JSON.stringify(values[0])},`);
  }
  code.closeBlock();
}

function usersOf(schema: Schema, enumId: string): string[] {
  const users = Object.entries(schema.definitions).flatMap(([id, definition]) =>
    isStruct(definition)
      ? Object.entries(definition.properties)
          .filter(([, field]) => refOf(field) === enumId)
          .map(([field]) => `${nameOfId(id)}.${propName(field)}`)
      : [],
  );
  return [...new Set(users)];
}

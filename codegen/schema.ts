import type { AliasModel, Model, Models, ModuleName, StructModel, TypeExpression } from './models';
import { INLINE_ENUMS, SHARED_ENUMS, typeName } from './names';
import { KINDS, modelFileOfKind } from './read-models';

/** JSON schema of a field, as far as the models need it. */
export interface FieldSchema {
  readonly $ref?: string;
  readonly type?: 'string' | 'number' | 'boolean' | 'array' | 'object';
  readonly items?: FieldSchema;
  readonly additionalProperties?: FieldSchema;
  readonly description?: string;
}

/** JSON schema of a struct; `allOf` refers to the structs whose fields it includes. */
export interface StructSchema {
  readonly type: 'object';
  readonly description?: string;
  readonly allOf?: ReadonlyArray<{ readonly $ref: string }>;
  /** By the name that the API gives to the field. */
  readonly properties: { readonly [field: string]: FieldSchema };
  readonly required: readonly string[];
}

/** JSON schema of an enum. */
export interface EnumSchema {
  readonly type: 'string';
  readonly description?: string;
  /** All values that the API accepts, case variants included. */
  readonly enum: readonly string[];
}

export type Definition = StructSchema | EnumSchema;

/** A custom resource. */
export interface Kind {
  readonly version: ModuleName;
  readonly kind: string;
  readonly apiVersion: string;
  readonly description: string;
  readonly spec: string;
  readonly specDescription: string;
}

export interface Schema {
  readonly kinds: readonly Kind[];
  /** By id: module and type name, for example `v1.RelabelConfig`. */
  readonly definitions: { readonly [id: string]: Definition };
}

const PREFIX = '#/definitions/';

export function idOfRef(ref: string): string {
  return ref.slice(PREFIX.length);
}

export function moduleOfId(id: string): ModuleName {
  return id.slice(0, id.indexOf('.')) as ModuleName;
}

export function nameOfId(id: string): string {
  return id.slice(id.indexOf('.') + 1);
}

export function isStruct(definition: Definition): definition is StructSchema {
  return definition.type === 'object';
}

/** All fields of a struct with those that it includes, by the name that the API gives them. */
export function fieldsOf(schema: Schema, id: string): { [field: string]: FieldSchema } {
  const struct = schema.definitions[id];
  if (!struct || !isStruct(struct)) {
    throw new Error(`${id} is not a struct of the schema`);
  }
  const included = (struct.allOf ?? []).map((base) => fieldsOf(schema, idOfRef(base.$ref)));
  return Object.assign({}, ...included, struct.properties);
}

/** The definition that a field's value, or the items of its list or map, is of. */
export function refOf(field: FieldSchema): string | undefined {
  if (field.$ref) {
    return idOfRef(field.$ref);
  }
  const part = field.items ?? field.additionalProperties;
  return part && refOf(part);
}

/** Turns the models into JSON schema definitions. */
export function buildSchema(models: Models): Schema {
  return new SchemaBuilder(models).build();
}

class SchemaBuilder {
  private readonly definitions: { [id: string]: Definition } = {};

  public constructor(private readonly models: Models) {}

  public build(): Schema {
    const kinds = KINDS.map(([version, kind]) => this.kind(version, kind));
    const sorted = Object.keys(this.definitions).sort();
    return { kinds, definitions: Object.fromEntries(sorted.map((id) => [id, this.definitions[id]])) };
  }

  private kind(version: ModuleName, kind: string): Kind {
    const model = this.model(modelFileOfKind(version, kind));
    const spec = model.is === 'struct' ? model.fields.find((field) => field.name === 'spec') : undefined;
    if (spec?.type.is !== 'reference') {
      throw new Error(`${model.file} has no spec of its own type`);
    }
    const ref = this.field(spec.type, '').$ref;
    if (!ref) {
      throw new Error(`${model.file}: the spec is not a struct`);
    }
    return {
      version,
      kind,
      apiVersion: `monitoring.coreos.com/${version}`,
      description: model.doc,
      spec: idOfRef(ref),
      specDescription: spec.doc,
    };
  }

  /** @param owner id of struct and name of field, for the names of enums */
  private field(type: TypeExpression, owner: string, doc = ''): FieldSchema {
    const description = doc === '' ? {} : { description: doc };
    switch (type.is) {
      case 'string':
      case 'number':
      case 'boolean':
        return { type: type.is, ...description };
      case 'number-or-string':
        return description;
      case 'list':
      case 'map': {
        // what is to be said of the items is said at the field
        const { description: hint, ...items } = this.field(type.of, owner);
        const text = [doc, hint ?? ''].filter((part) => part !== '').join('\n\n');
        return {
          ...(type.is === 'list' ? { type: 'array', items } : { type: 'object', additionalProperties: items }),
          ...(text === '' ? {} : { description: text }),
        };
      }
      case 'literals':
        // one value is a constant, which the schema of the API does not insist on either
        return type.values.length === 1
          ? { type: 'string', ...description }
          : { $ref: this.inlineEnum(type.values, owner), ...description };
      case 'reference':
        return this.reference(this.model(type.file), owner, doc);
    }
  }

  private reference(model: Model, owner: string, doc: string): FieldSchema {
    if (model.is === 'alias') {
      if (model.type.is === 'literals') {
        return { $ref: this.namedEnum(model, model.type.values), ...(doc === '' ? {} : { description: doc }) };
      }
      return this.field(model.type, owner, withHint(doc, model));
    }
    if (model.fields.length === 0 && model.bases.length === 0) {
      // `JSON` and `FieldsV1`: any value
      return { description: withHint(doc, model) };
    }
    return { $ref: this.struct(model), ...(doc === '' ? {} : { description: doc }) };
  }

  private struct(model: StructModel): string {
    const id = `${model.module}.${typeName(model.name)}`;
    if (!this.definitions[id]) {
      const properties: { [field: string]: FieldSchema } = {};
      const definition: { -readonly [K in keyof StructSchema]: StructSchema[K] } = {
        type: 'object',
        description: model.doc,
        properties,
        required: [],
      };
      this.define(id, definition);
      const bases = model.bases.map((file) => ({ $ref: this.baseOf(file) }));
      if (bases.length > 0) {
        definition.allOf = bases;
      }
      for (const field of model.fields) {
        properties[field.name] = this.field(field.type, `${id}.${field.name}`, field.doc);
      }
      // The models give every embedded struct with TypeMeta the constants of a custom resource of its own name.
      const isTypeMeta = (field: string) => field === 'apiVersion' || field === 'kind';
      definition.required = model.fields
        .filter((field) => field.required && !(isTypeMeta(field.name) && field.type.is === 'literals'))
        .map((field) => field.name);
    }
    return PREFIX + id;
  }

  private baseOf(file: string): string {
    const model = this.model(file);
    if (model.is === 'alias' && model.type.is === 'reference') {
      return this.baseOf(model.type.file);
    }
    if (model.is !== 'struct') {
      throw new Error(`${file} cannot be included in a struct`);
    }
    return this.struct(model);
  }

  private namedEnum(model: AliasModel, values: readonly string[]): string {
    const own = `${model.module}.${typeName(model.name)}`;
    return this.enumeration(SHARED_ENUMS[own] ?? own, values, model.doc);
  }

  private inlineEnum(values: readonly string[], owner: string): string {
    const [module, struct, field] = owner.split('.');
    const [home, name] = INLINE_ENUMS[owner] ?? [
      module,
      typeName(`${struct}${field[0].toUpperCase()}${field.slice(1)}`),
    ];
    return this.enumeration(`${home}.${name}`, values, '');
  }

  private enumeration(id: string, values: readonly string[], description: string): string {
    const known = this.definitions[id];
    if (!known) {
      this.define(id, { type: 'string', enum: values, ...(description === '' ? {} : { description }) });
    } else if (isStruct(known) || known.enum.join() !== values.join()) {
      throw new Error(`${id} stands for two different sets of values: name one of them in names.ts`);
    }
    return PREFIX + id;
  }

  private define(id: string, definition: Definition): void {
    if (this.definitions[id]) {
      throw new Error(`Two models are called ${id}`);
    }
    this.definitions[id] = definition;
  }

  private model(file: string): Model {
    const model = this.models.get(file);
    if (!model) {
      throw new Error(`The models have no ${file}`);
    }
    return model;
  }
}

/** What jsii's type does not say, in a line below the field's own text. */
const HINTS: { readonly [model: string]: string } = {
  Quantity: 'A number, or a quantity such as `"500m"` or `"2Gi"`.',
  IntOrString: 'A number or a string.',
  JSON: 'Any JSON value.',
  FieldsV1: 'Any JSON value.',
  Duration: 'A Prometheus duration such as `"30s"` or `"1h30m"`.',
  NonEmptyDuration: 'A Prometheus duration such as `"30s"` or `"1h30m"`.',
  GoDuration: 'A Go duration such as `"30s"` or `"1.5h"`.',
  ByteSize: 'A size such as `"512MB"`.',
};

function withHint(doc: string, model: Model): string {
  return [doc, HINTS[model.name] ?? ''].filter((text) => text !== '').join('\n\n');
}

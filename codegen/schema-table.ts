import type { SchemaNode, SchemaTable } from '../lib/schema/schema-table';
import { typeName } from './names';
import { KINDS } from './read-models';
import { type Draft, readValidators } from './read-validators';
import { fieldsOf, idOfRef, isStruct, type Schema } from './schema';
import { FACTS, OPERATOR, QUANTITY } from './schema-facts';

type Node = { -readonly [K in keyof SchemaNode]: SchemaNode[K] };

const OPERATOR_PREFIX = 'ComGithubPrometheusOperatorPrometheusOperatorPkgApisMonitoring';
const METADATA = '@kubernetes-models/apimachinery/_schemas/IoK8sApimachineryPkgApisMetaV1ObjectMeta';

/**
 * The table of all constraints: what the models' validators check, with the facts that these do not know.
 *
 * @throws Error when validators and bindings disagree about the fields of a struct, or a fact is about nothing
 */
export function buildSchemaTable(nodeModules: string, schema: Schema): SchemaTable {
  const files = KINDS.map(
    ([version, kind]) =>
      `@kubernetes-models/prometheus-operator/_schemas/${OPERATOR_PREFIX}${version[0].toUpperCase()}${version.slice(1)}${kind}`,
  );
  const drafts = readValidators(nodeModules, files);
  const builder = new TableBuilder(drafts);
  const kinds: { [gvk: string]: SchemaNode } = {};
  KINDS.forEach(([version, kind], i) => {
    kinds[`monitoring.coreos.com/${version} ${kind}`] = builder.node(
      (drafts.get(files[i]) as Draft).fields?.spec ?? {},
    );
  });
  const metadata = builder.node({ ref: METADATA });
  compareWithBindings(schema, builder.definitions);
  for (const [where, fact] of FACTS) {
    applyFact(builder.definitions, where, fact);
  }
  const sorted = Object.keys(builder.definitions).sort();
  return {
    operator: OPERATOR,
    kinds,
    metadata,
    definitions: Object.fromEntries(sorted.map((id) => [id, builder.definitions[id]])),
  };
}

class TableBuilder {
  public readonly definitions: { [id: string]: Node } = {};

  public constructor(private readonly drafts: ReadonlyMap<string, Draft>) {}

  public node(draft: Draft): Node {
    const { ref, bases, fields, values, items, ...rest } = draft;
    const node: Node = rest;
    if (node.format === 'quantity') {
      delete node.format;
      node.pattern = QUANTITY;
    }
    if (fields) {
      node.fields = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, this.node(field)]));
    }
    if (values) {
      node.values = this.node(values);
    }
    if (items) {
      node.items = this.node(items);
    }
    const target = ref === undefined ? undefined : this.draftOf(ref);
    if (ref && target?.fields === undefined && target?.bases === undefined && target?.ref === undefined) {
      // an enum or another plain value
      return { ...this.node(target as Draft), ...node };
    }
    if (ref && node.fields === undefined && bases === undefined) {
      // the type is that of the definition
      const { type: _, ...own } = node;
      return { ref: this.define(ref), ...own };
    }
    return [...(ref ? [ref] : []), ...(bases ?? [])].reduce((own, base) => {
      const file = this.structOf(base);
      const included = this.node(this.draftOf(file));
      if (isCore(file)) {
        withoutEnums(included);
      }
      return include(included, own);
    }, node);
  }

  /** A struct may be another name of one. */
  private structOf(file: string): string {
    const draft = this.draftOf(file);
    return draft.ref && !draft.fields && !draft.bases && !draft.type ? this.structOf(draft.ref) : file;
  }

  private define(given: string): string {
    const file = this.structOf(given);
    const draft = this.draftOf(file);
    const id = idOfFile(file);
    if (!this.definitions[id]) {
      this.definitions[id] = {};
      // with fields of its own, even if none, so that those of others are included
      Object.assign(this.definitions[id], this.node({ ...draft, type: 'object', fields: draft.fields ?? {} }));
      if (isCore(file)) {
        withoutEnums(this.definitions[id]);
      }
    }
    return id;
  }

  private draftOf(file: string): Draft {
    const draft = this.drafts.get(file);
    if (!draft) {
      throw new Error(`No validator was read from ${file}`);
    }
    return draft;
  }
}

function isCore(file: string): boolean {
  return !file.includes(OPERATOR_PREFIX);
}

/** The CRDs know no enums of core structs: the API server sees these when the Operator has made a pod of them. */
function withoutEnums(node: Node): void {
  delete node.enum;
  for (const part of [...Object.values(node.fields ?? {}), node.items, node.values]) {
    if (part) {
      withoutEnums(part);
    }
  }
}

/** A struct with the fields of one that it includes; its own win. */
function include(base: Node, own: Node): Node {
  return {
    ...base,
    ...own,
    fields: { ...base.fields, ...own.fields },
    ...(base.required || own.required ? { required: [...(base.required ?? []), ...(own.required ?? [])] } : {}),
  };
}

/** `…/ComGithub…MonitoringV1alpha1HTTPSDConfig` → `v1alpha1.HttpsdConfig`, as the bindings call it. */
function idOfFile(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const own = new RegExp(`^${OPERATOR_PREFIX}(V1alpha1|V1beta1|V1)(.+)$`).exec(name);
  if (own) {
    return `${own[1].toLowerCase()}.${typeName(own[2])}`;
  }
  const core = /^IoK8s(?:Api[A-Z][a-z]+|ApimachineryPkg[A-Z][a-z]*(?:Meta)?|Apiextensions\w+?)V1(.+)$/.exec(name);
  if (!core) {
    throw new Error(`No rule for the name of ${file}`);
  }
  return `k8s.${typeName(core[1])}`;
}

/**
 * The bindings are read from the declarations: two readers of the same models must see the same fields.
 *
 * The validators lack fields called `description`: whoever wrote them took these for a keyword.
 */
function compareWithBindings(schema: Schema, definitions: { readonly [id: string]: Node }): void {
  const bases = new Set(
    Object.values(schema.definitions).flatMap((definition) =>
      isStruct(definition) ? (definition.allOf ?? []).map((base) => idOfRef(base.$ref)) : [],
    ),
  );
  for (const [id, definition] of Object.entries(schema.definitions)) {
    const found = definitions[id];
    if (isStruct(definition) && (found || !bases.has(id))) {
      const fields = fieldsOf(schema, id);
      if (fields.description?.type === 'string' && found?.fields && !found.fields.description) {
        found.fields = { ...found.fields, description: { type: 'string' } };
      }
      const [declared, checked] = [fields, found?.fields ?? {}].map((all) => Object.keys(all).sort().join(', '));
      if (declared !== checked) {
        throw new Error(`${id}: the declaration has the fields ${declared}, the validator ${checked}`);
      }
    }
  }
}

/** `v1.Endpoint.port`, with `[]` for the items of a list and `{}` for the values of a map. */
function applyFact(definitions: { [id: string]: Node }, where: string, fact: SchemaNode): void {
  const [module, name, ...steps] = where.replace(/(\[\]|\{\})/g, '.$1').split('.');
  let node: Node | undefined = definitions[`${module}.${name}`];
  steps.forEach((step, i) => {
    if (step === '[]' || step === '{}') {
      node = step === '[]' ? node?.items : node?.values;
    } else if (node?.fields && node.fields[step] === undefined && fact.since && i === steps.length - 1) {
      const added: Node = {};
      node.fields = { ...node.fields, [step]: added };
      node = added;
    } else {
      node = node?.fields?.[step];
    }
  });
  if (!node) {
    throw new Error(`schema-facts.ts: there is no ${where}`);
  }
  Object.assign(node, fact);
  for (const name of Object.keys(fact) as Array<keyof SchemaNode>) {
    if (fact[name] === undefined) {
      delete node[name];
    }
  }
}

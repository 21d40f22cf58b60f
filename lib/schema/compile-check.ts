import { compileText, matcher } from './check-text';
import { isAbsent, isMap, type Walk } from './finding';
import { RULES } from './rules';
import type { SchemaNode, SchemaTable } from './schema-table';
import { SINCE } from './since';

/** Checks one value; the walk knows where it is. */
export type Check = (value: unknown, walk: Walk) => void;

/** What is known of a targeted Operator. */
export interface Target {
  /** Whether the Operator has what a release brought. */
  readonly has: (release: string) => boolean;
}

/** The lists of endpoints of the sister kinds: what else is wrong in them is worth saying. */
export const TWINS: { readonly [field: string]: string } = {
  endpoints: 'podMetricsEndpoints',
  podMetricsEndpoints: 'endpoints',
};

/** Of numbers with 64 bits JavaScript knows the next lower ones alone: 2⁶³ itself is too large. */
const INTEGERS: { readonly [format: string]: readonly [min: number, max: number] } = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  int64: [-(2 ** 63) + 1024, 2 ** 63 - 1024],
};

interface Field {
  readonly check: Check;
  /** The Operator that has the field, where the targeted one has not. */
  readonly tooNew: string | undefined;
  readonly isNullRefused: boolean;
}

/** Turns nodes of a table into functions, each definition once. */
export class CheckCompiler {
  private readonly definitions = new Map<string, Check>();

  public constructor(
    private readonly table: SchemaTable,
    private readonly target: Target,
  ) {}

  public compile(node: SchemaNode): Check {
    const { ref, ...own } = node;
    if (ref === undefined) {
      return this.compileNode(node, undefined);
    }
    if (Object.keys(own).length > 0) {
      return this.compileNode(resolve(this.table, node), ref);
    }
    let check = this.definitions.get(ref);
    if (!check) {
      check = this.compileNode(this.table.definitions[ref], ref);
      this.definitions.set(ref, check);
    }
    return check;
  }

  private compileNode(node: SchemaNode, definition: string | undefined): Check {
    if (node.open) {
      return () => undefined;
    }
    switch (node.type) {
      case 'object':
        return this.compileObject(node, definition);
      case 'array':
        return this.compileList(node);
      case 'string':
        return compileText(node);
      case 'boolean':
        return (value, walk) => {
          if (typeof value !== 'boolean') {
            walk.report('wrong-type', node, value);
          }
        };
      case 'number':
        return compileNumber(node, (value) => Number.isFinite(value));
      case 'integer':
        return compileNumber(node, (value) => Number.isInteger(value));
      case 'integer-or-string': {
        const text = compileText(node);
        const number = compileNumber(node, (value) => Number.isInteger(value));
        return (value, walk) => (typeof value === 'string' ? text : number)(value, walk);
      }
      default:
        return () => undefined;
    }
  }

  private compileObject(node: SchemaNode, definition: string | undefined): Check {
    const fields = new Map<string, Field>();
    for (const [name, field] of Object.entries(node.fields ?? {})) {
      const since = field.since ?? SINCE[`${definition}.${name}`];
      const tooNew = since !== undefined && !this.target.has(since) ? since : undefined;
      // compiled when first met: most objects use few of the fields
      let compiled: Check | undefined;
      const check: Check = (value, walk) => {
        compiled ??= this.compile(field);
        compiled(value, walk);
      };
      // What has a default gets that, and what is required is missing in any case.
      const isNullRefused = field.default === undefined && !field.open && !node.required?.includes(name);
      fields.set(name, { check, tooNew, isNullRefused });
    }
    const values = node.values && this.compile(node.values);
    const fitsKey = node.keyPattern === undefined ? undefined : matcher(node.keyPattern);
    const required = (node.required ?? []).filter((name) => node.fields?.[name]?.default === undefined);
    const rules = (node.rules ?? []).map((name) => [name, RULES[name]] as const);
    return (value, walk) => {
      if (!isMap(value)) {
        walk.report('wrong-type', node, value);
        return;
      }
      for (const key of Object.keys(value)) {
        const part = value[key];
        if (part === undefined || !walk.visit()) {
          continue;
        }
        const field = fields.get(key);
        if (fitsKey?.(key) === false) {
          walk.reportAt(key, { code: 'key', node, value: part });
        }
        if (!field && !values) {
          walk.reportAt(key, { code: 'unknown-field', node, value: part });
          const twin = Object.hasOwn(TWINS, key) ? fields.get(TWINS[key]) : undefined;
          if (twin && part !== null) {
            walk.path.push(key);
            twin.check(part, walk);
            walk.path.pop();
          }
        } else if (part !== null) {
          if (field?.tooNew) {
            walk.reportAt(key, { code: 'newer-than-operator', node, value: part, limit: field.tooNew });
          }
          walk.path.push(key);
          (field ? field.check : (values as Check))(part, walk);
          walk.path.pop();
        } else if (walk.path[0] === 'spec' && (field ? field.isNullRefused : values)) {
          // Of metadata the API server lets nulls pass.
          walk.reportAt(key, {
            code: 'null',
            node: resolve(this.table, node.fields?.[key] ?? node.values ?? {}),
            value: part,
          });
        }
      }
      for (const name of required) {
        if (!Object.hasOwn(value, name) || isAbsent(value[name])) {
          walk.reportAt(name, { code: 'missing-field', node, value: undefined });
        }
      }
      for (const [name, rule] of rules) {
        for (const limit of rule(value)) {
          walk.report('rule', node, value, { limit: `${name}:${limit}` });
        }
      }
    };
  }

  private compileList(node: SchemaNode): Check {
    const items = this.compile(node.items ?? {});
    const itemNode = resolve(this.table, node.items ?? {});
    return (value, walk) => {
      if (!Array.isArray(value)) {
        walk.report('wrong-type', node, value);
        if (isMap(value) && itemNode.type === 'object') {
          items(value, walk); // what else is wrong with the item that was meant
        }
        return;
      }
      if (node.minItems !== undefined && value.length < node.minItems) {
        walk.report('out-of-bounds', node, value, { limit: node.minItems });
      }
      for (let i = 0; i < value.length && walk.visit(); i += 1) {
        walk.path.push(i);
        items(value[i], walk);
        walk.path.pop();
      }
      if (node.set || node.keys) {
        findDuplicates(node, itemNode, value, walk);
      }
    };
  }
}

/** A node with all that its definition says. */
export function resolve(table: SchemaTable, node: SchemaNode): SchemaNode {
  const { ref, ...own } = node;
  return ref === undefined ? node : { ...table.definitions[ref], ...own };
}

function compileNumber(node: SchemaNode, isRight: (value: number) => boolean): Check {
  const [least, most] = INTEGERS[node.format ?? ''] ?? [-Infinity, Infinity];
  const min = Math.max(least, node.min ?? -Infinity);
  const max = Math.min(most, node.max ?? Infinity);
  return (value, walk) => {
    const number = typeof value === 'bigint' ? toNumber(value) : value;
    if (typeof number !== 'number' || !isRight(number)) {
      walk.report('wrong-type', node, value);
    } else if (number < min || number > max) {
      walk.report('out-of-bounds', node, value, { limit: number < min ? min : max });
    }
  };
}

/** The nearest number; of those that 64 bits hold, one that JavaScript has there as well. */
function toNumber(value: bigint): number {
  const [min, max] = INTEGERS.int64;
  return BigInt.asIntN(64, value) === value ? Math.max(min, Math.min(max, Number(value))) : Number(value);
}

/** Source: apiextensions `apiserver/schema/listtype/validation.go`, `ValidateListSetsAndMaps`. */
function findDuplicates(node: SchemaNode, itemNode: SchemaNode, list: readonly unknown[], walk: Walk): void {
  const seen = new Map<string, number>();
  list.forEach((item, i) => {
    const parts = node.keys
      ? isMap(item) && node.keys.map((key) => (isAbsent(item[key]) ? itemNode.fields?.[key]?.default : item[key]))
      : [item];
    if (!parts || parts.some((part) => typeof part === 'object')) {
      return; // reported as a wrong type
    }
    const key = parts.map((part) => `${typeof part}:${String(part).length}:${String(part)}`).join();
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, i);
    } else {
      walk.reportAt(i, { code: 'duplicate-key', node, value: item, first });
    }
  });
}

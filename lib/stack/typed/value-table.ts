import type { Problem } from '../../private/problems';
import { mergeValues, type Values, valuesWith } from '../values';
import { mapProblem, show, type ValueKind, type ValueType } from './value-kind';

/** A value of the chart that a typed prop stands for. */
export interface TypedPath {
  /** Path in the chart. A `*` stands for the key of a map, `[]` for an item of a list. */
  readonly path: string;
  readonly type: ValueType;
  /** The prop, as the caller writes it. */
  readonly field: string;
}

/** The way of one prop to values of the chart. */
export interface ValueEntry {
  /** The values that it may set, relative to the group. */
  readonly paths: ReadonlyArray<Omit<TypedPath, 'field'> & { readonly field?: string }>;
  /** What is wrong with the prop, whatever the others say. */
  problems(prop: any, field: string): Problem[];
  /** Values for the prop, relative to the group. */
  write(prop: any): Values;
}

/** The way of each prop of a struct. One that is missing does not compile. */
export type ValueTable<Props> = { readonly [Prop in keyof Required<Props>]: ValueEntry };

/** A prop that is one value of the chart. */
export function at(path: string, kind: ValueKind): ValueEntry {
  return {
    paths: [{ path, type: kind.type }],
    problems: (prop, field) => {
      const problem = kind.problem(prop);
      return problem === undefined ? [] : [{ field, ...problem }];
    },
    write: (prop) => valuesWith(path, kind.write(prop)),
  };
}

/**
 * A prop that is a struct, whose own props are values below `path`; empty for those of the group itself.
 *
 * @param required props that the struct cannot do without
 */
export function group(
  path: string,
  table: { readonly [prop: string]: ValueEntry },
  required: readonly string[] = [],
): ValueEntry {
  return {
    paths: typedPaths(table).map(({ path: below, type, field }) => ({ path: join(path, below), type, field })),
    problems: (props, field) => {
      const problem = mapProblem(props);
      return problem === undefined
        ? [...missing(props, required, field), ...tableProblems(table, props, field)]
        : [{ field, ...problem }];
    },
    write: (props) => under(path, tableValues(table, props)),
  };
}

/** A prop that is a list of structs. */
export function list(
  path: string,
  table: { readonly [prop: string]: ValueEntry },
  required: readonly string[] = [],
): ValueEntry {
  return {
    paths: [{ path, type: 'list' }],
    problems: (items, field) =>
      Array.isArray(items)
        ? items.flatMap((item, index) => group('', table, required).problems(item, `${field}[${index}]`))
        : [{ field, message: `${show(items)} is not a list.`, fix: 'give a list.' }],
    write: (items: any[]) =>
      valuesWith(
        path,
        items.map((item) => tableValues(table, item)),
      ),
  };
}

/** A prop that is a map of structs, by names that the user chooses. */
export function map(
  path: string,
  table: { readonly [prop: string]: ValueEntry },
  required: readonly string[] = [],
): ValueEntry {
  return {
    paths: typedPaths(table).map(({ path: below, type, field }) => ({
      path: `${path}.*.${below}`,
      type,
      field: `*.${field}`,
    })),
    problems: (items, field) => {
      const problem = mapProblem(items);
      return problem === undefined
        ? Object.entries(items as Values).flatMap(([key, item]) =>
            group('', table, required).problems(item, `${field}.${key}`),
          )
        : [{ field, ...problem }];
    },
    write: (items) =>
      under(
        path,
        Object.fromEntries(Object.entries(items as Values).map(([key, item]) => [key, tableValues(table, item)])),
      ),
  };
}

/** A prop whose values depend on other props too, and are written beside the table. */
export function beside(path: string, kind: ValueKind): ValueEntry {
  return { ...at(path, kind), write: () => ({}) };
}

/** The props of a table, for values that stand below `path`. */
export function below<Table extends { readonly [prop: string]: ValueEntry }>(path: string, table: Table): Table {
  const entries = Object.entries(table).map(([prop, entry]): [string, ValueEntry] => [
    prop,
    {
      paths: entry.paths.map((typed) => ({ ...typed, path: join(path, typed.path) })),
      problems: entry.problems,
      write: (value) => under(path, entry.write(value)),
    },
  ]);
  return Object.fromEntries(entries) as unknown as Table;
}

/** All values that the props of a table may set. */
export function typedPaths(table: { readonly [prop: string]: ValueEntry }): TypedPath[] {
  return Object.entries(table).flatMap(([prop, entry]) =>
    entry.paths.map(({ path, type, field }) => ({
      path,
      type,
      field: field === undefined ? prop : `${prop}.${field}`,
    })),
  );
}

/** What is wrong with props, one by one. */
export function tableProblems(table: { readonly [prop: string]: ValueEntry }, props: object, field: string): Problem[] {
  return given(table, props).flatMap(([prop, entry, value]) => entry.problems(value, join(field, prop)));
}

/** Values for props. Only for props without problems. */
export function tableValues(table: { readonly [prop: string]: ValueEntry }, props: object): Values {
  return mergeValues(...given(table, props).map(([, entry, value]) => entry.write(value)));
}

function missing(props: Values, required: readonly string[], field: string): Problem[] {
  return required
    .filter((prop) => props[prop] === undefined)
    .map((prop) => ({ field: join(field, prop), message: 'is missing.', fix: `add ${prop}.` }));
}

function given(table: { readonly [prop: string]: ValueEntry }, props: object): [string, ValueEntry, any][] {
  return Object.entries(table)
    .map(([prop, entry]): [string, ValueEntry, any] => [prop, entry, (props as any)[prop]])
    .filter(([, , value]) => value !== undefined);
}

function under(path: string, values: Values): Values {
  return path === '' ? values : valuesWith(path, values);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

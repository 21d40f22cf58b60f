import { SCHEMA_TABLE } from '../../imports/schema-table';
import type { SourcedObject } from '../simulator/kube-object';
import { atLeast, formatVersion, parseVersion, type Version } from '../simulator/versions/version';
import { type Check, CheckCompiler, resolve } from './compile-check';
import { explainFinding } from './explain/explain-finding';
import type { Explanation, Subject } from './explain/explanation';
import { showPath } from './explain/show';
import { type Finding, isMap, Walk } from './finding';
import { matchKind } from './kinds';
import type { SchemaCode, SchemaProblem } from './schema-problem';
import type { SchemaNode, SchemaTable } from './schema-table';

/** Options of `checkSchema`. */
export interface SchemaOptions {
  /**
   * The Operator whose CustomResourceDefinitions are in the cluster.
   *
   * @default - the newest that the table covers
   */
  readonly operatorVersion?: Version;
}

/** What a newer Operator may have added. */
const MAY_BE_NEW: ReadonlySet<SchemaCode> = new Set([
  'unknown-kind',
  'unknown-field',
  'misplaced-field',
  'not-allowed',
]);

/**
 * What the API server would say of an object of `monitoring.coreos.com`, in the order of its fields; nothing for objects
 * of other groups. Does not throw, whatever the object looks like.
 *
 * A field that is null counts as absent, but for server-side apply; an item of a list that is null is a wrong type.
 * `status` is not looked at: the API server ignores what others than the Operator write there.
 *
 * Source: kubernetes v1.36 apiextensions-apiserver `pkg/registry/customresource/validator.go` and
 * `pkg/apiserver/customresource_handler.go`, `unstructuredSchemaCoercer`, which drops nulls and which server-side apply
 * passes by, with the schemas of prometheus-operator.
 */
export function checkSchema(object: SourcedObject, options: SchemaOptions = {}): SchemaProblem[] {
  const plain: any = object.object;
  if (!isMap(plain)) {
    return [];
  }
  const { table } = loaded();
  const match = matchKind(table, plain.apiVersion, plain.kind);
  if (!match) {
    return [];
  }
  const isNewer = options.operatorVersion !== undefined && isNewerThan(options.operatorVersion, table.operator);
  const problem = (explanation: Explanation, field: string): SchemaProblem => ({
    code: explanation.code,
    certainty:
      explanation.code === 'null'
        ? 'server-side'
        : isNewer && MAY_BE_NEW.has(explanation.code) && !explanation.isCertain
          ? 'newer'
          : 'certain',
    object,
    field,
    message: explanation.message,
    fix: explanation.fix,
    ...(explanation.patch ? { patch: explanation.patch } : {}),
    values: explanation.values,
  });
  const problems: SchemaProblem[] = [];
  if (match.problem) {
    const { field, message, fix, value } = match.problem;
    const patch = value === undefined ? undefined : [{ op: 'replace', path: `/${field}`, value } as const];
    problems.push(
      problem(
        { code: 'unknown-kind', message, fix, ...(patch ? { patch } : {}), values: { value: plain[field] } },
        field,
      ),
    );
  }
  if (match.gvk !== undefined) {
    const walk = new Walk();
    checkOf(match.gvk, options.operatorVersion)(plain, walk);
    if (walk.findings.length > 0) {
      const subject: Subject = {
        object: object.object,
        kind: match.gvk.split(' ')[1],
        table,
        root: rootOf(table, match.gvk),
      };
      problems.push(...explainAll(walk.findings, subject).map(([text, field]) => problem(text, field)));
    }
  }
  return problems;
}

/** What `checkSchema` finds in the spec of an object, without words. Paths begin below the spec. */
export function specFindings(gvk: string, spec: unknown, operator: Version): readonly Finding[] {
  const walk = new Walk();
  checkOf(gvk, operator)({ metadata: {}, spec }, walk);
  return walk.findings
    .filter(({ path: [first] }) => first === 'spec')
    .map((finding) => ({ ...finding, path: finding.path.slice(1) }));
}

/** Each finding in words; what one of them explains is not said twice. */
function explainAll(findings: readonly Finding[], subject: Subject): Array<[Explanation, string]> {
  const explained = findings.map((finding): [Explanation, string, Finding] => {
    const explanation = explainFinding(finding, subject);
    return [explanation, showPath(explanation.path ?? finding.path), finding];
  });
  const meant = new Set(
    explained.flatMap(([{ meant: name }, , { path }]) =>
      name === undefined ? [] : [showPath([...path.slice(0, -1), name])],
    ),
  );
  const said = new Set<string>();
  return explained.flatMap(([explanation, field]): Array<[Explanation, string]> => {
    const key = `${explanation.code} ${field} ${explanation.message}`;
    if (said.has(key) || (explanation.code === 'missing-field' && meant.has(field))) {
      return [];
    }
    said.add(key);
    return [[explanation, field]];
  });
}

interface Loaded {
  readonly table: SchemaTable;
  /** By version of the Operator and kind. */
  readonly checks: Map<string, Check>;
  readonly compilers: Map<string, CheckCompiler>;
}

let cache: Loaded | undefined;

/** The table is parsed when the first object is checked. */
function loaded(): Loaded {
  cache ??= { table: JSON.parse(SCHEMA_TABLE), checks: new Map(), compilers: new Map() };
  return cache;
}

/** Few programs target more Operators than this. */
const MOST_COMPILERS = 8;

function checkOf(gvk: string, operator: Version | undefined): Check {
  const { table, checks, compilers } = loaded();
  const version = operator ? formatVersion(operator) : '';
  const key = `${version} ${gvk}`;
  let check = checks.get(key);
  if (!check) {
    let compiler = compilers.get(version);
    if (!compiler) {
      if (compilers.size >= MOST_COMPILERS) {
        compilers.clear();
        checks.clear();
      }
      compiler = new CheckCompiler(table, { has: (release) => operator === undefined || atLeast(operator, release) });
      compilers.set(version, compiler);
    }
    check = compiler.compile(rootOf(table, gvk));
    checks.set(key, check);
  }
  return check;
}

function rootOf(table: SchemaTable, gvk: string): SchemaNode {
  return {
    type: 'object',
    fields: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: metadataOf(table),
      spec: table.kinds[gvk],
      status: { open: true },
    },
    required: ['spec'],
  };
}

/**
 * What every object has, with what the API server asks of names.
 *
 * Source: kubernetes v1.36 apimachinery `pkg/api/validation/objectmeta.go`, `ValidateObjectMetaAccessor`, with
 * `pkg/util/validation/validation.go`, `IsDNS1123Subdomain` and `IsQualifiedName`.
 */
function metadataOf(table: SchemaTable): SchemaNode {
  const node = resolve(table, table.metadata);
  const { name, labels, annotations } = node.fields as { readonly [name: string]: SchemaNode };
  return {
    ...node,
    fields: {
      ...node.fields,
      name: { ...name, pattern: `^${SUBDOMAIN}$`, maxLength: 253 },
      labels: { ...labels, keyPattern: `^(${SUBDOMAIN}/)?${NAME}$` },
      // Of these the case does not matter.
      annotations: { ...annotations, keyPattern: `^(${SUBDOMAIN.replaceAll('a-z', 'A-Za-z')}/)?${NAME}$` },
    },
  };
}

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const NAME = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';

/** A patch release adds no fields. */
function isNewerThan(version: Version, covered: string): boolean {
  const known = parseVersion(covered) as Version;
  return version.major !== known.major ? version.major > known.major : version.minor > known.minor;
}

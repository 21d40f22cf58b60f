import type { SchemaCode } from './schema-problem';
import type { SchemaNode } from './schema-table';

export type FieldPath = ReadonlyArray<string | number>;

/** A problem before it has words. */
export interface Finding {
  readonly code: SchemaCode;
  readonly path: FieldPath;
  /** What the schema says of the value; for a field that it does not know, of the struct around it. */
  readonly node: SchemaNode;
  readonly value: unknown;
  /** What was not kept: a bound, a rule, the release that brought the field. */
  readonly limit?: string | number;
  /** For items of a list: the first of the two that are the same. */
  readonly first?: number;
}

/** One walk through one object. */
export class Walk {
  /** Where the walk is. */
  public readonly path: Array<string | number> = [];
  public readonly findings: Finding[] = [];
  private visits = 0;

  /** @returns whether to go on */
  public visit(): boolean {
    this.visits += 1;
    if (this.visits === MAX_VISITS) {
      this.findings.push({ code: 'too-large', path: [], node: {}, value: undefined, limit: MAX_VISITS });
    }
    return this.visits < MAX_VISITS && this.findings.length < MAX_FINDINGS;
  }

  public report(code: SchemaCode, node: SchemaNode, value: unknown, more: { limit?: string | number } = {}): void {
    this.findings.push({ code, path: [...this.path], node, value, ...more });
  }

  public reportAt(key: string | number, finding: Omit<Finding, 'path'>): void {
    this.findings.push({ ...finding, path: [...this.path, key] });
  }
}

/**
 * YAML aliases can make a short file into an endless object. etcd takes 1.5 MB, which is fewer values than this:
 * etcd `server/embed/config.go`, `DefaultMaxRequestBytes`.
 */
const MAX_VISITS = 1_000_000;

/** Nobody reads more, and each of them costs memory. */
const MAX_FINDINGS = 1000;

export function isMap(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/**
 * Of objects that it is sent as JSON, the API server drops null fields before it looks: apiextensions
 * `pkg/apiserver/schema/defaulting/prunenulls.go`.
 */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

import { stringify } from 'yaml';
import type { Finding, PatchOperation } from '../report/finding';
import type { KubeObject } from '../simulator/kube-object';
import type { DiffLine } from './picture';

/** Kinds whose content is never shown. */
const SECRET = 'Secret';

/**
 * The edit of a finding as a change in YAML: the keys on the way, what goes and what comes. What goes is shown only where the
 * message shows it already, since a value may be a password.
 */
export function yamlDiff({ fix, object, message }: Finding, given: KubeObject | undefined): DiffLine[] {
  const patch = fix?.patch ?? [];
  if (object.kind === SECRET || patch.some(({ op }) => !['add', 'remove', 'replace'].includes(op))) {
    return [];
  }
  const lines: DiffLine[] = [];
  let shown: readonly string[] = [];
  for (const operation of patch) {
    const steps = stepsOf(operation.path);
    const common = steps.slice(0, -1).findIndex((step, i) => shown[i] !== step);
    const from = common === -1 ? steps.length - 1 : common;
    lines.push(...changeOf(operation, steps, from, given, message));
    shown = steps.slice(0, -1);
  }
  return lines;
}

function changeOf(
  { op, value }: PatchOperation,
  steps: readonly string[],
  from: number,
  given: KubeObject | undefined,
  message: string,
): DiffLine[] {
  if (steps.length === 0) {
    return [];
  }
  const lines: DiffLine[] = [];
  const parents = steps.slice(0, -1);
  let node: unknown = given;
  let depth = 0;
  for (const [i, step] of parents.entries()) {
    const inList = Array.isArray(node);
    if (i >= from) {
      lines.push({ sign: ' ', text: `${'  '.repeat(depth)}${inList ? `- # item ${step}` : `${keyText(step)}:`}` });
    }
    node = childOf(node, step);
    depth += 1;
  }
  const last = steps[steps.length - 1];
  const indent = '  '.repeat(depth);
  const inList = Array.isArray(node) || last === '-';
  const old = childOf(node, last);
  if (op !== 'add' || (old !== undefined && !inList)) {
    lines.push(...entry('-', indent, last, inList, isTold(old, message) ? old : undefined));
  }
  if (op !== 'remove') {
    lines.push(...entry('+', indent, last, inList, value));
  }
  return lines;
}

/** One entry of a map or list; `…` for a value that is not to be shown. */
function entry(sign: '-' | '+', indent: string, key: string, inList: boolean, value: unknown): DiffLine[] {
  if (value === undefined) {
    return [{ sign, text: `${indent}${inList ? `- # item ${key}` : `${keyText(key)}: …`}` }];
  }
  const text = stringify(inList ? [value] : { [key]: value }, { lineWidth: 0 }).trimEnd();
  return text.split('\n').map((line) => ({ sign, text: `${indent}${line}` }));
}

/** Whether a message shows a value, as `"value"` or `key=value`. */
function isTold(value: unknown, message: string): boolean {
  if (typeof value !== 'string') {
    return typeof value === 'number' || typeof value === 'boolean';
  }
  return ['"', '='].some((before) =>
    message
      .split(`${before}${value}`)
      .slice(1)
      .some((after) => !/^[\w./-]*\w/.test(after)),
  );
}

function stepsOf(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function childOf(node: unknown, step: string): unknown {
  return node !== null && typeof node === 'object' && Object.hasOwn(node, step) ? (node as any)[step] : undefined;
}

function keyText(key: string): string {
  return stringify(key, { lineWidth: 0 }).trimEnd();
}

import { resolve } from '../compile-check';
import type { Finding } from '../finding';
import { exampleMap } from './example-map';
import { explainRule } from './explain-rule';
import { explainType } from './explain-type';
import { explainUnknown } from './explain-unknown';
import { explainBounds, explainDuplicate, explainEnum, explainKey, explainPattern } from './explain-value';
import { type Explain, type Explanation, PRUNED, REFUSED, type Subject } from './explanation';
import { pointer, showPath, showType } from './show';

const explainMissing: Explain = ({ path, node }, subject) => {
  const name = String(path[path.length - 1]);
  const field = node.fields?.[name];
  const type = field ? resolve(subject.table, field) : {};
  const examples: { readonly [type: string]: string } = {
    object: exampleMap(type, name, subject.kind),
    array: '[ … ]',
  };
  return {
    code: 'missing-field',
    message: `${showPath(path)} is not set, and must be: it is ${showType(type)}. ${REFUSED}`,
    fix: `Add ${name}: ${examples[type.type ?? ''] ?? '…'}`,
    values: { name },
  };
};

const explainNewer: Explain = ({ path, limit }) => ({
  code: 'newer-than-operator',
  message: `${showPath(path)} came with the Operator v${limit}, and the CustomResourceDefinition of the targeted one does not have it. ${PRUNED}`,
  fix: `Use the Operator v${limit} or newer, or remove ${showPath(path)}.`,
  patch: [{ op: 'remove', path: pointer(path) }],
  values: { since: limit },
});

const explainNull: Explain = ({ path, node }) => {
  const last = path[path.length - 1];
  const empty: { readonly [type: string]: string } = { object: '{}', array: '[]' };
  const form = empty[node.type ?? ''];
  return {
    code: 'null',
    message: `${showPath(path)} is null, and must be ${showType(node)}. Server-side apply (Flux, Helm 4) fails for the whole object; other clients lose the field.`,
    fix: `Remove ${showPath(path)}${form === undefined ? '' : `, or write ${last}: ${form} if an empty one is meant`}.`,
    patch: [{ op: 'remove', path: pointer(path) }],
    values: {},
  };
};

const explainSize: Explain = ({ limit }) => ({
  code: 'too-large',
  message: `The object has more than ${limit} values, and the rest was not looked at. The API server refuses objects of more than about 1.5 MB.`,
  fix: 'Split the object, and look for YAML aliases that repeat large parts.',
  values: { limit },
});

const EXPLAIN: { readonly [code: string]: Explain } = {
  'unknown-field': explainUnknown,
  'wrong-type': explainType,
  'missing-field': explainMissing,
  'not-allowed': explainEnum,
  pattern: explainPattern,
  key: explainKey,
  'out-of-bounds': explainBounds,
  'duplicate-key': explainDuplicate,
  rule: explainRule,
  'newer-than-operator': explainNewer,
  null: explainNull,
  'too-large': explainSize,
};

/** Finds the words for a finding, and the fix. */
export function explainFinding(finding: Finding, subject: Subject): Explanation {
  return EXPLAIN[finding.code](finding, subject);
}

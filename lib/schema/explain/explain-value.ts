import { distance } from 'fastest-levenshtein';
import type { FieldPath } from '../finding';
import type { SchemaNode } from '../schema-table';
import { type Explain, type Explanation, REFUSED } from './explanation';
import { isDuration, meansSeconds, mendDuration, unitsOf } from './mend-duration';
import { listing, pointer, show, showPath, showType, yaml } from './show';

/** A value that is none of those allowed. */
export const explainEnum: Explain = ({ path, node, value }) => {
  const allowed = node.enum ?? [];
  const text = String(value).trim().toLowerCase();
  const same = allowed.find((option) => option !== '' && option.toLowerCase() === text);
  const near = allowed
    .map((option) => ({ option, edits: text.length > 60 ? 99 : distance(option.toLowerCase(), text) }))
    .filter(({ option, edits }) => edits <= Math.min(2, option.length / 3))
    .sort((a, b) => a.edits - b.edits)[0];
  const meant = same ?? near?.option;
  // most are there in several cases
  const shown = allowed.filter(
    (option, i) => allowed.findIndex((other) => other.toLowerCase() === option.toLowerCase()) === i,
  );
  return {
    code: 'not-allowed',
    message: `${showPath(path)} is ${show(value)}, and must be one of ${listing(
      shown.map((option) => (option === '' ? '""' : option)),
      'or',
    )}.${same !== undefined && String(value).trim() !== value ? ' It has a space too many.' : ''} ${REFUSED}`,
    fix: meant === undefined ? `${keyOf(path)} <one of these>` : `${keyOf(path)} ${yaml(meant)}`,
    ...(same === undefined ? {} : { patch: [{ op: 'replace', path: pointer(path), value: same }] }),
    values: { value, allowed, ...(meant === undefined ? {} : { suggestion: meant }) },
  };
};

const FORMS: ReadonlyArray<readonly [part: string, form: string, example: string]> = [
  [
    '(\\.[a-z0-9]',
    'a name of lower-case letters, digits, "-" and ".", with a letter or digit at both ends of each part',
    'my-app',
  ],
  ['{0,61}', 'a label value: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends', 'web'],
  ['socks5', 'a URL that begins with http://, https:// or socks5://', 'http://egress.example:3128'],
  ['://', 'a URL with its scheme', 'https://example.com/path'],
  ['[KMGTPE]i', 'a quantity of Kubernetes', '500m or 2Gi'],
  ['i?)?B)$', 'a size with its unit', '512MB'],
  ['json|yml', 'a path of a file that ends in .json, .yml or .yaml', '/etc/targets/*.yaml'],
  ['january', 'a month or a range of months', 'january:march'],
  ['wednes', 'a weekday or a range of weekdays', 'monday:friday'],
  ['24:00', 'a time of day', '09:30'],
  ['2\\d{3}', 'a year or a range of years', '2026:2027'],
  ['abort', 'abort or warn', 'warn'],
];

/** Text that has not the form that it must have. */
export const explainPattern: Explain = ({ path, node, value }) => {
  const text = String(value);
  if (isDuration(node)) {
    return explainDuration(path, node, text);
  }
  const [, form, example] = FORMS.find(([part]) => node.pattern?.includes(part)) ?? [
    '',
    `text that matches ${node.pattern}`,
    undefined,
  ];
  const mended = /[KMG]/.test(node.pattern ?? '') ? mendSize(node, text) : undefined;
  return {
    code: 'pattern',
    message: `${showPath(path)} is ${show(value)}, and must be ${form}. ${REFUSED}`,
    fix:
      mended !== undefined
        ? `${keyOf(path)} ${mended}`
        : example === undefined
          ? `${keyOf(path)} …`
          : `${keyOf(path)} …, for example ${example}`,
    ...(mended === undefined ? {} : { patch: [{ op: 'replace', path: pointer(path), value: mended }] }),
    values: { value, pattern: node.pattern },
  };
};

/** `2 Gi` is `2Gi`, and for sizes of Prometheus `50Gi` is `50GiB`. */
function mendSize(node: SchemaNode, text: string): string | undefined {
  if (text.length > 60 || !/^[\d.]/.test(text)) {
    return undefined;
  }
  const compact = text.replace(/\s+/g, '');
  const pattern = new RegExp(node.pattern ?? '');
  return [compact, `${compact}B`].find((candidate) => pattern.test(candidate));
}

function explainDuration(path: FieldPath, node: SchemaNode, text: string): Explanation {
  const mended = mendDuration(node, text);
  const isBare = /^\s*[\d.]+\s*$/.test(text);
  const rule = `numbers without a fraction, each with one of the units ${listing(unitsOf(node))}, the longest first`;
  return {
    code: 'pattern',
    message: `${showPath(path)} is ${show(text)}, and must be a duration: ${
      isBare ? `a number with a unit, ` : ''
    }${isBare ? unitsOf(node).join(', ') : rule}. ${REFUSED}`,
    fix: mended === undefined ? `${keyOf(path)} <a duration, such as 1m30s>` : `${keyOf(path)} ${mended}`,
    ...(mended !== undefined && (!isBare || meansSeconds(text))
      ? { patch: [{ op: 'replace', path: pointer(path), value: mended }] }
      : {}),
    values: { value: text, ...(mended === undefined ? {} : { suggestion: mended }) },
  };
}

/** A key of labels or annotations that Kubernetes does not take. */
export const explainKey: Explain = ({ path }) => {
  const key = String(path[path.length - 1]);
  return {
    code: 'key',
    message: `${showPath(path)} has the key ${show(key)}, and must have one of at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, after a domain and "/" or not. ${REFUSED}`,
    fix: `Write the key as ${show(key.replace(/[^-A-Za-z0-9_./]+/g, '-').replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, ''))}, for example.`,
    values: { key },
  };
};

/** Numbers out of range; texts and lists that are too short. */
export const explainBounds: Explain = ({ path, node, value, limit }) => {
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  if (!isNumber) {
    if (typeof value === 'string' && value !== '') {
      return {
        code: 'out-of-bounds',
        message: `${showPath(path)} has ${value.length} characters, and must have at most ${limit}. ${REFUSED}`,
        fix: `Shorten ${showPath(path)}.`,
        values: { value, limit },
      };
    }
    const what = typeof value === 'string' ? 'empty text' : 'an empty list';
    return {
      code: 'out-of-bounds',
      message: `${showPath(path)} is ${what}, and must ${
        typeof value === 'string' ? 'hold at least one character' : `have at least one item`
      }. ${REFUSED}`,
      fix: `Remove ${showPath(path)}, or fill it.`,
      values: { value: typeof value === 'string' ? value : [], limit },
    };
  }
  const side = Number(value) < Number(limit) ? 'least' : 'most';
  return {
    code: 'out-of-bounds',
    message: `${showPath(path)} is ${value}, and must be ${showType(node)} of at ${side} ${limit}. ${REFUSED}`,
    fix: `${keyOf(path)} ${limit}, or another number within the bounds`,
    values: { value: Number(value), limit },
  };
};

/** Two items of a list that are the same to the API server. */
export const explainDuplicate: Explain = ({ path, node, value, first }) => {
  const list = path.slice(0, -1);
  const keys = node.keys;
  const same = keys
    ? `the same ${listing(keys)} as ${showPath([...list, first ?? 0])}: ${listing(
        keys.map((key) => show((value as any)?.[key])),
      )}`
    : `${show(value)}, as is ${showPath([...list, first ?? 0])}`;
  return {
    code: 'duplicate-key',
    message: `${showPath(path)} ${keys ? 'has' : 'is'} ${same}. In this list, no two items may be the same. ${REFUSED}`,
    fix: keys ? `Give it another ${listing(keys)}, or join the two items.` : `Remove ${showPath(path)}.`,
    ...(keys ? {} : { patch: [{ op: 'remove', path: pointer(path) }] }),
    values: { first, ...(keys ? { keys } : { value }) },
  };
};

function keyOf(path: FieldPath): string {
  const last = path[path.length - 1];
  return typeof last === 'number' ? '-' : `${last}:`;
}

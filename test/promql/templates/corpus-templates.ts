import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** Pieces of which templates are put together: what stands in an action, and what goes around it. */
const PIECES = [
  ...[
    '$value',
    '$labels.job',
    '.Labels',
    'query "up"',
    'humanize',
    '|',
    '|',
    '(',
    ')',
    '"x"',
    '`y`',
    '1',
    '.5',
    '$x',
    ':=',
  ],
  ...[
    '=',
    ',',
    'first',
    'value',
    'printf',
    '.',
    '$',
    'nil',
    'true',
    'end',
    'else',
    'if',
    'range',
    'with',
    'define "d"',
  ],
  ...[
    'template "d"',
    'block "b"',
    'break',
    "'c'",
    '-',
    'unknown',
    '$y',
    '.a.b',
    '0x1',
    'toDuration',
    'not',
    '$i, $e :=',
  ],
];
const AROUND = ['text ', '{{ ', '{{- ', ' }}', ' -}}', '{{ end }}', '{{ else }}', '{{/* c */}}'];
const GENERATED = { seed: 41, count: 500 };

/** Every template that promtool is asked about: those of `by-hand.txt`, some of several lines, and generated ones. */
export function corpusTemplates(): string[] {
  const lines = readFileSync(path.join(__dirname, 'by-hand.txt'), 'utf8').split('\n').slice(0, -1);
  const several = [
    '{{ if\n  $value\n}}\n{{ end }}',
    '{{ "a\nb" }}',
    '{{ `a\nb` }}',
    '{{\n- $value }}',
    '{{/*\n*/}}',
    "{{ 'a\n' }}",
  ];
  const all = [...lines, ...several, '', ...generated()];
  return [...new Set(all)];
}

function generated(): string[] {
  let state = GENERATED.seed;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * limit);
  };
  const pick = (list: readonly string[]): string => list[below(list.length)];
  const action = (): string => `{{ ${Array.from({ length: 1 + below(5) }, () => pick(PIECES)).join(' ')} }}`;
  return Array.from({ length: GENERATED.count }, () => {
    const parts = Array.from({ length: 1 + below(3) }, () => (below(5) === 0 ? pick(AROUND) : action()));
    // Half of them are closed, else hardly any would be taken.
    const open = parts.filter((part) => /^\{\{-? (?:if|range|with|define|block)/.test(part)).length;
    return `${parts.join('')}${below(4) > 0 ? '{{ end }}'.repeat(open) : ''}`;
  });
}

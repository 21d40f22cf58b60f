import { boundedMemo } from '../bounded-memo';
import type { PatternMatch } from './pattern';

/** A replacement or target label, split at its variables. */
export interface Template {
  /** The text itself, where it has no variables: it is then the same for every match. */
  readonly constant: string | undefined;
  expand(match: PatternMatch): string;
}

type Part = string | { readonly group: number } | { readonly name: string };

/**
 * Reads a text with `$1`, `${1}`, `$name`, `${name}` and `$$`. A name is as long as it can be: `$1_x` is the group named
 * `1_x`. A `$` that begins none of these stands for itself.
 *
 * Source: Go 1.26 `regexp/regexp.go`, `Regexp.expand` and `extract`.
 */
export const compileTemplate = boundedMemo((template: string): Template => {
  const parts = partsOf(template);
  if (parts.every((part) => typeof part === 'string')) {
    const constant = parts.join('');
    return { constant, expand: () => constant };
  }
  const [only] = parts;
  if (parts.length === 1 && typeof only !== 'string') {
    return { constant: undefined, expand: (match) => textOf(only, match) };
  }
  return { constant: undefined, expand: (match) => parts.map((part) => textOf(part, match)).join('') };
});

function partsOf(template: string): Part[] {
  const parts: Part[] = [];
  let text = '';
  let rest = 0;
  for (const match of template.matchAll(/\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu)) {
    text += template.slice(rest, match.index);
    rest = match.index + match[0].length;
    const name = match[1] ?? match[2];
    if (name === undefined) {
      text += '$';
    } else {
      parts.push(...(text === '' ? [] : [text]), variable(name));
      text = '';
    }
  }
  text += template.slice(rest);
  return text === '' && parts.length > 0 ? parts : [...parts, text];
}

function variable(name: string): Part {
  // Go takes a name for a number only without leading zeros and, in effect, below 10⁹.
  return /^(?:0|[1-9]\d{0,8})$/.test(name) ? { group: Number(name) } : { name };
}

/** The text of a part; groups that do not exist or took no part in the match are empty. */
function textOf(part: Part, { groups, names }: PatternMatch): string {
  if (typeof part === 'string') {
    return part;
  }
  if ('group' in part) {
    return groups[part.group] ?? '';
  }
  const group = names[part.name]?.find((number) => groups[number] !== undefined);
  return group === undefined ? '' : (groups[group] as string);
}

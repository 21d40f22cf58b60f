import { type Matcher, type MatchType, whyNoMatcher } from './matcher';

/** Why a text holds no matchers. */
export interface MatchersProblem {
  readonly problem: string;
}

/**
 * Reads matchers as Alertmanager does since 0.27: with the newer parser, and with the older one where that one fails or the
 * two disagree.
 *
 * Source: alertmanager v0.34.2 `matcher/compat/parse.go`, `FallbackMatchersParser`.
 */
export function parseMatchers(text: string): readonly Matcher[] | MatchersProblem {
  const newer = parseUtf8(text);
  const older = parseClassic(text);
  if ('problem' in newer) {
    return older;
  }
  return !('problem' in older) && JSON.stringify(newer) !== JSON.stringify(older) ? older : newer;
}

type Parsed = readonly Matcher[] | MatchersProblem;

const TOKEN = /\s*(?:(\{|\}|,|=~|=|!=|!~)|("(?:[^"\\]|\\[\s\S])*")|([^\s{}!=~,\\"'`]+)|([\s\S]))/y;

/** Source: alertmanager v0.34.2 `matcher/parse/parse.go` and `lexer.go`. */
function parseUtf8(text: string): Parsed {
  const tokens = tokensOf(text.trimEnd());
  if (tokens === undefined) {
    return { problem: `"${text}" has a character that must be quoted` };
  }
  const matchers: Matcher[] = [];
  let at = 0;
  const isMark = (mark: string): boolean => tokens[at]?.mark === true && tokens[at].text === mark;
  const hasBrace = isMark('{');
  at = hasBrace ? 1 : 0;
  while (at < tokens.length && !isMark('}')) {
    const [name, operator, value] = tokens.slice(at, at + 3);
    if (value === undefined || name.mark || value.mark || !isOperator(operator)) {
      return { problem: `"${text}" is no list of matchers such as severity="critical"` };
    }
    const matcher = { name: name.text, type: operator.text as MatchType, value: value.text };
    const why = whyNoMatcher(matcher);
    if (why !== undefined) {
      return { problem: `"${matcher.value}" is no regular expression: ${why}` };
    }
    matchers.push(matcher);
    at += 3;
    if (at < tokens.length && !isMark('}')) {
      if (!isMark(',')) {
        return { problem: `"${text}" needs a comma between two matchers` };
      }
      at += 1;
    }
  }
  const closed = isMark('}');
  return closed === hasBrace && at + (closed ? 1 : 0) === tokens.length
    ? matchers
    : { problem: `"${text}" has a brace without the other` };
}

interface Token {
  readonly text: string;
  /** A brace, a comma or an operator. */
  readonly mark: boolean;
}

function isOperator({ text, mark }: Token): boolean {
  return mark && ['=', '!=', '=~', '!~'].includes(text);
}

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const [, mark, quoted, plain] = TOKEN.exec(text) ?? [];
    const value = quoted === undefined ? (mark ?? plain) : unquoted(quoted);
    if (value === undefined) {
      return undefined;
    }
    tokens.push({ text: value, mark: mark !== undefined });
  }
  return tokens;
}

const ESCAPES: { readonly [letter: string]: string } = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

/** Source: Go standard library, `strconv.Unquote`; escapes of bytes beyond ASCII, which make no text, are left out. */
function unquoted(quoted: string): string | undefined {
  const inner = quoted.slice(1, -1);
  if (inner.includes('\n')) {
    return undefined;
  }
  let valid = true;
  const text = inner.replace(
    /\\(?:x([0-7][\da-fA-F])|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([01][0-7]{2})|([\s\S]))/g,
    (_, hex, short, long, octal, letter: string | undefined) => {
      const code = hex ?? short ?? long;
      const point = code === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(code, 16);
      if (letter !== undefined) {
        valid &&= Object.hasOwn(ESCAPES, letter);
        return ESCAPES[letter] ?? '';
      }
      valid &&= point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
      return valid ? String.fromCodePoint(point) : '';
    },
  );
  return valid ? text : undefined;
}

/** Source: alertmanager v0.34.2 `pkg/labels/parse.go`, `ParseMatchers`. */
function parseClassic(text: string): Parsed {
  const matchers: Matcher[] = [];
  for (const part of partsOf(text.replace(/^\{/, '').replace(/\}$/, ''))) {
    const matcher = classicMatcher(part);
    if ('problem' in matcher) {
      return matcher;
    }
    matchers.push(matcher);
  }
  return matchers;
}

/** Splits at commas outside of quotes. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let escaped = false;
  for (const character of text) {
    if (character === ',' && !quoted) {
      parts.push(part);
      part = '';
      continue;
    }
    // A comma within quotes leaves a backslash before it in effect, as it does in the original.
    if (character === '"') {
      quoted = escaped ? quoted : !quoted;
      escaped = false;
    } else if (character === '\\') {
      escaped = !escaped;
    } else if (character !== ',') {
      escaped = false;
    }
    part += character;
  }
  return part.trim() === '' ? parts : [...parts, part.trim()];
}

function classicMatcher(text: string): Matcher | MatchersProblem {
  const [, name, type, raw] = /^\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\s*(=~|=|!=|!~)\s*([\s\S]*?)\s*$/.exec(text) ?? [];
  if (name === undefined) {
    return { problem: `"${text}" is no matcher such as severity="critical"` };
  }
  const quoted = raw.startsWith('"');
  const inner = quoted ? raw.slice(1) : raw;
  let value = '';
  let closed = !quoted;
  for (let i = 0; i < inner.length; i += 1) {
    const character = inner[i];
    const isLast = i === inner.length - 1;
    if (character === '\\' && !isLast) {
      i += 1;
      const next = inner[i];
      value += next === 'n' ? '\n' : next === '"' || next === '\\' ? next : `\\${next}`;
    } else if (character === '"') {
      if (!quoted || !isLast) {
        return { problem: `"${text}" has a quote within its value that must be written \\"` };
      }
      closed = true;
    } else {
      value += character;
    }
  }
  if (!closed) {
    return { problem: `"${text}" has a quote that is never closed` };
  }
  const matcher = { name, type: type as MatchType, value };
  const why = whyNoMatcher(matcher);
  return why === undefined ? matcher : { problem: `"${value}" is no regular expression: ${why}` };
}

import {
  Composer,
  type CST,
  type Document,
  isCollection,
  isScalar,
  type ParsedNode,
  Parser,
  visit,
  type YAMLParseError,
} from 'yaml';
import { TOO_DEEP, tooDeepAt } from './nesting';
import type { Refusal } from './read-problem';

/** The syntax tree of a document; nodes know their offsets. */
export type Tree = ParsedNode | null;

/** A tree, undefined where the text holds no document at all; or why there is none. */
export type Parsed = { readonly tree: Tree | undefined } | { readonly refused: Refusal };

/**
 * The bare syntax: every plain scalar stays the text that it is, no tag builds anything, and looking for duplicate keys
 * is left to us, since the package compares each key with each other.
 */
const BARE_SYNTAX = {
  schema: 'failsafe',
  version: '1.1',
  resolveKnownTags: false,
  uniqueKeys: false,
  merge: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** Characters that go-yaml refuses anywhere (go.yaml.in/yaml/v2, `readerc.go`, `yaml_parser_update_buffer`). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/**
 * Parses the first document of a text, as go-yaml's `Unmarshal` does: what follows a `...` or a further `---` is not
 * looked at.
 */
export function parseDocument(text: string): Parsed {
  const control = CONTROL_CHARACTER.exec(text);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return refused(control.index, `the control character U+${code} must not stand in YAML`, {
      fix: 'remove it; in a text with double quotes it can be written as an escape, such as "\\x1b"',
    });
  }
  // go-yaml takes a lone carriage return and U+0085 for line breaks too; offsets stay as they are.
  const lines = /[\r\x85]/.test(text) ? text.replace(/[\r\x85]/g, '\n') : text;
  const tokens: CST.Token[] = [];
  for (const token of new Parser().parse(lines)) {
    const deep = tooDeepAt(token);
    if (deep !== undefined) {
      return { refused: { offset: deep, ...TOO_DEEP } };
    }
    tokens.push(token);
  }
  let document: Document.Parsed | undefined;
  for (const found of new Composer(BARE_SYNTAX).compose(tokens)) {
    document = found;
    break;
  }
  const error = document && firstError(document.errors);
  if (error) {
    const opening = UNCLOSED.test(error.message) ? openingBefore(document?.contents, lines, error.pos[0]) : undefined;
    const fix = fixOf(error);
    return refused(opening ?? Math.min(error.pos[0], text.length), messageOf(error, text), fix ? { fix } : {});
  }
  return { tree: document?.contents };
}

const UNCLOSED = /^Missing closing|must end with a|sufficiently indented and end with/;

const CLOSING: { readonly [opening: string]: string } = { '"': '"', "'": "'", '{': '}', '[': ']' };

/** Where the innermost quote or bracket stands that is open at an offset: what is wrong is there, not at the end. */
function openingBefore(tree: Tree | undefined, text: string, offset: number): number | undefined {
  let found: number | undefined;
  visit(tree ?? null, {
    Node: (_key, node) => {
      const [start, end] = node.range ?? [0, 0];
      const opens = isScalar(node) ? node.type?.startsWith('QUOTE') : isCollection(node) && node.flow;
      const closed = end - start > 1 && text[end - 1] === CLOSING[text[start]];
      if (opens && !closed && start <= offset && offset <= end + 1) {
        found = start;
      }
    },
  });
  return found;
}

function refused(offset: number, message: string, more?: { fix?: string }): Parsed {
  return { refused: { offset, message, ...more } };
}

/** Errors later in the text mostly follow from the first. */
function firstError(errors: readonly YAMLParseError[]): YAMLParseError | undefined {
  let first: YAMLParseError | undefined;
  for (const error of errors) {
    if (first === undefined || error.pos[0] < first.pos[0]) {
      first = error;
    }
  }
  return first;
}

function messageOf(error: YAMLParseError, text: string): string {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'a tab stands where YAML takes spaces only';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'this stands where a key is expected, and has no ":" on its line';
    case 'BAD_ALIAS':
      return 'an anchor or alias has no proper name';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'a second ":" stands in this line, and YAML takes it for another map';
    default:
      if (UNCLOSED.test(error.message)) {
        return /quote/.test(error.message)
          ? 'this quote is not closed, or a line before its end is not indented'
          : 'this bracket is not closed, or a line before its end is not indented';
      }
      if (/at node end$/.test(error.message)) {
        return `the document is complete before this${near(text, error.pos[0])}; kubectl would drop it and say nothing`;
      }
      return `this is no valid YAML: ${lowerFirst(error.message)}${near(text, error.pos[0])}`;
  }
}

function fixOf(error: YAMLParseError): string | undefined {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'indent with spaces';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'write "key: value", or indent the line to make it part of the value above';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'put the value in quotes, or the inner map on its own lines';
    default:
      return /at node end$/.test(error.message)
        ? 'indent it as the lines that it belongs to, or put a line "---" before it'
        : undefined;
  }
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}

function near(text: string, offset: number): string {
  const rest = /^[^\n]{1,30}/.exec(text.slice(offset, offset + 31))?.[0].trim();
  return rest ? `, near "${rest}"` : '';
}

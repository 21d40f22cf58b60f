import { RE2JS } from 're2js';
import { boundedMemo } from '../bounded-memo';
import { withDistinctNames } from './group-names';
import { isWellFormed } from './label-name';
import { simplePattern } from './simple-pattern';
import type { Template } from './template';

/** Numbers of the groups of each name. */
export interface GroupNames {
  readonly [name: string]: readonly number[];
}

/** The groups of a match. */
export interface PatternMatch {
  /** Texts of the groups; the whole match is the first. A group that took no part is `undefined`. */
  readonly groups: ArrayLike<string | undefined>;
  readonly names: GroupNames;
}

/** The expression of a rule, which must match a text as a whole. */
export interface Pattern {
  test(text: string): boolean;
  match(text: string): PatternMatch | undefined;
  /** A text that matches, with what matches replaced. */
  replaceAll(text: string, template: Template): string;
}

/** Why an expression is none that Prometheus takes. */
export interface PatternProblem {
  readonly problem: string;
}

/** How many instructions of RE2 programs are remembered. One takes about half a kilobyte, so this is 50 MB. */
const RE2_INSTRUCTIONS = 100_000;

const NO_NAMES: GroupNames = Object.freeze(Object.create(null));

/**
 * Compiles an expression as Prometheus does, in the syntax of RE2.
 *
 * Source: prometheus v3.14 `model/relabel/relabel.go`, `NewRegexp` (`^(?s:…)$`); v2.55 there (`^(?:…)$`).
 */
export function compilePattern(regex: string, dotMatchesNewline: boolean): Pattern | PatternProblem {
  return dotMatchesNewline ? compileDotAll(regex) : compileDotLine(regex);
}

const compileDotAll = memoized(true);
const compileDotLine = memoized(false);

function memoized(dotMatchesNewline: boolean): (regex: string) => Pattern | PatternProblem {
  const simple = boundedMemo((regex) => simpleEngine(regex, dotMatchesNewline));
  const re2 = boundedMemo((regex) => re2Engine(regex, dotMatchesNewline), RE2_INSTRUCTIONS, weightOf);
  return (regex) => simple(regex) ?? re2(regex);
}

/** A pattern of plain text or of the simple part of the syntax; `undefined` if the expression goes beyond that. */
export function simpleEngine(regex: string, dotMatchesNewline: boolean): Pattern | undefined {
  if (dotMatchesNewline && regex === '(.*)') {
    return pattern(
      (text) => ({ groups: [text, text], names: NO_NAMES }),
      () => true,
    );
  }
  const simple = simplePattern(regex, dotMatchesNewline);
  if (simple === undefined) {
    return undefined;
  }
  const { literal, source } = simple;
  if (literal !== undefined) {
    const match = { groups: [literal], names: NO_NAMES };
    return pattern(
      (text) => (text === literal ? match : undefined),
      (text) => text === literal,
    );
  }
  const native = new RegExp(`^(?:${source})$`);
  return pattern(
    (text) => {
      const groups = native.exec(text);
      return groups === null ? undefined : { groups, names: NO_NAMES };
    },
    (text) => native.test(text),
  );
}

function pattern(match: Pattern['match'], test: Pattern['test']): Pattern {
  return { test, match, replaceAll: (text, template) => template.expand(match(text) as PatternMatch) };
}

/** A pattern that RE2 itself runs, in linear time for any expression and any text. */
export function re2Engine(regex: string, dotMatchesNewline: boolean): Pattern | PatternProblem {
  if (!isWellFormed(regex)) {
    return { problem: 'it is no valid UTF-8' };
  }
  const anchored = `^(?${dotMatchesNewline ? 's' : ''}:${regex})$`;
  try {
    const { source, originalName } = withDistinctNames(anchored);
    return new Re2Pattern(RE2JS.compile(source), originalName);
  } catch (error) {
    // A deeply nested expression can exhaust the stack of the parser, which is no exception of the library's own.
    return { problem: error instanceof RangeError ? 'it nests too deeply' : messageOf(error, anchored) };
  }
}

function weightOf(pattern: Pattern | PatternProblem): number {
  return pattern instanceof Re2Pattern ? pattern.size : 1;
}

/** What RE2 says, without the anchors that nobody wrote. */
function messageOf(error: unknown, anchored: string): string {
  const text = error instanceof Error ? error.message : String(error);
  const whole = `: \`${anchored}\``;
  return (text.endsWith(whole) ? text.slice(0, -whole.length) : text).replace(/^error parsing regexp: /, '');
}

class Re2Pattern implements Pattern {
  private readonly names: GroupNames;

  public constructor(
    private readonly program: RE2JS,
    originalName: (name: string) => string,
  ) {
    const names: { [name: string]: number[] } = Object.create(null);
    for (const [name, group] of Object.entries(program.namedGroups())) {
      names[originalName(name)] = [...(names[originalName(name)] ?? []), group];
    }
    this.names = names;
  }

  /** Number of instructions. */
  public get size(): number {
    return this.program.programSize();
  }

  public test(text: string): boolean {
    return this.program.test(text);
  }

  public match(text: string): PatternMatch | undefined {
    // To know whether there is a match takes a tenth of the time that the groups take.
    const groups = this.program.test(text) ? this.program.exec(text) : null;
    return groups === null ? undefined : { groups, names: this.names };
  }

  /**
   * An expression such as `a)|(?:b` undoes the anchors, so that there can be several matches and text between them.
   *
   * Source: Go 1.26 `regexp/regexp.go`, `Regexp.replaceAll`.
   */
  public replaceAll(text: string, template: Template): string {
    let result = '';
    let end = 0;
    for (const match of this.program.matchAll(text)) {
      const start = match.index as number;
      const matchEnd = start + match[0].length;
      result += text.slice(end, start);
      // An empty match right behind another one counts for nothing.
      result += matchEnd > end || start === 0 ? template.expand({ groups: match, names: this.names }) : '';
      end = matchEnd;
    }
    return result + text.slice(end);
  }
}

import { compilePattern } from '../relabel/pattern';

/** How a matcher compares. */
export type MatchType = '=' | '!=' | '=~' | '!~';

/** A condition on one label of an alert. */
export interface Matcher {
  readonly name: string;
  readonly type: MatchType;
  readonly value: string;
}

/** Labels of an alert. */
export interface AlertLabels {
  readonly [name: string]: string;
}

/**
 * Whether labels meet a matcher. A label that is not there counts as empty.
 *
 * Source: alertmanager v0.34.2 `pkg/labels/matcher.go`, `NewMatcher` and `Matches`.
 */
export function meets({ name, type, value }: Matcher, labels: AlertLabels): boolean {
  const actual = Object.hasOwn(labels, name) ? labels[name] : '';
  switch (type) {
    case '=':
      return actual === value;
    case '!=':
      return actual !== value;
    case '=~':
    case '!~': {
      // The expression must match the whole text, and a dot stops at the end of a line.
      const pattern = compilePattern(value, false);
      return !('problem' in pattern) && pattern.test(actual) === (type === '=~');
    }
  }
}

/** Why Alertmanager takes no such matcher; `undefined` where it does. */
export function whyNoMatcher({ type, value }: Matcher): string | undefined {
  const pattern = type === '=~' || type === '!~' ? compilePattern(value, false) : undefined;
  return pattern !== undefined && 'problem' in pattern ? pattern.problem : undefined;
}

/** `severity=~"critical|warning"`. */
export function matcherText({ name, type, value }: Matcher): string {
  return `${name}${type}"${escaped(value)}"`;
}

/** Source: alertmanager v0.34.2 `pkg/labels/matcher.go`, `openMetricsEscape`. */
function escaped(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/"/g, '\\"');
}

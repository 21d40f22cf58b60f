import { RE2JS } from 're2js';

/**
 * Why Prometheus would refuse a regular expression; `undefined` when it takes it.
 *
 * Prometheus compiles with RE2, which has no look-around and no back-references, and anchors the expression at both ends:
 * prometheus `model/relabel/relabel.go`, `NewRegexp`.
 */
export function whyNoRe2(regex: string): string | undefined {
  const problem = problemOf(`^(?s:${regex})$`);
  // Go lets two groups have one name, unlike this library.
  if (problem === undefined || /duplicate/i.test(problem)) {
    return undefined;
  }
  if (/\(\?<?[=!]/.test(regex)) {
    return 'looks ahead or behind, which RE2 cannot';
  }
  const reference = /\\[1-9]/.exec(regex);
  if (reference) {
    return `holds the back-reference "${reference[0]}", which RE2 does not have`;
  }
  // Without the anchors, the text quotes what the user wrote.
  return `is no RE2 expression: ${problemOf(regex) ?? problem}`;
}

function problemOf(regex: string): string | undefined {
  try {
    RE2JS.compile(regex);
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^error parsing regexp: /, '');
  }
}

import { type ChainLink, type Explanation, LinkState } from './explanation';
import type { Finding, ObjectReference } from './finding';
import { findingLines, fixLines } from './finding-text';
import { objectText, placeText } from './object-text';
import { printable, printableLines } from './printable';
import { TARGET_COLUMNS, targetCells } from './target-cells';
import { targetTable } from './targets-text';
import { type Palette, paletteOf, type TextStyle } from './text-style';
import { wrapText } from './wrap-text';

const MARKS: { [state in LinkState]: { readonly unicode: string; readonly ascii: string } } = {
  [LinkState.HOLDS]: { unicode: '✓', ascii: '+' },
  [LinkState.BROKEN]: { unicode: '✗', ascii: 'x' },
  [LinkState.UNKNOWN]: { unicode: '?', ascii: '?' },
  [LinkState.NOTE]: { unicode: '·', ascii: '-' },
};

/** The explanation for people: the answer, each chain as a tree, the targets, and findings that no chain has named. */
export function* explainText(explanation: Explanation, style: TextStyle = {}): Generator<string> {
  const palette = paletteOf(style);
  const { object, source, verdict, chains, targets, findings } = explanation;
  yield `${[palette.object(objectText(object)), ...inParentheses(placeText(source), palette)].join('  ')}\n`;
  yield* printableLines(verdict).flatMap((line) => wrapText(line, style.width).map((part) => `${part}\n`));
  for (const chain of chains) {
    yield `\n${linkLines(chain, '', style).join('\n')}\n`;
  }
  if (targets.length > 0) {
    yield `\n${palette.strong('Targets')}\n`;
    const rows = targets.map((target) => [target.prometheus, ...targetCells(target)]);
    yield* targetTable(['prometheus', ...TARGET_COLUMNS], rows, style);
  }
  for (const finding of findings.filter((candidate) => !chains.some((chain) => names(chain, candidate, object)))) {
    yield `\n${findingLines(finding, style).join('\n')}\n`;
  }
}

function linkLines(link: ChainLink, indent: string, style: TextStyle): string[] {
  const palette = paletteOf(style);
  const inner = `${indent}  `;
  const start = [mark(link.state, style), ...(link.link ? [printable(link.link)] : [])].join(' ');
  const width = style.width === undefined ? undefined : style.width - inner.length - 3;
  const [first, ...rest] = printableLines(link.text).flatMap((line) => wrapText(line, width));
  return [
    `${indent}${start} ${first}`,
    ...rest.map((line) => inner + line),
    ...whereLine(link, palette).map((line) => inner + line),
    ...(link.fix ? fixLines(link.fix).map((line) => inner + line) : []),
    ...link.links.flatMap((part) => linkLines(part, inner, style)),
  ];
}

/** The object, the field and the place that decide, and who reports it. */
function whereLine({ object, field, source, check }: ChainLink, palette: Palette): string[] {
  const subject = [...(object ? [objectText(object)] : []), ...(field ? [printable(field)] : [])].join(' ');
  const place = source && placeText(source);
  const parts = [subject, ...(place ? [`(${place})`] : []), ...(check ? [printable(check)] : [])];
  const line = parts.filter((part) => part !== '').join('  ');
  return line === '' ? [] : [palette.faint(line)];
}

function mark(state: LinkState, style: TextStyle): string {
  const palette = paletteOf(style);
  const text = MARKS[state][style.unicode === false ? 'ascii' : 'unicode'];
  const paints = {
    [LinkState.HOLDS]: palette.good,
    [LinkState.BROKEN]: palette.bad,
    [LinkState.UNKNOWN]: palette.doubt,
    [LinkState.NOTE]: palette.faint,
  };
  return paints[state](text);
}

/** Whether the chain says what the finding says, the edit included. */
function names(link: ChainLink, finding: Finding, explained: ObjectReference): boolean {
  const here =
    link.check === finding.check &&
    (link.field ?? '') === finding.field &&
    objectText(link.object ?? explained) === objectText(finding.object) &&
    (finding.fix === undefined || link.fix !== undefined);
  return here || link.links.some((part) => names(part, finding, explained));
}

function inParentheses(place: string | undefined, palette: Palette): string[] {
  return place === undefined ? [] : [palette.faint(`(${place})`)];
}

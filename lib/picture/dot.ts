import { printable } from '../report/printable';
import { graphOf } from './graph';
import { Column, type Link, LinkStatus, type Part, type Picture } from './picture';
import { headline, partName } from './words';

/** A picture in the language of Graphviz. There is no limit to its size. */
export function* dotGraph(picture: Picture): Generator<string> {
  const { parts, links } = graphOf(picture);
  const ids = new Map(parts.map(({ id }, i) => [id, `n${i}`]));
  yield 'digraph monitoring {\n';
  yield '  graph [rankdir=LR, labelloc=t, fontname="sans-serif", ranksep=0.8';
  yield `, label=${quoted([headline(picture.counts)])}];\n`;
  yield '  node [shape=box, style=rounded, fontname="sans-serif", fontsize=11];\n';
  yield '  edge [fontname="sans-serif", fontsize=10];\n';
  for (const part of parts) {
    yield `  ${ids.get(part.id)} [label=${quoted(linesOf(part))}${styleOfPart(part)}];\n`;
  }
  for (const column of Object.values(Column)) {
    const same = parts.filter((part) => part.column === column).map(({ id }) => ids.get(id));
    if (same.length > 1) {
      yield `  { rank=same; ${same.join('; ')}; }\n`;
    }
  }
  for (const link of links) {
    yield `  ${ids.get(link.from)} -> ${ids.get(link.to)}${styleOfLink(link, picture)};\n`;
  }
  yield '}\n';
}

function linesOf(part: Part): string[] {
  const { kind, status, detail, targets } = part;
  const state = status === LinkStatus.BROKEN && targets.length > 0 ? 'not scraped' : '';
  return [kind, partName(part), detail, state].filter((line) => line !== '');
}

function styleOfPart({ status }: Part): string {
  switch (status) {
    case LinkStatus.BROKEN:
      return ', color="#cf222e", penwidth=2';
    case LinkStatus.UNKNOWN:
      return ', color="#9a6700", style="rounded,dashed"';
    default:
      return '';
  }
}

function styleOfLink({ status, reason, finding }: Link, { findings }: Picture): string {
  const check = finding === undefined ? [] : [findings[finding].finding.check];
  const label = `label=${quoted([...check, ...wrapped(reason)])}`;
  switch (status) {
    case LinkStatus.WHOLE:
      return '';
    case LinkStatus.BROKEN:
      return ` [color="#cf222e", fontcolor="#a40e26", penwidth=2, arrowhead=tee, ${label}]`;
    case LinkStatus.UNKNOWN:
      return ` [color="#9a6700", fontcolor="#7d4e00", style=dashed, ${label}]`;
    case LinkStatus.BEYOND:
      return ' [color="#818b98", style=dotted]';
  }
}

/** Characters in a line of a label. */
const WIDTH = 40;

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= WIDTH) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines.filter((line) => line !== '');
}

/**
 * Lines as a string of DOT. Graphviz reads escapes such as `\N` and entities such as `&lt;` in labels, so backslashes and
 * ampersands are doubled or written out.
 */
function quoted(lines: readonly string[]): string {
  const text = lines.map((line) =>
    printable(line.replace(/\p{Cs}/gu, '\ufffd'))
      .replaceAll('&', '&amp;')
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"'),
  );
  return `"${text.join('\\n')}"`;
}

import type { Graph } from '../graph';
import { BOX, layoutOf, type Point } from '../layout';
import { Column, type Link, LinkStatus, type Part } from '../picture';
import { partName, statusText } from '../words';
import { type Break, breakAt } from './breaks';
import { type Html, html, NOTHING } from './html';

/** Characters of a name in one line of a box, and of the smaller lines. */
const LINE = 20;
const SMALL = 26;

/**
 * A drawing of a graph as SVG. Colours come from the style of the page, so that it follows light and dark. Boxes take part in
 * the order of the keyboard: one of them by the tab key, the others by arrow keys.
 *
 * @param card id of the card, which ids of breaks begin with
 */
export function drawing(graph: Graph, title: string, breaks: readonly Break[], card: string): Html {
  const { parts, links } = graph;
  const { width, height, boxes, arrows } = layoutOf(graph);
  const indexes = new Map(parts.map(({ id }, i) => [id, i]));
  return html`<svg class="drawing" role="group" aria-label="${title}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
${links.map((link, i) => arrow(link, arrows[i]))}
${parts.map((part, i) => box(part, i, boxes[i], neighbours(part, links, indexes), i === 0))}
${links.map((link, i) =>
  badge(
    link,
    arrows[i],
    links.some(({ from, to }) => to === link.to && from !== link.from),
    breaks,
    card,
  ),
)}
</svg>`;
}

interface Neighbours {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

function neighbours({ id }: Part, links: readonly Link[], indexes: ReadonlyMap<string, number>): Neighbours {
  const unique = (ids: readonly string[]) => [...new Set(ids.map((one) => indexes.get(one) as number))];
  return {
    before: unique(links.filter(({ to }) => to === id).map(({ from }) => from)),
    after: unique(links.filter(({ from }) => from === id).map(({ to }) => to)),
  };
}

function arrow({ status }: Link, points: readonly Point[]): Html {
  const end = points[points.length - 1];
  const head = `M${end.x - 8} ${end.y - 5}L${end.x - 1} ${end.y}L${end.x - 8} ${end.y + 5}`;
  return html`<path class="arrow ${status}" d="${curve(points)}"/><path class="head ${status}" d="${head}"/>`;
}

function curve([first, ...rest]: readonly Point[]): string {
  let from = first;
  const parts = [`M${first.x} ${first.y}`];
  for (const to of rest) {
    const middle = Math.round((from.x + to.x) / 2);
    parts.push(from.y === to.y ? `H${to.x}` : `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`);
    from = to;
  }
  return parts.join('');
}

/**
 * What is broken carries a cross and the number of its reason, at the end at which arrows are apart.
 *
 * @param isShared whether several arrows lead to the same box
 */
function badge(link: Link, points: readonly Point[], isShared: boolean, breaks: readonly Break[], card: string): Html {
  const found = breakAt(link, breaks);
  if (found === undefined) {
    return NOTHING;
  }
  const [from] = points;
  const end = points[points.length - 1];
  const x = isShared ? from.x + 26 : end.x - 26;
  const { y } = isShared ? from : end;
  const isBroken = link.status === LinkStatus.BROKEN;
  const sign = isBroken ? '✕' : '?';
  const word = isBroken ? 'broken' : 'unknown';
  const name = `${sign} ${found.number} ${word}: ${found.reason}`;
  return html`<a class="badge ${link.status}" href="#${card}-b${found.number}" aria-label="${name}"><rect x="${x - 19}" y="${y - 12}" width="38" height="24" rx="12"/><text x="${x}" y="${y + 5}">${sign} ${found.number} <tspan class="word" x="${x}" y="${y + 26}">${word}</tspan></text></a>`;
}

function box(part: Part, index: number, { x, y }: Point, { before, after }: Neighbours, isFirst: boolean): Html {
  const left = x - BOX.width / 2;
  const top = y - BOX.height / 2;
  const names = nameLines(part);
  const lower = [part.kind === 'target' ? '' : part.namespace, part.detail].filter((text) => text !== '').join(' · ');
  const start = names.length === 1 ? 26 : 19;
  const state = part.status === LinkStatus.WHOLE ? '' : ` ${part.status}`;
  return html`<g class="box ${part.column}${state}" tabindex="${isFirst ? 0 : -1}" role="img" aria-label="${describe(part)}" data-i="${index}" data-column="${part.column}" data-before="${before.join(' ')}" data-after="${after.join(' ')}"><title>${describe(part)}</title><rect x="${left}" y="${top}" width="${BOX.width}" height="${BOX.height}" rx="8"/><text class="kind" x="${left + 12}" y="${top + start}">${kindText(part)}</text>${names.map(
    (line, i) => html`<text class="name" x="${left + 12}" y="${top + start + 17 + i * 16}">${line}</text>`,
  )}<text class="lower" x="${left + 12}" y="${top + start + 17 + names.length * 16}">${short(lower, SMALL)}</text></g>`;
}

/** Sign and words of the state, for it must not be told by colour alone. */
function kindText(part: Part): string {
  if (part.column !== Column.TARGET) {
    return part.status === LinkStatus.WHOLE ? part.kind : `${part.kind} · ${missingText(part)}`;
  }
  const sign = part.status === LinkStatus.WHOLE ? '✓' : part.status === LinkStatus.BROKEN ? '✕' : '?';
  return `${sign} ${statusText(part.status)}`;
}

function missingText({ status, object }: Part): string {
  return status === LinkStatus.UNKNOWN ? 'not known' : object === undefined ? 'missing' : 'refused';
}

/** What a box says, for those who do not see it. */
export function describe(part: Part): string {
  const state =
    part.column === Column.TARGET ? statusText(part.status) : part.status === LinkStatus.WHOLE ? '' : missingText(part);
  const isLost = part.column === Column.TARGET && part.object === undefined && part.name === 'no target';
  return [isLost ? part.name : `${part.kind} ${partName(part)}`, part.detail, state]
    .filter((text) => text !== '')
    .join(', ');
}

function nameLines({ name }: Part): string[] {
  if ([...name].length <= LINE) {
    return [name];
  }
  const head = [...name].slice(0, LINE);
  const cut = Math.max(...['-', '.', '/', '_', ' '].map((character) => head.lastIndexOf(character)));
  const length = cut > LINE / 3 ? cut + 1 : LINE;
  const rest = [...name].slice(length).join('');
  return [[...name].slice(0, length).join(''), short(rest, LINE)];
}

/** A text that fits; what differs is often at its end. */
function short(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) {
    return text;
  }
  const head = Math.ceil((length - 1) / 2);
  return `${characters.slice(0, head).join('')}…${characters.slice(head + 1 - length).join('')}`;
}

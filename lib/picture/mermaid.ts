import { Detail, type Graph, graphOf } from './graph';
import { type Link, LinkStatus, type Part, type Picture } from './picture';
import { headline, partName } from './words';

/**
 * What Mermaid draws unless the page that embeds it says otherwise, as GitHub's does not: `maxEdges` and `maxTextSize` of
 * Mermaid's configuration.
 */
export const MERMAID_LIMITS = { edges: 500, characters: 50_000 };

/** A diagram, and what had to be left out of it. */
export interface MermaidDiagram {
  readonly text: string;
  /** What is grouped, as a sentence; empty where everything is drawn. */
  readonly note: string;
}

/** From all there is to what fits always; what is broken keeps its details the longest. */
const STEPS: readonly (readonly [Detail, Detail, string])[] = [
  [Detail.ALL, Detail.ALL, ''],
  [Detail.PODS, Detail.ALL, 'targets that are scraped are counted at their pods'],
  [Detail.MONITORS, Detail.ALL, 'targets that are scraped are counted at their monitors'],
  [Detail.NAMESPACES, Detail.ALL, 'what is scraped is counted at namespaces'],
  [Detail.NAMESPACES, Detail.PODS, 'what is scraped is counted at namespaces, other targets at their pods'],
  [Detail.NAMESPACES, Detail.MONITORS, 'what is scraped is counted at namespaces, other targets at their monitors'],
  [Detail.NAMESPACES, Detail.NAMESPACES, 'everything is counted at namespaces'],
];

/** A picture as a Mermaid flowchart that fits into the limits. */
export function mermaidDiagram(picture: Picture, limits = MERMAID_LIMITS): MermaidDiagram {
  let last: MermaidDiagram = { text: '', note: '' };
  for (const [whole, other, grouped] of STEPS) {
    const note = grouped === '' ? '' : noteOf(picture, grouped, limits);
    const graph = graphOf(picture, whole, other);
    const text = flowchart(picture, graph, note);
    last = { text, note };
    if (graph.links.length <= limits.edges && text.length <= limits.characters) {
      return last;
    }
  }
  return shortened(picture, limits);
}

/** What still does not fit loses its last namespaces; broken ones come first. */
function shortened(picture: Picture, limits: typeof MERMAID_LIMITS): MermaidDiagram {
  const namespaces = [...new Set(picture.chains.map(({ monitor }) => monitor.namespace))];
  for (let kept = namespaces.length; ; kept = Math.floor(kept / 2)) {
    const wanted = new Set(namespaces.slice(0, kept));
    const chains = picture.chains.filter(({ monitor }) => wanted.has(monitor.namespace));
    const left = namespaces.length - kept;
    const note = noteOf(
      picture,
      `everything is counted at namespaces, of which ${left} ${left === 1 ? 'is' : 'are'} left out`,
      limits,
    );
    const graph = graphOf({ ...picture, chains }, Detail.NAMESPACES, Detail.NAMESPACES);
    const text = flowchart(picture, graph, note);
    if (kept === 0 || (graph.links.length <= limits.edges && text.length <= limits.characters)) {
      return { text, note };
    }
  }
}

function noteOf(picture: Picture, grouped: string, { edges, characters }: typeof MERMAID_LIMITS): string {
  const { links } = graphOf(picture);
  return `The wiring has ${links.length} arrows, and Mermaid draws at most ${edges} of them in ${characters} characters, so ${grouped}.`;
}

function flowchart(picture: Picture, { parts, links }: Graph, note: string): string {
  const ids = new Map(parts.map(({ id }, i) => [id, `n${i}`]));
  const numbers = (status: LinkStatus) => links.flatMap((link, i) => (link.status === status ? [i] : []));
  const classes = (status: LinkStatus) =>
    parts.filter((part) => part.status === status).map(({ id }) => ids.get(id) as string);
  const title = headline(picture.counts);
  return [
    '---',
    `title: '${title}'`,
    '---',
    'flowchart LR',
    '  accTitle: What Prometheus will scrape',
    `  accDescr: ${title}`,
    ...(note === '' ? [] : [`  note["${escapeMermaid(note)}"]`]),
    ...parts.map((part) => `  ${ids.get(part.id)}["${labelOf(part)}"]`),
    ...links.map((link) => `  ${ids.get(link.from)} ${arrowOf(link, picture)} ${ids.get(link.to)}`),
    ...styleOf('linkStyle', numbers(LinkStatus.BROKEN), 'stroke:#cf222e,stroke-width:3px'),
    ...styleOf('linkStyle', numbers(LinkStatus.UNKNOWN), 'stroke:#9a6700'),
    ...styleOf('linkStyle', numbers(LinkStatus.BEYOND), 'stroke:#818b98'),
    ...styleOf('style', classes(LinkStatus.BROKEN), 'stroke:#cf222e,stroke-width:3px'),
    ...styleOf('style', classes(LinkStatus.UNKNOWN), 'stroke:#9a6700,stroke-dasharray:5 4'),
    '',
  ].join('\n');
}

/** `style` takes one box at a time in all versions. */
function styleOf(what: 'linkStyle' | 'style', names: readonly (string | number)[], css: string): string[] {
  if (names.length === 0) {
    return [];
  }
  return what === 'linkStyle'
    ? [`  linkStyle ${names.join(',')} ${css}`]
    : names.map((name) => `  style ${name} ${css}`);
}

function labelOf(part: Part): string {
  const { kind, status, detail } = part;
  const state = status === LinkStatus.BROKEN && kind === 'target' && part.targets.length > 0 ? 'not scraped' : '';
  return [kind, partName(part), detail, state]
    .filter((line) => line !== '')
    .map(escapeMermaid)
    .join('<br>');
}

/** What is broken ends in a cross and says why, so that nobody depends on colours. */
function arrowOf({ status, reason, finding }: Link, { findings }: Picture): string {
  const check = finding === undefined ? '' : findings[finding].finding.check;
  const text = [check, cut(reason)]
    .filter((part) => part !== '')
    .map(escapeMermaid)
    .join('<br>');
  switch (status) {
    case LinkStatus.WHOLE:
      return '-->';
    case LinkStatus.BEYOND:
      return '-.->';
    case LinkStatus.BROKEN:
      return text === '' ? '--x' : `--x|"${text}"|`;
    case LinkStatus.UNKNOWN:
      return text === '' ? '-.->|"not known"|' : `-.->|"${text}"|`;
  }
}

/** Characters of a reason that a diagram has room for. */
const REASON = 160;

function cut(text: string): string {
  const characters = [...text];
  return characters.length > REASON ? `${characters.slice(0, REASON - 1).join('')}…` : text;
}

/**
 * A text for a label in double quotes. All but letters, digits and what no parser looks at becomes an entity in the notation
 * of Mermaid (`#34;`), which it turns into characters only when everything else is done.
 */
export function escapeMermaid(text: string): string {
  return [...text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')]
    .map((character) => (/^[\p{L}\p{N} /.:,_-]$/u.test(character) ? character : `#${character.codePointAt(0)};`))
    .join('');
}

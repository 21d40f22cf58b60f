import { type Graph, inColumns, withoutParts, withoutTargets } from '../graph';
import { type Chain, Column, LinkStatus, type Picture } from '../picture';
import { countsText, headline } from '../words';
import { breaksOf } from './breaks';
import { drawing } from './drawing';
import { breakBlock, type FindingContext, findingBlock } from './finding-block';
import { type Html, html, NOTHING } from './html';
import { steps } from './steps';
import { targetsTable } from './targets-table';

/** How many targets, and how many boxes, one drawing shows. */
const TARGETS = 8;
const BOXES = 40;

/** One monitor: its chain as a drawing, what is broken and how to mend it, its targets. */
export function card(chain: Chain, index: number, picture: Picture, isOpen: boolean, context: FindingContext): Html {
  const id = `c${index}`;
  const { monitor, status } = chain;
  const breaks = breaksOf(chain);
  const graph = drawn(chain);
  const told = new Set(breaks.map(({ finding }) => finding));
  const more = chain.findings.filter((i) => !told.has(i));
  const name = `${monitor.namespace}/${monitor.name}`;
  return html`<article class="card ${status}" id="${id}" aria-labelledby="${id}-h">
<header><h3 id="${id}-h"><span class="kind">${monitor.kind}</span> ${name}</h3><p class="state ${status}">${SIGNS[status]} ${stateText(chain)}</p></header>
${drawing(graph, `Chain of ${monitor.kind} ${name}: ${headline(chain.counts)}. Arrow keys move along it.`, breaks, id)}
${steps(graph, breaks, id)}
${breaks.map((one) => breakBlock(one, one.finding === undefined ? undefined : picture.findings[one.finding], id, context))}
${
  more.length === 0
    ? NOTHING
    : html`<details class="more"${isOpen ? OPEN : NOTHING}><summary>${more.length} more finding${more.length === 1 ? '' : 's'} about these objects</summary><ul class="findings">${more.map((i) => findingBlock(picture.findings[i], context))}</ul></details>`
}
${targetsTable(chain, isOpen)}
</article>
`;
}

const OPEN = html` open`;

const SIGNS = {
  [LinkStatus.WHOLE]: '✓',
  [LinkStatus.BROKEN]: '✕',
  [LinkStatus.UNKNOWN]: '?',
  [LinkStatus.BEYOND]: '',
};

function stateText({ counts, status }: Chain): string {
  const broken = status === LinkStatus.BROKEN && counts.broken === 0 ? ', some of it broken' : '';
  return `${countsText(counts)}${broken}`;
}

/** What of a chain a drawing has room for. */
function drawn(chain: Chain): Graph {
  const targets = chain.parts.filter(({ column }) => column === Column.TARGET).length;
  const graph = targets > TARGETS ? withoutTargets(chain) : chain;
  const { parts, links } = graph.parts.length > BOXES ? withoutParts(chain) : graph;
  return { parts: inColumns(parts), links };
}

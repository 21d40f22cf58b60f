import type { Finding } from '../../report/finding';
import { objectText, placeText } from '../../report/object-text';
import { LinkStatus, type Part, type PictureFinding } from '../picture';
import { partName } from '../words';
import type { Break } from './breaks';
import { type Html, html, NOTHING } from './html';

/** What pages of the checks are linked with. */
export interface FindingContext {
  /** Address of the page of a check. */
  readonly pageOf: (check: string) => string;
}

/** Why links do not hold, and how to mend that. */
export function breakBlock(
  { number, status, reason, between }: Break,
  found: PictureFinding | undefined,
  card: string,
  context: FindingContext,
): Html {
  const isBroken = status === LinkStatus.BROKEN;
  const [[from, to], ...more] = between;
  const others = more.length === 0 ? '' : `, and ${more.length} more`;
  const places = html`between ${part(from)} and ${part(to)}${others}`;
  return html`<section class="break ${status}" id="${card}-b${number}" tabindex="-1" aria-labelledby="${card}-b${number}-h">
<h4 id="${card}-b${number}-h"><span class="number">${isBroken ? '✕' : '?'} ${number}</span> ${isBroken ? 'Broken' : 'Not known'} ${places}</h4>
<p class="message">${found?.finding.message ?? reason}</p>
${found === undefined ? NOTHING : html`${whyText(found.finding)}${fixBlock(found)}${about(found.finding, context)}`}
</section>`;
}

/** A finding by itself. */
export function findingBlock(found: PictureFinding, context: FindingContext): Html {
  const { finding } = found;
  return html`<li class="finding ${finding.level}"><p class="message"><strong class="level">${LEVELS[finding.level]}</strong> ${objectText(finding.object)}: ${finding.message}</p>
${whyText(finding)}${fixBlock(found)}${about(finding, context)}</li>`;
}

const LEVELS = { error: '✕ Error', warning: '! Warning', info: 'i Info' };

function part(one: Part): Html {
  return html`<span class="object">${one.kind} <code>${partName(one)}</code></span>`;
}

function whyText({ why }: Finding): Html {
  return why === '' ? NOTHING : html`<p class="why">${why}</p>`;
}

function fixBlock({ finding: { fix, object }, diff }: PictureFinding): Html {
  if (fix === undefined) {
    return NOTHING;
  }
  const lines = fix.text.trimEnd().split(/\r?\n/);
  const text =
    lines.length === 1
      ? html`<p><strong>Fix:</strong> ${fix.text}</p>`
      : html`<p><strong>Fix:</strong></p><pre tabindex="0">${lines.map((line, i) => html`${i === 0 ? '' : NEWLINE}${line}`)}</pre>`;
  const change =
    diff.length === 0
      ? NOTHING
      : html`<figure class="diff"><figcaption>Change in ${objectText(object)}</figcaption><pre tabindex="0" aria-label="Change in YAML">${diff.map(
          ({ sign, text: line }) => html`<span class="${SIGNS[sign]}">${sign} ${line}
</span>`,
        )}</pre></figure>`;
  return html`<div class="fix">${text}${change}</div>`;
}

const NEWLINE = html`
`;
const SIGNS = { ' ': 'kept', '+': 'added', '-': 'removed' };

/** Where it is, and what else takes part. */
function about({ check, object, field, source, related }: Finding, { pageOf }: FindingContext): Html {
  const place = placeText(source);
  const also = related.map(({ object: other, field: path, message, source: where }) => {
    const from = placeText(where);
    return html`<li>See ${objectText(other)}${path ? html` <code>${path}</code>` : NOTHING}: ${message}${from ? html` <span class="place">(${from})</span>` : NOTHING}</li>`;
  });
  return html`<p class="about"><a href="${pageOf(check)}" rel="noreferrer">${check}</a> · ${objectText(object)}${field === '' ? NOTHING : html` <code>${field}</code>`}${place === undefined ? NOTHING : html` · <span class="place">${place}</span>`}</p>${also.length === 0 ? NOTHING : html`<ul class="related">${also}</ul>`}`;
}

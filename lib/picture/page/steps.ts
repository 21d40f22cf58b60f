import type { Graph } from '../graph';
import { Column, type Link, LinkStatus, type Part } from '../picture';
import { type Break, breakAt } from './breaks';
import { describe } from './drawing';
import { type Html, html, NOTHING } from './html';

/** The chain as nested lists, for screens on which no drawing has room. */
export function steps({ parts, links }: Graph, breaks: readonly Break[], card: string): Html {
  const byId = new Map(parts.map((part) => [part.id, part]));
  const after = new Map<string, Link[]>();
  for (const link of links) {
    after.set(link.from, [...(after.get(link.from) ?? []), link]);
  }
  const seen = new Set<string>();
  const item = (part: Part, link: Link | undefined): Html => {
    const isNew = !seen.has(part.id);
    seen.add(part.id);
    const next = isNew ? (after.get(part.id) ?? []) : [];
    const inner =
      next.length === 0 ? NOTHING : html`<ul>${next.map((one) => item(byId.get(one.to) as Part, one))}</ul>`;
    return html`<li class="${link?.status ?? LinkStatus.WHOLE}">${mark(link, breaks, card)}<span class="step ${part.status}">${describe(part)}</span>${inner}</li>`;
  };
  const heads = parts.filter(({ column }) => column === Column.PROMETHEUS);
  const starts = heads.length > 0 ? heads : parts.filter(({ column }) => column === Column.MONITOR);
  return html`<ul class="steps">${starts.map((part) => item(part, undefined))}</ul>`;
}

function mark(link: Link | undefined, breaks: readonly Break[], card: string): Html {
  const found = link && breakAt(link, breaks);
  if (link === undefined || found === undefined) {
    return NOTHING;
  }
  const text = link.status === LinkStatus.BROKEN ? '✕ broken' : '? not known';
  return html`<a class="mark ${link.status}" href="#${card}-b${found.number}">${text}, reason ${found.number}</a>`;
}

import { createHash } from 'node:crypto';
import { countText } from '../../report/count-text';
import { Level } from '../../report/finding';
import { objectText } from '../../report/object-text';
import { type Chain, type Counts, LinkStatus, type Picture, sumOf } from '../picture';
import { headline } from '../words';
import { card } from './card';
import { type FindingContext, findingBlock } from './finding-block';
import { Html, html, jsonForScript, NOTHING } from './html';
import { PAGE, SCRIPT } from './script';
import { STYLE } from './style';

/** Of how few monitors all details are open from the start. */
const OPEN = 3;

/**
 * A picture as one HTML page, piece by piece. It loads nothing: style and script stand in it, and its policy allows these two
 * by their hashes alone, so that nothing that comes from manifests can ever run.
 */
export function* reportPage(picture: Picture, context: FindingContext): Generator<string> {
  const { chains, counts } = picture;
  yield head(headline(counts)).text;
  yield summary(picture).text;
  yield html`<main id="main" tabindex="-1">
<section aria-labelledby="chains-h"><h2 id="chains-h">From Prometheus to its targets</h2>
${chains.length > 1 ? controls(picture) : NOTHING}${overview(chains)}
${chains.length === 0 ? html`<p>There is no ServiceMonitor, PodMonitor, Probe or ScrapeConfig among these objects.</p>` : NOTHING}
<div id="cards">
`.text;
  const isOpen = chains.length <= OPEN;
  for (const [i, chain] of chains.slice(0, PAGE).entries()) {
    yield card(chain, i, picture, isOpen, context).text;
  }
  yield '</div>\n';
  if (chains.length > PAGE) {
    yield html`<noscript><p>The first ${PAGE} of ${chains.length} monitors are shown; the others need JavaScript.</p></noscript>
<nav class="pages" id="pages" aria-label="Pages of monitors" hidden><button type="button" id="previous">Previous ${PAGE}</button> <span id="position"></span> <button type="button" id="next">Next ${PAGE}</button></nav>
<template id="rest">
`.text;
    // What a template holds is neither laid out nor painted until it is taken out.
    for (const [i, chain] of chains.slice(PAGE).entries()) {
      yield card(chain, i + PAGE, picture, false, context).text;
    }
    yield '</template>\n';
  }
  yield html`</section>
${others(picture, context)}${unknown(picture)}${legend()}
</main>
<footer><p>Written by <code>cdk8s-prometheus report</code> from manifests alone, without a cluster. This page loads nothing over the network.</p></footer>
<script type="application/json" id="index">${jsonForScript(chains.length > 1 ? chains.map(indexOf) : [])}</script>
<script>${new Html(SCRIPT)}</script>
</body>
</html>
`.text;
}

function head(title: string): Html {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(STYLE)}`,
    `script-src ${hashOf(SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the chains</a>
`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function summary({ counts, findings, objects, chains }: Picture): Html {
  const { whole, broken, unknown: open } = counts;
  const all = whole + broken + open;
  const status = broken > 0 || (all === 0 && findings.length > 0) ? 'broken' : open > 0 ? 'unknown' : 'whole';
  const sign = all === 0 ? '–' : { broken: '✕', unknown: '?', whole: '✓' }[status];
  const line = all === 0 ? 'No target: nothing here asks to be scraped' : `${whole} of ${all} targets will be scraped`;
  const rest = [
    ...(broken > 0 ? [`${broken} ${broken === 1 ? 'is' : 'are'} not reached`] : []),
    ...(open > 0 ? [`${open} ${open === 1 ? 'is' : 'are'} not known`] : []),
  ];
  const levels = [Level.ERROR, Level.WARNING, Level.INFO].flatMap((level) => {
    const count = findings.filter(({ finding }) => finding.level === level).length;
    return count === 0 ? [] : [countText(count, level)];
  });
  const seen = `${countText(objects, 'object')}, ${countText(chains.length, 'monitor')}, ${levels.length === 0 ? 'no findings' : levels.join(', ')}`;
  return html`<header class="summary ${status}"><p class="what">What Prometheus will scrape</p>
<h1><span class="sign" aria-hidden="true">${sign}</span> ${line}</h1>
${rest.length === 0 ? NOTHING : html`<p class="rest">${rest.join(', ')}.</p>`}<p class="seen">${seen}.</p></header>
`;
}

function controls({ chains }: Picture): Html {
  const distinct = (namesOf: (chain: Chain) => readonly string[]) => [...new Set(chains.flatMap(namesOf))].sort();
  const select = (id: string, label: string, all: string, names: readonly string[]): Html =>
    html`<p><label for="${id}">${label}</label> <select id="${id}"><option value="">${all}</option>${names.map((name) => html`<option value="${name}">${name}</option>`)}</select></p>`;
  return html`<form id="filters" role="search" aria-label="Monitors" hidden>
<p class="search"><label for="search">Search</label> <input type="search" id="search" autocomplete="off" spellcheck="false" placeholder="name, label, check …"></p>
${select(
  'state',
  'State',
  'All',
  [LinkStatus.BROKEN, LinkStatus.UNKNOWN, LinkStatus.WHOLE].filter((status) =>
    chains.some((chain) => chain.status === status),
  ),
)}
${select(
  'namespace',
  'Namespace',
  'All',
  distinct(({ namespaces }) => namespaces),
)}
${select(
  'app',
  'App',
  'All',
  distinct(({ apps }) => apps),
)}
${select(
  'prometheus',
  'Prometheus',
  'All',
  distinct(({ prometheuses }) => prometheuses),
)}
<p><button type="reset">Show all</button></p>
<p class="found" id="found" role="status"></p>
</form>
`;
}

/** Where things are broken, by namespace; there is nothing to tell of one. */
function overview(chains: readonly Chain[]): Html {
  const namespaces = new Map<string, Chain[]>();
  for (const chain of chains) {
    const { namespace } = chain.monitor;
    namespaces.set(namespace, [...(namespaces.get(namespace) ?? []), chain]);
  }
  if (namespaces.size < 2) {
    return NOTHING;
  }
  // Not open for many: the chains themselves are what a person came for.
  const rows = [...namespaces].map(([namespace, members]) =>
    overviewRow(namespace, members.length, sumOf(members.map(({ counts }) => counts))),
  );
  return html`<details class="overview"${rows.length <= 8 ? html` open` : NOTHING}><summary>${namespaces.size} namespaces</summary>
<table><caption>Targets by namespace of their monitors</caption><thead><tr><th scope="col">Namespace</th><th scope="col">Monitors</th><th scope="col">Scraped</th><th scope="col">Not scraped</th><th scope="col">Not known</th></tr></thead>
<tbody>${rows}</tbody></table></details>
`;
}

function overviewRow(namespace: string, monitors: number, { whole, broken, unknown: open }: Counts): Html {
  return html`<tr><th scope="row" data-label="Namespace"><button type="button" class="pick" data-namespace="${namespace}">${namespace}</button></th><td data-label="Monitors">${monitors}</td><td data-label="Scraped">${whole}</td><td data-label="Not scraped" class="${broken > 0 ? 'broken' : ''}">${broken > 0 ? `✕ ${broken}` : 0}</td><td data-label="Not known" class="${open > 0 ? 'unknown' : ''}">${open > 0 ? `? ${open}` : 0}</td></tr>
`;
}

function others(picture: Picture, context: FindingContext): Html {
  if (picture.others.length === 0) {
    return NOTHING;
  }
  const found = picture.others.map((i) => picture.findings[i]);
  const grave = found.filter(({ finding }) => finding.level !== Level.INFO);
  const infos = found.filter(({ finding }) => finding.level === Level.INFO);
  return html`<section aria-labelledby="others-h"><h2 id="others-h">Other findings</h2>
${grave.length === 0 ? NOTHING : html`<ul class="findings">${grave.map((one) => findingBlock(one, context))}</ul>`}
${infos.length === 0 ? NOTHING : html`<details class="more"><summary>${countText(infos.length, 'info')}</summary><ul class="findings">${infos.map((one) => findingBlock(one, context))}</ul></details>`}</section>
`;
}

/** How many things that are not known are listed. */
const LISTED = 200;

function unknown({ unknown: list }: Picture): Html {
  if (list.length === 0) {
    return NOTHING;
  }
  const rest = list.length - LISTED;
  return html`<section aria-labelledby="unknown-h"><h2 id="unknown-h">What these objects do not tell</h2>
<ul class="plain">${list.slice(0, LISTED).map(({ object, reason }) => html`<li><strong>${objectText(object)}</strong>: ${reason}.</li>`)}</ul>${rest > 0 ? html`<p>And ${rest} more.</p>` : NOTHING}</section>
`;
}

function legend(): Html {
  return html`<section class="legend" aria-labelledby="legend-h"><h2 id="legend-h">How to read the drawings</h2>
<dl><div><dt><svg class="sample" width="60" height="16" aria-hidden="true"><path class="arrow whole" d="M2 8H52"/><path class="head whole" d="M46 3L54 8L46 13"/></svg> solid</dt><dd>The link holds.</dd></div>
<div><dt><svg class="sample" width="60" height="16" aria-hidden="true"><path class="arrow broken" d="M2 8H52"/><path class="head broken" d="M46 3L54 8L46 13"/></svg> ✕ broken</dt><dd>Nothing comes through. The number leads to the reason and the fix.</dd></div>
<div><dt><svg class="sample" width="60" height="16" aria-hidden="true"><path class="arrow unknown" d="M2 8H52"/><path class="head unknown" d="M46 3L54 8L46 13"/></svg> ? not known</dt><dd>These objects do not tell whether it holds.</dd></div>
<div><dt><svg class="sample" width="60" height="16" aria-hidden="true"><path class="arrow beyond" d="M2 8H52"/><path class="head beyond" d="M46 3L54 8L46 13"/></svg> dotted</dt><dd>Behind a broken link; it would hold.</dd></div></dl></section>`;
}

/** What filters and the search ask of a chain. */
function indexOf({ parts, links, namespaces, apps, prometheuses, status, monitor }: Chain): object {
  const words = new Set<string>([monitor.kind]);
  for (const { name, namespace, kind, targets } of parts) {
    for (const word of [name, namespace, kind]) {
      words.add(word);
    }
    for (const { target } of targets.slice(0, 50)) {
      for (const [label, value] of Object.entries(target.labels)) {
        words.add(`${label}="${value}"`);
      }
    }
  }
  for (const { reason } of links) {
    words.add(reason);
  }
  return { t: [...words].join(' ').toLowerCase(), n: namespaces, a: apps, p: prometheuses, s: status };
}

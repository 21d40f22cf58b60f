/** The style of the page: system fonts, light and dark, and contrasts of WCAG AA in both. Colours never stand alone. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f8fa; --sheet: #ffffff; --text: #1f2328; --soft: #57606a; --line: #d0d7de; --box: #f6f8fa;
  --link: #0550ae; --focus: #0550ae;
  --good: #116329; --good-sheet: #e6f6ea; --bad: #a40e26; --bad-sheet: #fff0ee; --bad-line: #cf222e;
  --open: #7d4e00; --open-sheet: #fff8e5; --open-line: #9a6700; --code: #eef1f4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --sheet: #151b23; --text: #e6edf3; --soft: #9da7b3; --line: #3d444d; --box: #1c232c;
    --link: #79b8ff; --focus: #79b8ff;
    --good: #6fdd8b; --good-sheet: #12261a; --bad: #ff9d94; --bad-sheet: #34181a; --bad-line: #f85149;
    --open: #eac054; --open-sheet: #2b230f; --open-line: #d29922; --code: #212830;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
body > header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
main:focus { outline: none; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -100vw; top: 0; padding: .5rem 1rem; background: var(--sheet); z-index: 1; }
.skip:focus { left: 0; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .9em; }
h1, h2, h3, h4, p { margin: 0; }
h2 { font-size: 1.25rem; margin: 2.25rem 0 .75rem; }

.summary { padding-top: 2rem !important; }
.what { color: var(--soft); }
h1 { font-size: clamp(1.6rem, 4.5vw, 2.4rem); line-height: 1.2; margin: .25rem 0 .5rem; letter-spacing: -.01em; }
h1 .sign { display: inline-block; min-width: 1.25em; text-align: center; border-radius: .3em; }
.summary.whole .sign { color: var(--good); background: var(--good-sheet); }
.summary.broken .sign { color: var(--bad); background: var(--bad-sheet); }
.summary.unknown .sign { color: var(--open); background: var(--open-sheet); }
.rest { font-weight: 600; }
.summary.broken .rest { color: var(--bad); }
.summary.unknown .rest { color: var(--open); }
.seen, footer { color: var(--soft); }

#filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: 0 0 1rem; }
#filters[hidden], nav[hidden] { display: none; }
#filters p { display: flex; flex-direction: column; min-width: 0; }
#filters label { font-size: .85rem; color: var(--soft); }
#filters .search { flex: 1 1 14rem; }
#filters .found { flex-basis: 100%; color: var(--soft); }
input, select, button { font: inherit; color: var(--text); background: var(--sheet); border: 1px solid var(--soft); border-radius: 6px; padding: .35rem .6rem; min-height: 2.25rem; max-width: 100%; }
select { max-width: 16rem; }
button { cursor: pointer; }
button:disabled { opacity: .5; cursor: default; }
.pick { border: 0; background: none; color: var(--link); text-decoration: underline; padding: 0; min-height: 1.5rem; text-align: left; }
.pages { display: flex; gap: 1rem; align-items: center; justify-content: center; margin: 1rem 0; flex-wrap: wrap; }

.card { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.25rem; margin: 0 0 1rem; }
.card > header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1rem; align-items: baseline; }
h3 { font-size: 1.1rem; }
h3 .kind { font-weight: 400; color: var(--soft); }
.state { font-weight: 600; padding: .05rem .6rem; border-radius: 1rem; }
.state.whole { color: var(--good); background: var(--good-sheet); }
.state.broken { color: var(--bad); background: var(--bad-sheet); }
.state.unknown { color: var(--open); background: var(--open-sheet); }

.drawing { display: block; max-width: 100%; height: auto; margin: .75rem 0; overflow: visible; }
.drawing text { fill: var(--text); font-size: 13px; font-family: system-ui, -apple-system, "Segoe UI", sans-serif; }
.box rect { fill: var(--box); stroke: var(--line); stroke-width: 1.5; }
.box.target rect { fill: var(--good-sheet); stroke: var(--good); }
.box.broken rect { fill: var(--bad-sheet); stroke: var(--bad-line); stroke-width: 2; }
.box.unknown rect { fill: var(--open-sheet); stroke: var(--open-line); stroke-dasharray: 5 4; }
.drawing .kind, .drawing .lower { fill: var(--soft); font-size: 12px; }
.drawing .target .kind { fill: var(--good); font-weight: 600; }
.drawing .broken .kind { fill: var(--bad); font-weight: 600; }
.drawing .unknown .kind { fill: var(--open); font-weight: 600; }
.drawing .name { font-weight: 600; }
.box:focus { outline: none; }
.box:focus rect { stroke: var(--focus); stroke-width: 4; stroke-dasharray: none; }
.arrow, .head { fill: none; stroke: var(--soft); stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.arrow.broken, .head.broken { stroke: var(--bad-line); stroke-width: 3; }
.arrow.unknown { stroke-dasharray: 7 6; }
.arrow.unknown, .head.unknown { stroke: var(--open-line); }
.arrow.beyond { stroke-dasharray: 1 6; }
.badge rect { fill: var(--bad-sheet); stroke: var(--bad-line); stroke-width: 2; }
.badge.unknown rect { fill: var(--open-sheet); stroke: var(--open-line); }
.drawing .badge text { text-anchor: middle; font-weight: 700; fill: var(--bad); }
.drawing .badge.unknown text { fill: var(--open); }
.drawing .badge .word { font-size: 11px; }
.badge:focus { outline: none; }
.badge:focus rect { stroke: var(--focus); stroke-width: 4; }

.steps { display: none; list-style: none; padding: 0; margin: .75rem 0; }
.steps ul { list-style: none; margin: .25rem 0 0; padding: 0 0 0 .9rem; border-left: 2px solid var(--line); }
.steps li { margin: .35rem 0; }
.step { display: block; border: 1.5px solid var(--line); border-radius: 8px; background: var(--box); padding: .3rem .6rem; }
.step.broken { border-color: var(--bad-line); background: var(--bad-sheet); color: var(--bad); }
.step.unknown { border-color: var(--open-line); background: var(--open-sheet); color: var(--open); border-style: dashed; }
.mark { display: inline-block; font-weight: 600; padding: .1rem 0; }
.mark.broken { color: var(--bad); }
.mark.unknown { color: var(--open); }

.break { border: 1px solid var(--bad-line); border-left-width: 5px; background: var(--bad-sheet); border-radius: 8px; padding: .75rem 1rem; margin: .75rem 0; }
.break.unknown { border-color: var(--open-line); background: var(--open-sheet); }
h4 { font-size: 1rem; color: var(--bad); }
.unknown h4 { color: var(--open); }
h4 .number { white-space: nowrap; }
.break:target { outline: 3px solid var(--focus); }
.message { font-weight: 600; margin: .25rem 0; }
.findings .message { font-weight: 400; }
.why, .about, .related, .place { color: var(--soft); }
.break .why, .break .about, .break .related, .break .place { color: var(--text); }
.about, .related { font-size: .9rem; }
.fix { background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: .6rem .8rem; margin: .6rem 0; }
.diff { margin: .6rem 0 0; }
.diff figcaption { font-size: .85rem; color: var(--soft); }
pre { margin: .25rem 0 0; padding: .5rem 0; background: var(--code); border-radius: 6px; white-space: pre-wrap; }
.fix > pre { padding: .5rem .75rem; }
.diff pre span { display: block; padding: 0 .75rem; min-height: 1.5em; }
.diff .added { background: var(--good-sheet); color: var(--good); }
.diff .removed { background: var(--bad-sheet); color: var(--bad); }
.findings, .plain { padding: 0; list-style: none; margin: .5rem 0; }
.finding { border-left: 4px solid var(--line); padding: .1rem 0 .1rem .9rem; margin: .75rem 0; }
.finding.error { border-color: var(--bad-line); }
.finding.warning { border-color: var(--open-line); }
.finding.error .level { color: var(--bad); }
.finding.warning .level { color: var(--open); }
.related { padding-left: 1.2rem; margin: .25rem 0 0; }
.plain li { margin: .4rem 0; }

details { margin: .5rem 0; }
summary { cursor: pointer; padding: .25rem 0; color: var(--link); }
table { border-collapse: collapse; width: 100%; margin: .25rem 0; font-size: .92rem; }
caption { text-align: left; color: var(--soft); padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--soft); border-top: 0; }
tr td:first-child { white-space: nowrap; }
tr.whole td:first-child { color: var(--good); }
.targets thead th:nth-child(2) { width: 32%; }
.targets thead th:nth-child(3) { width: 18%; }
tr.broken td:first-child, td.broken { color: var(--bad); font-weight: 600; }
tr.unknown td:first-child, td.unknown { color: var(--open); font-weight: 600; }
.small { display: block; color: var(--soft); }
.labels { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem .35rem; }
.labels code { display: inline-block; background: var(--code); border-radius: 4px; padding: .05rem .35rem; }
.overview { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; padding: .5rem 1.25rem; margin: 0 0 1rem; }
.legend dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .5rem 1.5rem; margin: 0; }
.legend dt { font-weight: 600; display: flex; gap: .5rem; align-items: center; }
.legend dd { margin: 0; color: var(--soft); }
footer { margin-top: 2rem; padding-bottom: 2rem; font-size: .9rem; }

@media screen and (max-width: 60rem) {
  .drawing { display: none; }
  .steps { display: block; }
}
@media screen and (max-width: 40rem) {
  body > header, main, footer { padding: 0 .9rem; }
  .card { padding: .8rem .9rem; }
  table, caption, tbody, tr, td, th { display: block; width: 100%; }
  thead { display: none; }
  tr { border-top: 1px solid var(--line); padding: .4rem 0; }
  td, tbody th { border: 0; padding: .15rem 0; }
  td::before, tbody th::before { content: attr(data-label) ": "; color: var(--soft); font-weight: 400; }
  select { width: 100%; max-width: none; }
  #filters p { flex: 1 1 8rem; }
}
@media (forced-colors: active) {
  .box rect, .arrow, .head, .badge rect { stroke: CanvasText; }
  .drawing text { fill: CanvasText; }
}
@media print {
  :root {
    --page: #fff; --sheet: #fff; --text: #000; --soft: #444; --line: #999; --box: #fff; --link: #000;
    --good: #116329; --good-sheet: #fff; --bad: #a40e26; --bad-sheet: #fff; --bad-line: #a40e26;
    --open: #6b4300; --open-sheet: #fff; --open-line: #6b4300; --code: #fff;
  }
  body { font-size: 10pt; }
  body > header, main, footer { max-width: none; padding: 0; }
  .skip, #filters, .pages, summary { display: none; }
  .card { border-color: #999; }
  .card > header, .drawing, .break, .finding, tr { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
`;

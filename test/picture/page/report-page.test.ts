import { createHash } from 'node:crypto';
import { reportPage } from '../../../lib/picture/page/report-page';
import { PAGE } from '../../../lib/picture/page/script';
import { LinkStatus, type Picture } from '../../../lib/picture/picture';
import { finding } from '../../report/samples';
import { hostileManifests } from '../hostile';
import { app, evaluationOf, PROMETHEUS } from '../picture-of-yaml';
import { chain, picture } from '../samples';

const pageOf = (check: string) => `https://example.org/${check}.md`;
const written = (one: Picture) => [...reportPage(one, { pageOf })].join('');

test('says first what comes of it', () => {
  expect(written(picture([chain()]))).toContain('</span> 1 of 1 targets will be scraped</h1>');
  const lost = chain({ link: { status: LinkStatus.BROKEN, reason: 'No.' } });
  expect(written(picture([lost]))).toContain('</span> 0 of 1 targets will be scraped</h1>');
});

test('tells a broken link with its finding, its fix and the change', () => {
  const text = written(evaluationOf(PROMETHEUS + app('web', 'shop', { 'release: stack': 'release: other' })).picture());
  const [, block] = /<section class="break broken"(.*?)<\/section>/s.exec(text) ?? [];
  expect(block).toContain('Broken between <span class="object">Prometheus <code>monitoring/k8s</code></span>');
  expect(block).toContain('takes only monitors with release=stack');
  expect(block).toContain('<strong>Fix:</strong>');
  expect(block).toMatch(/<span class="added">\+ +release: stack\n<\/span>/);
  expect(block).toContain('<a href="https://example.org/monitor/not-selected.md"');
});

test('shows each target with its final labels', () => {
  expect(written(evaluationOf(PROMETHEUS + app()).picture())).toContain('<code>job="web"</code>');
});

test('lists findings that no chain shows, and what is not known', () => {
  const one = { finding: finding({ message: 'Alone.' }), diff: [] };
  const unknown = [
    { object: { apiVersion: 'v1', kind: 'Prometheus', name: 'k8s' }, link: 'L3', reason: 'it is paused' },
  ];
  const text = written(picture([], { findings: [one], others: [0], unknown }));
  expect(text).toContain('Other findings');
  expect(text).toContain('Alone.');
  expect(text).toContain('it is paused.');
  expect(text).toContain('No target: nothing here asks to be scraped');
});

test('its policy allows its own style and script alone', () => {
  const text = written(picture([chain(), chain({ name: 'b' })]));
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
  const hashOf = (content: string) => `&#39;sha256-${createHash('sha256').update(content).digest('base64')}&#39;`;
  const [style] = [...text.matchAll(/<style>(.*?)<\/style>/gs)].map(([, content]) => content);
  const scripts = [...text.matchAll(/<script>(.*?)<\/script>/gs)].map(([, content]) => content);
  expect(scripts).toHaveLength(1);
  expect(policy.split('; ')).toEqual([
    'default-src &#39;none&#39;',
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(scripts[0])}`,
    'base-uri &#39;none&#39;',
    'form-action &#39;none&#39;',
  ]);
});

test('loads nothing, and has no code in attributes', () => {
  const text = written(evaluationOf(hostileManifests()).picture());
  const tags = [...text.replace(/<(script|style)\b.*?<\/\1>/gs, '').matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag);
  expect(tags.filter((tag) => /\s(?:src|srcset|style|on[a-z]+)\s*=/.test(tag.replace(/"[^"]*"/g, '""')))).toEqual([]);
  expect(tags.filter((tag) => /^<(?:script|img|iframe|link|object|embed|base)\b/.test(tag))).toEqual([]);
  const links = tags.flatMap((tag) => /href="([^"]*)"/.exec(tag)?.[1] ?? []);
  expect(links.filter((link) => !/^#[\w-]+$|^https:\/\/example\.org\/[\w/-]+\.md$/.test(link))).toEqual([]);
  expect(text).not.toContain('hunter2');
  expect(text.match(/<\/html>/g)).toHaveLength(1);
});

test('the same picture gives the same bytes', () => {
  const text = PROMETHEUS + app() + app('b');
  expect(written(evaluationOf(text).picture())).toBe(written(evaluationOf(text).picture()));
});

test('of very many monitors all but the first are kept in a template', () => {
  const many = Array.from({ length: PAGE + 5 }, (_, i) => chain({ name: `app-${i}` }));
  const [live, rest] = written(picture(many)).split('<template id="rest">');
  expect(live.match(/<article /g)).toHaveLength(PAGE);
  expect(rest.match(/<article /g)).toHaveLength(5);
  expect(live).toContain('<noscript>');
});

test('draws very many targets of one monitor as few boxes, and lists the first', () => {
  const text = written(picture([chain({ targets: 1000 })]));
  expect(text).toContain('1000 targets');
  expect((text.match(/<g class="box /g) ?? []).length).toBeLessThan(10);
  expect(text).toContain('800 more are not listed');
});

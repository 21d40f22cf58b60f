import { MERMAID_LIMITS, mermaidDiagram } from '../../../lib/picture/mermaid';
import { LinkStatus, type Picture } from '../../../lib/picture/picture';
import { HOSTILE, hostileManifests } from '../hostile';
import { app, evaluationOf, PROMETHEUS } from '../picture-of-yaml';
import { chain, part, picture } from '../samples';
import { describeInChromium, type TestBrowser } from './chromium';

const MERMAID = require.resolve('mermaid/dist/mermaid.min.js');
jest.setTimeout(120_000);

/** What is in the page after Mermaid has drawn with its own settings, as on GitHub. */
interface Drawn {
  readonly boxes: string[];
  readonly labels: string[];
  readonly arrows: number;
  readonly title: string;
  /** How many elements there are that no diagram of ours has. */
  readonly bad: number;
  readonly error: string[];
}

/** Runs in the page, which has types of its own. */
const DRAW = `(async (source) => {
  mermaid.initialize({ startOnLoad: false });
  document.body.innerHTML = (await mermaid.render('drawing', source)).svg;
  const texts = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent);
  return {
    boxes: texts('#drawing .node'),
    labels: texts('#drawing span.edgeLabel').filter((label) => label.trim() !== ''),
    arrows: document.querySelectorAll('#drawing .flowchart-link').length,
    title: document.title,
    bad: document.querySelectorAll('#drawing :is(script, img, iframe, a)').length,
    error: texts('.error-text'),
  };
})`;

async function drawn(browser: TestBrowser, text: string): Promise<Drawn & { readonly messages: readonly string[] }> {
  const { page, messages } = await browser.open('<!DOCTYPE html><title>start</title><body></body>');
  await page.addScriptTag({ path: MERMAID });
  const result: Drawn = await page.evaluate(`${DRAW}(${JSON.stringify(text)})`);
  return { ...result, messages };
}

const diagram = (one: Picture) => mermaidDiagram(one).text;

describeInChromium('what Mermaid makes of a diagram', (browser) => {
  test('every box, every arrow, and the reason of what is broken', async () => {
    const text = PROMETHEUS + app() + app('lost', 'shop', { 'release: stack': 'release: other' });
    const { boxes, labels, arrows, error, messages } = await drawn(browser(), diagram(evaluationOf(text).picture()));
    expect({ count: boxes.length, arrows, error, messages }).toEqual({ count: 9, arrows: 8, error: [], messages: [] });
    expect(boxes).toEqual(expect.arrayContaining([expect.stringMatching(/^\s*ServiceMonitor\s*shop\/lost\s*$/)]));
    expect(labels).toEqual([expect.stringContaining('monitor/not-selected')]);
  });

  test('texts stay texts, whatever they hold', async () => {
    const parts = HOSTILE.map((name, i) => part({ id: `${i}`, name, namespace: '' }));
    const { boxes, bad, title, error, messages } = await drawn(
      browser(),
      diagram(picture([{ ...chain(), parts, links: [] }])),
    );
    expect({ count: boxes.length, bad, title, error, messages }).toEqual({
      count: parts.length,
      bad: 0,
      title: 'start',
      error: [],
      messages: [],
    });
    expect(boxes.join('\n')).toContain('<script>document.title="pwned"</script>');
    expect(boxes.join('\n')).toContain('%%{init: {"securityLevel": "loose"}}%%');
    expect(boxes.join('\n')).toContain('\\N \\" &lt;b&gt; #lt; "');
  });

  test('hostile manifests', async () => {
    const { bad, title, error } = await drawn(browser(), diagram(evaluationOf(hostileManifests()).picture()));
    expect({ bad, title, error }).toEqual({ bad: 0, title: 'start', error: [] });
  });

  test('what is as large as the limits allow', async () => {
    const lost = { status: LinkStatus.BROKEN, reason: 'No.' };
    const many = [chain({ link: lost }), ...Array.from({ length: 124 }, (_, i) => chain({ name: `app-${i}` }))];
    const { arrows, error } = await drawn(browser(), diagram(picture(many)));
    expect({ arrows, error }).toEqual({ arrows: MERMAID_LIMITS.edges, error: [] });
  });

  test('what has to be grouped', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => chain({ name: `app-${i}`, namespace: `team-${i % 50}` }));
    const { boxes, error } = await drawn(browser(), diagram(picture(many)));
    expect(error).toEqual([]);
    expect(boxes.join('\n')).toContain('60 scraped');
  });
});

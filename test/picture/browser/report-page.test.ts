import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { reportPage } from '../../../lib/picture/page/report-page';
import { LinkStatus, type Picture } from '../../../lib/picture/picture';
import { HOSTILE, hostileManifests } from '../hostile';
import { app, evaluationOf, PROMETHEUS } from '../picture-of-yaml';
import { chain, picture } from '../samples';
import { describeInChromium, type OpenPage } from './chromium';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
jest.setTimeout(120_000);

const written = (one: Picture) => [...reportPage(one, { pageOf: (check) => `https://example.org/${check}` })].join('');
const OTHER = { 'release: stack': 'release: other' };

/** Every kind of state, in three namespaces, at two Prometheus instances. */
const mixed = [
  PROMETHEUS,
  PROMETHEUS.replace('name: k8s', 'name: team').replace('release: stack', 'team: a'),
  app('web'),
  app('db', 'shop', OTHER),
  app('port', 'ops', { '[{ port: http }]': '[{ port: http }, { port: nope }]' }),
  app('team', 'ops', { 'release: stack': 'team: a' }),
  app('selector', 'ops', { 'spec: { selector: { app: selector }': 'spec: { selector: { app: no } ' }),
  app('away', 'last').replace(/^[\s\S]*---(?=\napiVersion: monitoring)/, ''),
].join('');

const MIXED = written(evaluationOf(mixed).picture());
const WHOLE = written(evaluationOf(PROMETHEUS + app()).picture());
const BROKEN = written(evaluationOf(PROMETHEUS + app('web', 'shop', OTHER)).picture());

/** What axe says, by rule and place. */
async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the policy of the page does not bind.
  await page.evaluate(AXE);
  const { violations: found }: any = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  return found.flatMap(({ id, nodes }: any) =>
    nodes.map(({ target, failureSummary }: any) => `${id}: ${target} ${failureSummary}`),
  );
}

async function openAll(page: Page): Promise<void> {
  await page.evaluate('for (const one of document.querySelectorAll("details")) { one.open = true; }');
}

const titles = (page: Page) => page.locator('#cards h3').allTextContents();

describeInChromium('the report in Chromium', (browser) => {
  const open = (html: string, options?: BrowserContextOptions): Promise<OpenPage> => browser().open(html, options);

  test.each([
    ['whole', WHOLE, '1 of 1 targets will be scraped'],
    ['broken', BROKEN, '0 of 1 targets will be scraped'],
    ['mixed', MIXED, '3 of 7 targets will be scraped'],
  ])('a %s one says what comes of it, and nothing on the console', async (_, html, headline) => {
    const { page, messages, requests } = await open(html);
    expect(await page.locator('h1').textContent()).toContain(headline);
    expect(await page.locator('.drawing').first().isVisible()).toBe(true);
    expect({ messages, requests }).toEqual({ messages: [], requests: [] });
  });

  const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [1280, 360].map((width) => ({ colorScheme, viewport: { width, height: 800 } })),
  );
  test.each(looks)('axe finds nothing with %j', async (options) => {
    for (const html of [WHOLE, BROKEN, MIXED]) {
      const { page } = await open(html, options);
      await openAll(page);
      expect(await violations(page)).toEqual([]);
    }
  });

  test('axe finds nothing on paper', async () => {
    const { page } = await open(MIXED, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  });

  test('prints with everything open, and without what cannot be used on paper', async () => {
    const { page } = await open(MIXED);
    const closed = await page.locator('details:not([open])').count();
    expect(closed).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#filters').isVisible()).toBe(false);
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('details:not([open])').count()).toBe(0);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator('details:not([open])').count()).toBe(closed);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  test('has no horizontal scroll on a small screen, where the chain is a list', async () => {
    for (const html of [WHOLE, BROKEN, MIXED, written(evaluationOf(hostileManifests()).picture())]) {
      const { page } = await open(html, { viewport: { width: 360, height: 640 } });
      await openAll(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      expect(await page.locator('.drawing').first().isVisible()).toBe(false);
      expect(await page.locator('.steps').first().isVisible()).toBe(true);
    }
  });

  test.each([
    ['state', 'broken', ['db', 'port', 'selector']],
    ['namespace', 'ops', ['port', 'selector', 'team']],
    ['app', 'web', ['web']],
    ['prometheus', 'monitoring/team', ['db', 'team']],
  ])('filters by %s', async (filter, value, names) => {
    const { page } = await open(MIXED);
    await page.selectOption(`#${filter}`, value);
    expect((await titles(page)).map((title) => title.split('/')[1]).sort()).toEqual(names);
    expect(await page.locator('#found').textContent()).toBe(`${names.length} of 6 monitors`);
    await page.click('button[type=reset]');
    await page.locator('#cards > article').nth(5).waitFor();
  });

  test('searches names, labels and reasons, all words of it', async () => {
    const { page } = await open(MIXED);
    await page.fill('#search', 'JOB="web"');
    expect(await titles(page)).toEqual(['ServiceMonitor shop/web']);
    await page.fill('#search', 'nope ops');
    expect(await titles(page)).toEqual(['ServiceMonitor ops/port']);
    await page.fill('#search', 'nothing at all');
    expect(await page.locator('#found').textContent()).toBe('0 of 6 monitors');
  });

  test('a namespace of the overview is a filter', async () => {
    const { page } = await open(MIXED);
    await page.click('.pick:text-is("last")');
    expect(await titles(page)).toEqual(['ServiceMonitor last/away']);
  });

  test('the keyboard leads along the chain, and from a broken link to its reason', async () => {
    const { page } = await open(BROKEN);
    const focused = () => page.evaluate<string>('document.activeElement?.getAttribute("aria-label") ?? ""');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Skip to the chains');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Prometheus monitoring/k8s');
    const walked: string[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('ArrowRight');
      walked.push(await focused());
    }
    expect(walked).toEqual([
      'ServiceMonitor shop/web',
      'Service shop/web',
      'Deployment shop/web',
      'target :8080/metrics, http, every 30s, not scraped',
    ]);
    await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/^✕ 1 broken: [A-Z]/);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#c0-b1');
    expect(await page.locator('#c0-b1').isVisible()).toBe(true);
  });

  test('names from manifests never run, and are shown as they are', async () => {
    const { page, messages, requests } = await open(written(evaluationOf(hostileManifests()).picture()));
    await openAll(page);
    expect({ messages, requests }).toEqual({ messages: [], requests: [] });
    expect(await page.title()).toContain('targets will be scraped');
    expect(await page.locator('img, iframe, #cards script').count()).toBe(0);
    expect(await page.locator('#cards').textContent()).toContain(HOSTILE[0]);
    expect(
      await page
        .locator('body > *')
        .last()
        .evaluate((last) => last.tagName),
    ).toBe('SCRIPT');
  });

  test('its policy stops what is written into it', async () => {
    const evil = BROKEN.replace(
      '</h1>',
      '</h1><img src="x" onerror="document.title=1"><script>document.title=2</script>',
    );
    const { page, messages } = await open(evil);
    expect(await page.title()).toContain('targets will be scraped');
    expect(messages.join('\n')).toContain('Content Security Policy');
  });

  test('5000 monitors stay usable: a page at a time, found by name', async () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      chain({
        name: `app-${i}`,
        namespace: `team-${i % 40}`,
        ...(i === 4321 ? { link: { status: LinkStatus.BROKEN, reason: 'No.' } } : {}),
      }),
    );
    const { page, messages } = await open(written(picture(many)));
    expect(await page.locator('#found').textContent()).toBe('5000 monitors');
    expect(await page.locator('#cards > article').count()).toBe(25);
    // What is laid out does not grow with what there is.
    expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThan(10_000);
    await page.click('#next');
    expect(await page.locator('#position').textContent()).toBe('26 to 50 of 5000');
    expect((await titles(page))[0]).toBe('ServiceMonitor team-25/app-25');
    await page.selectOption('#state', 'broken');
    expect(await titles(page)).toEqual(['ServiceMonitor team-1/app-4321']);
    expect(await page.locator('#pages').isVisible()).toBe(false);
    await page.selectOption('#state', '');
    await page.fill('#search', 'app-4999');
    expect(await titles(page)).toEqual(['ServiceMonitor team-39/app-4999']);
    expect(messages).toEqual([]);
  });

  test('shows the first monitors without JavaScript', async () => {
    const many = Array.from({ length: 30 }, (_, i) => chain({ name: `app-${i}` }));
    const { page } = await open(written(picture(many)), { javaScriptEnabled: false });
    expect(await page.locator('#cards > article').count()).toBe(25);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('noscript').textContent()).toContain('The first 25 of 30 monitors are shown');
  });
});

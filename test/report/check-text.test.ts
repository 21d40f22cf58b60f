import { checkPage } from '../../lib/report/check-page';
import { checkText, summaryLine } from '../../lib/report/check-text';
import { Level } from '../../lib/report/finding';
import { answers, checkReport, finding, written } from './samples';

const pageOf = (check: string) => checkPage('https://example.com/repo#readme', check);

test('a finding reads as what, where, why and fix', () => {
  expect(written(checkText(checkReport()))).toBe(`\
error  monitor/port-exists  ServiceMonitor shop/web spec.endpoints[0].port  (shop.yaml:12:5)
  Port "metric" is not a port of Service shop/web, which has: http, metrics.
  Prometheus drops every target of this endpoint, so the app looks unmonitored, not down.
  Fix: port: 'metrics'
  See Service shop/web spec.ports: its ports  (shop.yaml:3)

warning  monitor/selects-nothing  Namespace shop  (construct shop/web/Monitor)
  Port "metric" is not a port of Service shop/web, which has: http, metrics.
  Prometheus drops every target of this endpoint, so the app looks unmonitored, not down.
  See Service shop/web: the nearest

1 error, 1 warning in 42 objects; 17 targets
`);
});

test('the page of each check is named once, before the summary', () => {
  const text = written(checkText(checkReport([finding(), finding({ field: 'spec' })]), { pageOf }));
  expect(text.match(/https:.*/g)).toEqual(['https://example.com/repo/blob/main/docs/checks/monitor/port-exists.md']);
  expect(text.trimEnd().split('\n').at(-1)).toBe('2 errors in 42 objects; 17 targets');
});

test.each([
  [[], 0, 'No findings in 42 objects; 17 targets'],
  [[], 1, 'No findings (1 suppressed) in 42 objects; 17 targets'],
  [
    [finding(), finding({ level: Level.INFO }), finding({ level: Level.INFO })],
    2,
    '1 error, 2 infos (2 suppressed) in 42 objects; 17 targets',
  ],
])('the summary counts what there is (%#)', (findings, suppressed, line) => {
  expect(summaryLine(checkReport(findings, suppressed))).toBe(line);
});

test('the answers stand before the summary, a line each, with the page that explains it', () => {
  expect(written(checkText({ ...checkReport([]), answers }, { pageOf }))).toBe(`\
scraped  17 targets of 3 monitors; none of 1 monitor  (docs/answers.md#scraped)
shown    1 dashboard  (docs/answers.md#shown)

No findings in 42 objects; 17 targets
`);
});

test('without findings the summary is all', () => {
  expect(written(checkText(checkReport([]), { pageOf }))).toBe('No findings in 42 objects; 17 targets\n');
});

test('prose is wrapped on a terminal, a fix is not', () => {
  const lines = written(
    checkText(checkReport([finding({ fix: { text: 'x '.repeat(40).trim() } })]), { width: 40 }),
  ).split('\n');
  const fix = lines.filter((line) => line.startsWith('  Fix:'));
  expect(fix).toEqual([`  Fix: ${'x '.repeat(40).trim()}`]);
  const prose = lines.slice(1, -3).filter((line) => !fix.includes(line));
  expect(prose.length).toBeGreaterThan(2);
  expect(prose.filter((line) => line.length > 40)).toEqual([]);
});

test('a fix of several lines stays ready to paste', () => {
  const text = written(checkText(checkReport([finding({ fix: { text: 'ports:\n  - name: metrics\n' } })])));
  expect(text).toContain('\n  Fix:\n    ports:\n      - name: metrics\n\n');
});

test('colour goes with the level, and adds nothing else', () => {
  const colored = written(checkText(checkReport(), { color: true }));
  expect(colored).toContain('\u001b[31merror');
  expect(colored).toContain('\u001b[33mwarning');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what colours are made of.
  expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(written(checkText(checkReport())));
});

test('names from a file cannot control the terminal', () => {
  const hostile = '\u001b[2Jweb\r\n\u202e';
  const text = written(
    checkText(
      checkReport([
        finding({ message: hostile, object: { apiVersion: 'v1', kind: 'Pod', namespace: 'a', name: hostile } }),
      ]),
    ),
  );
  expect(text).toContain('Pod a/\\u001b[2Jweb\\r\\n\\u202e');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there.
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});

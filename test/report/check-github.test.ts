import * as fc from 'fast-check';
import { checkGithub } from '../../lib/report/check-github';
import { type Finding, Level } from '../../lib/report/finding';
import { checkReport, finding, findings, written } from './samples';

const options = { cwd: process.cwd(), pageOf: (check: string) => `https://example.com/${check}` };

function linesOf(all: Finding[]): string[] {
  return written(checkGithub(checkReport(all), options))
    .trimEnd()
    .split('\n');
}

/** What the runner makes of a line (actions/runner, `src/Runner.Common/ActionCommand.cs`, `TryParseV2`). */
function parsed(line: string) {
  const [, name, rest, data] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const decoded = (text: string) => text.replace(/%(0D|0A|3A|2C|25)/g, (code) => decodeURIComponent(code));
  const properties = rest.split(',').map((part) => [part.split('=')[0], decoded(part.slice(part.indexOf('=') + 1))]);
  return { name, ...Object.fromEntries(properties), data: decoded(data) };
}

test('findings are commands, the summary is the last line', () => {
  const [first, second, last] = linesOf(findings);
  expect(parsed(first)).toEqual({
    name: 'error',
    file: 'shop.yaml',
    line: '12',
    col: '5',
    title: 'monitor/port-exists: ServiceMonitor shop/web spec.endpoints[0].port',
    data: [
      'Port "metric" is not a port of Service shop/web, which has: http, metrics.',
      'Prometheus drops every target of this endpoint, so the app looks unmonitored, not down.',
      "Fix: port: 'metrics'",
      'See https://example.com/monitor/port-exists',
    ].join('\n'),
  });
  expect(parsed(second)).toMatchObject({ name: 'warning', title: 'monitor/selects-nothing: Namespace shop' });
  expect(second).not.toContain('file=');
  expect(last).toBe('1 error, 1 warning in 42 objects; 17 targets');
});

test('an info is a notice', () => {
  expect(parsed(linesOf([finding({ level: Level.INFO })])[0]).name).toBe('notice');
});

test('without findings there is the summary', () => {
  expect(linesOf([])).toEqual(['No findings in 42 objects; 17 targets']);
});

test('of each level there are as many commands as GitHub shows, and the rest follows as text', () => {
  const many = [Level.ERROR, Level.WARNING].flatMap((level) =>
    Array.from({ length: 12 }, (_, index) => finding({ level, message: `number ${index}: ##[error]x` })),
  );
  const lines = linesOf(many);
  expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
  expect(lines.slice(20)).toEqual([
    'GitHub shows 10 annotations of a level; 4 more findings:',
    expect.stringMatching(/^error {2}.*number 10/),
    expect.stringMatching(/^error {2}.*number 11/),
    expect.stringMatching(/^warning {2}.*number 10/),
    expect.stringMatching(/^warning {2}.*number 11/),
    '12 errors, 12 warnings in 42 objects; 17 targets',
  ]);
  expect(lines.slice(20).join()).not.toContain('##[');
});

test('whatever stands in a finding, it is one command and comes back as it was', () => {
  const text = fc.string({ unit: fc.constantFrom('%', ':', ',', '\r', '\n', 'a', '25', '0A', '::', '=') });
  fc.assert(
    fc.property(text, (value) => {
      const lines = linesOf([finding({ message: value, why: '', fix: undefined, source: { file: `x${value}y` } })]);
      expect(lines).toHaveLength(2);
      const { name, file, data } = parsed(lines[0]);
      expect([name, file]).toEqual(['error', `x${value}y`]);
      expect(data.split('\nSee ')[0].trimEnd()).toBe(
        value.replaceAll('\r\n', '\n').replaceAll('\r', '\\r').concat('\n').trimEnd(),
      );
    }),
  );
});

import * as fc from 'fast-check';
import type { CheckReport } from '../../lib/report/check-report';
import { type CheckSarifOptions, checkSarif } from '../../lib/report/check-sarif';
import { type Finding, Level } from '../../lib/report/finding';
import { checkReport, finding, written } from './samples';

const options: CheckSarifOptions = {
  tool: { name: 'tool', version: '1.2.3', homepage: 'https://example.com/' },
  cwd: process.cwd(),
  pageOf: (check) => `https://example.com/${check}.md`,
  describe: () => ({ summary: 'summary', why: 'why', level: Level.ERROR, markdown: '# page' }),
};

function run(report: CheckReport, changes: Partial<CheckSarifOptions> = {}) {
  const log = JSON.parse(written(checkSarif(report, { ...options, ...changes })));
  return log.runs[0];
}

function resultOf(changes: Partial<Finding>, more: Partial<CheckSarifOptions> = {}) {
  return run(checkReport([finding(changes)]), more).results[0];
}

function fingerprintOf(changes: Partial<Finding>): string {
  return Object.values(resultOf(changes).partialFingerprints).join();
}

test.each([
  [Level.ERROR, 'error'],
  [Level.WARNING, 'warning'],
  [Level.INFO, 'note'],
])('level %s is %s', (level, expected) => {
  expect(resultOf({ level }).level).toBe(expected);
});

test('each check is a rule once, and its results lead to it', () => {
  const { tool, results } = run(
    checkReport([finding({ check: 'b/b' }), finding({ check: 'a/a' }), finding({ check: 'b/b' })]),
  );
  expect(tool.driver.rules.map(({ id }: any) => id)).toEqual(['a/a', 'b/b']);
  expect(results.map(({ ruleId, ruleIndex }: any) => [ruleId, ruleIndex])).toEqual([
    ['b/b', 1],
    ['a/a', 0],
    ['b/b', 1],
  ]);
  expect(tool.driver.rules[0]).toMatchObject({
    shortDescription: { text: 'summary' },
    help: { markdown: '# page' },
    helpUri: 'https://example.com/a/a.md',
  });
});

test('what is not known of a check is left out', () => {
  const { tool } = run(checkReport([finding()]), { describe: () => undefined });
  expect(Object.keys(tool.driver.rules[0])).toEqual(['id', 'helpUri', 'properties']);
});

test.each([
  ['a b/ü#1.yaml', { uri: 'a%20b/%C3%BC%231.yaml', uriBaseId: '%SRCROOT%' }],
  [`${process.cwd()}/k8s/web.yaml`, { uri: 'k8s/web.yaml', uriBaseId: '%SRCROOT%' }],
  ['./k8s/../web.yaml', { uri: 'web.yaml', uriBaseId: '%SRCROOT%' }],
  ['../web.yaml', { uri: '../web.yaml', uriBaseId: '%SRCROOT%' }],
])('file %s is relative to the folder', (file, expected) => {
  expect(resultOf({ source: { file, line: 3, column: 2 } }).locations[0].physicalLocation).toEqual({
    artifactLocation: expected,
    region: { startLine: 3, startColumn: 2 },
  });
});

test.each([[{ file: '-', line: 1, column: 1 }], [{ construct: 'shop/web' }], [{}]])(
  'what stands in no file (%j) has no place in one',
  (source) => {
    expect(Object.keys(resultOf({ source }).locations[0])).toEqual(['logicalLocations']);
  },
);

test('a fingerprint stays when lines and words change, and only then', () => {
  const first = fingerprintOf({});
  expect(fingerprintOf({ source: { file: 'shop.yaml', line: 99, column: 1 }, message: 'else' })).toBe(first);
  const others = [{ check: 'a/b' }, { field: 'spec' }, { source: { file: 'b.yaml', line: 12 } }].map(fingerprintOf);
  expect(new Set([first, ...others]).size).toBe(4);
});

test('findings of one field have fingerprints of their own', () => {
  const { results } = run(checkReport([finding(), finding({ message: 'more' })]));
  expect(new Set(results.map((one: any) => JSON.stringify(one.partialFingerprints))).size).toBe(2);
});

test('suppressed findings are there, with the reason', () => {
  const { results } = run(checkReport([], 1));
  expect(results).toMatchObject([{ suppressions: [{ kind: 'inSource', justification: 'for a reason' }] }]);
});

test('a fix that is a plain edit can be applied', () => {
  const edit = { start: { line: 12, column: 9 }, end: { line: 12, column: 15 }, text: 'metrics' };
  expect(resultOf({}, { editOf: () => edit }).fixes[0].artifactChanges[0].replacements).toEqual([
    {
      deletedRegion: { startLine: 12, startColumn: 9, endLine: 12, endColumn: 15 },
      insertedContent: { text: 'metrics' },
    },
  ]);
  expect(resultOf({})).not.toHaveProperty('fixes');
});

test('no text is taken for a placeholder or a link', () => {
  const { message } = resultOf({ message: '{0} [a](1) spec.endpoints[0] {{ $labels.job }}', why: '', fix: undefined });
  expect(message.text.trim()).toBe('{{0}} \\[a\\](1) spec.endpoints[0] {{ $labels.job }}');
});

test('whatever stands in a finding, the log is JSON and the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const report = checkReport([finding({ message: text, field: text, source: { file: `a${text}`, line: 1 } })], 1);
      expect(run(report)).toEqual(run(report));
    }),
  );
});

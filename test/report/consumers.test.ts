import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import Ajv from 'ajv';
import { checkJunit } from '../../lib/report/check-junit';
import { checkSarif } from '../../lib/report/check-sarif';
import { type Finding, Level } from '../../lib/report/finding';
import { install, unlessOffline } from '../packaging/installed-tarball';
import { runNode } from '../packaging/run-node';
import { checkReport, finding, findings, written } from './samples';

const folder = mkdtempSync(path.join(tmpdir(), 'cdk8s-prometheus-consumers-'));
const installed = unlessOffline('the reports as others read them', () => {
  install(folder, { '@microsoft/jest-sarif': '1.0.0-beta.0', junit2json: '4.0.0' });
  return true;
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const hostile = finding({ message: '<&"\u0000\u001b]]>\n%', field: 'a"b', source: { file: 'ü &<.yaml', line: 1 } });

(installed ? describe : describe.skip)('reports are what others read', () => {
  const schema = path.join('node_modules', '@microsoft', 'jest-sarif', 'lib', 'schemas', 'sarif-2.1.0-rtm.5.json');
  const edit = { start: { line: 1, column: 2 }, end: { line: 1, column: 2 }, text: 'a: 1\n' };

  test.each<[string, Finding[], number]>([
    ['findings', findings, 0],
    ['suppressed ones', [], 2],
    ['hostile ones', [hostile], 0],
    ['nothing', [], 0],
  ])('SARIF of %s is what the schema of SARIF 2.1.0 describes', (_title, all, suppressed) => {
    // The formats of addresses would need one more package. Of draft 4 it uses nothing that later drafts read otherwise.
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
    const { $schema, id, ...rules } = JSON.parse(readFileSync(path.join(folder, schema), 'utf8'));
    expect([$schema, id]).toEqual([expect.stringContaining('draft-04'), expect.stringContaining('sarif-2.1.0')]);
    const validate = ajv.compile(rules);
    const log = JSON.parse(
      written(
        checkSarif(checkReport(all, suppressed), {
          tool: { name: 'tool', version: '1.0.0', homepage: 'https://example.com/' },
          cwd: folder,
          pageOf: (check) => `https://example.com/${check}`,
          describe: () => ({ summary: 'a', why: 'b', level: Level.INFO, markdown: '# c' }),
          editOf: () => edit,
        }),
      ),
    );
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    validate({ ...log, version: '1' });
    expect(validate.errors ?? []).not.toEqual([]);
  });

  test('JUnit is read back, test by test', () => {
    const xml = written(
      checkJunit(checkReport([...findings, hostile]), {
        objects: [
          { object: { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } }, source: { file: 'a.yaml' } },
        ],
        fails: (level) => level === Level.ERROR,
        pageOf: (check) => check,
      }),
    );
    const script = `
      import { parse } from 'junit2json';
      console.log(JSON.stringify(await parse(${JSON.stringify(xml)})));`;
    const read = JSON.parse(runNode(['--input-type=module', '-e', script], folder));
    expect(read).toMatchObject({ tests: 4, failures: 2, testsuite: [{ tests: 4, failures: 2 }] });
    const [passed, port, none, odd] = read.testsuite[0].testcase;
    expect(passed).toEqual({ name: 'Service a', classname: 'a.yaml', file: 'a.yaml', time: 0 });
    expect(port.failure).toMatchObject([{ type: 'monitor/port-exists' }]);
    expect(none).toMatchObject({ 'system-out': [expect.stringContaining('monitor/selects-nothing')] });
    expect(odd).toMatchObject({ classname: 'ü &<.yaml', failure: [{ inner: expect.stringContaining('<&"\\u0000') }] });
  });
});

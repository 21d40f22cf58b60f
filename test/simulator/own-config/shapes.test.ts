import { readAdditionalNodes } from '../../../lib/simulator/operator/additional-configs';
import { alertmanagerConfig } from '../../../lib/simulator/own-config/alertmanager-config-shape';
import { scrapeConfig } from '../../../lib/simulator/own-config/scrape-config-shape';
import type { Shape } from '../../../lib/simulator/own-config/shape';
import { dialectOf } from '../../../lib/simulator/relabel/dialect';
import { version } from '../operator/fixtures';
import { ALERTMANAGERS, SCRAPE_CONFIGS } from './promtool-verdicts';

const JOB = scrapeConfig({ scrapeInterval: '1m', relabeled: false });

function refusals(text: string, shape: Shape, of: string, dialect = dialectOf(of)): string[] {
  const found: string[] = [];
  const report = (path: string, message: string): void => {
    found.push(`${path}: ${message}`);
  };
  for (const node of readAdditionalNodes(text)) {
    shape(node, '', { version: version(of), dialect, report });
  }
  return found;
}

const job = (line: string, of = '3.15.0') => refusals(`- job_name: own\n  ${line}\n`, JOB, of);

describe('configuration of one’s own', () => {
  test.each(SCRAPE_CONFIGS.map(([line, two, three]) => [line, two, three] as const))(
    'is a job with %j for Prometheus 2: %s, and for Prometheus 3: %s',
    (line, two, three) => {
      expect(job(line, '2.53.3').length === 0).toBe(two);
      expect(job(line, '3.15.0').length === 0).toBe(three);
    },
  );

  test.each(ALERTMANAGERS.map(([line, two, three]) => [line, two, three] as const))(
    'is an Alertmanager with %j for Prometheus 2: %s, and for Prometheus 3: %s',
    (line, two, three) => {
      expect(refusals(`- ${line}\n`, alertmanagerConfig, '2.53.3').length === 0).toBe(two);
      expect(refusals(`- ${line}\n`, alertmanagerConfig, '3.15.0').length === 0).toBe(three);
    },
  );

  test('is not judged by fields of versions that nobody has looked at', () => {
    expect(job('interval: 30s')).not.toEqual([]);
    expect([job('interval: 30s', '3.16.0'), job('interval: 30s', '2.52.0')]).toEqual([[], []]);
  });

  test('has source labels of any letters where Prometheus 2 is told to allow them', () => {
    const read = (nameValidation: 'utf8' | 'legacy', of: string) =>
      refusals('- job_name: own\n  relabel_configs: [{source_labels: [a.b], target_label: c}]\n', JOB, of, {
        ...dialectOf(of),
        nameValidation,
      }).length;
    expect([read('utf8', '2.55.1'), read('legacy', '2.55.1'), read('legacy', '3.15.0')]).toEqual([0, 1, 0]);
  });

  test('is told of without what stands in the Secret', () => {
    const told = [job('"geheim 1": x'), job('scrape_interval: geheim'), job('basic_auth: geheim')];
    expect(told.every(([first]) => first !== undefined && !first.includes('geheim'))).toBe(true);
  });

  test('loses what is merged into it on the way through the Operator', () => {
    const [, merged] = readAdditionalNodes(
      '- &one\n  job_name: own\n  scheme: http\n- <<: *one\n  honor_labels: true\n',
    );
    expect(merged).toMatchObject({ kind: 'map', entries: [['honor_labels', { text: 'true' }]] });
  });

  test('is read no further where aliases stand for more than there is room for', () => {
    const bomb = Array.from({ length: 12 }, (_, i) => `- &a${i} {x: [${`*a${i - 1},`.repeat(i === 0 ? 0 : 9)}]}`);
    expect(readAdditionalNodes(bomb.join('\n'))).toEqual([]);
  });
});

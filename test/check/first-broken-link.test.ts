import { evaluateYaml } from './evaluate-yaml';
import { endpoint, type Manifest, object, operator, prometheus, secret, serviceMonitor } from './manifests';

/** Something of the namespace is shown, and it does not fit the monitor. */
const SERVICE = object(
  'v1',
  'Service',
  'web',
  { spec: { selector: { app: 'web' }, ports: [{ name: 'metrics', port: 9090 }] } },
  { labels: { app: 'web' } },
);

function checksOf(...objects: Manifest[]): string[] {
  const text = objects.map((one) => JSON.stringify(one)).join('\n---\n');
  return evaluateYaml(text, 'objects.yaml')
    .report()
    .findings.map(({ check }) => check);
}

describe('the first broken link is the only finding, where', () => {
  test.each<[title: string, check: string, objects: Manifest[]]>([
    [
      'the schema is wrong',
      'schema/wrong-type',
      [prometheus(), SERVICE, endpoint({ port: 9090, scrapeTimeout: '1m' })],
    ],
    [
      'the Operator does not start',
      'operator/flags',
      [operator(['--feature-gates=A=true']), prometheus(), SERVICE, serviceMonitor()],
    ],
    [
      'no Operator takes the Prometheus',
      'prometheus/unseen',
      [operator(['--namespaces=shop']), prometheus(), SERVICE, serviceMonitor()],
    ],
    [
      'the Prometheus is paused',
      'prometheus/paused',
      [prometheus({ paused: true, version: 'latest' }), SERVICE, serviceMonitor()],
    ],
    [
      'the Operator fails on the Prometheus',
      'prometheus/version',
      [prometheus({ version: 'latest' }), SERVICE, serviceMonitor()],
    ],
    [
      'the Prometheus has no selector',
      'prometheus/selects-nothing',
      [prometheus({ serviceMonitorSelector: undefined }), SERVICE, serviceMonitor()],
    ],
    [
      'the monitor is not selected',
      'monitor/not-selected',
      [prometheus({ serviceMonitorSelector: { matchLabels: { a: 'b' } } }), SERVICE, endpoint({ scrapeTimeout: '1m' })],
    ],
    ['the monitor is rejected', 'monitor/timeout', [prometheus(), SERVICE, endpoint({ scrapeTimeout: '1m' })]],
    ['the monitor is poisonous', 'monitor/port-pattern', [prometheus(), SERVICE, endpoint({ port: 'metrics[' })]],
    [
      'a list of protocols is refused',
      'monitor/scrape-protocols',
      [prometheus({ version: 'v2.50.0' }), serviceMonitor({ scrapeProtocols: ['PrometheusText1.0.0'] })],
    ],
  ])('%s', (_title, check, objects) => {
    expect(checksOf(...objects)).toEqual([check]);
  });
});

describe('the value of a Secret', () => {
  test('is in no finding about what is wrong with it', () => {
    const metadata = { namespace: 'monitoring' };
    const jobs = ['- job_name: hunter2\n- job_name: hunter2', 'hunter2: [', '{ hunter2: hunter2 }', '- "hunter2"'];
    for (const text of jobs) {
      const spec = { additionalScrapeConfigs: { name: 'jobs', key: 'a' } };
      const yaml = [prometheus(spec), secret('jobs', { a: text }, metadata)].map((one) => JSON.stringify(one));
      const { findings } = evaluateYaml(yaml.join('\n---\n'), 'objects.yaml').report();
      // That the Secret is there to be read at all is another matter.
      expect(findings.filter(({ check }) => check !== 'secret/manifest')).toHaveLength(1);
      expect(JSON.stringify(findings)).not.toContain('hunter2');
    }
  });
});

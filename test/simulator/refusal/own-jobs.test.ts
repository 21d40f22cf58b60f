import { instancePoisonsOf } from '../../../lib/simulator/refusal/instance-poisons';
import { ownJobsLikeMonitors } from '../../../lib/simulator/refusal/own-jobs';
import { bagOf, instanceIn, object, prometheus, serviceMonitor } from '../operator/fixtures';

function bagWith(text: string, spec: any = {}) {
  const secret = object('Secret', 'jobs', undefined, {
    stringData: { 'jobs.yaml': text },
    metadata: { namespace: 'monitoring' },
  });
  return bagOf(prometheus({ additionalScrapeConfigs: { name: 'jobs', key: 'jobs.yaml' }, ...spec }), secret);
}

function messages(text: string, spec: any = {}): string[] {
  const bag = bagWith(text, spec);
  const monitor = { object: serviceMonitor(), source: {} };
  return instancePoisonsOf(instanceIn(bag), [monitor], bag).map(({ message }) => message);
}

describe('jobs of one’s own', () => {
  test.each([
    ['one without a name', '- static_configs: []', /Item 0 .* has no job_name/],
    ['one that is empty', '- ~', /Item 0 .* is empty/],
    ['two of one name', '- job_name: a\n- job_name: a', /Items 0 and 1 .* same job_name/],
    ['one with the name of a job of a monitor', '- job_name: serviceMonitor/shop/web/0', /which the Operator gives/],
    ['a key that stands twice', '- job_name: a\n  scheme: http\n  scheme: https', /a key twice \(line 3 of the text\)/],
    ['a field of monitors', '- job_name: a\n  interval: 30s', /has interval, .* it is scrape_interval there/],
    ['an unknown field', '- job_name: a\n  secret_word: 30s', /has a field that Prometheus does not know/],
    [
      'an interval that is none',
      '- job_name: a\n  scrape_interval: half an hour',
      /scrape_interval that is no duration/,
    ],
    [
      'a timeout that is longer than the interval',
      '- job_name: a\n  scrape_interval: 5s\n  scrape_timeout: 10s',
      /longer than its interval/,
    ],
    [
      'a timeout that is longer than the interval of the Prometheus',
      '- job_name: a\n  scrape_timeout: 40s',
      /longer than its interval/,
    ],
    [
      'a relabeling without a target',
      '- job_name: a\n  relabel_configs:\n    - action: replace',
      /relabel_configs\[0\] has no target_label/,
    ],
    [
      'an empty relabeling',
      '- job_name: a\n  metric_relabel_configs:\n    - ~',
      /metric_relabel_configs\[0\] is empty/,
    ],
    [
      'two ways to authenticate',
      '- job_name: a\n  bearer_token: t\n  basic_auth: {}',
      /has basic_auth and bearer_token/,
    ],
  ])('are refused for %s, of which the text is not told', (_, text, message) => {
    expect(messages(text)).toEqual([expect.stringMatching(message)]);
    expect(messages(text).join()).not.toMatch(/half an hour|secret_word/);
  });

  test('are refused for fields of another version', () => {
    const [newer, older] = ['fallback_scrape_protocol: PrometheusText0.0.4', 'scrape_classic_histograms: true'].map(
      (field) => `- job_name: a\n  ${field}`,
    );
    expect(messages(newer, { version: 'v2.55.0' })).toEqual([expect.stringMatching(/needs Prometheus 3\.0\.0/)]);
    expect(messages(older)).toEqual([expect.stringMatching(/Prometheus 3\.0\.0 took away/)]);
    expect([...messages(newer), ...messages(older, { version: 'v2.55.0' })]).toEqual([]);
    expect(messages('- job_name: a\n  not_invented_yet: 1', { version: 'v3.99.0' })).toEqual([]);
  });

  test('may have numbers for names, and no name of a monitor that has no such endpoint', () => {
    expect(messages('- job_name: 8080\n- job_name: serviceMonitor/shop/web/1')).toEqual([]);
    const bag = bagWith('- job_name: a\n- job_name: serviceMonitor/shop/web/1');
    expect(ownJobsLikeMonitors(instanceIn(bag).object, bag)).toEqual(['serviceMonitor/shop/web/1']);
  });
});

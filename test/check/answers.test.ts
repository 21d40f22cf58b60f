import type { CheckAnswer } from '../../lib/report/answer';
import { configMap, dashboard, grafana, release } from './dashboard/grafana';
import { evaluateYaml } from './evaluate-yaml';
import { monitoring, object, probe, prometheus, scrapeConfig, scraper } from './manifests';
import { alert, loading } from './rule/rules';

function answersOf(...objects: readonly object[]): CheckAnswer[] {
  const text = objects.map((one) => JSON.stringify(one)).join('\n---\n');
  return [...(evaluateYaml(text, 'objects.yaml').report().answers ?? [])];
}

/** `scraped 1/0/0 text`. */
function lines(...objects: readonly object[]): string[] {
  return answersOf(...objects).map(
    ({ question, working, failing, unknown, text }) => `${question} ${working}/${failing}/${unknown} ${text}`,
  );
}

const labels = { app: 'web' };
const app = [
  object('apps/v1', 'Deployment', 'web', {
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'web', image: 'web:1', ports: [{ name: 'http', containerPort: 80 }] }] },
      },
    },
  }),
  object('v1', 'Service', 'web', { spec: { selector: labels, ports: [{ name: 'http', port: 80 }] } }, { labels }),
];
const monitor = (name: string, port: string) =>
  monitoring('ServiceMonitor', name, { selector: { matchLabels: labels }, endpoints: [{ port }] });

describe('what is scraped', () => {
  test('is targets of monitors, and monitors without', () => {
    expect(lines(prometheus(), ...app, monitor('web', 'http'), monitor('lost', 'metrics'))).toEqual([
      expect.stringMatching(/^scraped 1\/1\/0 \d+ targets? of 1 monitor; none of 1 monitor$/),
    ]);
  });

  test('is targets of Probes and ScrapeConfigs as well', () => {
    const all = {
      probeSelector: {},
      probeNamespaceSelector: {},
      scrapeConfigSelector: {},
      scrapeConfigNamespaceSelector: {},
    };
    const targets = { staticConfig: { static: ['https://example.com'] } };
    const probe = monitoring('Probe', 'site', { prober: { url: 'blackbox.example.com:9115' }, targets });
    const scrapeConfig = {
      ...monitoring('ScrapeConfig', 'hosts', { staticConfigs: [{ targets: ['10.0.0.1:9100', '10.0.0.2:9100'] }] }),
      apiVersion: 'monitoring.coreos.com/v1alpha1',
    };
    expect(lines(prometheus(all), probe, scrapeConfig)).toEqual(['scraped 2/0/0 3 targets of 2 monitors']);
  });

  test('is not known without a Prometheus', () => {
    expect(lines(...app, monitor('web', 'http'))).toEqual([
      'scraped 0/0/1 1 monitor, and no Prometheus among these objects',
    ]);
  });

  test('is none of what the API server refuses', () => {
    const refused = monitoring('ServiceMonitor', 'number', { selector: {}, endpoints: [{ port: 8080 }] });
    expect(lines(prometheus(), refused)).toEqual(['scraped 0/1/0 none of 1 monitor']);
    expect(lines(...app, refused, monitor('web', 'http'))).toEqual([
      'scraped 0/1/1 none of 1 monitor; 1 monitor, and no Prometheus among these objects',
    ]);
  });

  test('is not known where the Prometheus is paused', () => {
    expect(lines(prometheus({ paused: true }), ...app, monitor('web', 'http'))).toEqual([
      'scraped 0/0/1 not known of 1 monitor',
    ]);
  });

  test('counts Probes and ScrapeConfigs among the monitors', () => {
    expect(
      lines(
        scraper(),
        ...app,
        monitor('web', 'http'),
        probe({ targets: { staticConfig: { static: ['https://a.example', 'https://b.example'] } } }),
        scrapeConfig({ httpSDConfigs: [{ url: 'http://inventory' }] }),
      ),
    ).toEqual(['scraped 2/0/1 3 targets of 2 monitors; not known of 1 monitor']);
    expect(lines(scraper(), probe({ targets: { staticConfig: { static: [] } } }))).toEqual([
      'scraped 0/1/0 none of 1 monitor',
    ]);
  });

  test('is no question without monitors', () => {
    expect(answersOf(...app)).toEqual([]);
  });
});

const NOBODY = 'paged 0/0/1 1 alert, and no Alertmanager among these objects';

describe('what is evaluated', () => {
  test('is rules that an instance loads', () => {
    expect(lines(loading(), alert('up == 0'))).toEqual([
      'evaluated 1/0/0 1 rule of 1 PrometheusRule, by Prometheus monitoring/k8s',
      NOBODY,
    ]);
  });

  test('is none of what nobody selects, and then there is nobody to page', () => {
    expect(lines(loading({ ruleSelector: { matchLabels: { a: 'b' } } }), alert('up == 0'))).toEqual([
      'evaluated 0/1/0 none of 1 PrometheusRule',
    ]);
  });

  test('is none of what is rejected', () => {
    expect(lines(loading(), alert('up =='))).toEqual(['evaluated 0/1/0 none of 1 PrometheusRule']);
  });

  test('is none of what the API server refuses', () => {
    expect(lines(loading(), alert('up == 0', { for: '5 minutes' }))).toEqual([
      'evaluated 0/1/0 none of 1 PrometheusRule',
    ]);
  });

  test('is counted by instance', () => {
    const ruler = monitoring('ThanosRuler', 'ruler', { ruleSelector: {}, ruleNamespaceSelector: {} });
    expect(lines(loading(), ruler, alert('up == 0'))[0]).toBe(
      'evaluated 1/0/0 1 rule of 1 PrometheusRule, by 2 instances',
    );
  });

  test('is not known without a Prometheus', () => {
    expect(lines(alert('up == 0'))).toEqual([
      'evaluated 0/0/1 1 PrometheusRule, and no Prometheus among these objects',
      NOBODY,
    ]);
  });
});

describe('who is paged', () => {
  const rule = alert('up == 0');
  const alertmanager = monitoring('Alertmanager', 'main', {}, { namespace: 'monitoring' });
  const configuration = (receiver: object) =>
    object(
      'v1',
      'Secret',
      'alertmanager-main',
      {
        stringData: {
          'alertmanager.yaml': JSON.stringify({ route: { receiver: 'a' }, receivers: [{ name: 'a', ...receiver }] }),
        },
      },
      { namespace: 'monitoring' },
    );

  const sending = loading({ alerting: { alertmanagers: [{ name: 'alertmanager-operated', port: 'web' }] } });

  test('is a receiver that does something', () => {
    const loud = configuration({ webhook_configs: [{ url: 'http://pager' }] });
    expect(lines(sending, rule, alertmanager, loud)[1]).toBe('paged 1/0/0 1 alert can reach a receiver');
  });

  test('is nobody where the receiver does nothing', () => {
    expect(lines(sending, rule, alertmanager, configuration({}))[1]).toBe(
      'paged 0/1/0 1 alert cannot reach a receiver',
    );
  });

  test('is nobody where the Prometheus sends alerts nowhere', () => {
    const loud = configuration({ webhook_configs: [{ url: 'http://pager' }] });
    expect(lines(loading(), rule, alertmanager, loud)[1]).toBe('paged 0/1/0 1 alert cannot reach a receiver');
  });

  test('is not known where the configuration is not there', () => {
    expect(lines(sending, rule, alertmanager)[1]).toBe('paged 0/0/1 not known of 1 alert');
  });
});

describe('what is shown', () => {
  const other = dashboard({ title: 'Other', uid: 'other' });

  test('is dashboards that Grafana loads', () => {
    expect(lines(release(), configMap({ 'a.json': dashboard(), 'b.json': other }))).toEqual([
      'shown 2/0/0 2 dashboards',
    ]);
  });

  test('is not what no Grafana takes, or cannot read', () => {
    const lost = configMap({ 'b.json': other }, { labels: { grafana_dashboard: 'no' } }, 'lost');
    expect(lines(release(), configMap({ 'a.json': dashboard(), 'c.json': '{' }), lost)).toEqual([
      'shown 1/2/0 1 dashboard; 2 dashboards are not shown',
    ]);
  });

  test('is not known without a Grafana', () => {
    expect(lines(configMap({ 'a.json': dashboard() }))).toEqual([
      'shown 0/0/1 1 dashboard, and no Grafana with a known sidecar among these objects',
    ]);
  });

  test('is not known of what is an address, or where the sidecar is not known', () => {
    expect(lines(grafana(), configMap({ 'a.json.url': 'https://dashboards.example/a' }))).toEqual([
      'shown 0/0/1 not known of 1 dashboard',
    ]);
    const hidden = { configMapKeyRef: { name: 'grafana', key: 'value' } };
    const metadata = { labels: { grafana_dashboard: '1' } };
    expect(
      lines(grafana({ LABEL_VALUE: hidden, NAMESPACE: 'other' }), configMap({ 'a.json': dashboard() }, metadata)),
    ).toEqual(['shown 0/0/1 not known of 1 dashboard']);
  });

  test('is no question without dashboards', () => {
    expect(answersOf(release(), configMap({ 'a.txt': 'x' }, { labels: {} }))).toEqual([]);
  });
});

test('answers stand in the order of the way from a metric to a person, each with its page', () => {
  const pages = answersOf(configMap({ 'a.json': dashboard() }), monitor('web', 'http'), alert('up == 0')).map(
    ({ page }) => page,
  );
  expect(pages).toEqual(['scraped', 'evaluated', 'paged', 'shown'].map((question) => `docs/answers.md#${question}`));
});

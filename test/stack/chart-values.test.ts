import { isPlainObject } from '../../lib/private/plain-object';
import { SELECTED_KINDS, selectionKeys } from '../../lib/stack/facts/selection';
import { Platform } from '../../lib/stack/platform';
import { type Values, valueAt } from '../../lib/stack/values';
import { chartDefaults } from './typed/chart-defaults';

const found = chartDefaults();

/** Whether the chart knows a path: each key is in the default values, or below a map that is open, being empty there. */
function known(path: string, chart: Values): boolean {
  let node: any = chart;
  for (const key of path.split('.')) {
    if (node === null || (isPlainObject(node) && Object.keys(node).length === 0)) {
      return true;
    }
    if (!isPlainObject(node) || !Object.hasOwn(node, key)) {
      return false;
    }
    node = node[key];
  }
  return true;
}

(found ? describe : describe.skip)('the default values of the chart', () => {
  const chart = found ?? {};

  test.each([['prometheus.retention'], ['prometheus.prometheusSpec.storage'], ['grafana.adminSecret']])(
    'do not know %s',
    (path) => {
      expect(known(path, chart)).toBe(false);
    },
  );

  test.each([
    ['prometheus.enabled', true],
    ['prometheus.agentMode', false],
    ['prometheus.serviceAccount.create', true],
    ['prometheus.service.port', 9090],
    ['prometheus.prometheusSpec.shards', 1],
    ['prometheus.prometheusSpec.routePrefix', '/'],
    ['prometheus.prometheusSpec.ignoreNamespaceSelectors', false],
    ['prometheus.prometheusSpec.scrapeInterval', ''],
    ['alertmanager.enabled', true],
    ['alertmanager.service.port', 9093],
    ['alertmanager.alertmanagerSpec.routePrefix', '/'],
    ['grafana.enabled', true],
    ['grafana.service.port', 80],
    ['prometheusOperator.enabled', true],
    ['prometheusOperator.tls.enabled', true],
    ['prometheusOperator.tls.internalPort', 10250],
    ['prometheusOperator.admissionWebhooks.enabled', true],
    ['cleanPrometheusOperatorObjectNames', false],
    ...SELECTED_KINDS.map((kind): [string, any] => [
      `prometheus.prometheusSpec.${selectionKeys(kind).nilUsesHelmValues}`,
      true,
    ]),
  ])('have at %s the value that the model assumes', (path, value) => {
    expect(valueAt(chart, path)).toBe(value);
  });

  test.each(SELECTED_KINDS.map(selectionKeys))('select by $selector and $namespaceSelector, both {}', (keys) => {
    expect(valueAt(chart, `prometheus.prometheusSpec.${keys.selector}`)).toEqual({});
    expect(valueAt(chart, `prometheus.prometheusSpec.${keys.namespaceSelector}`)).toEqual({});
  });

  test.each(Platform.GKE.settings)('differ from the preset at $path', ({ path, value }) => {
    expect(valueAt(chart, path)).toBe(!value);
  });

  test('have the versions of the table', () => {
    expect(valueAt(chart, 'prometheus.prometheusSpec.image.tag')).toContain('v3.14.0');
  });
});

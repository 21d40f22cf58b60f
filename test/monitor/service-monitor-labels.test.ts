import { type App, Chart, JsonPatch } from 'cdk8s';
import { ServiceMonitor } from '../../lib/monitor/service-monitor';
import { manifestOf, messageOf, newChart, synth } from '../private/synth';
import { rawService } from './fixtures';

function specOf(chart: Chart): any {
  return manifestOf(chart, 'ServiceMonitor').spec;
}

describe('one of several Services', () => {
  function several(): Chart {
    const chart = newChart();
    for (const name of ['web', 'api']) {
      rawService(chart, name);
    }
    return chart;
  }

  test.each(['api', 'Service/api'])('is picked by the hint "%s"', (resource) => {
    const chart = several();
    const monitor = new ServiceMonitor(chart, 'Monitor', { service: chart, resource });
    expect(monitor.service.name).toBe('api');
    expect(specOf(chart).selector).toEqual({ matchLabels: { app: 'api' } });
  });

  test('must be picked', () => {
    const chart = several();
    expect(messageOf(() => new ServiceMonitor(chart, 'Monitor', { service: chart }))).toBe(
      [
        'ServiceMonitor test/Monitor has 1 problem:',
        '  service: construct test holds 2 objects that could be meant: "Service/web", "Service/api".',
        "    Fix: resource: 'Service/web', or another of these.",
      ].join('\n'),
    );
  });

  test('cannot be picked by a name that none has', () => {
    const chart = several();
    expect(messageOf(() => new ServiceMonitor(chart, 'Monitor', { service: chart, resource: 'wep' }))).toBe(
      [
        'ServiceMonitor test/Monitor has 1 problem:',
        '  resource: "wep" fits none of the objects in construct test: "Service/web", "Service/api".',
        "    Fix: resource: 'Service/web', or another of these.",
      ].join('\n'),
    );
  });

  test('cannot be picked by a name that two have', () => {
    const chart = newChart();
    rawService(chart, 'web', { namespace: 'blue' });
    rawService(chart, 'web', { namespace: 'green' });
    expect(messageOf(() => new ServiceMonitor(chart, 'Monitor', { service: chart, resource: 'web' }))).toContain(
      '"web" fits 2 of the objects in construct test: "Service/web", "Service/web".\n    Fix: pass the construct that holds just one of them.',
    );
  });
});

describe('the labels by which it selects', () => {
  test('those that name an app, and none that change with a release', () => {
    const chart = newChart();
    const labels = {
      'app.kubernetes.io/name': 'web',
      'app.kubernetes.io/instance': 'blue',
      'app.kubernetes.io/version': '1.2.3',
      'helm.sh/chart': 'web-1.2.3',
    };
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web', { labels }) });
    expect(specOf(chart).selector).toEqual({
      matchLabels: { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'blue' },
    });
  });

  test('labels added after the monitor count', () => {
    const chart = newChart();
    const service = rawService(chart, 'web', { labels: { team: 'shop' } });
    new ServiceMonitor(chart, 'Monitor', { service });
    service.metadata.addLabel('k8s-app', 'web');
    expect(specOf(chart).selector).toEqual({ matchLabels: { 'k8s-app': 'web' } });
  });

  test('a Service with a label of its own keeps its labels as they are', () => {
    const chart = newChart();
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web', { labels: { team: 'shop' } }) });
    expect(manifestOf(chart, 'Service').metadata.labels).toEqual({ team: 'shop' });
  });

  test('a further label where the first ones are on another Service too', () => {
    const chart = newChart();
    rawService(chart, 'web-headless', { labels: { app: 'web', headless: 'true' }, spec: { clusterIP: 'None' } });
    const service = rawService(chart, 'web', { labels: { app: 'web', headless: 'false' } });
    new ServiceMonitor(chart, 'Monitor', { service });
    expect(specOf(chart).selector).toEqual({ matchLabels: { app: 'web', headless: 'false' } });
  });

  test('a ClusterIP Service and its headless twin with equal labels cannot be told apart', () => {
    const chart = newChart();
    const service = rawService(chart, 'web');
    new ServiceMonitor(chart, 'Monitor', { service });
    // Created last, in another construct: what counts is the finished app.
    rawService(new Chart(chart, 'Other'), 'web-headless', { labels: { app: 'web' }, spec: { clusterIP: 'None' } });
    expect(messageOf(() => synth(chart))).toBe(
      [
        'ServiceMonitor test/Monitor has 1 problem:',
        '  service: the labels of Service/web are all on Service/web-headless too, so both would be scraped.',
        '    Fix: give the Service a label of its own, or set selectorLabels to accept that.',
      ].join('\n'),
    );
  });

  test('a twin that appears after a first synthesis is seen by the next', () => {
    const chart = newChart();
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web') });
    synth(chart);
    rawService(chart, 'twin', { labels: { app: 'web' } });
    expect(() => synth(chart)).toThrow('the labels of Service/web are all on Service/twin too');
  });

  test.each<[string, any]>([
    ['in another namespace', { labels: { app: 'web' }, namespace: 'other' }],
    ['without the scraped port', { labels: { app: 'web' }, spec: { ports: [{ name: 'grpc', port: 81 }] } }],
  ])('a twin %s is no obstacle', (_title, twin) => {
    const chart = newChart({ namespace: 'shop' });
    rawService(chart, 'twin', twin);
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web') });
    expect(specOf(chart).selector).toEqual({ matchLabels: { app: 'web' } });
  });

  test('a twin in another chart is no obstacle, since it may be meant for another cluster', () => {
    const app = newChart({ namespace: 'shop' });
    rawService(new Chart(app.node.root as App, 'prod', { namespace: 'shop' }), 'twin', { labels: { app: 'web' } });
    new ServiceMonitor(app, 'Monitor', { service: rawService(app, 'web') });
    expect(specOf(app).selector).toEqual({ matchLabels: { app: 'web' } });
  });

  test('a twin with one more label is excluded by that label', () => {
    const chart = newChart();
    rawService(chart, 'headless', { labels: { app: 'web', variant: 'headless' } });
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web') });
    expect(specOf(chart).selector).toEqual({
      matchLabels: { app: 'web' },
      matchExpressions: [{ key: 'variant', operator: 'DoesNotExist' }],
    });
  });

  test('a twin counts whatever its ports where the target is found by its number', () => {
    const chart = newChart();
    rawService(chart, 'twin', { labels: { app: 'web' }, spec: { ports: [{ name: 'grpc', port: 81 }] } });
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web'), endpoints: [{ targetPort: 9090 }] });
    expect(() => synth(chart)).toThrow('so both would be scraped');
  });

  test('given ones win, and the Service is left alone', () => {
    const chart = newChart();
    const service = rawService(chart, 'web', { labels: { app: 'web', tier: 'front' } });
    new ServiceMonitor(chart, 'Monitor', { service, selectorLabels: { tier: 'front' } });
    expect(specOf(chart).selector).toEqual({ matchLabels: { tier: 'front' } });
    expect(manifestOf(chart, 'Service').metadata.labels).toEqual({ app: 'web', tier: 'front' });
  });

  test('given ones that the Service does not carry are refused', () => {
    const chart = newChart();
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web'), selectorLabels: { app: 'typo' } });
    expect(messageOf(() => synth(chart))).toBe(
      [
        'ServiceMonitor test/Monitor has 1 problem:',
        '  selectorLabels: the monitor selects by "app: typo", which Service/web does not carry (it has "app: web"), so it would find nothing.',
        '    Fix: use labels that are there, or leave selectorLabels out.',
      ].join('\n'),
    );
  });

  test('none at all are refused, since they would select everything', () => {
    const chart = newChart();
    const service = rawService(chart, 'web');
    expect(() => new ServiceMonitor(chart, 'Monitor', { service, selectorLabels: {} })).toThrow(
      'selectorLabels: is empty, and an empty selector takes everything',
    );
  });

  test('those that a JSON patch leaves are the ones that count', () => {
    const chart = newChart();
    const service = rawService(chart, 'web');
    new ServiceMonitor(chart, 'Monitor', { service });
    service.addJsonPatch(JsonPatch.replace('/metadata/labels/app', 'patched'));
    expect(specOf(chart).selector).toEqual({ matchLabels: { app: 'patched' } });
  });
});

import type { KubeObject } from '../../../lib/simulator/kube-object';
import { droppedFieldsOf } from '../../../lib/simulator/operator/dropped-fields';
import { PROMETHEUS_GATES } from '../../../lib/simulator/versions/prometheus-gates';
import { bagOf, instanceIn, podMonitor, prometheus, serviceMonitor } from './fixtures';

function dropped(monitor: KubeObject, version: string) {
  return droppedFieldsOf({ object: monitor, source: {} }, instanceIn(bagOf(prometheus({ version }))));
}

/** A monitor with the field of a gate set. */
function monitorWith(gate: (typeof PROMETHEUS_GATES)[number]): KubeObject {
  const value = gate.element === undefined ? 1 : [gate.element];
  const fields = [...gate.path].reverse().reduce<any>((inner, key) => ({ [key]: inner }), value);
  const spec = gate.at === 'spec' ? fields : { endpoints: [fields], podMetricsEndpoints: [fields] };
  if (gate.kind === 'ScrapeConfig') {
    return { ...serviceMonitor(fields), apiVersion: 'monitoring.coreos.com/v1alpha1', kind: 'ScrapeConfig' };
  }
  return gate.kind === 'PodMonitor' ? podMonitor(spec) : serviceMonitor(spec);
}

/** The last release before a boundary. */
function before(boundary: string): string {
  const [major, minor] = boundary.split('.').map(Number);
  return minor > 0 ? `v${major}.${minor - 1}.9` : 'v2.55.1';
}

describe('droppedFieldsOf', () => {
  test.each(PROMETHEUS_GATES.map((gate) => [gate.path.join('.'), gate.element ?? '', gate.since, gate] as const))(
    'tells of %s %s below %s, and not from there on',
    (_path, _element, since, gate) => {
      const monitor = monitorWith(gate);
      const codes = (version: string) =>
        dropped(monitor, version).filter(({ values }) => values.since === since.replace('-rc.0', ''));
      expect(codes(before(since))).not.toEqual([]);
      expect(codes(`v${since}`)).toEqual([]);
    },
  );

  test('says what comes of lost credentials', () => {
    const monitor = serviceMonitor({ endpoints: [{}, { oauth2: {} }] });
    expect(dropped(monitor, 'v2.26.1')).toMatchObject([
      {
        code: 'dropped/oauth2',
        field: 'spec.endpoints[1].oauth2',
        message:
          'is left out: it needs Prometheus 2.27.0, and Prometheus monitoring/k8s runs 2.26.1. Prometheus scrapes without credentials, which a guarded endpoint answers with 401.',
      },
    ]);
  });

  test('knows that attachMetadata came to PodMonitors first', () => {
    expect(dropped(podMonitor({ attachMetadata: { node: true } }), 'v2.36.0')).toEqual([]);
    expect(dropped(serviceMonitor({ attachMetadata: { node: true } }), 'v2.36.0')).toHaveLength(1);
  });

  test('knows that monitors ask for native histograms from Prometheus 3.8 on', () => {
    const monitor = serviceMonitor({ scrapeNativeHistograms: true });
    expect(dropped(monitor, 'v3.7.3')).toMatchObject([{ field: 'spec.scrapeNativeHistograms' }]);
    expect(dropped(monitor, 'v3.8.0')).toEqual([]);
  });

  test('is silent about a list that holds what the version knows', () => {
    const monitor = serviceMonitor({ scrapeProtocols: ['PrometheusText0.0.4'] });
    expect(dropped(monitor, 'v2.55.1')).toEqual([]);
  });

  test('is silent about fields that are not there', () => {
    expect(dropped(serviceMonitor(), 'v2.16.0')).toEqual([]);
  });
});

import * as fc from 'fast-check';
import { cut, releaseNames, subchartFullname } from '../../../lib/stack/facts/names';

const LONG = 'platform-observability-team-monitoring-prod-europe';

/** Rendered with `helm template` of chart 88.5.3: release, fullname, Grafana, kube-state-metrics, node-exporter. */
const RENDERED: [string, string, string, string, string][] = [
  row('prometheus-stack', 'prometheus-stack-kube-prom'),
  row('kps', 'kps-kube-prometheus-stack'),
  row('prom', 'prom-kube-prometheus-stack'),
  row('kube-prometheus-stack', 'kube-prometheus-stack'),
  row('my-kube-prometheus-stack', 'my-kube-prometheus-stack'),
  row('monitoring', 'monitoring-kube-prometheus'),
  row('prometheus', 'prometheus-kube-prometheus'),
  row('observability', 'observability-kube-prometh'),
  row('kube-prometheus-stack-production', 'kube-prometheus-stack-prod'),
  [
    'prometheus-grafana',
    'prometheus-grafana-kube-pr',
    'prometheus-grafana',
    'prometheus-grafana-kube-state-metrics',
    'prometheus-grafana-prometheus-node-exporter',
  ],
  [LONG, 'platform-observability-tea', `${LONG}-grafana`, `${LONG}-kube-state-m`, `${LONG}-prometheus-n`],
];

function row(release: string, fullname: string): [string, string, string, string, string] {
  return [
    release,
    fullname,
    `${release}-grafana`,
    `${release}-kube-state-metrics`,
    `${release}-prometheus-node-exporter`,
  ];
}

describe('names of the chart', () => {
  test.each(RENDERED)('are those that helm renders for release %s', (release, fullname, grafana, ksm, nodeExporter) => {
    expect(releaseNames(release).fullname).toBe(fullname);
    expect(releaseNames(release).prometheus).toBe(`${fullname}-prometheus`);
    expect(subchartFullname(release, 'grafana')).toBe(grafana);
    expect(subchartFullname(release, 'kube-state-metrics')).toBe(ksm);
    expect(subchartFullname(release, 'prometheus-node-exporter')).toBe(nodeExporter);
  });

  test('cover every object of the release of the story', () => {
    expect(releaseNames('prometheus-stack')).toEqual({
      app: 'kube-prometheus-stack',
      fullname: 'prometheus-stack-kube-prom',
      operator: 'prometheus-stack-kube-prom-operator',
      prometheus: 'prometheus-stack-kube-prom-prometheus',
      prometheusService: 'prometheus-stack-kube-prom-prometheus',
      alertmanager: 'prometheus-stack-kube-prom-alertmanager',
      alertmanagerService: 'prometheus-stack-kube-prom-alertmanager',
      thanosRuler: 'prometheus-stack-kube-pro-thanos-ruler',
      thanosRulerService: 'kube-prometheus-stack-thanos-ruler',
      admission: 'prometheus-stack-kube-prom-admission',
    });
  });

  test('lose their suffixes when clean, but Services keep them', () => {
    const names = releaseNames('kps', { cleanPrometheusOperatorObjectNames: true });
    expect(names).toMatchObject({
      prometheus: 'kps-kube-prometheus-stack',
      alertmanager: 'kps-kube-prometheus-stack',
      thanosRuler: 'kps-kube-prometheus-stack',
      prometheusService: 'kps-kube-prometheus-stack-prometheus',
      alertmanagerService: 'kps-kube-prometheus-stack-alertmanager',
      operator: 'kps-kube-prometheus-stack-operator',
    });
  });

  test('take nameOverride into the prefix, unless the release name contains it', () => {
    expect(releaseNames('kps', { nameOverride: 'mon' })).toMatchObject({ app: 'mon', fullname: 'kps-mon' });
    expect(releaseNames('team-monitor', { nameOverride: 'mon' }).fullname).toBe('team-monitor');
  });

  test('prefer fullnameOverride to everything', () => {
    const names = releaseNames('kps', { fullnameOverride: 'metrics', nameOverride: 'mon' });
    expect(names).toMatchObject({ fullname: 'metrics', operator: 'metrics-operator', app: 'mon' });
  });

  test('take an empty override for none', () => {
    const empty = { fullnameOverride: '', nameOverride: '', operatorFullnameOverride: '' };
    expect(releaseNames('kps', empty)).toEqual(releaseNames('kps'));
    expect(subchartFullname('kps', 'grafana', { fullnameOverride: '', nameOverride: '' })).toBe('kps-grafana');
  });

  test('cut the name of the Operator after 35 characters', () => {
    const operatorFullnameOverride = 'an-operator-with-a-name-longer-than-all-others';
    expect(releaseNames('kps', { operatorFullnameOverride }).operator).toBe('an-operator-with-a-name-longer-than');
  });

  test('lose one hyphen at the cut, and only one', () => {
    expect(cut('abc--def', 5)).toBe('abc-');
    expect(cut('abc-def', 4)).toBe('abc');
    expect(cut('abc-', 10)).toBe('abc');
    expect(cut('abc', 3)).toBe('abc');
  });

  test('of sub-charts follow their own overrides only', () => {
    expect(subchartFullname('kps', 'grafana', { fullnameOverride: 'g' })).toBe('g');
    expect(subchartFullname('kps', 'grafana', { nameOverride: 'boards' })).toBe('kps-boards');
    expect(subchartFullname('my-boards', 'grafana', { nameOverride: 'boards' })).toBe('my-boards');
  });
});

describe('names for any input', () => {
  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?$/);
  const override = fc.option(label, { nil: undefined });
  const naming = fc.record({
    fullnameOverride: override,
    nameOverride: override,
    operatorFullnameOverride: override,
    cleanPrometheusOperatorObjectNames: fc.boolean(),
  });

  test('stay within the limits of the chart', () => {
    fc.assert(
      fc.property(label, naming, (release, values) => {
        const names = releaseNames(release, values);
        expect(names.fullname.length).toBeLessThanOrEqual(26);
        expect(names.app.length).toBeLessThanOrEqual(50);
        expect(names.operator.length).toBeLessThanOrEqual(35);
        expect(names.prometheus.length).toBeLessThanOrEqual(37);
        expect(names.thanosRuler.length).toBeLessThanOrEqual(38);
        expect(subchartFullname(release, 'grafana', { nameOverride: values.nameOverride }).length).toBeLessThanOrEqual(
          63,
        );
      }),
    );
  });

  test('cut a text at its start, by at most one character more than asked', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z-]{0,40}$/), fc.nat(40), (text, length) => {
        const result = cut(text, length);
        const head = text.slice(0, length);
        expect(head.startsWith(result)).toBe(true);
        expect(head.length - result.length).toBe(head.endsWith('-') ? 1 : 0);
      }),
    );
  });

  test('begin with the release name as far as there is room, when nothing is overridden', () => {
    fc.assert(
      fc.property(label, (release) => {
        const { fullname } = releaseNames(release);
        expect(`${release}-kube-prometheus-stack`.startsWith(fullname)).toBe(true);
      }),
    );
  });
});

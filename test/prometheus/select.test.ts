import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, type ApiObjectMetadata, Chart, Include, Testing } from 'cdk8s';
import fc from 'fast-check';
import { ServiceMonitor as ServiceMonitorObject } from '../../imports/monitoring.coreos.com/v1/service-monitor';
import type { IPrometheus } from '../../lib/prometheus/i-prometheus';
import { Prometheus, type PrometheusSelectors } from '../../lib/prometheus/prometheus';
import { selectApiObject } from '../../lib/prometheus/select';
import { LabelOperator, type LabelRequirement } from '../../lib/selection/label-requirement';
import { LabelSelector } from '../../lib/selection/label-selector';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';
import { OperatorScope } from '../../lib/selection/operator-scope';
import { messageOf, newChart } from '../private/synth';

const { IN, NOT_IN, EXISTS, DOES_NOT_EXIST } = LabelOperator;

function prometheus(selectors: Partial<PrometheusSelectors> = {}): Prometheus {
  return Prometheus.fromSelectors({
    name: 'k8s',
    namespace: 'monitoring',
    serviceMonitorNamespaceSelector: NamespaceSelector.all(),
    ...selectors,
  });
}

function selecting(...matchExpressions: LabelRequirement[]): Prometheus {
  return prometheus({ serviceMonitorSelector: LabelSelector.of({ matchExpressions }) });
}

function monitor(metadata: ApiObjectMetadata = {}, chart = newChart(), kind = 'ServiceMonitor'): ApiObject {
  return new ApiObject(chart, 'Monitor', { apiVersion: 'monitoring.coreos.com/v1', kind, metadata });
}

const labelsOf = (object: ApiObject) => object.toJson().metadata.labels ?? {};

describe('which objects can be selected', () => {
  const one = (label: string) => LabelSelector.matchLabels({ wanted: label });
  const five = prometheus({
    serviceMonitorSelector: one('service-monitor'),
    podMonitorSelector: one('pod-monitor'),
    podMonitorNamespaceSelector: NamespaceSelector.all(),
    probeSelector: one('probe'),
    probeNamespaceSelector: NamespaceSelector.all(),
    scrapeConfigSelector: one('scrape-config'),
    scrapeConfigNamespaceSelector: NamespaceSelector.all(),
    ruleSelector: one('rule'),
    ruleNamespaceSelector: NamespaceSelector.all(),
  });

  test.each([
    ['ServiceMonitor', 'v1', 'service-monitor'],
    ['PodMonitor', 'v1', 'pod-monitor'],
    ['Probe', 'v1', 'probe'],
    ['ScrapeConfig', 'v1alpha1', 'scrape-config'],
    ['PrometheusRule', 'v1', 'rule'],
  ])('a raw %s gets the labels of the selector for its own kind', (kind, version, label) => {
    const object = new ApiObject(newChart({ namespace: 'shop' }), 'Object', {
      apiVersion: `monitoring.coreos.com/${version}`,
      kind,
    });
    five.select(object);
    expect(labelsOf(object)).toEqual({ wanted: label });
  });

  test.each([
    ['serviceMonitor', 'ServiceMonitor'],
    ['podMonitor', 'PodMonitor'],
    ['probe', 'Probe'],
    ['scrapeConfig', 'ScrapeConfig'],
    ['rule', 'PrometheusRule'],
  ])('%sNamespaceSelector decides for %s alone', (field, kind) => {
    const selectors = { [`${field}Selector`]: LabelSelector.everything() };
    const unreached = prometheus({ serviceMonitorNamespaceSelector: NamespaceSelector.own(), ...selectors });
    expect(messageOf(() => unreached.select(monitor({ namespace: 'shop' }, newChart(), kind)))).toContain(
      `${field}NamespaceSelector of Prometheus monitoring/k8s does not reach namespace "shop"`,
    );
    const reached = prometheus({ ...selectors, [`${field}NamespaceSelector`]: NamespaceSelector.names('shop') });
    reached.select(monitor({ namespace: 'shop' }, newChart(), kind));
  });

  test('a generated object', () => {
    const object = new ServiceMonitorObject(newChart({ namespace: 'shop' }), 'Monitor', {
      spec: { selector: {}, endpoints: [] },
    });
    five.select(object);
    expect(labelsOf(object)).toEqual({ wanted: 'service-monitor' });
  });

  test('an object of an included YAML file keeps the labels that it has', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'select-')), 'monitor.yaml');
    writeFileSync(
      file,
      'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: { name: web, labels: { app: web } }\n',
    );
    const [object] = new Include(newChart(), 'Include', { url: file }).apiObjects;
    five.select(object);
    expect(labelsOf(object)).toEqual({ app: 'web', wanted: 'service-monitor' });
  });

  test('is the same when asked for twice', () => {
    const object = monitor();
    five.select(object);
    five.select(object);
    expect(labelsOf(object)).toEqual({ wanted: 'service-monitor' });
  });

  test.each([
    ['Deployment', 'apps/v1', 'apps'],
    ['Service', 'v1', 'core'],
    ['AlertmanagerConfig', 'monitoring.coreos.com/v1alpha1', 'monitoring.coreos.com'],
    // The fork of VictoriaMetrics, and Google's managed service: near in name, unknown to the Operator.
    ['PodMonitoring', 'monitoring.googleapis.com/v1', 'monitoring.googleapis.com'],
    ['ServiceMonitor', 'azmonitoring.coreos.com/v1', 'azmonitoring.coreos.com'],
  ])('not a %s of %s', (kind, apiVersion, group) => {
    const object = new ApiObject(newChart(), 'Object', { apiVersion, kind });
    expect(messageOf(() => five.select(object))).toBe(
      [
        `${kind} ${object.name} (construct test/Object) has 1 problem:`,
        `  kind: a Prometheus does not select objects of kind ${kind} (${group}), so no label could make it.`,
        '    Fix: select one of ServiceMonitor, PodMonitor, Probe, ScrapeConfig, PrometheusRule of monitoring.coreos.com.',
      ].join('\n'),
    );
  });
});

describe('the labels that are added', () => {
  test('all of matchLabels', () => {
    const object = monitor();
    prometheus({ serviceMonitorSelector: LabelSelector.matchLabels({ release: 'stack', team: 'shop' }) }).select(
      object,
    );
    expect(labelsOf(object)).toEqual({ release: 'stack', team: 'shop' });
  });

  test('none for a selector that takes everything', () => {
    const object = monitor();
    prometheus({ serviceMonitorSelector: LabelSelector.everything() }).select(object);
    expect(labelsOf(object)).toEqual({});
  });

  test.each<[string, LabelRequirement[], { [key: string]: string }]>([
    ['In: the first value', [{ key: 'tier', operator: IN, values: ['a', 'b'] }], { tier: 'a' }],
    ['Exists: some value', [{ key: 'scrape', operator: EXISTS }], { scrape: 'true' }],
    ['NotIn: none', [{ key: 'tier', operator: NOT_IN, values: ['a'] }], {}],
    ['DoesNotExist: none', [{ key: 'legacy', operator: DOES_NOT_EXIST }], {}],
    [
      'NotIn before In: a value that both allow',
      [
        { key: 'tier', operator: NOT_IN, values: ['a'] },
        { key: 'tier', operator: IN, values: ['a', 'b'] },
      ],
      { tier: 'b' },
    ],
    [
      'Exists before In: a value of the list',
      [
        { key: 'tier', operator: EXISTS },
        { key: 'tier', operator: IN, values: ['a'] },
      ],
      { tier: 'a' },
    ],
    [
      'Exists with NotIn: a value that is not forbidden',
      [
        { key: 'tier', operator: EXISTS },
        { key: 'tier', operator: NOT_IN, values: ['true', 'true-0'] },
      ],
      { tier: 'true-1' },
    ],
  ])('%s', (_title, requirements, expected) => {
    const object = monitor();
    selecting(...requirements).select(object);
    expect(labelsOf(object)).toEqual(expected);
  });

  test('a label that fits already stays', () => {
    const object = monitor({ labels: { tier: 'b' } });
    selecting({ key: 'tier', operator: IN, values: ['a', 'b'] }).select(object);
    expect(labelsOf(object)).toEqual({ tier: 'b' });
  });

  test('whatever a selector asks: after select it matches, or select has said why it cannot', () => {
    const keys = fc.constantFrom('k1', 'k2');
    const values = fc.constantFrom('true', 'b', 'c');
    const requirement = fc.oneof(
      fc.record({
        key: keys,
        operator: fc.constantFrom(IN, NOT_IN),
        values: fc.uniqueArray(values, { minLength: 1 }),
      }),
      fc.record({ key: keys, operator: fc.constantFrom(EXISTS, DOES_NOT_EXIST) }),
    );
    const labels = fc.dictionary(keys, values, { maxKeys: 2 });
    const outcomes = { selected: 0, refused: 0 };
    fc.assert(
      fc.property(labels, fc.array(requirement, { maxLength: 4 }), labels, (matchLabels, matchExpressions, given) => {
        const selector = LabelSelector.of({ matchLabels, matchExpressions });
        const object = monitor({ labels: given });
        try {
          prometheus({ serviceMonitorSelector: selector }).select(object);
          outcomes.selected += 1;
        } catch {
          outcomes.refused += 1;
          // A refusal is right only if no addition of labels could help; all values that matter are tried.
          const tries = ['true', 'b', 'c', 'other', undefined].flatMap((k1) =>
            ['true', 'b', 'c', 'other', undefined].map((k2) => ({ k1, k2 })),
          );
          const helped = tries.filter((added) => {
            const present = Object.entries({ ...added, ...given }).filter(([, value]) => value !== undefined);
            return selector.matches(Object.fromEntries(present) as { [key: string]: string });
          });
          expect(helped).toEqual([]);
          expect(labelsOf(object)).toEqual(given);
          return;
        }
        expect(selector.matches(labelsOf(object))).toBe(true);
        expect(labelsOf(object)).toMatchObject(given);
      }),
    );
    expect(outcomes.selected).toBeGreaterThan(0);
    expect(outcomes.refused).toBeGreaterThan(0);
  });
});

describe('where labels cannot help', () => {
  test('a selector that is absent takes nothing', () => {
    expect(messageOf(() => prometheus().select(monitor({ name: 'web', namespace: 'shop' })))).toBe(
      [
        'ServiceMonitor shop/web (construct test/Monitor) has 1 problem:',
        '  metadata.labels: serviceMonitorSelector of Prometheus monitoring/k8s is absent, which means that it selects nothing, whatever labels an object has.',
        '    Fix: set serviceMonitorSelector on the Prometheus object; {} selects everything.',
      ].join('\n'),
    );
  });

  test('a label that is there with another value is not overwritten', () => {
    const object = monitor({ name: 'web', labels: { release: 'other' } });
    const stack = prometheus({ serviceMonitorSelector: LabelSelector.matchLabels({ release: 'stack', x: 'y' }) });
    expect(messageOf(() => stack.select(object))).toBe(
      [
        'ServiceMonitor web (construct test/Monitor) has 1 problem:',
        '  metadata.labels: serviceMonitorSelector of Prometheus monitoring/k8s asks for "release: stack", but the label "release" is "other", so the object would not be selected.',
        '    Fix: remove the label "release", or set it to "stack".',
      ].join('\n'),
    );
    expect(labelsOf(object)).toEqual({ release: 'other' });
  });

  test.each<[LabelRequirement, string, string]>([
    [
      { key: 'tier', operator: IN, values: ['a', 'b'] },
      '"tier" In (a, b)',
      'remove the label "tier", or set it to one of a, b.',
    ],
    [
      { key: 'tier', operator: NOT_IN, values: ['c'] },
      '"tier" NotIn (c)',
      'remove the label "tier", or give it another value.',
    ],
    [{ key: 'tier', operator: DOES_NOT_EXIST }, '"tier" DoesNotExist', 'remove the label "tier".'],
  ])('a label that an expression refuses: %j', (requirement, asked, fix) => {
    const object = monitor({ labels: { tier: 'c' } });
    expect(messageOf(() => selecting(requirement).select(object))).toContain(
      `asks for ${asked}, but the label "tier" is "c", so the object would not be selected.\n    Fix: ${fix}`,
    );
  });

  test('a selector that contradicts itself is to be corrected, not the object', () => {
    const contradiction = selecting({ key: 'tier', operator: EXISTS }, { key: 'tier', operator: DOES_NOT_EXIST });
    expect(messageOf(() => contradiction.select(monitor()))).toContain(
      'asks for "tier" Exists and "tier" DoesNotExist, which no value of the label "tier" fulfils, so no object would be selected.\n    Fix: correct serviceMonitorSelector on the Prometheus object.',
    );
  });

  test('an absent namespace selector means the namespace of the Prometheus only', () => {
    const own = prometheus({
      serviceMonitorSelector: LabelSelector.everything(),
      serviceMonitorNamespaceSelector: undefined,
    });
    expect(() => own.select(monitor({ namespace: 'monitoring' }))).not.toThrow();
    expect(messageOf(() => own.select(monitor({ name: 'web', namespace: 'shop' })))).toBe(
      [
        'ServiceMonitor shop/web (construct test/Monitor) has 1 problem:',
        '  metadata.namespace: serviceMonitorNamespaceSelector of Prometheus monitoring/k8s does not reach namespace "shop" (it is absent, which means its own namespace only), so the object would never be read, and no label on it can change that.',
        '    Fix: put the object in namespace "monitoring", or widen serviceMonitorNamespaceSelector.',
      ].join('\n'),
    );
  });

  test('the namespace of a chart counts as that of its objects', () => {
    const named = prometheus({
      serviceMonitorSelector: LabelSelector.everything(),
      serviceMonitorNamespaceSelector: NamespaceSelector.names('shop'),
    });
    expect(() => named.select(monitor({}, newChart({ namespace: 'shop' })))).not.toThrow();
    expect(() => named.select(monitor({}, newChart({ namespace: 'blog' })))).toThrow('does not reach namespace "blog"');
  });

  test('a namespace that the deploying tool decides gets the benefit of the doubt', () => {
    const named = prometheus({
      serviceMonitorSelector: LabelSelector.matchLabels({ release: 'stack' }),
      serviceMonitorNamespaceSelector: NamespaceSelector.names('shop'),
      operatorScope: OperatorScope.only('shop'),
    });
    const object = monitor();
    named.select(object);
    expect(labelsOf(object)).toEqual({ release: 'stack' });
  });

  describe('a selector that reads labels of Namespaces', () => {
    const labelled = prometheus({
      serviceMonitorSelector: LabelSelector.everything(),
      serviceMonitorNamespaceSelector: NamespaceSelector.matchLabels({ monitored: 'yes' }),
    });
    function withNamespace(name: string, labels: { [key: string]: string }): Chart {
      const app = Testing.app();
      // In a chart of its own, as is usual.
      new ApiObject(new Chart(app, 'namespaces'), 'Namespace', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name, labels },
      });
      return new Chart(app, 'test', { namespace: 'shop' });
    }

    test('accepts a Namespace of the app that has them', () => {
      expect(() => labelled.select(monitor({}, withNamespace('shop', { monitored: 'yes' })))).not.toThrow();
    });

    test('refuses a Namespace of the app that lacks them', () => {
      expect(() => labelled.select(monitor({}, withNamespace('shop', {})))).toThrow('does not reach namespace "shop"');
    });

    test('believes what it cannot see: a Namespace outside of the app', () => {
      expect(() => labelled.select(monitor({}, withNamespace('other', {})))).not.toThrow();
    });
  });

  test('a namespace that the Operator does not watch', () => {
    const scoped = (operatorScope: OperatorScope) =>
      prometheus({ serviceMonitorSelector: LabelSelector.everything(), operatorScope });
    expect(
      messageOf(() => scoped(OperatorScope.only('apps')).select(monitor({ name: 'web', namespace: 'shop' }))),
    ).toBe(
      [
        'ServiceMonitor shop/web (construct test/Monitor) has 1 problem:',
        '  metadata.namespace: the Operator behind Prometheus monitoring/k8s does not watch namespace "shop" (it watches only apps), so the object would not exist for it, and no label can change that.',
        "    Fix: put the object in a watched namespace, or change the Operator's --namespaces or --deny-namespaces.",
      ].join('\n'),
    );
    expect(() => scoped(OperatorScope.only('shop')).select(monitor({ namespace: 'shop' }))).not.toThrow();
  });

  test('a namespace that the Operator is told to leave alone', () => {
    const except = prometheus({
      serviceMonitorSelector: LabelSelector.everything(),
      operatorScope: OperatorScope.allExcept('shop'),
    });
    expect(messageOf(() => except.select(monitor({ namespace: 'shop' })))).toContain(
      "(it watches all but shop), so the object would not exist for it, and no label can change that.\n    Fix: put the object in a watched namespace, or change the Operator's --namespaces or --deny-namespaces.",
    );
    expect(() => except.select(monitor({ namespace: 'blog' }))).not.toThrow();
  });

  test('all problems come in one error', () => {
    const scoped = prometheus({
      serviceMonitorSelector: LabelSelector.matchLabels({ a: '1', b: '2' }),
      operatorScope: OperatorScope.only('apps'),
    });
    expect(messageOf(() => scoped.select(monitor({ namespace: 'shop', labels: { a: 'x', b: 'x' } })))).toContain(
      'has 3 problems:',
    );
  });
});

test('a construct in place of its ApiObject is refused, with what to pass', () => {
  expect(() => prometheus().select(newChart() as unknown as ApiObject)).toThrow('for example `monitor.apiObject`');
});

test('an instance that does nothing says why', () => {
  const working = prometheus();
  const idle: IPrometheus = Object.assign(Object.create(working), { inactiveReason: 'it is switched off.' });
  expect(messageOf(() => selectApiObject(idle, monitor()))).toContain(
    'scrapes nothing and evaluates nothing: it is switched off.',
  );
});

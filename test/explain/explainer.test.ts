import { makeContext } from '../../lib/check/make-context';
import { prepareObjects } from '../../lib/check/prepare-objects';
import { Explainer } from '../../lib/explain/explainer';
import { LinkState } from '../../lib/report/explanation';
import { type Finding, Level } from '../../lib/report/finding';
import type { SourcedObject } from '../../lib/simulator/kube-object';
import { Simulation } from '../../lib/simulator/simulation';
import { all, allLinks, DEPLOYMENT, MONITOR, objectsOf, PROMETHEUS, SERVICE, tree } from './bags';

const OBJECTS = objectsOf(all(PROMETHEUS, DEPLOYMENT, SERVICE, MONITOR));

function finding(changes: Partial<Finding>): Finding {
  return {
    check: 'schema/wrong-type',
    level: Level.ERROR,
    object: { apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor', namespace: 'shop', name: 'web' },
    field: 'spec.endpoints',
    message: 'is a map, and must be a list.',
    why: 'Because.',
    source: {},
    related: [],
    ...changes,
  };
}

/** An explainer of objects of which the API server takes some. */
function explainerOf(accepted: readonly SourcedObject[], findings: readonly Finding[]): Explainer {
  const prepared = { ...prepareObjects(OBJECTS, { parseYaml: JSON.parse }), objects: accepted };
  const context = makeContext(new Simulation(accepted), prepared, 'default', false);
  return new Explainer(context, {
    findings: () => findings,
    locate: (source, field) => ({ ...source, line: field.length }),
    defaultNamespace: 'default',
  });
}

const isMonitor = ({ object }: SourcedObject) => object.kind === 'ServiceMonitor';

test('what the API server refuses ends at the first link', () => {
  const explainer = explainerOf(
    OBJECTS.filter((one) => !isMonitor(one)),
    [finding({ fix: { text: 'endpoints: []' } })],
  );
  const explanation = explainer.explain('ServiceMonitor', 'shop', 'web');
  expect(explanation).toMatchObject({
    verdict: 'Not scraped: the API server refuses it for spec.endpoints.',
    chains: [{ link: 'L1', state: LinkState.BROKEN, links: [{ check: 'schema/wrong-type', fix: 'endpoints: []' }] }],
    targets: [],
    findings: [{ check: 'schema/wrong-type' }],
  });
  expect(explainer.explainable().filter(isMonitor)).toHaveLength(1);
});

test('what the API server takes nevertheless goes on', () => {
  const explanation = explainerOf(OBJECTS, [finding({ level: Level.WARNING })]).explain(
    'ServiceMonitor',
    'shop',
    'web',
  );
  expect(explanation && tree(explanation)).toContain('- L1 The API server may accept it, but:\n    - is a map');
  expect(explanation?.verdict).toBe('Scraped by monitoring/k8s at 1 target.');
});

test('findings of other objects are left out, those in which the object takes part are not', () => {
  const service = { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'web' };
  const findings = [
    finding({ check: 'a/other', object: { ...service, name: 'other' } }),
    finding({ check: 'a/related', related: [{ object: service, message: 'is it', source: {} }] }),
    finding({ check: 'a/own', object: service }),
  ];
  const explanation = explainerOf(OBJECTS, findings).explain('Service', 'shop', 'web');
  expect(explanation?.findings.map(({ check }) => check)).toEqual(['a/related', 'a/own']);
});

test('fields have the place at which they were written', () => {
  const explanation = explainerOf(OBJECTS, []).explain('ServiceMonitor', 'shop', 'web');
  const fields = explanation ? allLinks(explanation).filter(({ field }) => field !== undefined) : [];
  expect(fields.length).toBeGreaterThan(0);
  for (const { field = '', source } of fields) {
    expect(source).toEqual({ file: 'all.yaml', line: field.length });
  }
});

test('a finding that is only worth knowing is no reason of a broken link', () => {
  const broken = OBJECTS.map((one) =>
    isMonitor(one) ? objectsOf(MONITOR.replace('port: metrics', 'port: metric'))[0] : one,
  );
  const checksWith = (level: Level) => {
    const explanation = explainerOf(broken, [finding({ check: 'a/b', level, field: 'spec.endpoints[0]' })]).explain(
      'ServiceMonitor',
      'shop',
      'web',
    );
    return explanation && allLinks(explanation).flatMap(({ check }) => check ?? []);
  };
  expect(checksWith(Level.INFO)).toEqual([]);
  expect(checksWith(Level.ERROR)).toEqual(['a/b']);
});

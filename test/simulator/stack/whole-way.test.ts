import fc from 'fast-check';
import type { SourcedObject } from '../../../lib/simulator/kube-object';
import { findInstances } from '../../../lib/simulator/operator/find-instances';
import { findOperators } from '../../../lib/simulator/operator/find-operators';
import { selectMonitors } from '../../../lib/simulator/operator/select-monitors';
import { addStacks } from '../../../lib/simulator/stack/add-stacks';
import { findStacks } from '../../../lib/simulator/stack/find-stacks';
import { modelledFrom } from '../../../lib/simulator/stack/modelled-source';
import { formatVersion } from '../../../lib/simulator/versions/version';
import { relabel } from '../operator/fixtures';
import { documents, lookupOf, parseYaml, stack } from './fixtures';

const MONITORS = `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: labelled, namespace: shop, labels: { release: prometheus-stack } }
spec: { selector: {}, endpoints: [{ port: http }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: plain, namespace: shop }
spec: { selector: {}, endpoints: [{ port: http }] }
`;

const APPLICATION = (values: string) => `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: prometheus-stack, namespace: argocd }
spec:
  source:
    repoURL: https://charts.example.com
    chart: kube-prometheus-stack
    targetRevision: 88.5.3
    helm: { valuesObject: ${values} }
  destination: { namespace: monitoring }
---
${MONITORS}`;

function outcomes(objects: readonly SourcedObject[]) {
  const lookup = lookupOf(objects);
  const operators = findOperators(lookup);
  const instances = findInstances(lookup, operators, relabel);
  const selected = selectMonitors(instances, lookup, relabel);
  return {
    operators,
    instances,
    states: Object.fromEntries(selected.map(({ monitor, state }) => [monitor.object.metadata.name, state])),
  };
}

function withStacks(text: string) {
  const objects = documents(text);
  return addStacks(objects, findStacks(objects, parseYaml).stacks);
}

describe('a release that an Application declares', () => {
  test('takes the monitor with the label of the release, and not the other one', () => {
    const { states, instances } = outcomes(withStacks(APPLICATION('{}')).objects);
    expect(states).toEqual({ labelled: 'selected', plain: 'unselected' });
    expect(instances).toMatchObject([
      { key: 'monitoring/prometheus-stack-kube-prom-prometheus', state: 'managed', problems: [] },
    ]);
  });

  test('takes both where the switch is off', () => {
    const values = '{ prometheus: { prometheusSpec: { serviceMonitorSelectorNilUsesHelmValues: false } } }';
    expect(outcomes(withStacks(APPLICATION(values)).objects).states).toEqual({
      labelled: 'selected',
      plain: 'selected',
    });
  });

  test('sees no monitor in a namespace that its Operator is denied', () => {
    const values = '{ prometheusOperator: { denyNamespaces: [shop] } }';
    expect(outcomes(withStacks(APPLICATION(values)).objects).states).toEqual({ labelled: 'unseen', plain: 'unseen' });
  });

  test('is seen by nobody where its Operator looks elsewhere', () => {
    const values = '{ prometheusOperator: { prometheusInstanceNamespaces: [other] } }';
    const { instances } = outcomes(withStacks(APPLICATION(values)).objects);
    expect(instances).toMatchObject([{ state: 'unseen', problems: [{ code: 'instance/unwatched-namespace' }] }]);
  });

  test('brings the version of its Operator', () => {
    const { operators } = outcomes(withStacks(APPLICATION('{}')).objects);
    expect(operators.map(({ version }) => formatVersion(version))).toEqual(['0.93.1']);
  });

  test('has its Secret for scrape configs at hand', () => {
    const values = '{ prometheus: { prometheusSpec: { additionalScrapeConfigs: [{ job_name: a }] } } }';
    expect(outcomes(withStacks(APPLICATION(values)).objects).instances).toMatchObject([
      { state: 'managed', problems: [] },
    ]);
  });

  test('keeps its mark through the bag', () => {
    const { objects } = withStacks(APPLICATION('{}'));
    const [prometheus] = lookupOf(objects).byKind('Prometheus');
    expect(modelledFrom(prometheus)).toMatchObject({ release: 'prometheus-stack' });
  });
});

test('any values of a release can be followed to the monitors without an error', () => {
  const places = [
    'serviceMonitorSelector',
    'podMonitorNamespaceSelector',
    'scrapeClasses',
    'podTargetLabels',
    'excludedFromEnforcement',
    'shardingStrategy',
    'version',
    'scrapeInterval',
    'containers',
    'podMetadata',
    'additionalConfig',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
      const prometheusSpec = { [place]: value };
      const { objects } = addStacks(documents(MONITORS), [stack({ prometheus: { prometheusSpec } })]);
      expect(Object.keys(outcomes(objects).states).length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 500 },
  );
});

describe('addStacks', () => {
  const RENDERED = `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: prometheus-stack-kube-prom-prometheus, namespace: monitoring }
spec: { serviceMonitorSelector: {}, serviceMonitorNamespaceSelector: {} }
---
`;

  test('prefers a rendered Prometheus to the model of it', () => {
    const { objects } = withStacks(RENDERED + APPLICATION('{}'));
    const found = objects.filter(({ object }) => object.kind === 'Prometheus');
    expect(found.map(modelledFrom)).toEqual([undefined]);
    expect(outcomes(objects).states).toMatchObject({ plain: 'selected' });
  });

  test('adds a release that is declared twice once', () => {
    const one = addStacks([], [stack()]);
    expect(addStacks([], [stack(), stack()]).objects).toHaveLength(one.objects.length);
  });

  test('hands objects on as they are where there is no release', () => {
    const objects = documents(MONITORS);
    expect(addStacks(objects, []).objects).toBe(objects);
  });
});

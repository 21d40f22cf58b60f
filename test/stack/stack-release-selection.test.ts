import { ApiObject } from 'cdk8s';
import { LabelOperator } from '../../lib/selection/label-requirement';
import { LabelSelector } from '../../lib/selection/label-selector';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';
import { SELECTED_KINDS, selectionKeys } from '../../lib/stack/facts/selection';
import type { StackRelease } from '../../lib/stack/stack-release';
import type { StackReleaseProps } from '../../lib/stack/stack-release-props';
import { forAllKinds, SPEC, selectors, stack } from './releases';

function monitoringObject(scope: StackRelease, kind: string, namespace?: string): ApiObject {
  return new ApiObject(scope, 'm', { apiVersion: 'monitoring.coreos.com/v1', kind, metadata: { namespace } });
}

describe('selection of a release', () => {
  test('takes everything by one prop, which sets the five switches', () => {
    const release = stack({ prometheus: { selectEverything: true } });
    expect(selectors(release)).toEqual(forAllKinds({}, {}));
    expect(release.toHelmValues()).toEqual(
      SPEC(Object.fromEntries(SELECTED_KINDS.map((kind) => [selectionKeys(kind).nilUsesHelmValues, false]))),
    );
  });

  test('takes everything of one kind when its selector says so', () => {
    const release = stack({ prometheus: { probeSelector: LabelSelector.everything() } });
    expect(release.probeSelector.toManifest()).toEqual({});
    expect(release.ruleSelector.toManifest()).toEqual({ matchLabels: { release: 'prometheus-stack' } });
    expect(release.toHelmValues()).toEqual(SPEC({ probeSelectorNilUsesHelmValues: false }));
  });

  test('takes no rules when the selector says so', () => {
    const release = stack({ prometheus: { ruleSelector: LabelSelector.nothing() } });
    expect(release.ruleSelector.selectsNothing).toBe(true);
    expect(release.toHelmValues()).toEqual(SPEC({ ruleSelector: null, ruleSelectorNilUsesHelmValues: false }));
  });

  test.each(SELECTED_KINDS)('looks for %s objects in its own namespace only, by name', (kind) => {
    const release = stack({ prometheus: { [selectionKeys(kind).namespaceSelector]: NamespaceSelector.own() } });
    const selector: NamespaceSelector = (release as any)[selectionKeys(kind).namespaceSelector];
    expect(selector.matches('monitoring', release.namespace)).toBe(true);
    expect(selector.matches('default', release.namespace)).toBe(false);
  });

  test('names the overridden namespace as its own', () => {
    const own = { prometheus: { probeNamespaceSelector: NamespaceSelector.own() } };
    const typed = stack({ ...own, namespaceOverride: 'elsewhere' });
    const untyped = stack({ ...own, values: { namespaceOverride: 'elsewhere' } });
    for (const release of [typed, untyped]) {
      expect(release.probeNamespaceSelector.matches('elsewhere', 'elsewhere')).toBe(true);
      expect(release.probeNamespaceSelector.matches('monitoring', 'elsewhere')).toBe(false);
    }
  });

  test('names the namespace of the release as its own where the bag takes the override back', () => {
    const release = stack({
      prometheus: { probeNamespaceSelector: NamespaceSelector.own() },
      namespaceOverride: 'elsewhere',
      values: { namespaceOverride: null },
    });
    expect(release.namespace).toBe('monitoring');
    expect(release.probeNamespaceSelector.matches('monitoring', 'monitoring')).toBe(true);
  });

  test('keeps expressions', () => {
    const tier = { key: 'tier', operator: LabelOperator.IN, values: ['x'] };
    const release = stack({ prometheus: { ruleSelector: LabelSelector.of({ matchExpressions: [tier] }) } });
    expect(release.ruleSelector.toManifest()).toEqual({ matchExpressions: [tier] });
  });

  test('counts what stands in the bag', () => {
    const release = stack({
      values: SPEC({
        serviceMonitorSelector: { matchLabels: { team: 'a' } },
        podMonitorSelectorNilUsesHelmValues: false,
        probeSelector: { matchLabels: null },
        ruleSelector: null,
        ruleSelectorNilUsesHelmValues: null,
        scrapeConfigNamespaceSelector: null,
      }),
    });
    expect(selectors(release)).toEqual({
      serviceMonitor: [{ matchLabels: { team: 'a' } }, {}],
      podMonitor: [{}, {}],
      probe: [{}, {}],
      rule: [undefined, {}],
      scrapeConfig: [{ matchLabels: { release: 'prometheus-stack' } }, undefined],
    });
  });

  test('has no rules for an agent', () => {
    const agent = stack({ prometheus: { agentMode: true } });
    expect(agent).toMatchObject({
      prometheusKind: 'PrometheusAgent',
      prometheusName: 'prometheus-stack-kube-prom-prometheus',
      podLabels: { 'app.kubernetes.io/name': 'prometheus-agent' },
    });
    expect(agent.ruleSelector.selectsNothing).toBe(true);
    expect(agent.probeSelector.selectsNothing).toBe(false);
  });

  test('is nothing when the release runs no Prometheus', () => {
    const release = stack({ values: { prometheus: { enabled: false } } });
    expect(selectors(release)).toEqual(forAllKinds(undefined, undefined));
    expect(() => release.select(monitoringObject(release, 'ServiceMonitor'))).toThrow(
      'scrapes nothing and evaluates nothing: prometheus.enabled is false in the values of StackRelease monitoring/prometheus-stack.',
    );
  });
});

test('selectors for rules are refused where an agent runs', () => {
  const ruleSelector = LabelSelector.matchLabels({ a: 'b' });
  expect(() => stack({ prometheus: { agentMode: true, ruleSelector } })).toThrow(
    'prometheus.ruleSelector: has no effect with prometheus.agentMode',
  );
});

describe('selecting an object', () => {
  test.each(['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig', 'PrometheusRule'])('labels a %s', (kind) => {
    const release = stack({ releaseName: 'kps' });
    const object = monitoringObject(release, kind);
    release.select(object);
    expect(object.toJson().metadata.labels).toEqual({ release: 'kps' });
  });

  test('labels it as the bag says', () => {
    const release = stack({ values: SPEC({ ruleSelector: { matchLabels: { team: 'a' } } }) });
    const object = monitoringObject(release, 'PrometheusRule');
    release.select(object);
    expect(object.toJson().metadata.labels).toEqual({ team: 'a' });
  });

  test('needs no label when everything is taken', () => {
    const release = stack({ prometheus: { selectEverything: true } });
    const object = monitoringObject(release, 'ServiceMonitor');
    release.select(object);
    expect(object.toJson().metadata.labels).toBeUndefined();
  });

  test.each<[string, StackReleaseProps, string]>([
    ['a rule for an agent', { prometheus: { agentMode: true } }, 'selects nothing'],
    [
      'where the Operator does not look',
      { prometheusOperator: { namespaces: { releaseNamespace: true } } },
      'does not watch namespace "default"',
    ],
    [
      'where Prometheus does not look',
      { prometheus: { ruleNamespaceSelector: NamespaceSelector.own() } },
      'does not reach namespace "default"',
    ],
  ])('fails for %s', (_title, props, message) => {
    const release = stack(props);
    expect(() => release.select(monitoringObject(release, 'PrometheusRule', 'default'))).toThrow(message);
  });
});

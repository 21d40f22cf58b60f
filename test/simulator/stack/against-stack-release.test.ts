import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { App, Chart, Testing } from 'cdk8s';
import fc from 'fast-check';
import { findOperators } from '../../../lib/simulator/operator/find-operators';
import { watchesMonitors } from '../../../lib/simulator/operator/operator-settings';
import { modelStack } from '../../../lib/simulator/stack/stack-objects';
import { stackOfValuesFile } from '../../../lib/simulator/stack/stack-of';
import { formatVersion, parseVersion } from '../../../lib/simulator/versions/version';
import { CHART_VERSIONS } from '../../../lib/stack/facts/chart-versions';
import { SELECTED_KINDS, selectionKeys } from '../../../lib/stack/facts/selection';
import { StackRelease } from '../../../lib/stack/stack-release';
import { lookupOf, parseYaml, stack } from './fixtures';

const NAMESPACES = ['monitoring', 'shop', 'kube-system', 'web'];

const name = fc.stringMatching(/^[a-z]([-a-z0-9]{0,50}[a-z0-9])?$/);
const namespace = fc.constantFrom(...NAMESPACES);
const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,8}[a-z0-9])?$/);
const selector = fc.oneof(
  fc.constantFrom(null, {}, { matchLabels: {} }),
  fc.record({ matchLabels: fc.dictionary(label, label, { maxKeys: 2 }) }),
  fc.record({
    matchExpressions: fc.array(
      fc.oneof(
        fc.record({
          key: label,
          operator: fc.constantFrom('In', 'NotIn'),
          values: fc.array(label, { minLength: 1, maxLength: 2 }),
        }),
        fc.record({ key: label, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
      ),
      { maxLength: 2 },
    ),
  }),
);

const selection = fc
  .tuple(
    ...SELECTED_KINDS.map(() =>
      fc.record({ selector, nilUsesHelmValues: fc.boolean(), namespaceSelector: selector }, { requiredKeys: [] }),
    ),
  )
  .map((given) =>
    Object.fromEntries(
      given.flatMap((values, index) => {
        const keys: any = selectionKeys(SELECTED_KINDS[index]);
        return Object.entries(values).map(([key, value]) => [keys[key], value]);
      }),
    ),
  );

const operator = fc.oneof(
  fc.record({ enabled: fc.boolean() }),
  fc.record({
    namespaces: fc.record(
      { releaseNamespace: fc.boolean(), additional: fc.array(namespace, { maxLength: 3 }) },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ denyNamespaces: fc.array(namespace, { maxLength: 3 }) }),
);

const values = fc.record(
  {
    fullnameOverride: name,
    nameOverride: name,
    namespaceOverride: namespace,
    cleanPrometheusOperatorObjectNames: fc.boolean(),
    prometheus: fc.record(
      {
        enabled: fc.constantFrom(true, true, true, false),
        agentMode: fc.boolean(),
        serviceAccount: fc.record({ create: fc.boolean(), name: label }, { requiredKeys: [] }),
        prometheusSpec: fc
          .tuple(
            selection,
            fc.record(
              {
                version: fc.constantFrom('v3.1.0', 'v2.55.1'),
                image: fc.record({ tag: fc.constantFrom('v3.2.0', 'v3.14.0-distroless', 'latest') }),
                scrapeInterval: fc.constantFrom('15s', '1m'),
                additionalConfig: fc.record(
                  { serviceMonitorSelector: selector, ruleSelector: selector, probeNamespaceSelector: selector },
                  { requiredKeys: [] },
                ),
                ignoreNamespaceSelectors: fc.boolean(),
                podMetadata: fc.record({ labels: fc.dictionary(label, label) }),
              },
              { requiredKeys: [] },
            ),
          )
          .map(([first, second]) => ({ ...first, ...second })),
      },
      { requiredKeys: [] },
    ),
    prometheusOperator: operator,
    alertmanager: fc.record(
      {
        enabled: fc.boolean(),
        alertmanagerSpec: fc.record(
          { alertmanagerConfigSelector: selector, alertmanagerConfigNamespaceSelector: selector, replicas: fc.nat(3) },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
    thanosRuler: fc.record({ enabled: fc.boolean(), name: label }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

const versions = fc.oneof(
  fc.constantFrom(...CHART_VERSIONS.map(({ chart }) => chart)),
  fc.constantFrom('88.9.0', '87.4.2', '66.0.0', '91.2.3'),
);

test('the model agrees with StackRelease, whatever the release and its values', () => {
  let compared = 0;
  fc.assert(
    fc.property(name, namespace, versions, values, (releaseName, releaseNamespace, chartVersion, given) => {
      const app = Testing.app();
      let release: StackRelease;
      try {
        release = new StackRelease(new Chart(app, 'chart'), 'stack', {
          releaseName,
          namespace: releaseNamespace,
          chartVersion,
          values: given,
        });
      } catch {
        // What StackRelease refuses is beyond comparison.
        return;
      }
      compared += 1;
      const { objects } = modelStack(
        stack(release.toHelmValues(), { release: releaseName, namespace: releaseNamespace, chartVersion }),
      );
      const of = (kind: string) => objects.find(({ object }) => object.kind === kind)?.object;
      comparePrometheus(release, of(release.prometheusKind));
      compareOperator(release, objects);
      compareAlertmanager(release, of('Alertmanager'));
      expect(of('ThanosRuler')?.metadata.name).toBe(release.thanosRulerName);
    }),
    { numRuns: 500 },
  );
  // Enough of them must have got through for the comparison to mean something.
  expect(compared).toBeGreaterThan(150);
});

test('the values file that a synth writes is read back as the release that it is of', () => {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'stack-'));
  try {
    const app = new App({ outdir });
    const release = new StackRelease(new Chart(app, 'chart', { namespace: 'monitoring' }), 'kps', {
      values: { prometheus: { prometheusSpec: { ruleSelector: null, paused: true } } },
    });
    app.synth();
    const text = fs.readFileSync(path.join(outdir, release.valuesFile), 'utf8');
    expect(stackOfValuesFile(text, { file: release.valuesFile }, parseYaml)).toMatchObject({
      stack: {
        release: 'kps',
        namespace: 'monitoring',
        chartVersion: release.chartVersion,
        values: release.toHelmValues(),
      },
      problems: [],
    });
  } finally {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
});

function comparePrometheus(release: StackRelease, object: any): void {
  if (release.inactiveReason !== undefined) {
    expect(object).toBeUndefined();
    return;
  }
  expect(object).toMatchObject({
    metadata: { name: release.prometheusName, namespace: release.namespace },
    spec: { serviceAccountName: release.serviceAccountName },
  });
  expect(object.spec.ignoreNamespaceSelectors ?? false).toBe(release.ignoreNamespaceSelectors);
  expect(object.spec.podMetadata?.labels ?? {}).toEqual(
    Object.fromEntries(Object.keys(object.spec.podMetadata?.labels ?? {}).map((key) => [key, release.podLabels[key]])),
  );
  const version = parseVersion(object.spec.version ?? '');
  if (version !== undefined && !release.versionsAssumed) {
    expect(formatVersion({ ...version, prerelease: [] })).toBe(release.prometheusVersion);
  }
  for (const kind of SELECTED_KINDS) {
    const keys = selectionKeys(kind);
    const construct: any = release;
    expect([kind, normal(object.spec[keys.selector])]).toEqual([kind, construct[keys.selector].toManifest()]);
    expect([kind, normal(object.spec[keys.namespaceSelector])]).toEqual([
      kind,
      construct[keys.namespaceSelector].toManifest(),
    ]);
  }
}

function compareAlertmanager(release: StackRelease, object: any): void {
  expect(object?.metadata.name).toBe(release.alertmanagerName);
  if (object !== undefined) {
    const { alertmanagerConfigSelector, alertmanagerConfigNamespaceSelector } = object.spec;
    expect(object.metadata.namespace).toBe(release.alertmanagerNamespace);
    expect(normal(alertmanagerConfigSelector)).toEqual(release.alertmanagerConfigSelector.toManifest());
    expect(normal(alertmanagerConfigNamespaceSelector)).toEqual(
      release.alertmanagerConfigNamespaceSelector.toManifest(),
    );
  }
}

function compareOperator(release: StackRelease, objects: any): void {
  const [settings] = findOperators(lookupOf(objects));
  for (const one of [...NAMESPACES, release.namespace, 'elsewhere']) {
    expect([one, watchesMonitors(settings, one)]).toEqual([one, release.operatorScope.watches(one)]);
  }
  if (settings.object !== undefined) {
    expect(settings.object.object.spec.template.spec.serviceAccountName).toBe(release.operatorServiceAccountName);
    expect(settings.object.object.metadata).toMatchObject({ name: release.operatorName, namespace: release.namespace });
    expect(formatVersion(settings.version)).toBe(release.operatorVersion);
    expect(settings.problems).toEqual([]);
  }
}

/** A selector without its empty parts, which mean nothing. */
function normal(given: any): any {
  return (
    given &&
    Object.fromEntries(Object.entries(given).filter(([, value]: [string, any]) => Object.keys(value ?? {}).length > 0))
  );
}

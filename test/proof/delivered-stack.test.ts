import { type App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Findings } from '../../lib/proof/findings';
import { Proof } from '../../lib/proof/proof';
import { Targets } from '../../lib/proof/targets';
import { StackGenerator } from '../../lib/stack/delivery/argo-generator';
import { StackValuesReference } from '../../lib/stack/delivery/flux-options';
import { StackApplication } from '../../lib/stack/delivery/stack-application';
import { StackApplicationSet } from '../../lib/stack/delivery/stack-application-set';
import { StackHelmChart } from '../../lib/stack/delivery/stack-helm-chart';
import { StackHelmRelease } from '../../lib/stack/delivery/stack-helm-release';
import type { StackRelease } from '../../lib/stack/stack-release';
import { newApp, newMonitoredApp, newStack, unselectedMonitor } from './fixtures';

const WAYS: [string, (scope: Construct, release: StackRelease) => unknown][] = [
  ['an Application', (scope, release) => new StackApplication(scope, 'd', { release })],
  [
    'an Application with values in git',
    (scope, release) =>
      new StackApplication(scope, 'd', { release, valuesFromGit: { repoUrl: 'https://git.example.com/a.git' } }),
  ],
  [
    'an ApplicationSet whose clusters differ',
    (scope, release) =>
      new StackApplicationSet(scope, 'd', {
        release,
        generators: [StackGenerator.clusters()],
        clusterValues: { 'prometheus.prometheusSpec.externalLabels.cluster': '{{ .name }}' },
      }),
  ],
  [
    'a HelmRelease with further values',
    (scope, release) =>
      new StackHelmRelease(scope, 'd', { release, valuesFrom: [StackValuesReference.secret('further')] }),
  ],
  ['a HelmChart', (scope, release) => new StackHelmChart(scope, 'd', { release })],
];

/** An app with all that a proof can see of a release: its targets, and findings on it and on a monitor. */
function story(deliver: (scope: Construct, release: StackRelease) => unknown = () => undefined): {
  app: App;
  delivery: Chart;
} {
  const app = newApp();
  const prometheus = newStack(app, {
    grafana: { admin: { existingSecret: 'grafana-admin' } },
    prometheus: { podMetadata: { labels: { team: '{{ .Values.team }}' } } },
    values: { alertmanager: { annotations: null }, additionalPrometheusRulesMap: { a: { text: '{{ $labels.a }}' } } },
  });
  const { workload } = newMonitoredApp(app, { prometheus });
  unselectedMonitor(Chart.of(workload));
  const delivery = new Chart(app, 'delivery', { namespace: 'argocd' });
  deliver(delivery, prometheus);
  return { app, delivery };
}

function seen(app: Construct) {
  const findings = Findings.of(app).list.map(({ check, level, field, message, source }) => ({
    check,
    level,
    field,
    message,
    source,
  }));
  return { findings, targets: Targets.of(app).list };
}

describe.each(WAYS)('a release that %s delivers', (_title, deliver) => {
  test('counts once: findings and targets are those of the release alone', () => {
    const alone = seen(story().app);
    expect(alone.findings).not.toEqual([]);
    expect(alone.targets).not.toEqual([]);
    expect(seen(story(deliver).app)).toEqual(alone);
  });

  test('is known to a proof of the chart that delivers it', () => {
    const { app, delivery } = story(deliver);
    Proof.of(delivery);
    unselectedMonitor(delivery, 'labelled', { release: 'stack' });
    unselectedMonitor(delivery, 'plain');
    const unselected = (scope: Construct) =>
      Findings.of(scope).list.flatMap(({ check, object }) => (check === 'monitor/not-selected' ? object.name : []));
    expect(unselected(delivery)).toEqual(['plain']);
    expect(unselected(app).sort()).toEqual(['forgotten', 'plain']);
  });

  test('is written together with the apps', () => {
    const app = newApp();
    const prometheus = newStack(app, { grafana: { admin: { existingSecret: 'grafana-admin' } } });
    newMonitoredApp(app, { prometheus });
    deliver(new Chart(app, 'delivery'), prometheus);
    expect(() => app.synth()).not.toThrow();
  });
});

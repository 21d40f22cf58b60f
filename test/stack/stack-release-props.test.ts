import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { LabelSelector } from '../../lib/selection/label-selector';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';
import { SELECTED_KINDS, selectionKeys } from '../../lib/stack/facts/selection';
import { Platform } from '../../lib/stack/platform';
import type { StackReleaseProps } from '../../lib/stack/stack-release-props';
import type { StackPrometheus } from '../../lib/stack/typed/prometheus/stack-prometheus';
import { selectors, stack } from './releases';

describe('typed props', () => {
  const prometheus: StackPrometheus = {
    agentMode: false,
    serviceAccount: { create: false, name: 'prom', annotations: { a: 'b' } },
    retention: Duration.days(10),
    retentionSize: Size.gibibytes(40),
    storage: Size.gibibytes(50),
    storageClassName: 'premium-rwo',
    resources: {
      cpu: { request: Cpu.millis(500), limit: Cpu.units(2) },
      memory: { request: Size.gibibytes(2), limit: Size.gibibytes(4) },
      ephemeralStorage: { request: Size.mebibytes(100) },
    },
    replicas: 2,
    shards: 1,
    scrapeInterval: Duration.minutes(1),
    scrapeTimeout: Duration.seconds(20),
    evaluationInterval: Duration.seconds(90),
    externalLabels: { cluster: 'prod' },
    podMetadata: { labels: { team: 'a' }, annotations: { note: 'x' } },
    ignoreNamespaceSelectors: true,
    selectEverything: false,
    serviceMonitorSelector: LabelSelector.matchLabels({ kind: 'serviceMonitor' }),
    serviceMonitorSelectorNilUsesHelmValues: true,
    serviceMonitorNamespaceSelector: NamespaceSelector.matchLabels({ ns: 'serviceMonitor' }),
    podMonitorSelector: LabelSelector.matchLabels({ kind: 'podMonitor' }),
    podMonitorSelectorNilUsesHelmValues: true,
    podMonitorNamespaceSelector: NamespaceSelector.matchLabels({ ns: 'podMonitor' }),
    probeSelector: LabelSelector.matchLabels({ kind: 'probe' }),
    probeSelectorNilUsesHelmValues: true,
    probeNamespaceSelector: NamespaceSelector.matchLabels({ ns: 'probe' }),
    ruleSelector: LabelSelector.matchLabels({ kind: 'rule' }),
    ruleSelectorNilUsesHelmValues: true,
    ruleNamespaceSelector: NamespaceSelector.matchLabels({ ns: 'rule' }),
    scrapeConfigSelector: LabelSelector.matchLabels({ kind: 'scrapeConfig' }),
    scrapeConfigSelectorNilUsesHelmValues: true,
    scrapeConfigNamespaceSelector: NamespaceSelector.matchLabels({ ns: 'scrapeConfig' }),
  };
  const props: StackReleaseProps = {
    releaseName: 'kps',
    namespace: 'metrics',
    chartVersion: '87.0.0',
    platform: Platform.GENERIC,
    fullnameOverride: 'full',
    nameOverride: 'name',
    namespaceOverride: 'elsewhere',
    cleanPrometheusOperatorObjectNames: true,
    commonLabels: { team: 'platform' },
    prometheus,
    alertmanager: {
      enabled: true,
      serviceAccount: { name: 'am' },
      replicas: 3,
      retention: Duration.days(5),
      storage: Size.gibibytes(2),
      storageClassName: 'standard-rwo',
      resources: { memory: { limit: Size.mebibytes(256) } },
    },
    grafana: {
      enabled: true,
      namespaceOverride: 'boards',
      admin: { existingSecret: 'grafana-admin', userKey: 'user', passwordKey: 'password' },
      resources: { cpu: { request: Cpu.millis(100) } },
    },
    prometheusOperator: {
      enabled: true,
      fullnameOverride: 'op',
      namespaces: { releaseNamespace: true, additional: ['apps'] },
      denyNamespaces: [],
      resources: { cpu: { limit: Cpu.units(1) } },
    },
    values: { nodeExporter: { enabled: false } },
    valuesFile: 'kps.helm-values',
    proof: true,
  };

  test('all reach the values', () => {
    const monitors = SELECTED_KINDS.flatMap((kind) => [
      [selectionKeys(kind).selector, { matchLabels: { kind } }],
      [selectionKeys(kind).nilUsesHelmValues, true],
      [selectionKeys(kind).namespaceSelector, { matchLabels: { ns: kind } }],
    ]);
    expect(stack(props).toHelmValues()).toEqual({
      fullnameOverride: 'full',
      nameOverride: 'name',
      namespaceOverride: 'elsewhere',
      cleanPrometheusOperatorObjectNames: true,
      commonLabels: { team: 'platform' },
      prometheus: {
        agentMode: false,
        serviceAccount: { create: false, name: 'prom', annotations: { a: 'b' } },
        prometheusSpec: {
          retention: '10d',
          retentionSize: '40GiB',
          storageSpec: {
            volumeClaimTemplate: {
              spec: {
                storageClassName: 'premium-rwo',
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '50Gi' } },
              },
            },
          },
          resources: {
            requests: { cpu: '500m', memory: '2Gi', 'ephemeral-storage': '100Mi' },
            limits: { cpu: '2', memory: '4Gi' },
          },
          replicas: 2,
          shards: 1,
          scrapeInterval: '1m',
          scrapeTimeout: '20s',
          evaluationInterval: '1m30s',
          externalLabels: { cluster: 'prod' },
          podMetadata: { labels: { team: 'a' }, annotations: { note: 'x' } },
          ignoreNamespaceSelectors: true,
          ...Object.fromEntries(monitors),
        },
      },
      alertmanager: {
        enabled: true,
        serviceAccount: { name: 'am' },
        alertmanagerSpec: {
          replicas: 3,
          retention: '120h',
          storage: {
            volumeClaimTemplate: {
              spec: {
                storageClassName: 'standard-rwo',
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '2Gi' } },
              },
            },
          },
          resources: { limits: { memory: '256Mi' } },
        },
      },
      grafana: {
        enabled: true,
        namespaceOverride: 'boards',
        admin: { existingSecret: 'grafana-admin', userKey: 'user', passwordKey: 'password' },
        resources: { requests: { cpu: '100m' } },
      },
      prometheusOperator: {
        enabled: true,
        fullnameOverride: 'op',
        namespaces: { releaseNamespace: true, additional: ['apps'] },
        denyNamespaces: [],
        resources: { limits: { cpu: '1' } },
      },
      nodeExporter: { enabled: false },
    });
  });

  test('reach the model', () => {
    const release = stack(props);
    expect(release).toMatchObject({
      releaseName: 'kps',
      releaseNamespace: 'metrics',
      namespace: 'elsewhere',
      chartVersion: '87.0.0',
      prometheusName: 'full',
      prometheusServiceName: 'full-prometheus',
      alertmanagerName: 'full',
      alertmanagerServiceName: 'full-alertmanager',
      alertmanagerNamespace: 'elsewhere',
      grafanaUrl: 'http://kps-grafana.boards.svc:80',
      operatorName: 'op',
      serviceAccountName: 'prom',
      ignoreNamespaceSelectors: true,
      operatorVersion: '0.92.0',
      prometheusVersion: '3.12.0',
      valuesFile: 'kps.helm-values',
    });
    expect(release.podLabels).toMatchObject({ team: 'a', 'app.kubernetes.io/instance': 'full' });
    expect(release.scrapeInterval.toSeconds()).toBe(60);
    expect(release.operatorScope.describe()).toBe('only elsewhere, apps');
    expect(selectors(release)).toEqual(
      Object.fromEntries(
        SELECTED_KINDS.map((kind) => [kind, [{ matchLabels: { kind } }, { matchLabels: { ns: kind } }]]),
      ),
    );
  });
});

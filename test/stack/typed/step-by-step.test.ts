import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, Size, Testing } from 'cdk8s';
import { Cpu, PercentOrAbsolute } from 'cdk8s-plus-27';
import { TolerationOperator, UnsatisfiableConstraintAction } from '../../../imports/k8s/enums';
import { StackRelease } from '../../../lib/stack/stack-release';
import type { StackReleaseProps } from '../../../lib/stack/stack-release-props';
import { StackDeploymentStrategyType } from '../../../lib/stack/typed/grafana/persistence';
import { StackPodAntiAffinity } from '../../../lib/stack/typed/scheduling';
import { compact, mergeValues, type Values, valuesWith } from '../../../lib/stack/values';
import { valuesText } from '../../../lib/stack/values-text';
import { readValues } from '../../../lib/yaml/read-values';
import { messageOf } from '../../private/synth';

/** Values of a company, as they have grown over the years, with the mistakes in them. */
const PASTED = readValues(readFileSync(join(__dirname, '..', 'guard', 'values', 'managed.yaml'), 'utf8'))
  .data as Values;

function release(props: StackReleaseProps): StackRelease {
  return new StackRelease(Testing.chart(), 'prometheus-stack', { namespace: 'monitoring', ...props });
}

/** Values without those at some paths; maps that are left empty go too. */
function without(values: Values, paths: readonly string[]): Values {
  const removed = mergeValues(values);
  for (const path of paths) {
    const keys = path.split('.');
    const last = keys.pop() as string;
    delete keys.reduce((node, key) => node[key], removed)[last];
  }
  return compact(removed);
}

/** What the error says is to be done, done; a null takes a key away. */
const MENDED: [path: string, value: any][] = [
  ['defaultRules.rules.kubeControlerManager', null],
  ['defaultRules.rules.kubeControllerManager', false],
  ['prometheus.ingress.hosts', ['prometheus.example.com']],
  ['prometheus.ingress.paths', ['/']],
  ['prometheus.prometheusSpec.serviceMonitorSelectorNilUsesHelmValues', false],
  ['prometheus.prometheusSpec.scrapeTimeout', '30s'],
  ['prometheus.prometheusSpec.retentionSize', '45GiB'],
  ['prometheus.podDisruptionBudget.enabled', true],
  ['prometheus.networkPolicy.enabled', false],
  [
    'alertmanager.config.route.routes',
    [
      { receiver: 'pager', matchers: ['severity = critical'] },
      { receiver: 'null', matchers: ['alertname = Watchdog'] },
    ],
  ],
  // No mistake: the Operator fills it in, and the typed prop writes it.
  ['alertmanager.alertmanagerSpec.storage.volumeClaimTemplate.spec.accessModes', ['ReadWriteOnce']],
  ['kube-state-metrics.enabled', null],
  ['kube-state-metrics.extraArgs', ['--metric-labels-allowlist=pods=[*]']],
  ['grafana.grafana\\.ini.smtp.password', null],
  ['grafana.smtp', { existingSecret: 'grafana-smtp' }],
];

function mended(): Values {
  const values = MENDED.reduce((before, [path, value]) => mergeValues(before, valuesWith(path, value)), PASTED);
  values.alertmanager.config.receivers[1].pagerduty_configs = [
    { routing_key_file: '/etc/alertmanager/secrets/pager/key' },
  ];
  return withoutNulls(values);
}

function withoutNulls(values: Values): Values {
  const entries = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, value?.constructor === Object ? withoutNulls(value) : value]),
  );
}

interface Step {
  /** Paths that leave the bag. */
  readonly paths: string[];
  /** Typed props that take their place. */
  readonly props: StackReleaseProps;
}

const secret = (key: string) => ({ name: 'mimir', key });

const STEPS: [title: string, step: Step][] = [
  [
    'labels and rules',
    {
      paths: ['commonLabels', 'defaultRules'],
      props: {
        commonLabels: { team: 'platform' },
        defaultRules: {
          rules: { etcd: false, kubeSchedulerAlerting: false, kubeControllerManager: false },
          disabled: { KubeSchedulerDown: true },
          additionalRuleLabels: { cluster: 'prod-eu' },
        },
      },
    },
  ],
  [
    'the control plane',
    {
      paths: ['kubeControllerManager', 'kubeScheduler', 'kubeEtcd', 'kubeProxy'],
      props: {
        kubeControllerManager: { enabled: false },
        kubeScheduler: { enabled: false },
        kubeEtcd: { enabled: false },
        kubeProxy: { serviceMonitor: { enabled: false } },
      },
    },
  ],
  [
    'Alertmanager, but its configuration',
    {
      paths: ['alertmanager.ingress', 'alertmanager.alertmanagerSpec'],
      props: {
        alertmanager: {
          ingress: {
            enabled: true,
            ingressClassName: 'nginx',
            hosts: ['alertmanager.example.com'],
            tls: [{ hosts: ['alertmanager.example.com'], secretName: 'alertmanager-tls' }],
          },
          replicas: 3,
          retention: Duration.days(5),
          secrets: ['slack'],
          storage: Size.gibibytes(5),
          storageClassName: 'gp3',
        },
      },
    },
  ],
  [
    'what Prometheus keeps and sends',
    {
      paths: [
        ...['replicas', 'retention', 'retentionSize', 'externalUrl', 'externalLabels', 'remoteWrite', 'thanos'],
        ...['scrapeInterval', 'scrapeTimeout', 'additionalScrapeConfigs'],
      ].map((key) => `prometheus.prometheusSpec.${key}`),
      props: {
        prometheus: {
          replicas: 2,
          retention: Duration.days(2),
          retentionSize: Size.gibibytes(45),
          externalUrl: 'https://prometheus.example.com',
          externalLabels: { cluster: '{{ .Values.clusterName }}' },
          remoteWrite: [
            {
              url: 'https://mimir.example.com/api/v1/push',
              basicAuth: { username: secret('username'), password: secret('password') },
            },
          ],
          thanos: {
            version: 'v0.42.4',
            objectStorageConfig: { existingSecret: { name: 'thanos-objstore', key: 'objstore.yml' } },
          },
          scrapeInterval: Duration.seconds(30),
          scrapeTimeout: Duration.seconds(30),
          additionalScrapeConfigs: [
            {
              job_name: 'legacy',
              basic_auth: { username: 'scraper', password_file: '/etc/prometheus/secrets/legacy/password' },
              static_configs: [{ targets: ['legacy.example.com:9100'] }],
            },
          ],
        },
      },
    },
  ],
  [
    'the rest of Prometheus',
    {
      paths: ['prometheus'],
      props: {
        prometheus: {
          selectEverything: false,
          serviceMonitorSelectorNilUsesHelmValues: false,
          serviceAccount: {
            annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/prometheus' },
          },
          ingress: { enabled: true, ingressClassName: 'nginx', hosts: ['prometheus.example.com'], paths: ['/'] },
          podDisruptionBudget: { enabled: true, minAvailable: PercentOrAbsolute.absolute(1) },
          networkPolicy: { enabled: false },
          thanosService: { enabled: true },
          podAntiAffinity: StackPodAntiAffinity.HARD,
          resources: {
            cpu: { request: Cpu.units(1) },
            memory: { request: Size.gibibytes(4), limit: Size.gibibytes(8) },
          },
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'topology.kubernetes.io/zone',
              whenUnsatisfiable: UnsatisfiableConstraintAction.SCHEDULE_ANYWAY,
            },
          ],
        },
      },
    },
  ],
  [
    'Grafana, but its configuration file',
    {
      paths: [
        ...['admin', 'persistence', 'envFromSecret', 'additionalDataSources', 'sidecar', 'deploymentStrategy', 'smtp'],
      ].map((key) => `grafana.${key}`),
      props: {
        grafana: {
          admin: { existingSecret: 'grafana-admin' },
          persistence: { enabled: true, size: Size.gibibytes(10) },
          envFromSecret: 'grafana-sso',
          additionalDataSources: [
            { name: 'Loki', type: 'loki', url: 'http://loki-gateway.logging' },
            {
              name: 'Tempo',
              type: 'tempo',
              url: 'http://tempo.tracing:3100',
              secureJsonData: { httpHeaderValue1: '$TEMPO_TENANT' },
            },
          ],
          sidecar: {
            dashboards: { folderAnnotation: 'grafana_folder', provider: { foldersFromFilesStructure: true } },
          },
          deploymentStrategy: { type: StackDeploymentStrategyType.RECREATE },
          smtp: { existingSecret: 'grafana-smtp' },
        },
      },
    },
  ],
  [
    'the exporters and the configuration files; what is left is the name of the cluster, which templates ask for',
    {
      paths: ['alertmanager', 'grafana', 'prometheus-node-exporter', 'kube-state-metrics'],
      props: {
        alertmanager: { config: mended().alertmanager.config },
        grafana: { grafanaIni: mended().grafana['grafana.ini'] },
        prometheusNodeExporter: {
          resources: { cpu: { request: Cpu.millis(50) }, memory: { request: Size.mebibytes(50) } },
          tolerations: [{ operator: TolerationOperator.EXISTS }],
        },
        kubeStateMetrics: { extraArgs: ['--metric-labels-allowlist=pods=[*]'] },
      },
    },
  ],
];

test('a file that is pasted is told what of it does nothing, what is wrong and what is secret, all at once', () => {
  const message = messageOf(() => release({ values: PASTED }));
  const fields = [...message.matchAll(/^ {2}(\S+): /gm)].map(([, field]) => field);
  expect(fields.sort()).toEqual(
    [
      'defaultRules.rules.kubeControlerManager',
      'prometheus.ingress.hosts[0]',
      'prometheus.prometheusSpec.serviceMonitorSelectorNilUsesHelmValues',
      'prometheus.prometheusSpec.scrapeTimeout',
      'prometheus.prometheusSpec.retentionSize',
      'prometheus.podDisruptionBudget',
      'prometheus.networkPolicy.enabled',
      'alertmanager.config.route.routes[0].receiver',
      'alertmanager.config.receivers[1].pagerduty_configs[0].routing_key',
      'kube-state-metrics.enabled',
      'kube-state-metrics.extraArgs',
      'grafana.grafana\\.ini.smtp.password',
    ]
      .map((path) => `values.${path}`)
      .sort(),
  );
});

describe('a file that is pasted and mended', () => {
  /** An empty map says nothing to Helm, and typed props write none. */
  const wanted = compact(mended());

  test('is taken as it is', () => {
    expect(release({ values: mended() }).toHelmValues()).toEqual(mergeValues(mended()));
  });

  let bag = mended();
  let props: StackReleaseProps = {};
  test.each(
    STEPS.map(([title, step]) => {
      bag = without(bag, step.paths);
      props = mergeProps(props, step.props);
      return [title, bag, props] as const;
    }),
  )('gives the same values once typed props replace %s', (_title, values, typed) => {
    const found = release({ ...typed, values });
    expect(compact(found.toHelmValues())).toEqual(wanted);
    expect(valuesText(compact(found.toHelmValues()))).toBe(valuesText(mergeValues(wanted)));
  });

  test('ends with next to nothing in the bag', () => {
    expect(bag).toEqual({ clusterName: 'prod-eu' });
  });
});

/** Props of two steps; those of one group go together. */
function mergeProps(before: StackReleaseProps, after: StackReleaseProps): StackReleaseProps {
  const groups = Object.entries(after).map(([group, props]) => [group, { ...(before as any)[group], ...props }]);
  return { ...before, ...Object.fromEntries(groups) };
}

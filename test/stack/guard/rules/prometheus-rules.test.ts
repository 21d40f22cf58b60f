import { Duration, Size, Testing } from 'cdk8s';
import { PercentOrAbsolute } from 'cdk8s-plus-27';
import { StackRelease } from '../../../../lib/stack/stack-release';
import { StackNetworkPolicyFlavor } from '../../../../lib/stack/typed/network-policy';
import type { StackPrometheus } from '../../../../lib/stack/typed/prometheus/stack-prometheus';
import { problemsOf, warningsOf } from '../../typed/problems-of';

const secret = { name: 'prometheus', key: 'config' };
const write = [{ url: 'https://mimir.example.com/api/v1/push' }];

const refused: [title: string, prometheus: StackPrometheus, field: string][] = [
  ['settings of an Ingress that is off', { ingress: { hosts: ['a.example.com'] } }, 'ingress'],
  ['settings of a route that is off', { route: { main: { hostnames: ['a.example.com'] } } }, 'route.main'],
  ['a network policy without rules', { networkPolicy: { enabled: true } }, 'networkPolicy.enabled'],
  [
    'a policy for Cilium without rules',
    { networkPolicy: { enabled: true, flavor: StackNetworkPolicyFlavor.CILIUM, ingress: [{}] } },
    'networkPolicy.enabled',
  ],
  [
    'a budget with both limits',
    {
      podDisruptionBudget: {
        enabled: true,
        minAvailable: PercentOrAbsolute.absolute(1),
        maxUnavailable: PercentOrAbsolute.absolute(1),
      },
    },
    'podDisruptionBudget.maxUnavailable',
  ],
  [
    'scrape configurations from two places',
    { additionalScrapeConfigs: [{ job_name: 'a' }], additionalScrapeConfigsSecret: secret },
    'additionalScrapeConfigsSecret',
  ],
  [
    'Alertmanagers from two places',
    { additionalAlertManagerConfigs: [{ scheme: 'http' }], additionalAlertManagerConfigsSecret: secret },
    'additionalAlertManagerConfigsSecret',
  ],
  [
    'two default scrape classes',
    {
      scrapeClasses: [
        { name: 'a', default: true },
        { name: 'b', default: true },
      ],
    },
    'scrapeClasses',
  ],
  ['two scrape classes of one name', { scrapeClasses: [{ name: 'a' }, { name: 'a' }] }, 'scrapeClasses'],
  ['an agent with a retention', { agentMode: true, retention: Duration.days(1) }, 'retention'],
  ['exemplars without the feature', { exemplars: { maxSize: 10 } }, 'exemplars'],
  [
    'replicas whose blocks cannot be told apart',
    { replicas: 2, replicaExternalLabelNameClear: true, thanos: { objectStorageConfig: { existingSecret: secret } } },
    'replicaExternalLabelNameClear',
  ],
  ['a monitor of a Service that is off', { thanosServiceMonitor: { enabled: true } }, 'thanosServiceMonitor'],
  ['Ingresses of Services that are off', { ingressPerReplica: { enabled: true } }, 'ingressPerReplica'],
  ['no retention and no size', { retainUntilFull: true }, 'retainUntilFull'],
  ['two words on the volume', { storage: Size.gibibytes(1), storageSpec: { emptyDir: {} } }, 'storageSpec'],
];

test.each(refused)('refuses %s', (_title, prometheus, field) => {
  expect(problemsOf({ prometheus })).toContain(`prometheus.${field}`);
});

const warned: [title: string, prometheus: StackPrometheus, path: string][] = [
  [
    'links with http beside certificates',
    { externalUrl: 'http://a.example.com', ingress: { enabled: true, tls: [{ secretName: 'tls' }] } },
    'prometheusSpec.externalUrl',
  ],
  [
    'replicas whose samples cannot be told apart',
    { replicas: 2, replicaExternalLabelNameClear: true, remoteWrite: write },
    'prometheusSpec.replicaExternalLabelNameClear',
  ],
];

test.each(warned)('warns of %s', (_title, prometheus, path) => {
  expect(warningsOf({ prometheus })).toEqual([`prometheus.${path}`]);
});

const accepted: [title: string, prometheus: StackPrometheus][] = [
  ['an Ingress that is switched off in so many words', { ingress: { enabled: false, hosts: ['a.example.com'] } }],
  ['a network policy that lets everything pass', { networkPolicy: { enabled: true, ingress: [{}], egress: [{}] } }],
  [
    'a budget by pods that may be gone',
    { podDisruptionBudget: { enabled: true, maxUnavailable: PercentOrAbsolute.percent(50) } },
  ],
  [
    'both limits of a budget that is off',
    {
      podDisruptionBudget: {
        enabled: false,
        minAvailable: PercentOrAbsolute.absolute(1),
        maxUnavailable: PercentOrAbsolute.absolute(1),
      },
    },
  ],
  ['plain HTTP without certificates', { externalUrl: 'http://a.example.com', ingress: { enabled: true } }],
  ['one replica without its label', { replicaExternalLabelNameClear: true, remoteWrite: write }],
  ['a size in place of a retention', { retainUntilFull: true, retentionSize: Size.gibibytes(40) }],
  [
    'object storage by a Secret, for a cluster with a name',
    { externalLabels: { cluster: 'a' }, thanos: { objectStorageConfig: { existingSecret: secret } } },
  ],
  ['an agent with somewhere to write to', { agentMode: true, remoteWrite: write }],
];

test.each(accepted)('accepts %s', (_title, prometheus) => {
  expect(problemsOf({ prometheus })).toEqual([]);
  expect(warningsOf({ prometheus })).toEqual([]);
});

test('takes away the default of a budget that names the other limit', () => {
  const podDisruptionBudget = { enabled: true, maxUnavailable: PercentOrAbsolute.absolute(1) };
  const stack = new StackRelease(Testing.chart(), 'kps', { namespace: 'm', prometheus: { podDisruptionBudget } });
  expect(stack.toHelmValues().prometheus.podDisruptionBudget).toEqual({
    enabled: true,
    maxUnavailable: 1,
    minAvailable: '',
  });
});

test.each([
  ['prometheus.prometheusSpec.thanos', { objectStorageConfig: secret }, '.objectStorageConfig'],
  ['prometheus.podDisruptionBudget', { enabled: true, maxUnavailable: 1 }, '.maxUnavailable'],
  ['prometheus.prometheusSpec', { retention: 10 }, '.retention'],
])('refuses in `values` below %s: %j', (path, value, field) => {
  const values = path.split('.').reduceRight<any>((inner, key) => ({ [key]: inner }), value);
  expect(problemsOf({ values })).toContain(`values.${path}${field}`);
});

test.each([null, ''])('warns of a retention that is emptied: %j', (retention) => {
  const emptied = (more: object) => ({ values: { prometheus: { prometheusSpec: { retention, ...more } } } });
  expect(warningsOf(emptied({}))).toEqual(['prometheus.prometheusSpec.retention']);
  expect(warningsOf(emptied({ retentionSize: '10GB' }))).toEqual([]);
});

test('leaves the flat form of object storage to the charts that read it', () => {
  const prometheus = { prometheusSpec: { thanos: { objectStorageConfig: secret } } };
  expect(problemsOf({ chartVersion: '51.0.0', values: { prometheus } })).toEqual([]);
});

describe('Thanos Ruler', () => {
  test('is refused with nobody to ask', () => {
    expect(problemsOf({ thanosRuler: { enabled: true } })).toEqual(['thanosRuler.queryEndpoints']);
  });

  test('is accepted with somebody to ask', () => {
    const existingSecret = { name: 'thanos-ruler', key: 'query.yml' };
    expect(problemsOf({ thanosRuler: { enabled: true, queryConfig: { existingSecret } } })).toEqual([]);
  });

  test('is refused with settings and no switch', () => {
    expect(problemsOf({ thanosRuler: { replicas: 2 } })).toEqual(['thanosRuler']);
  });
});

import type { CheckAnswer } from '../../lib/report/answer';
import type { CheckReport } from '../../lib/report/check-report';
import { type Explanation, LinkState } from '../../lib/report/explanation';
import { type Finding, Level } from '../../lib/report/finding';
import type { RouteReport } from '../../lib/report/route-report';
import type { StackReport } from '../../lib/report/stack-report';
import type { Target, TargetList } from '../../lib/report/target-list';

/** What a generator of chunks writes as a whole. */
export function written(chunks: Iterable<string>): string {
  return [...chunks].join('');
}

export const monitor = {
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'ServiceMonitor',
  namespace: 'shop',
  name: 'web',
};
const service = { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'web' };

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    check: 'monitor/port-exists',
    level: Level.ERROR,
    object: monitor,
    field: 'spec.endpoints[0].port',
    message: 'Port "metric" is not a port of Service shop/web, which has: http, metrics.',
    why: 'Prometheus drops every target of this endpoint, so the app looks unmonitored, not down.',
    fix: {
      text: "port: 'metrics'",
      patch: [{ op: 'replace', path: '/spec/endpoints/0/port', value: 'metrics' }],
    },
    source: { file: 'shop.yaml', line: 12, column: 5 },
    related: [],
    ...changes,
  };
}

/** A finding that uses every optional key, and one that uses none. */
export const findings: Finding[] = [
  finding({
    fix: {
      text: "port: 'metrics'",
      patch: [
        { op: 'replace', path: '/spec/endpoints/0/port', value: 'metrics' },
        { op: 'move', from: '/spec/endpoints/0/jobLabel', path: '/spec/jobLabel' },
      ],
    },
    related: [{ object: service, field: 'spec.ports', message: 'its ports', source: { file: 'shop.yaml', line: 3 } }],
  }),
  finding({
    check: 'monitor/selects-nothing',
    level: Level.WARNING,
    object: { apiVersion: 'v1', kind: 'Namespace', name: 'shop' },
    field: '',
    fix: undefined,
    source: { construct: 'shop/web/Monitor' },
    related: [{ object: service, message: 'the nearest', source: {} }],
  }),
];

export function checkReport(all: Finding[] = findings, suppressed = 0): CheckReport {
  const count = (level: Level) => all.filter((one) => one.level === level).length;
  return {
    version: 1,
    findings: all,
    suppressed: Array.from({ length: suppressed }, () => ({ finding: finding(), reason: 'for a reason' })),
    summary: {
      objects: 42,
      targets: 17,
      errors: count(Level.ERROR),
      warnings: count(Level.WARNING),
      infos: count(Level.INFO),
      suppressed,
    },
  };
}

export const answers: CheckAnswer[] = [
  {
    question: 'scraped',
    working: 3,
    failing: 1,
    unknown: 0,
    text: '17 targets of 3 monitors; none of 1 monitor',
    page: 'docs/answers.md#scraped',
  },
  { question: 'shown', working: 1, failing: 0, unknown: 0, text: '1 dashboard', page: 'docs/answers.md#shown' },
];

export function target(changes: Partial<Target> = {}): Target {
  return {
    prometheus: 'monitoring/k8s',
    job: 'serviceMonitor/shop/web/0',
    monitor: { kind: 'ServiceMonitor', namespace: 'shop', name: 'web' },
    endpoint: 0,
    namespace: 'shop',
    service: 'web',
    workload: { kind: 'Deployment', namespace: 'shop', name: 'web' },
    assumed: false,
    container: 'web',
    port: 8080,
    scheme: 'http',
    path: '/metrics',
    params: {},
    interval: '30s',
    timeout: '10s',
    shards: 1,
    labels: { namespace: 'shop', job: 'web' },
    ...changes,
  };
}

export function targetList(changes: Partial<TargetList> = {}): TargetList {
  const reason = 'Namespace "pay" is not in the input; give its Services too.';
  return {
    version: 1,
    targets: [
      target(),
      target({
        service: null,
        workload: null,
        assumed: true,
        container: null,
        port: null,
        params: { module: ['a b', 'c'] },
      }),
    ],
    unknown: [{ object: { ...monitor, name: 'pay' }, link: 'L5', reason }],
    ...changes,
  };
}

export function stackReport(changes: Partial<StackReport> = {}): StackReport {
  const selector = {
    matchLabels: { release: 'kps' },
    matchExpressions: [{ key: 'team', operator: 'In', values: ['a', 'b'] }],
  };
  const selectors = Object.fromEntries(
    ['serviceMonitor', 'podMonitor', 'probe', 'rule', 'scrapeConfig'].flatMap((kind) => [
      [`${kind}Selector`, selector],
      [`${kind}NamespaceSelector`, {}],
    ]),
  );
  return {
    version: 1,
    release: 'kps',
    namespace: 'monitoring',
    chartVersion: '88.5.3',
    prometheus: {
      kind: 'Prometheus',
      name: 'kps-prometheus',
      namespace: 'monitoring',
      version: '3.14.0',
      serviceAccountName: 'kps-prometheus',
      ...selectors,
      shards: 1,
      scrapeInterval: '30s',
      ignoreNamespaceSelectors: false,
      enforcedNamespaceLabel: 'namespace',
    },
    alertmanager: {
      name: 'kps-alertmanager',
      namespace: 'monitoring',
      alertmanagerConfigSelector: {},
      alertmanagerConfigNamespaceSelector: {},
    },
    grafana: {
      name: 'kps-grafana',
      namespace: 'monitoring',
      dashboardLabel: 'grafana_dashboard',
      dashboardLabelValue: '1',
    },
    operator: { name: 'kps-operator', namespace: 'monitoring', namespaces: ['shop'], denyNamespaces: [] },
    serviceMonitors: ['monitoring/kps-kubelet', 'monitoring/kps-prometheus'],
    parts: [
      {
        title: 'Prometheus monitoring/kps-prometheus',
        lines: [
          ['version', '3.14.0'],
          ['takes ServiceMonitors', 'labelled release=kps, in all namespaces'],
        ],
      },
    ],
    ...changes,
  };
}

export function explanation(changes: Partial<Explanation> = {}): Explanation {
  return {
    version: 1,
    object: monitor,
    source: { file: 'shop.yaml', line: 1, column: 1 },
    verdict: 'Not scraped: no port of Service shop/web is named "metric".',
    chains: [
      {
        state: LinkState.BROKEN,
        text: 'Prometheus monitoring/k8s',
        links: [
          { link: 'L1', state: LinkState.HOLDS, text: 'The Operator watches namespace shop.', links: [] },
          {
            link: 'L7',
            state: LinkState.BROKEN,
            text: 'Port "metric" is not a port of Service shop/web.',
            object: service,
            field: 'spec.ports',
            source: { file: 'shop.yaml', line: 3, column: 1 },
            check: 'monitor/port-exists',
            fix: "port: 'metrics'",
            links: [{ state: LinkState.NOTE, text: 'It has: http, metrics.', links: [] }],
          },
          { link: 'L8', state: LinkState.UNKNOWN, text: 'Whether pods are there.', links: [] },
        ],
      },
    ],
    targets: [target({ address: 'web.shop.svc:8080' })],
    findings,
    ...changes,
  };
}

/** An alert that reaches a receiver, and an Alertmanager of which nobody knows. */
export function routeReport(): RouteReport {
  const notification = {
    receiver: 'shop/team/chat',
    integrations: ['slack'],
    object: { kind: 'AlertmanagerConfig', namespace: 'shop', name: 'team' },
    field: 'spec.route',
    path: ['', '{namespace="shop"}'],
    groupBy: ['alertname'],
    groupWait: '30s',
    groupInterval: '5m',
    repeatInterval: '4h',
    muteTimeIntervals: ['shop/team/night'],
    activeTimeIntervals: ['shop/team/day'],
  };
  const silent = {
    ...notification,
    receiver: 'null',
    integrations: [],
    object: null,
    field: '',
    path: [''],
    groupBy: [],
  };
  const undecided = [{ kind: 'AlertmanagerConfig', namespace: 'bank', name: 'team' }];
  return {
    version: 1,
    labels: { namespace: 'shop' },
    alertmanagers: [
      {
        ...{
          alertmanager: 'monitoring/main',
          prometheus: 'monitoring/k8s',
          labels: { namespace: 'shop', cluster: 'a' },
        },
        ...{ dropped: false, unknown: null, undecided: [], notifications: [notification, silent] },
      },
      {
        ...{ alertmanager: 'monitoring/other', prometheus: null, labels: { namespace: 'shop' } },
        ...{ dropped: false, unknown: 'it is paused', undecided, notifications: [] },
      },
      {
        ...{ alertmanager: 'monitoring/other', prometheus: 'monitoring/k8s', labels: { namespace: 'shop' } },
        ...{ dropped: true, unknown: null, undecided: [], notifications: [] },
      },
    ],
  };
}

import { ACTIONS } from '../relabelings';
import type { LiveJob, RowGroup } from './cluster-facts';
import { SELECTOR_FORMS, selectorForms } from './selector-form';

/** A group that looks at each job that runs. */
function ofJobs(title: string, rows: readonly string[], of: (job: LiveJob) => Iterable<string>): RowGroup {
  return {
    title,
    rows,
    *of({ jobs }) {
      for (const job of jobs) {
        yield* of(job);
      }
    },
  };
}

export const ROLES = ofJobs(
  'role',
  [
    'endpoints',
    'endpointslice',
    'pod',
    'endpoints with RoleSelector',
    'endpointslice with RoleSelector',
    'pod with RoleSelector',
  ],
  function* ({ job: { discovery } }) {
    yield discovery.role;
    if (discovery.roleSelector !== undefined) {
      yield `${discovery.role} with RoleSelector`;
    }
  },
);

export const PORTS = ofJobs(
  'port of',
  [
    'ServiceMonitor: port',
    'ServiceMonitor: port as a pattern',
    'ServiceMonitor: port and targetPort',
    'ServiceMonitor: targetPort name',
    'ServiceMonitor: targetPort number',
    'ServiceMonitor: none',
    'PodMonitor: port',
    'PodMonitor: port as a pattern',
    'PodMonitor: portNumber',
    'PodMonitor: portNumber and targetPort',
    'PodMonitor: targetPort name',
    'PodMonitor: targetPort number',
    'PodMonitor: none',
  ],
  function* ({ kind, endpoint }) {
    const form = portForm(endpoint);
    if (form !== undefined) {
      yield `${kind}: ${form}`;
    }
  },
);

function portForm({ port, portNumber, targetPort }: any): string | undefined {
  if (typeof port === 'string' && port !== '') {
    if (portNumber !== undefined) {
      return undefined;
    }
    return targetPort !== undefined ? 'port and targetPort' : /^[a-z0-9-]+$/i.test(port) ? 'port' : 'port as a pattern';
  }
  if (portNumber !== undefined) {
    return targetPort === undefined ? 'portNumber' : 'portNumber and targetPort';
  }
  return targetPort === undefined ? 'none' : `targetPort ${typeof targetPort === 'number' ? 'number' : 'name'}`;
}

const KINDS = ['ServiceMonitor', 'PodMonitor'];

export const MONITOR_SELECTORS = ofJobs(
  'selector of',
  KINDS.flatMap((kind) => SELECTOR_FORMS.filter((form) => form !== 'absent').map((form) => `${kind}: ${form}`)),
  function* ({ kind, spec }) {
    for (const form of selectorForms(spec.selector)) {
      yield `${kind}: ${form}`;
    }
  },
);

export const NAMESPACE_SELECTORS = ofJobs(
  'namespaceSelector',
  ['absent', 'empty', 'any', 'matchNames', 'any and matchNames', 'ignored'],
  function* ({ spec: { namespaceSelector: selector }, job: { instance } }) {
    const names = (selector?.matchNames ?? []).length > 0;
    if (instance.settings.ignoreNamespaceSelectors && (selector?.any === true || names)) {
      yield 'ignored';
    } else if (selector === undefined) {
      yield 'absent';
    } else if (selector.any === true) {
      yield names ? 'any and matchNames' : 'any';
    } else {
      yield names ? 'matchNames' : 'empty';
    }
  },
);

export const RELABELINGS = ofJobs('relabeling', [...ACTIONS, 'in CamelCase'], function* ({ endpoint }) {
  for (const { action = 'replace' } of endpoint.relabelings ?? []) {
    yield action.toLowerCase();
    if (/[A-Z]/.test(action)) {
      yield 'in CamelCase';
    }
  }
});

const OF_ENDPOINT = [
  'path',
  'scheme',
  'params',
  'interval',
  'scrapeTimeout',
  'honorLabels',
  'honorTimestamps',
  'filterRunning',
  'metricRelabelings',
  'basicAuth',
  'authorization',
  'bearerTokenSecret',
  'bearerTokenFile',
  'oauth2',
  'tlsConfig',
  'proxyUrl',
  'followRedirects',
  'enableHttp2',
];

const OF_SPEC = [
  'jobLabel',
  'targetLabels',
  'podTargetLabels',
  'scrapeClass',
  'selectorMechanism',
  'serviceDiscoveryRole',
  'attachMetadata',
  'sampleLimit',
  'targetLimit',
  'scrapeProtocols',
  'fallbackScrapeProtocol',
];

export const FIELDS = ofJobs('field', [...OF_ENDPOINT, ...OF_SPEC], function* ({ endpoint, spec }) {
  yield* OF_ENDPOINT.filter((field) => field in endpoint);
  yield* OF_SPEC.filter((field) => field in spec);
});

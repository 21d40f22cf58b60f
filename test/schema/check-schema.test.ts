import { applyPatch } from 'fast-json-patch';
import { parse } from 'yaml';
import { checkSchema } from '../../lib/schema/check-schema';
import type { SchemaProblem } from '../../lib/schema/schema-problem';
import { parseVersion, type Version } from '../../lib/simulator/versions/version';

function check(yaml: string, operator?: string): SchemaProblem[] {
  const operatorVersion = operator === undefined ? undefined : (parseVersion(operator) as Version);
  return checkSchema({ object: parse(yaml), source: {} }, { operatorVersion });
}

const V1 = 'apiVersion: monitoring.coreos.com/v1';
const monitor = (spec: string) => `{${V1}, kind: ServiceMonitor, metadata: {name: web}, spec: ${spec}}`;
const endpoint = (fields: string) => monitor(`{selector: {}, endpoints: [${fields}]}`);
const pods = (spec: string) => `{${V1}, kind: PodMonitor, metadata: {name: web}, spec: ${spec}}`;
const server = (spec: string) => `{${V1}, kind: Prometheus, metadata: {name: main}, spec: ${spec}}`;
const rules = (rule: string) =>
  `{${V1}, kind: PrometheusRule, metadata: {name: r}, spec: {groups: [{name: g, rules: [${rule}]}]}}`;

const FLAGS: ReadonlyArray<readonly [title: string, yaml: string, found: readonly string[]]> = [
  ['a port by number', endpoint('{port: 8080}'), ['wrong-type spec.endpoints[0].port']],
  [
    'endpoints as a map, with what is wrong inside',
    monitor('{selector: {}, endpoints: {port: 8000, intervall: 30s}}'),
    ['wrong-type spec.endpoints', 'wrong-type spec.endpoints.port', 'unknown-field spec.endpoints.intervall'],
  ],
  [
    'names in a selector of namespaces by label',
    server('{serviceMonitorNamespaceSelector: {matchNames: [shop]}}'),
    ['misplaced-field spec.serviceMonitorNamespaceSelector.matchNames'],
  ],
  [
    '`any` in a selector of namespaces by label',
    server('{podMonitorNamespaceSelector: {any: true}}'),
    ['misplaced-field spec.podMonitorNamespaceSelector.any'],
  ],
  [
    'labels in a selector of namespaces by name',
    monitor('{selector: {}, endpoints: [], namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}}'),
    ['misplaced-field spec.namespaceSelector.matchLabels'],
  ],
  [
    'namespaceSelector inside selector',
    monitor('{selector: {namespaceSelector: {any: true}}, endpoints: []}'),
    ['misplaced-field spec.selector.namespaceSelector'],
  ],
  [
    'fields of an endpoint in the spec',
    monitor('{selector: {}, endpoints: [{}], interval: 30s, port: web}'),
    ['misplaced-field spec.interval', 'misplaced-field spec.port'],
  ],
  ['a field of the spec in an endpoint', endpoint('{jobLabel: app}'), ['misplaced-field spec.endpoints[0].jobLabel']],
  ['labels in the spec', monitor('{selector: {}, endpoints: [], labels: {a: b}}'), ['misplaced-field spec.labels']],
  [
    'a selector at the top',
    `{${V1}, kind: ServiceMonitor, metadata: {name: a}, selector: {}, spec: {endpoints: []}}`,
    ['misplaced-field selector', 'missing-field spec.selector'],
  ],
  ['a typo', endpoint('{metricRelabeling: []}'), ['unknown-field spec.endpoints[0].metricRelabeling']],
  ['wrong case', monitor('{selector: {matchlabels: {}}, endpoints: []}'), ['unknown-field spec.selector.matchlabels']],
  ['a name of Prometheus', endpoint('{metrics_path: /x}'), ['unknown-field spec.endpoints[0].metrics_path']],
  [
    'labels right in a selector',
    monitor('{selector: {app: web, tier: 1}, endpoints: []}'),
    ['misplaced-field spec.selector'],
  ],
  [
    'labels that are no text',
    `{${V1}, kind: ServiceMonitor, metadata: {name: a, labels: {release: 1, on: true}}, spec: {selector: {}, endpoints: []}}`,
    ['wrong-type metadata.labels.release', 'wrong-type metadata.labels.on'],
  ],
  [
    'a label value with a space',
    `{${V1}, kind: ServiceMonitor, metadata: {name: a, labels: {team: the shop}}, spec: {selector: {}, endpoints: []}}`,
    ['pattern metadata.labels.team'],
  ],
  ['a space in an enum', endpoint('{scheme: "HTTPS "}'), ['not-allowed spec.endpoints[0].scheme']],
  [
    'an unknown action',
    endpoint('{relabelings: [{action: replac}]}'),
    ['not-allowed spec.endpoints[0].relabelings[0].action'],
  ],
  ['half a minute more', endpoint('{interval: 1.5m}'), ['pattern spec.endpoints[0].interval']],
  ['a duration without unit', endpoint('{interval: "30"}'), ['pattern spec.endpoints[0].interval']],
  ['a duration as a number', endpoint('{interval: 30}'), ['wrong-type spec.endpoints[0].interval']],
  [
    'endpoints of a PodMonitor, with what is wrong inside',
    pods('{selector: {}, endpoints: [{port: 80}]}'),
    ['unknown-field spec.endpoints', 'wrong-type spec.endpoints[0].port'],
  ],
  [
    'podMetricsEndpoints of a ServiceMonitor',
    monitor('{selector: {}, podMetricsEndpoints: [{}]}'),
    ['unknown-field spec.podMetricsEndpoints'],
  ],
  [
    'a port number out of range',
    pods('{selector: {}, podMetricsEndpoints: [{portNumber: 70000}]}'),
    ['out-of-bounds spec.podMetricsEndpoints[0].portNumber'],
  ],
  ['shards below zero', server('{shards: -1}'), ['out-of-bounds spec.shards']],
  [
    'a name with capitals',
    `{${V1}, kind: ServiceMonitor, metadata: {name: Web}, spec: {selector: {}, endpoints: []}}`,
    ['pattern metadata.name'],
  ],
  [
    'a name that is too long',
    `{${V1}, kind: ServiceMonitor, metadata: {name: ${'a'.repeat(254)}}, spec: {selector: {}, endpoints: []}}`,
    ['out-of-bounds metadata.name'],
  ],
  [
    'keys that are none',
    `{${V1}, kind: ServiceMonitor, metadata: {name: a, labels: {"a b": c}, annotations: {"/a": c, "Example.com/a": "b c"}}, spec: {selector: {}, endpoints: []}}`,
    ['key metadata.labels["a b"]', 'key metadata.annotations["/a"]'],
  ],
  [
    'a number beyond int64',
    server('{containers: [{name: a, securityContext: {runAsUser: 9223372036854776000}}]}'),
    ['out-of-bounds spec.containers[0].securityContext.runAsUser'],
  ],
  ['a number beyond int32', server('{replicas: 3000000000}'), ['out-of-bounds spec.replicas']],
  ['an empty text', monitor('{selector: {}, endpoints: [], scrapeClass: ""}'), ['out-of-bounds spec.scrapeClass']],
  ['null where a field is required', monitor('{selector: null, endpoints: []}'), ['missing-field spec.selector']],
  ['an empty item', endpoint('null'), ['wrong-type spec.endpoints[0]']],
  ['no spec', `{${V1}, kind: ServiceMonitor, metadata: {name: a}}`, ['missing-field spec']],
  [
    'an item twice in a set',
    monitor('{selector: {}, endpoints: [], scrapeProtocols: [PrometheusProto, PrometheusProto]}'),
    ['duplicate-key spec.scrapeProtocols[1]'],
  ],
  [
    'two groups of one name',
    `{${V1}, kind: PrometheusRule, metadata: {name: r}, spec: {groups: [{name: a}, {name: b}, {name: a}]}}`,
    ['duplicate-key spec.groups[2]'],
  ],
  [
    'two ports that the default of the protocol makes the same',
    server('{containers: [{name: a, ports: [{containerPort: 1}, {containerPort: 1, protocol: TCP}]}]}'),
    ['duplicate-key spec.containers[0].ports[1]'],
  ],
  ['a rule without expression', rules('{alert: Down}'), ['missing-field spec.groups[0].rules[0].expr']],
  [
    'keepFiringFor',
    rules('{alert: A, expr: up, keepFiringFor: 5m}'),
    ['unknown-field spec.groups[0].rules[0].keepFiringFor'],
  ],
  [
    'half a core as a number',
    server('{resources: {requests: {cpu: 0.5}}}'),
    ['wrong-type spec.resources.requests.cpu'],
  ],
  ['a size of Kubernetes', server('{retentionSize: 50Gi}'), ['pattern spec.retentionSize']],
  ['a number in quotes', server('{replicas: "2"}'), ['wrong-type spec.replicas']],
  ['a boolean in quotes', endpoint('{honorLabels: "true"}'), ['wrong-type spec.endpoints[0].honorLabels']],
  [
    'a storage class too high',
    server('{storage: {storageClassName: x}}'),
    ['misplaced-field spec.storage.storageClassName'],
  ],
  [
    'metadata of a generic ephemeral volume, which the CRD has no fields for',
    server('{volumes: [{name: a, ephemeral: {volumeClaimTemplate: {metadata: {labels: {a: b}}, spec: {}}}}]}'),
    ['unknown-field spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.labels'],
  ],
  [
    'two ways to authenticate',
    '{apiVersion: monitoring.coreos.com/v1alpha1, kind: ScrapeConfig, metadata: {name: a}, spec: {basicAuth: {}, authorization: {}}}',
    ['rule spec.authorization'],
  ],
  [
    'an agent as a DaemonSet with replicas',
    '{apiVersion: monitoring.coreos.com/v1alpha1, kind: PrometheusAgent, metadata: {name: a}, spec: {mode: DaemonSet, replicas: 2, shards: 2}}',
    ['rule spec.replicas', 'rule spec.shards'],
  ],
  [
    'fewer shards than zones',
    server('{shardingStrategy: {mode: Topology, topology: {values: [a, b]}}}'),
    ['rule spec.shards'],
  ],
  [
    'a topology without its mode',
    server('{shardingStrategy: {topology: {}}}'),
    ['rule spec.shardingStrategy.topology'],
  ],
  [
    'an external id without role',
    server('{remoteWrite: [{url: "http://a", sigv4: {externalId: x}}]}'),
    ['rule spec.remoteWrite[0].sigv4.externalId'],
  ],
  [
    'a rolling update of type OnDelete',
    server('{updateStrategy: {type: OnDelete, rollingUpdate: {}}}'),
    ['rule spec.updateStrategy.rollingUpdate'],
  ],
  [
    'a version that the kind does not have',
    '{apiVersion: monitoring.coreos.com/v1beta1, kind: ServiceMonitor, metadata: {name: a}, spec: {selector: {}, endpoints: [{port: 1}]}}',
    ['unknown-kind apiVersion', 'wrong-type spec.endpoints[0].port'],
  ],
  ['a ScrapeConfig of v1', `{${V1}, kind: ScrapeConfig, metadata: {name: a}, spec: {}}`, ['unknown-kind apiVersion']],
  [
    'a version without group',
    '{apiVersion: v1, kind: Probe, metadata: {name: a}, spec: {}}',
    ['unknown-kind apiVersion'],
  ],
  ['an unknown kind', `{${V1}, kind: Dashboard, metadata: {name: a}, spec: {port: 1}}`, ['unknown-kind kind']],
  [
    'a kind in wrong case',
    `{${V1}, kind: Servicemonitor, metadata: {name: a}, spec: {selector: {}, endpoints: []}}`,
    ['unknown-kind kind'],
  ],
];

/** What the API server refuses from server-side apply alone. */
const SERVER_SIDE: ReadonlyArray<readonly [title: string, yaml: string, found: readonly string[]]> = [
  [
    'null for a field that may be absent',
    monitor('{selector: {}, endpoints: [{port: web, interval: null}], jobLabel: null}'),
    ['null spec.endpoints[0].interval', 'null spec.jobLabel'],
  ],
  [
    'null for a value of a map',
    monitor('{selector: {matchLabels: {app: null}}, endpoints: []}'),
    ['null spec.selector.matchLabels.app'],
  ],
  ['null for a selector', server('{serviceMonitorSelector: null}'), ['null spec.serviceMonitorSelector']],
];

const ACCEPTS: ReadonlyArray<readonly [title: string, yaml: string]> = [
  ['a port in quotes, which is a name', endpoint('{port: "8080"}')],
  ['no endpoints', monitor('{selector: {}, endpoints: []}')],
  [
    'null in metadata',
    `{${V1}, kind: ServiceMonitor, metadata: {name: a, creationTimestamp: null, labels: {team: null}, annotations: null}, spec: {selector: {}, endpoints: []}}`,
  ],
  ['null for a field with a default', server('{portName: null, shards: null}')],
  ['null for the default of a part', endpoint('{relabelings: [{action: null, targetLabel: a}]}')],
  [
    'the largest number that JavaScript knows below 64 bits',
    server('{containers: [{name: a, securityContext: {runAsUser: 9223372036854774784}}]}'),
  ],
  [
    'a dump with status and managed fields',
    `{${V1}, kind: ServiceMonitor, metadata: {name: a, uid: x, generation: 1, managedFields: [{manager: m, fieldsV1: {"f:spec": {}}}]}, spec: {selector: {}, endpoints: []}, status: {anything: [1]}}`,
  ],
  ['an empty duration, and zero', endpoint('{interval: "", scrapeTimeout: "0"}')],
  ['upper case of a scheme', endpoint('{scheme: HTTPS}')],
  ['a target port as number and as name', endpoint('{targetPort: 8080}, {targetPort: web}')],
  ['an expression that is a number', rules('{record: one, expr: 1}')],
  ['a secret key without name, which has a default', endpoint('{bearerTokenSecret: {key: token}}')],
  [
    'free routes of an AlertmanagerConfig',
    '{apiVersion: monitoring.coreos.com/v1alpha1, kind: AlertmanagerConfig, metadata: {name: a}, spec: {route: {routes: [{anything: 1}]}}}',
  ],
  [
    'a weekday with a capital',
    '{apiVersion: monitoring.coreos.com/v1alpha1, kind: AlertmanagerConfig, metadata: {name: a}, spec: {muteTimeIntervals: [{name: a, timeIntervals: [{weekdays: [Sunday]}]}]}}',
  ],
  [
    'shards that cover the zones',
    server('{shards: 2, shardingStrategy: {mode: Topology, topology: {values: [a, b]}}}'),
  ],
  [
    'a sister kind of another group',
    '{apiVersion: azmonitoring.coreos.com/v1, kind: ServiceMonitor, metadata: {name: a}, spec: {port: 1}}',
  ],
  ['another kind', '{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: x}}'],
  ['a list', `{${V1}, kind: ServiceMonitorList, items: []}`],
  ['a quantity without unit', server('{resources: {limits: {cpu: 2, memory: 1Gi}}}')],
];

describe('the API server’s schema', () => {
  test.each(FLAGS)('flags %s', (_, yaml, found) => {
    expect(check(yaml).map(({ code, field }) => `${code} ${field}`)).toEqual(found);
  });

  test.each(ACCEPTS)('accepts %s', (_, yaml) => {
    expect(check(yaml)).toEqual([]);
  });

  test.each(SERVER_SIDE)('lets %s pass, but for server-side apply', (_, yaml, found) => {
    const problems = check(yaml);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(found);
    expect(new Set(problems.map(({ certainty }) => certainty))).toEqual(new Set(['server-side']));
  });

  test('takes the largest number of 64 bits where it is told in full', () => {
    const object: any = parse(server('{containers: [{name: a, securityContext: {}}]}'));
    const [container] = object.spec.containers;
    const codes = [2n ** 63n - 1n, 2n ** 63n].map((id) => {
      container.securityContext.runAsUser = id;
      return checkSchema({ object, source: {} }).map(({ code }) => code);
    });
    expect(codes).toEqual([[], ['out-of-bounds']]);
  });

  test.each([...FLAGS, ...SERVER_SIDE])('each patch for %s mends what it is for', (_, yaml) => {
    for (const problem of check(yaml)) {
      if (problem.patch) {
        const mended = applyPatch(parse(yaml), problem.patch as any, true).newDocument;
        const left = checkSchema({ object: mended, source: {} }).map(({ code, field }) => `${code} ${field}`);
        expect(left).not.toContain(`${problem.code} ${problem.field}`);
        expect(left.length).toBeLessThan(check(yaml).length);
      }
    }
  });

  test.each([...FLAGS, ...SERVER_SIDE])('says what is wrong with %s in whole sentences, with a fix', (_, yaml) => {
    for (const { message, fix } of check(yaml)) {
      expect(message).toMatch(/^\S.*\.$/s);
      expect(fix).not.toBe('');
      expect(`${message} ${fix}`).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});

describe('messages', () => {
  const first = (yaml: string) => {
    const [{ message, fix, patch }] = check(yaml);
    return { message, fix, ...(patch ? { patch } : {}) };
  };

  test('a port by number is told from its name', () => {
    expect(first(endpoint('{port: 8080}'))).toEqual({
      message:
        'spec.endpoints[0].port is the number 8080, and must be the name of the Service port. The API server refuses the object. Quoted, "8080" is accepted and matches nothing, unless a port has this name.',
      fix: 'port: <name of the Service port>, or, for the number of a container port, targetPort: 8080 in place of port',
    });
  });

  test('a map of endpoints becomes a list', () => {
    expect(first(monitor('{selector: {}, endpoints: {port: "8000"}}'))).toEqual({
      message: 'spec.endpoints is a map, and must be a list. The API server refuses the object.',
      fix: 'Make it a list of one item: put "- " before its first field, or write endpoints: [{ port: "8000" }]',
      patch: [{ op: 'replace', path: '/spec/endpoints', value: [{ port: '8000' }] }],
    });
  });

  test('what a pruned selector comes to is said', () => {
    expect(first(server('{ruleNamespaceSelector: {matchNames: [shop]}}')).message).toMatch(
      /What is left, {}, selects every namespace\.$/,
    );
    expect(first(monitor('{selector: {}, endpoints: [], namespaceSelector: {matchLabels: {a: b}}}')).message).toMatch(
      /What is left, {}, selects the own namespace of the object only\.$/,
    );
  });

  test.each([
    ['1.5m', '1m30s'],
    ['1m 30s', '1m30s'],
    ['5 minutes', '5m'],
    ['90S', '1m30s'],
    ['30s1m', '1m30s'],
  ])('the duration %s is spelled as %s', (given, mended) => {
    expect(first(endpoint(`{interval: "${given}"}`)).patch).toEqual([
      { op: 'replace', path: '/spec/endpoints/0/interval', value: mended },
    ]);
  });

  test('a bare number gets its seconds, and where it may mean milliseconds only as a suggestion', () => {
    const [small] = check(endpoint('{interval: "30"}'));
    expect(small.fix).toBe('interval: 30s');
    expect(small.patch).toEqual([{ op: 'replace', path: '/spec/endpoints/0/interval', value: '30s' }]);
    const [large] = check(endpoint('{interval: 30000}'));
    expect(large.fix).toMatch(/^interval: /);
    expect(large.patch).toBeUndefined();
  });
});

describe('versions of the Operator', () => {
  const odd = endpoint('{quiteNew: 1}');

  test('what the table does not know is certain for an Operator that it covers, patch releases included', () => {
    for (const version of [undefined, '0.80.0', '0.93.0', '0.93.7']) {
      expect(check(odd, version)).toMatchObject([{ code: 'unknown-field', certainty: 'certain' }]);
    }
  });

  test('a newer Operator may know it', () => {
    expect(check(odd, '0.94.0')).toMatchObject([{ code: 'unknown-field', certainty: 'newer' }]);
    expect(check(endpoint('{scheme: quic}'), '1.0.0')).toMatchObject([{ certainty: 'newer' }]);
  });

  test('a newer Operator changes nothing about types, and about selectors of the wrong shape', () => {
    expect(check(endpoint('{port: 1}'), '0.94.0')).toMatchObject([{ certainty: 'certain' }]);
    expect(check(server('{serviceMonitorNamespaceSelector: {matchNames: [a]}}'), '0.94.0')).toMatchObject([
      { certainty: 'certain' },
    ]);
  });

  test.each([
    ['0.78.2', pods('{selector: {}, selectorMechanism: RoleSelector}'), 'spec.selectorMechanism'],
    ['0.85.0', monitor('{selector: {}, endpoints: [], serviceDiscoveryRole: Endpoints}'), 'spec.serviceDiscoveryRole'],
    ['0.92.1', server('{tsdb: {chunkEncoding: {floats: Xor2}}}'), 'spec.tsdb.chunkEncoding'],
  ])('Operator %s is too old for a field', (version, yaml, field) => {
    expect(check(yaml, version)).toMatchObject([{ code: 'newer-than-operator', certainty: 'certain', field }]);
    expect(check(yaml)).toEqual([]);
  });
});

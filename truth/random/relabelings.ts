// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of Go templates, not of JavaScript
import type { Draft } from './cluster';
import type { Random } from './random';

type Kind = 'ServiceMonitor' | 'PodMonitor';

export const ACTIONS = [
  'replace',
  'keep',
  'drop',
  'hashmod',
  'labelmap',
  'labeldrop',
  'labelkeep',
  'lowercase',
  'uppercase',
  'keepequal',
  'dropequal',
] as const;

export type Action = (typeof ACTIONS)[number];

const CAMEL_CASE: { readonly [action in Action]: string } = {
  replace: 'Replace',
  keep: 'Keep',
  drop: 'Drop',
  hashmod: 'HashMod',
  labelmap: 'LabelMap',
  labeldrop: 'LabelDrop',
  labelkeep: 'LabelKeep',
  lowercase: 'Lowercase',
  uppercase: 'Uppercase',
  keepequal: 'KeepEqual',
  dropequal: 'DropEqual',
};

const META = '__meta_kubernetes_';

/** Relabelings of targets; they rarely decide on what only a cluster knows. */
export function relabelings(random: Random, kind: Kind): Draft['spec'][] {
  const count = random.weighted([
    [60, 1],
    [28, 2],
    [12, 3],
  ]);
  return Array.from({ length: count }, () =>
    relabeling(
      random,
      kind,
      random.weighted<Action>([
        [40, 'replace'],
        [10, 'keep'],
        [10, 'drop'],
        [6, 'hashmod'],
        [8, 'labelmap'],
        [6, 'labeldrop'],
        [3, 'labelkeep'],
        [4, 'lowercase'],
        [4, 'uppercase'],
        [4, 'keepequal'],
        [5, 'dropequal'],
      ]),
    ),
  );
}

/** Relabelings of samples, which change no target. */
export function metricRelabelings(random: Random): Draft['spec'][] {
  return [
    random.one([
      { action: 'drop', sourceLabels: ['__name__'], regex: 'go_.*' },
      { action: 'labeldrop', regex: 'pod_template_hash' },
      { sourceLabels: ['code'], targetLabel: 'status', regex: '(.).*', replacement: '${1}xx' },
    ]),
  ];
}

/** One relabeling with an action, written in one of the two ways, or in none where it is the default. */
function relabeling(random: Random, kind: Kind, action: Action): Draft['spec'] {
  const body = BODIES[action](random, kind);
  const written = random.weighted<{ action?: string }>([
    [7, { action }],
    [3, { action: CAMEL_CASE[action] }],
    [action === 'replace' ? 8 : 0, {}],
  ]);
  return { ...written, ...body };
}

const BODIES: { readonly [action in Action]: (random: Random, kind: Kind) => Draft['spec'] } = {
  replace: (random, kind) => replaced(random, kind),
  keep: (random, kind) => ({
    sourceLabels: [known(random, kind)],
    ...random.maybe(0.8, () => ({ regex: random.one(['.+', '[a-z0-9-]*', '.*', 'api|cart|shop|web|.*e.*']) })),
  }),
  drop: (random, kind) => ({
    // Here and there a rule decides on what only a cluster knows.
    sourceLabels: random.chance(0.04)
      ? [random.one(['__address__', `${META}pod_name`])]
      : random.one([[known(random, kind)], [`${META}namespace`, known(random, kind)]]),
    regex: random.one(['never', 'no-such-.+', 'data;.*', 'db', '(?i)CACHE']),
  }),
  hashmod: (random, kind) => ({
    sourceLabels: [known(random, kind)],
    modulus: random.integer(1, 8),
    targetLabel: random.one(['__tmp_bucket', 'bucket', '__tmp_hash']),
  }),
  labelmap: (random, kind) => ({
    regex: random.one([
      `${META}${kind === 'PodMonitor' ? 'pod' : 'service'}_label_(app|tier|version)`,
      `${META}service_label_(.+)`,
      `${META}(?:service|pod)_annotation_prometheus_io_(.+)`,
      `${META}(namespace)`,
    ]),
    ...random.maybe(0.4, () => ({ replacement: random.one(['$1', 'k8s_$1', '${1}_name']) })),
  }),
  labeldrop: (random) => ({ regex: random.one(['pod', 'container|endpoint', '__meta_.*', 'no_such_label']) }),
  labelkeep: (random) => ({
    regex: random.one(['__.*|job|namespace|instance', '.*', '__.+|(?:service|pod|endpoint)']),
  }),
  lowercase: (random, kind) => ({ sourceLabels: [known(random, kind)], targetLabel: 'lower' }),
  uppercase: (random, kind) => ({
    sourceLabels: [known(random, kind)],
    targetLabel: random.one(['upper', 'job']),
    ...random.maybe(0.2, () => ({ replacement: '$1' })),
  }),
  keepequal: (random, kind) => ({
    sourceLabels: [`${META}namespace`],
    targetLabel: random.one(['namespace', 'namespace', known(random, kind)]),
  }),
  dropequal: (random, kind) => ({
    sourceLabels: [known(random, kind)],
    targetLabel: random.one(['namespace', 'job', 'no_such_label']),
  }),
};

/** Expressions of RE2, in which something is to be caught. */
const CAPTURES = [
  '(.)(.*)',
  '(?P<first>.)(?P<rest>.*)',
  '(?<first>.)(.*)',
  'api(.*)|.*',
  '([^-]+)-?(.*)',
  '(?i)([A-Z]+)(.*)',
  '([[:alpha:]]+)(.*)',
  '(\\pL{1,3}?)(.*)',
  '(?U)(.+)(.*)',
  '(a|b|c|d)?(.*)',
  '.*(\\d+)',
];

function replaced(random: Random, kind: Kind): Draft['spec'] {
  return random.weighted<() => Draft['spec']>([
    [8, () => ({ sourceLabels: [known(random, kind)], targetLabel: random.one(['team', 'app', 'name']) })],
    [5, () => ({ targetLabel: random.one(['cluster', 'env', 'job']), replacement: random.one(['one', 'prod', '']) })],
    [
      4,
      () => ({
        sourceLabels: [`${META}namespace`, known(random, kind)],
        ...random.maybe(0.5, () => ({ separator: random.one(['/', '', ';', '-']) })),
        targetLabel: 'place',
      }),
    ],
    [
      4,
      () => ({
        sourceLabels: [known(random, kind)],
        regex: random.one(CAPTURES),
        targetLabel: 'part',
        replacement: random.one([
          '$1',
          '${1}-$2',
          '$2$1',
          '$first',
          '$$1',
          '$1_x',
          '$0',
          '${0}',
          '$',
          '${1',
          '$10',
          'ä$1€',
        ]),
      }),
    ],
    [2, () => ({ targetLabel: '__metrics_path__', replacement: random.one(['/stats', 'stats', '/metrics/cadvisor']) })],
    [2, () => ({ targetLabel: '__scheme__', replacement: random.one(['https', 'http']) })],
    [2, () => ({ targetLabel: `__param_${random.one(['target', 'module'])}`, replacement: random.one(['x', '']) })],
    [2, () => ({ targetLabel: '__scrape_interval__', replacement: random.one(['2m', '90s']) })],
    [1, () => ({ targetLabel: '__scrape_timeout__', replacement: random.one(['1s', '5s']) })],
    [2, () => ({ sourceLabels: ['__address__'], targetLabel: 'instance' })],
    [2, () => ({ sourceLabels: ['__address__'], regex: '.*:(\\d+)', targetLabel: 'port', replacement: '$1' })],
    [
      1,
      () => ({ sourceLabels: ['__address__'], regex: '(.*):\\d+', targetLabel: '__address__', replacement: '$1:9999' }),
    ],
    [1, () => ({ targetLabel: '__address__', replacement: 'exporter.example.com:9115' })],
    [1, () => ({ targetLabel: 'instance', replacement: 'fixed' })],
    [2, () => ({ targetLabel: '__tmp_disable_sharding', replacement: random.one(['true', '']) })],
    [1, () => ({ targetLabel: '__tmp_topology', replacement: random.one(['zone-a', 'zone-c']) })],
    [1, () => ({ targetLabel: 'with.dot', replacement: 'x' })],
    [1, () => ({ sourceLabels: ['__scheme__', '__metrics_path__'], targetLabel: 'way' })],
    [1, () => ({ sourceLabels: ['__scrape_interval__', '__scrape_timeout__'], targetLabel: 'times' })],
    [1, () => ({ sourceLabels: ['__tmp_prometheus_job_name'], targetLabel: 'job_name' })],
    [1, () => ({ sourceLabels: [`${META}pod_node_name`], targetLabel: 'node' })],
  ])();
}

/** A label that the objects tell, though not for every target. */
function known(random: Random, kind: Kind): string {
  const usual = kind === 'PodMonitor' ? USUAL_OF_PODS : USUAL_OF_SERVICES;
  return META + random.one(random.chance(0.7) ? usual : kind === 'PodMonitor' ? RARE_OF_PODS : RARE_OF_SERVICES);
}

const USUAL_OF_PODS = [
  'namespace',
  'pod_container_name',
  'pod_container_port_name',
  'pod_label_app',
  'pod_phase',
  'pod_label_tier',
];

const RARE_OF_PODS = [
  'pod_container_port_number',
  'pod_container_port_protocol',
  'pod_container_image',
  'pod_container_init',
  'pod_ready',
  'pod_controller_kind',
  'pod_labelpresent_app',
  'pod_labelpresent_version',
  'pod_label_version',
  'pod_label_my_label',
  'pod_annotation_prometheus_io_port',
  'pod_annotationpresent_prometheus_io_scrape',
];

const USUAL_OF_SERVICES = [
  'namespace',
  'service_name',
  'service_label_app',
  'service_label_tier',
  'pod_container_name',
  'pod_label_app',
];

const RARE_OF_SERVICES = [
  ...RARE_OF_PODS,
  'pod_phase',
  'service_labelpresent_app',
  'service_label_my_label',
  'service_annotation_prometheus_io_path',
  'service_annotationpresent_prometheus_io_scrape',
  'endpoints_name',
  'endpoints_label_app',
  'endpoint_port_name',
  'endpoint_port_protocol',
  'endpoint_ready',
  'endpoint_address_target_kind',
  'endpointslice_label_app',
  'endpointslice_label_kubernetes_io_service_name',
  'endpointslice_address_type',
  'endpointslice_port_name',
  'endpointslice_port',
  'endpointslice_port_protocol',
  'endpointslice_port_app_protocol',
  'endpointslice_endpoint_conditions_ready',
  'endpointslice_endpoint_conditions_serving',
  'endpointslice_address_target_kind',
];

/**
 * Kinds that a target hangs on, with what kubectl calls them besides: the `shortNames` of the CRDs of the Operator, and
 * those of `kubectl api-resources`.
 */
const KINDS: { readonly [kind: string]: readonly string[] } = {
  ServiceMonitor: ['smon'],
  PodMonitor: ['pmon'],
  Probe: ['prb'],
  ScrapeConfig: ['scfg'],
  PrometheusRule: ['promrule'],
  Prometheus: ['prom'],
  PrometheusAgent: ['promagent'],
  Alertmanager: ['am'],
  AlertmanagerConfig: ['amcfg'],
  Service: ['svc'],
  Endpoints: ['ep'],
  EndpointSlice: [],
  Deployment: ['deploy'],
  StatefulSet: ['sts'],
  DaemonSet: ['ds'],
  ReplicaSet: ['rs'],
  ReplicationController: ['rc'],
  Job: [],
  CronJob: ['cj'],
  Pod: ['po'],
  Namespace: ['ns'],
};

const BY_NAME = new Map(
  Object.entries(KINDS).flatMap(([kind, shortNames]) =>
    [kind, pluralOf(kind), ...shortNames].map((name): [string, string] => [name.toLowerCase(), kind]),
  ),
);

/** The kind that a word stands for: the kind itself, its plural, its short name, in any case, with or without its group. */
export function tryFindKind(word: string): string | undefined {
  return BY_NAME.get(word.split('.')[0].toLowerCase());
}

/** Words that stand for a kind. */
export function kindWords(): string[] {
  return [...BY_NAME.keys()];
}

/** The plural of the API, as `names.plural` of the CRDs has it. */
function pluralOf(kind: string): string {
  return kind.endsWith('s') ? (kind === 'Endpoints' ? kind : `${kind}es`) : `${kind}s`;
}

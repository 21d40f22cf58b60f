import { type Document, isMap, parseAllDocuments } from 'yaml';

/** What Prometheus shows of a job. */
export type Shown =
  /** It has no such job. */
  | 'no job'
  /** It has the job, and does not discover the pods of the app for it. */
  | 'pods not discovered'
  /** It discovers the pods of the app for the job, and drops all of them. */
  | 'pods dropped';

/** A way to break the story, from the page of a check. */
export interface Breakage {
  /** The check that finds it. */
  readonly check: string;
  /** What is changed, for people. */
  readonly change: string;
  /** Kind of the object that is changed. */
  readonly kind: 'Service' | 'ServiceMonitor';
  readonly edit: (object: Document) => void;
  readonly shows: Shown;
  /** Whether the Operator says in an event that it does not take the monitor. */
  readonly event: boolean;
}

/** In the order of the tutorial's table. */
export const BREAKAGES: readonly Breakage[] = [
  {
    check: 'monitor/not-selected',
    change: 'delete the label `release`',
    kind: 'ServiceMonitor',
    edit: (object) => object.deleteIn(['metadata', 'labels', 'release']),
    shows: 'no job',
    event: false,
  },
  {
    check: 'monitor/port-exists',
    change: '`port: http` becomes `port: "5000"`',
    kind: 'ServiceMonitor',
    edit: (object) => object.setIn(['spec', 'endpoints', 0, 'port'], '5000'),
    shows: 'pods dropped',
    event: false,
  },
  {
    check: 'monitor/other-namespace',
    change: '`namespace: default` becomes `namespace: monitoring`',
    kind: 'ServiceMonitor',
    edit: (object) => object.setIn(['metadata', 'namespace'], 'monitoring'),
    shows: 'pods not discovered',
    event: false,
  },
  {
    check: 'monitor/selects-pod-labels',
    change: 'the selector asks for `cdk8s.io/metadata.addr`, a label of the pods',
    kind: 'ServiceMonitor',
    edit: (object) =>
      object.setIn(['spec', 'selector', 'matchLabels', 'cdk8s.io/metadata.addr'], 'sample-app-Workload-c8223626'),
    shows: 'pods dropped',
    event: false,
  },
  {
    check: 'monitor/timeout',
    change: '`scrapeTimeout: 1m` beside `port: http`',
    kind: 'ServiceMonitor',
    edit: (object) => object.setIn(['spec', 'endpoints', 0, 'scrapeTimeout'], '1m'),
    shows: 'no job',
    event: true,
  },
  {
    check: 'service/selects-no-pods',
    change: 'the selector asks for `app.kubernetes.io/name: sampleapp`',
    kind: 'Service',
    edit: (object) => object.setIn(['spec', 'selector', 'app.kubernetes.io/name'], 'sampleapp'),
    shows: 'pods not discovered',
    event: false,
  },
];

/**
 * A manifest with one of its objects changed.
 *
 * @throws Error if it has no such object, or more than one
 */
export function broken(manifest: string, { kind, edit }: Breakage): string {
  const documents = parseAllDocuments(manifest);
  const found = documents.filter((document) => isMap(document.contents) && document.get('kind') === kind);
  if (found.length !== 1) {
    throw new Error(`The manifest has ${found.length} objects of kind ${kind}; the story is about one.`);
  }
  edit(found[0]);
  return documents.map(String).join('');
}

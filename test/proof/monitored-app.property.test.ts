import { JsonPatch } from 'cdk8s';
import * as fc from 'fast-check';
import { Findings } from '../../lib/proof/findings';
import { Targets } from '../../lib/proof/targets';
import { Level } from '../../lib/report/finding';
import { temporaryFolder } from '../cli/temporary-folder';
import { anyChoice, type Built, build, type Choice } from './any-monitored-app';

const outdir = temporaryFolder();
let stderr: jest.SpyInstance;

beforeEach(() => {
  stderr = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
});

test('any MonitoredApp is scraped by any Prometheus that reaches it, and nothing is found', () => {
  fc.assert(
    fc.property(anyChoice, (choice) => {
      const { app, monitored } = build(choice, outdir);
      expect(Findings.of(app).list).toEqual([]);
      const { list, unknown } = Targets.of(app);
      expect(unknown).toEqual([]);
      expect(list).toMatchObject([
        {
          port: choice.metrics.port ?? choice.props.port,
          path: choice.metrics.path ?? '/metrics',
          workload: { kind: monitored.workload.kind, name: choice.props.name },
          assumed: false,
          interval: choice.scrapeSeconds === undefined ? '30s' : expect.any(String),
        },
      ]);
      app.synth();
      expect(stderr).not.toHaveBeenCalled();
    }),
    { numRuns: 200 },
  );
});

/** One change that breaks the chain, and the check that must find it. */
interface Mutation {
  readonly title: string;
  readonly check: string;
  /** Kind of the object that the mistake is in. */
  readonly at: 'monitor' | 'service' | 'workload';
  /** Choices to which it applies; all unless set. */
  readonly only?: (choice: Choice) => boolean;
  readonly mutate: (built: Built, choice: Choice) => void;
}

const serviceMonitor = ({ podMonitor }: Choice): boolean => !podMonitor;
const podMonitor = (choice: Choice): boolean => choice.podMonitor;
const endpoint = (choice: Choice): string => `/spec/${choice.podMonitor ? 'podMetricsEndpoints' : 'endpoints'}/0`;

const MUTATIONS: readonly Mutation[] = [
  {
    title: 'the label by which the Prometheus selects is gone',
    check: 'monitor/not-selected',
    at: 'monitor',
    only: ({ prometheus }) => prometheus.labels === 'equal',
    mutate: ({ monitor }) => monitor.addJsonPatch(JsonPatch.remove('/metadata/labels/release')),
  },
  {
    title: 'that label has another value',
    check: 'monitor/not-selected',
    at: 'monitor',
    only: ({ prometheus }) => prometheus.labels === 'equal',
    mutate: ({ monitor }) => monitor.addJsonPatch(JsonPatch.replace('/metadata/labels/release', 'other')),
  },
  {
    title: 'the monitor is in a namespace that the Prometheus does not search',
    check: 'monitor/namespace-not-selected',
    at: 'monitor',
    only: ({ prometheus }) =>
      prometheus.namespaces === 'names' && prometheus.origin !== 'stack' && prometheus.watched !== 'only',
    mutate: ({ monitor }) => monitor.addJsonPatch(JsonPatch.replace('/metadata/namespace', '0-elsewhere')),
  },
  {
    title: 'the monitor is in a namespace that the Operator does not watch',
    check: 'monitor/unwatched-namespace',
    at: 'monitor',
    only: ({ prometheus }) => prometheus.watched === 'only',
    mutate: ({ monitor }) => monitor.addJsonPatch(JsonPatch.replace('/metadata/namespace', '0-elsewhere')),
  },
  {
    title: 'the endpoint is a field that does not exist',
    check: 'schema/unknown-field',
    at: 'monitor',
    mutate: ({ monitor }, choice) => monitor.addJsonPatch(JsonPatch.add(`${endpoint(choice)}/prot`, 'http')),
  },
  {
    title: 'the port of the endpoint is a number',
    check: 'schema/wrong-type',
    at: 'monitor',
    mutate: ({ monitor }, choice) => monitor.addJsonPatch(JsonPatch.replace(`${endpoint(choice)}/port`, 8080)),
  },
  {
    title: 'the endpoint names a port that the Service does not have',
    check: 'monitor/port-exists',
    at: 'monitor',
    only: serviceMonitor,
    mutate: ({ monitor }, choice) => monitor.addJsonPatch(JsonPatch.replace(`${endpoint(choice)}/port`, 'renamed')),
  },
  {
    title: 'the endpoint names a port that no container has',
    check: 'monitor/pod-port-exists',
    at: 'monitor',
    only: podMonitor,
    mutate: ({ monitor }, choice) => monitor.addJsonPatch(JsonPatch.replace(`${endpoint(choice)}/port`, 'renamed')),
  },
  {
    title: 'the monitor selects a label that nothing has',
    check: 'monitor/selects-nothing',
    at: 'monitor',
    mutate: ({ monitor }) =>
      monitor.addJsonPatch(JsonPatch.replace('/spec/selector/matchLabels/app.kubernetes.io~1name', '0-other')),
  },
  {
    title: 'the timeout is longer than the interval',
    check: 'monitor/timeout',
    at: 'monitor',
    mutate: ({ monitor }, choice) => {
      monitor.addJsonPatch(JsonPatch.add(`${endpoint(choice)}/interval`, '10s'));
      monitor.addJsonPatch(JsonPatch.add(`${endpoint(choice)}/scrapeTimeout`, '20s'));
    },
  },
  {
    title: 'the Service has moved to another namespace',
    check: 'monitor/other-namespace',
    at: 'monitor',
    only: serviceMonitor,
    mutate: ({ service, workload }) => {
      service?.addJsonPatch(JsonPatch.replace('/metadata/namespace', '0-elsewhere'));
      workload.addJsonPatch(JsonPatch.replace('/metadata/namespace', '0-elsewhere'));
    },
  },
  {
    title: 'the labels of the Service are gone',
    check: 'monitor/selects-pod-labels',
    at: 'monitor',
    only: serviceMonitor,
    mutate: ({ service }) => service?.addJsonPatch(JsonPatch.remove('/metadata/labels')),
  },
  {
    title: 'the Service selects a label that no pod has',
    check: 'service/selects-no-pods',
    at: 'service',
    only: serviceMonitor,
    mutate: ({ service }) => service?.addJsonPatch(JsonPatch.add('/spec/selector/tier', '0-other')),
  },
  {
    // cdk8s-plus writes int-or-string values as objects until after patches are applied.
    title: 'the targetPort of the Service is a name that no container has',
    check: 'service/target-port-exists',
    at: 'service',
    only: ({ podMonitor, metrics }) => !podMonitor && metrics.port === undefined,
    mutate: ({ service }) => service?.addJsonPatch(JsonPatch.replace('/spec/ports/0/targetPort', { value: 'renamed' })),
  },
  {
    title: 'a relabeling drops everything',
    check: 'monitor/relabeled-away',
    at: 'monitor',
    mutate: ({ monitor }, choice) =>
      monitor.addJsonPatch(
        JsonPatch.add(`${endpoint(choice)}/relabelings`, [
          { sourceLabels: ['namespace'], regex: '0-other', action: 'keep' },
        ]),
      ),
  },
  {
    title: 'a Secret is missing',
    check: 'monitor/secret-exists',
    at: 'monitor',
    only: ({ password }) => password,
    mutate: ({ chart }) => {
      chart.node.tryRemoveChild('password');
    },
  },
];

describe('each single mistake in it is found by the right check at the right object, and there is no other finding', () => {
  for (const { title, check, at, only = () => true, mutate } of MUTATIONS) {
    test(`${title} (${check})`, () => {
      fc.assert(
        fc.property(anyChoice, (choice) => {
          fc.pre(only(choice));
          const built = build(choice, outdir);
          mutate(built, choice);
          const found = Findings.of(built.app).list.filter(({ level }) => level !== Level.INFO);
          // Of a Secret, each key is a finding of its own.
          const places = new Set(found.map((finding) => `${finding.check} at ${finding.source.construct}`));
          expect([...places]).toEqual([`${check} at ${built[at]?.node.path}`]);
        }),
        { numRuns: 30 },
      );
    });
  }
});

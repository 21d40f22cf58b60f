import { idleText } from '../check/ports-text';
import { referenceTo } from '../check/to-finding';
import { type ChainLink, LinkState } from '../report/explanation';
import { Kind } from '../simulator/bag/bag-kind';
import type { Container } from '../simulator/bag/normalize-pod';
import type { RawTarget, VirtualPod } from '../simulator/discovery/raw-target';
import type { SourcedObject } from '../simulator/kube-object';
import { nameOf } from '../simulator/operator/problem';
import { type Answer, onceLoaded, scrapedVerdict, unscrapedVerdict } from './answer';
import { pairsText } from './describe-no-targets';
import { MONITORS, reachesOfService } from './explain-service';
import { NAME_PROMETHEUS, noPrometheus } from './judge-monitor';
import { monitorsOf } from './monitor-match';
import { type Reach, reachOf, targetsWhere } from './reach';
import type { Scope } from './scope';
import { counted, listed, NAMED, sentence } from './texts';

/** How many ports of a container are shown. */
const PORTS = 20;

/** Why the pods of a workload are scraped, or are not. */
export function explainWorkload(scope: Scope, workload: SourcedObject, accepted: ChainLink): Answer {
  const pods = podsOf(scope, workload);
  const isOurs = (raw: RawTarget): boolean => raw.pod !== undefined && pods.includes(raw.pod);
  const targets = targetsWhere(scope, isOurs);
  if (pods.length === 0) {
    const because = 'it makes no pods';
    return {
      verdict: unscrapedVerdict(false, because),
      chains: [accepted, scope.broken(sentence(`It makes no pods`))],
      targets,
    };
  }
  const services = servicesOf(scope, pods, isOurs);
  const direct = directOf(scope, pods, isOurs);
  return {
    verdict:
      targets.length > 0
        ? scrapedVerdict(targets, onceLoaded(scope, targets))
        : pods.every(({ idle }) => idle !== undefined)
          ? unscrapedVerdict(false, `it has no pods now${idleText(pods[0])}`)
          : whyNot(scope, services, direct.reaches),
    chains: [
      podsLink(scope, workload, pods, accepted),
      servicesLink(scope, pods, services),
      podMonitorsLink(scope, direct),
    ],
    targets,
  };
}

/** A Service that selects the pods, with the monitors that select it. */
interface Before {
  readonly service: SourcedObject;
  readonly reaches: readonly Reach[];
  readonly near: readonly ChainLink[];
}

/** The pods that stand for a workload: its own, or for an object that another one controls, those of the other. */
function podsOf(scope: Scope, workload: SourcedObject): readonly VirtualPod[] {
  const { discovery } = scope.context.simulation;
  const { namespace, name } = workload.object.metadata;
  const own = discovery.pods.in(namespace as string).filter((pod) => pod.workload === workload);
  if (own.length > 0) {
    return own;
  }
  const owner = workload.object.kind === 'Pod' ? discovery.pods.named(namespace as string, name)?.workload : undefined;
  const top = owner ?? ownerOf(scope, workload);
  return top === undefined ? [] : discovery.pods.in(namespace as string).filter((pod) => pod.workload === top);
}

/** The object that controls a workload, followed to the top; `undefined` where none of these objects does. */
function ownerOf(scope: Scope, workload: SourcedObject): SourcedObject | undefined {
  const namespace = workload.object.metadata.namespace as string;
  const tops = new Set(scope.context.simulation.discovery.pods.in(namespace).map((pod) => pod.workload));
  let current: SourcedObject | undefined = workload;
  // A chain of controllers has three links at most; the bound is for references that go in a circle.
  for (let step = 0; step < 5 && current !== undefined; step++) {
    const references: any = current.object.metadata.ownerReferences;
    const owner: any = (Array.isArray(references) ? references : []).find((one: any) => one?.controller);
    const kind: string | undefined = owner === undefined ? undefined : OWNERS.get(owner.kind);
    current = kind === undefined ? undefined : scope.context.simulation.bag.find(kind, namespace, owner.name);
    if (current !== undefined && tops.has(current)) {
      return current;
    }
  }
  return undefined;
}

const OWNERS: ReadonlyMap<string, string> = new Map(
  [
    Kind.DEPLOYMENT,
    Kind.REPLICA_SET,
    Kind.STATEFUL_SET,
    Kind.DAEMON_SET,
    Kind.JOB,
    Kind.CRON_JOB,
    Kind.REPLICATION_CONTROLLER,
  ].map((kind) => [kind.split('.')[0], kind]),
);

function podsLink(scope: Scope, workload: SourcedObject, pods: readonly VirtualPod[], accepted: ChainLink): ChainLink {
  const [pod] = pods;
  const own = Object.entries(pod.labels).filter(([key]) => !pod.opaqueLabels.has(key));
  const labels = pairsText(Object.fromEntries(own));
  const added = [...pod.opaqueLabels].filter((key) => key in pod.labels);
  const more = added.length === 0 ? '' : ` Controllers add ${listed(added)}.`;
  const of = pod.workload === workload ? '' : `, which stand for those of ${nameOf(pod.workload)},`;
  const all: readonly Container[] = [
    ...pod.spec.containers,
    ...pod.spec.initContainers.filter(({ restartPolicy }: Container) => restartPolicy === 'Always'),
  ];
  const notes = [
    ...(pod.idle === undefined ? [] : [scope.broken(`There are none now${idleText(pod)}.`)]),
    scope.note(`${labels === '' ? 'They have no labels of their own.' : `Labels: ${labels}.`}${more}`),
    ...all.slice(0, PORTS).map((container) => scope.note(containerText(container))),
    ...(all.length > PORTS ? [scope.note(`${counted(all.length - PORTS, 'more container')}.`)] : []),
    ...(['Job', 'CronJob'].includes(pod.workload.object.kind)
      ? [scope.note('They are there only while the job runs, so its targets come and go.')]
      : []),
  ];
  const count = counted(pods.length, 'kind of pod').replace('kind of pods', 'kinds of pods');
  return {
    state: LinkState.NOTE,
    text: pods.length === 1 ? `Its pods${of} as Prometheus sees them:` : `${count}, of which the first is shown:`,
    links: [accepted, ...notes],
  };
}

function containerText({ name, ports }: Container): string {
  const texts = ports.slice(0, PORTS).map((port) => {
    const protocol = port.protocol === 'TCP' ? '' : ` ${port.protocol}`;
    return port.name === ''
      ? `${port.containerPort}${protocol} (no name)`
      : `${port.containerPort}${protocol} "${port.name}"`;
  });
  const rest = ports.length > PORTS ? ` and ${ports.length - PORTS} more` : '';
  return ports.length === 0
    ? `Container "${name}" declares no ports.`
    : `Container "${name}" declares ${ports.length === 1 ? 'port' : 'ports'} ${texts.join(', ')}${rest}.`;
}

function servicesOf(scope: Scope, pods: readonly VirtualPod[], isOurs: (raw: RawTarget) => boolean): readonly Before[] {
  const services = [...new Set(pods.flatMap((pod) => scope.context.simulation.servicesOfPod.of(pod)))];
  return services.slice(0, NAMED).map((service) => {
    const { reaches, matches } = reachesOfService(scope, service, (raw) => raw.service === service && isOurs(raw));
    const near = matches.near.map(({ monitor, field, text }) =>
      scope.note(text, { places: [{ object: monitor, field }] }),
    );
    return { service, reaches, near };
  });
}

function servicesLink(scope: Scope, pods: readonly VirtualPod[], services: readonly Before[]): ChainLink {
  if (services.length === 0) {
    return scope.note('No Service selects its pods.', { links: nearServices(scope, pods[0]) });
  }
  const links = services.map(({ service, reaches, near }): ChainLink => {
    const object = referenceTo(service.object);
    const name = nameOf(service);
    return reaches.length === 0
      ? {
          state: LinkState.BROKEN,
          text: `${name}: no ServiceMonitor among these objects selects it.`,
          object,
          links: [...near],
        }
      : {
          state: reaches[0].state,
          text: `${name}, which ${counted(reaches.length, 'ServiceMonitor')} ${reaches.length === 1 ? 'selects' : 'select'}:`,
          object,
          links: [...reaches.slice(0, MONITORS).map(({ link }) => link), ...(reaches[0].targets > 0 ? [] : near)],
        };
  });
  return {
    state: stateOf(services.flatMap(({ reaches }) => reaches)),
    text: `${counted(services.length, 'Service')} ${services.length === 1 ? 'selects' : 'select'} its pods:`,
    links,
  };
}

/** Services of the namespace that miss a pod by one label. */
function nearServices(scope: Scope, pod: VirtualPod): ChainLink[] {
  const links: ChainLink[] = [];
  for (const service of scope.context.simulation.bag.in(Kind.SERVICE, pod.namespace)) {
    const pairs = Object.entries<string>(service.object.spec.selector ?? {});
    const missing = pairs.filter(([key, value]) => !pod.opaqueLabels.has(key) && pod.labels[key] !== value);
    const lone = pairs.length === 1 && missing.length === 1 && pod.labels[missing[0][0]] === undefined;
    if (missing.length === 1 && !lone) {
      const [[key, value]] = missing;
      const has = pod.labels[key] === undefined ? `have no label "${key}"` : `have ${key}=${pod.labels[key]}`;
      links.push(
        scope.note(`${nameOf(service)} wants ${key}=${value}, and the pods ${has}.`, {
          places: [{ object: service, field: 'spec.selector' }],
        }),
      );
    }
    if (links.length === 3) {
      break;
    }
  }
  return links;
}

/** PodMonitors that select the pods, and near misses. */
interface Direct {
  readonly reaches: readonly Reach[];
  readonly near: readonly ChainLink[];
}

function directOf(scope: Scope, pods: readonly VirtualPod[], isOurs: (raw: RawTarget) => boolean): Direct {
  const matches = pods.map((pod) =>
    monitorsOf(scope, 'PodMonitor', {
      name: `the pods of ${nameOf(pod.workload)}`,
      namespace: pod.namespace,
      labels: pod.labels,
      opaque: pod.opaqueLabels,
    }),
  );
  const selecting = [...new Set(matches.flatMap((one) => one.selecting))];
  const reaches = selecting.map((monitor) => reachOf(scope, monitor, isOurs)).sort((a, b) => b.rank - a.rank);
  const near = matches[0].near.map(({ monitor, field, text }) =>
    scope.note(text, { places: [{ object: monitor, field }] }),
  );
  return { reaches, near };
}

function podMonitorsLink(scope: Scope, { reaches, near }: Direct): ChainLink {
  if (reaches.length === 0) {
    return scope.note('No PodMonitor among these objects selects its pods.', { links: near });
  }
  const shown = reaches.slice(0, MONITORS).map(({ link }) => link);
  const rest = reaches.length - shown.length;
  return {
    state: stateOf(reaches),
    text: `${counted(reaches.length, 'PodMonitor')} ${reaches.length === 1 ? 'selects' : 'select'} its pods:`,
    links: [...shown, ...(rest > 0 ? [scope.note(`${counted(rest, 'more PodMonitor')}.`)] : [])],
  };
}

function stateOf(reaches: readonly Reach[]): LinkState {
  const order = [LinkState.HOLDS, LinkState.UNKNOWN];
  return order.find((state) => reaches.some((reach) => reach.state === state)) ?? LinkState.BROKEN;
}

/** The first step that is missing. */
function whyNot(scope: Scope, services: readonly Before[], direct: readonly Reach[]): string {
  const reaches = [...services.flatMap((one) => one.reaches), ...direct].sort((a, b) => b.rank - a.rank);
  const [best] = reaches;
  if (best !== undefined) {
    if (scope.context.assumedInstance && best.because === noPrometheus('it')) {
      return unscrapedVerdict(true, `${noPrometheus(nameOf(best.monitor))} (${NAME_PROMETHEUS})`);
    }
    return unscrapedVerdict(
      best.state === LinkState.UNKNOWN,
      `${nameOf(best.monitor)} selects ${best.monitor.object.kind === 'PodMonitor' ? 'its pods' : 'a Service of it'}, but ${best.because}`,
    );
  }
  return services.length === 0
    ? unscrapedVerdict(false, 'no Service selects its pods, and no PodMonitor does')
    : unscrapedVerdict(
        false,
        `${listed(services.map(({ service }) => nameOf(service)))} ${services.length === 1 ? 'selects' : 'select'} its pods, but no ServiceMonitor among these objects selects ${services.length === 1 ? 'that Service' : 'those Services'}, and no PodMonitor selects the pods`,
      );
}

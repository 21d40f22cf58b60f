import { Level } from '../../report/finding';
import { Kind } from '../../simulator/bag/bag-kind';
import type { SourcedObject } from '../../simulator/kube-object';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { setField } from '../field-edit';
import { flowMap, listText, quoted, scalar } from '../list-text';
import { podsText, sentence } from '../ports-text';
import { type DeadService, deadServices, isSpare, selectedBy, selectedByText } from '../selected-services';

/**
 * A Service that a monitor selects, and that itself selects no pod of its namespace.
 *
 * Mirrors: kubernetes `pkg/controller/endpoint/endpoints_controller.go`, `syncService`: pods of the same namespace whose
 * labels hold all pairs of the selector.
 *
 * Stays silent where the objects show no pod of the namespace and are not said to be complete, and where they show
 * something that may make pods of its own.
 */
export const selectsNoPods: Check = {
  id: 'service/selects-no-pods',
  level: Level.ERROR,
  summary: 'the Service selects no pods',
  why: 'The Service has no endpoints, so Prometheus finds no target behind it, and whoever calls the Service gets no answer.',
  *run(context) {
    for (const dead of deadServices(context)) {
      if (dead.why?.reason === 'no pod matches') {
        yield draftOf(dead, dead.why, context);
      }
    }
  },
};

/** A value that differs by so much only is a slip of the pen. */
const SLIP = 2;

function draftOf(
  dead: DeadService,
  { selector, nearest }: Extract<DeadService['why'], { reason: 'no pod matches' }>,
  context: CheckContext,
): Draft {
  const { service, groups } = dead;
  const namespace = quoted(service.object.metadata.namespace);
  const pairs = Object.entries(selector).map(([key, value]) => `${key}=${value}`);
  const start = `No pod in namespace ${namespace} has the labels ${listText(pairs, 8)} that ${nameOf(service)} selects, and ${selectedByText(groups)}.`;
  const common = { object: service, ...(isSpare(dead) ? { level: Level.WARNING } : {}) };
  const [near] = nearest;
  if (near === undefined) {
    const draft = { ...common, field: 'spec.selector', basis: 'absent' } as const;
    const named = namesake(service, context);
    if (named === undefined) {
      return { ...draft, message: start, related: selectedBy(groups) };
    }
    const { workload, labels } = named;
    return {
      ...draft,
      message: `${start} ${nameOf(workload)} has the name of the Service, and its pods have ${listText(
        Object.entries(labels).map(([key, value]) => `${key}=${quoted(value)}`),
        4,
      )}.`,
      fix: { text: `selector: ${flowMap(labels)}` },
      related: [{ object: workload, message: 'has the name of the Service' }, ...selectedBy(groups)],
    };
  }
  const { pod, key, found, wanted, edits } = near;
  const has = found === undefined ? `have no label ${quoted(key)}` : `have ${key}=${quoted(found)}`;
  const field = joinPath('spec.selector', key);
  const slip = found !== undefined && edits <= SLIP;
  const others = Object.fromEntries(Object.entries(selector).filter(([other]) => other !== key));
  const edit = flowMap(found === undefined ? others : { ...others, [key]: found });
  return {
    ...common,
    field,
    message: `${start} ${sentence(podsText(pod))} are nearest, and ${has}.`,
    basis: slip ? 'present' : 'absent',
    fix: {
      text: slip ? `selector: ${edit}` : `selector: ${edit}; or ${key}: ${scalar(wanted)} on the pods.`,
      ...(slip ? { patch: setField(service, field, found) } : {}),
    },
    related: [{ object: pod.workload, message: 'makes the pods that are nearest' }, ...selectedBy(groups)],
  };
}

const WORKLOADS = [Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET];

/** The workload of the same name, which is what most Services stand before, and how it finds its own pods. */
function namesake(
  { object: { metadata } }: SourcedObject,
  { simulation }: CheckContext,
): { workload: SourcedObject; labels: { [key: string]: string } } | undefined {
  for (const kind of WORKLOADS) {
    const workload = simulation.bag.find(kind, metadata.namespace as string, String(metadata.name));
    const labels = { ...workload?.object.spec?.selector?.matchLabels };
    if (workload !== undefined && Object.keys(labels).length > 0) {
      return { workload, labels };
    }
  }
  return undefined;
}

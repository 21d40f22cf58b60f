import { Level } from '../../report/finding';
import type { JobBreak, Selected } from '../../simulator/chain/job-break';
import type { SourcedObject } from '../../simulator/kube-object';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { NearMiss } from '../../simulator/targets/candidates';
import type { Basis, Check, Draft } from '../check';
import type { BrokenEndpoint, CheckContext } from '../check-context';
import { distinct } from '../draft-of-problem';
import { setField } from '../field-edit';
import { flowMap, namespacesText, quoted, scalar } from '../list-text';
import { podsText } from '../ports-text';
import { selectorText } from '../selector-text';

/**
 * A monitor whose selector fits nothing in the namespaces that it searches, nor anywhere else.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateServiceMonitorConfig`: a ServiceMonitor reads
 * the labels of Services, `generatePodMonitorConfig`: a PodMonitor those of pods.
 *
 * Stays silent where the objects show nothing of a namespace that is searched, unless they are all that there is; for
 * Services that every cluster has, such as that of the API server; and where
 * the labels are those of pods, `monitor/selects-pod-labels` says so.
 */
export const selectsNothing: Check = {
  id: 'monitor/selects-nothing',
  level: Level.ERROR,
  summary: 'nothing has the labels that the monitor selects',
  why: 'The job exists and every target that discovery finds is dropped, so nothing is scraped and no alert on `up` fires.',
  *run(context) {
    yield* distinct(context.broken.flatMap((one) => draftOf(one, context) ?? []));
  },
};

/** A value that differs by so much only is a slip of the pen. */
const SLIP = 2;

function draftOf({ monitor, cause }: BrokenEndpoint, context: CheckContext): Draft | undefined {
  if (cause.reason === 'not shown') {
    if (cause.made !== undefined) {
      return undefined;
    }
    const namespaces = cause.namespaces.length === 0 ? undefined : cause.namespaces;
    return { ...base(monitor, namespaces), field: 'spec.selector', basis: 'hidden' };
  }
  if (cause.reason !== 'nothing selected' || cause.pods.length > 0) {
    return undefined;
  }
  const [nearest] = cause.near;
  const { message } = base(monitor, cause.searched);
  if (cause.services.length > 0) {
    return { ...podMonitorOfService(monitor, message, cause.services[0]), basis: 'absent' };
  }
  const maker = (cause.searched ?? []).flatMap((namespace) => context.simulation.discovery.makersIn(namespace))[0];
  const basis = basisOf(cause, maker);
  if (nearest === undefined) {
    const hint = maker === undefined ? '' : ` ${nameOf(maker)} may make one.`;
    const named = maker === undefined ? namesake(monitor, cause.searched ?? [], context) : undefined;
    if (named !== undefined) {
      return serviceByName(monitor, message, named, basis);
    }
    return { object: monitor, field: 'spec.selector', message: message + hint, basis };
  }
  const has =
    nearest.found === undefined ? `has no label ${quoted(nearest.key)}` : `has ${nearest.key}=${quoted(nearest.found)}`;
  return {
    object: monitor,
    field: fieldOf(monitor, nearest.key),
    message: `${message} Nearest is ${nameOfSelected(nearest.item)}, which ${has}.`,
    basis,
    fix: fixOf(monitor, nearest),
    related: [{ object: objectOf(nearest.item), message: 'is nearest' }],
  };
}

function base(monitor: SourcedObject, searched: readonly string[] | undefined) {
  const what = monitor.object.kind === 'PodMonitor' ? 'pod' : 'Service';
  const message = `No ${what} in ${namespacesText(searched)} has the labels ${selectorText(monitor.object.spec.selector)}.`;
  return { object: monitor, message };
}

function basisOf(cause: Extract<JobBreak, { reason: 'nothing selected' }>, maker: SourcedObject | undefined): Basis {
  if (cause.near.some(isSlip)) {
    return 'present';
  }
  return maker === undefined ? 'absent' : 'made';
}

function isSlip({ found, edits }: NearMiss<Selected>): boolean {
  return found !== undefined && edits <= SLIP;
}

function fieldOf(monitor: SourcedObject, key: string): string {
  const { matchLabels } = monitor.object.spec.selector ?? {};
  return Object.hasOwn(matchLabels ?? {}, key) ? joinPath('spec.selector.matchLabels', key) : 'spec.selector';
}

function fixOf(monitor: SourcedObject, near: NearMiss<Selected>): Draft['fix'] {
  const { item, key, operator, wanted, found } = near;
  const field = fieldOf(monitor, key);
  const place = 'object' in item ? 'metadata.labels' : 'the labels of the pod template';
  const there = nameOf(objectOf(item));
  if (field !== 'spec.selector' && found !== undefined) {
    const edit = `matchLabels: ${flowMap({ [key]: found })}`;
    return isSlip(near)
      ? { text: edit, patch: setField(monitor, field, found) }
      : { text: `${edit}; or ${key}: ${scalar(String(wanted[0]))} in ${place} of ${there}.` };
  }
  if (operator === 'In') {
    return { text: `${key}: ${scalar(String(wanted[0]))} in ${place} of ${there}.` };
  }
  return { text: `take the requirement on ${quoted(key)} out of spec.selector, or change that label of ${there}.` };
}

/** A Service that has as its name what the monitor asks for as a label. */
function namesake(
  { object }: SourcedObject,
  searched: readonly string[],
  { simulation }: CheckContext,
): SourcedObject | undefined {
  const values = object.kind === 'PodMonitor' ? [] : Object.values(object.spec.selector?.matchLabels ?? {});
  for (const namespace of searched.slice(0, NAMESAKES)) {
    for (const value of values.slice(0, NAMESAKES)) {
      const service = simulation.bag.find('Service', namespace, String(value));
      if (service !== undefined) {
        return service;
      }
    }
  }
  return undefined;
}

/** How many names, and in how many namespaces, are looked for. */
const NAMESAKES = 8;

function serviceByName(monitor: SourcedObject, message: string, service: SourcedObject, basis: Basis): Draft {
  const labels: { [key: string]: string } = { ...service.object.metadata.labels };
  const none = Object.keys(labels).length === 0;
  const { matchLabels } = monitor.object.spec.selector;
  return {
    object: monitor,
    field: 'spec.selector',
    message: `${message} ${nameOf(service)} has that as its name, but labels are compared, and it has ${none ? 'none' : flowMap(labels)}.`,
    basis,
    fix: {
      text: none
        ? `labels: ${flowMap({ ...matchLabels })} in the metadata of ${nameOf(service)}.`
        : `matchLabels: ${flowMap(labels)}, or those of them that no other Service has.`,
    },
    related: [{ object: service, field: 'metadata.labels', message: 'has that as its name' }],
  };
}

/** A PodMonitor that was written as if it were a ServiceMonitor. */
function podMonitorOfService(monitor: SourcedObject, message: string, service: SourcedObject) {
  const pairs: { [key: string]: string } = { ...service.object.spec.selector };
  const fix = Object.keys(pairs).length === 0 ? undefined : `matchLabels: ${flowMap(pairs)}`;
  return {
    object: monitor,
    field: 'spec.selector',
    message: `${message} ${nameOf(service)} has them, but a PodMonitor reads the labels of pods.`,
    ...(fix === undefined
      ? {}
      : { fix: { text: `${fix}, which is how the Service finds its pods; or make it a ServiceMonitor.` } }),
    related: [{ object: service, field: 'metadata.labels', message: 'has the labels' }],
  };
}

function objectOf(one: Selected): SourcedObject {
  return 'object' in one ? one : one.workload;
}

function nameOfSelected(one: Selected): string {
  return 'object' in one ? nameOf(one) : podsText(one);
}

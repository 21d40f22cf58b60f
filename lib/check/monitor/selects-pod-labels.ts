import { Level } from '../../report/finding';
import { nameOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import type { BrokenEndpoint } from '../check-context';
import { distinct } from '../draft-of-problem';
import { flowMap, namespacesText } from '../list-text';
import { podsText } from '../ports-text';
import { selectorText } from '../selector-text';

/**
 * A ServiceMonitor that is written with the labels of pods, which the Service before them does not have.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateServiceMonitorConfig`: the selector is compared
 * with the labels of the Service itself, never with those of pods, nor with the Service's own selector.
 */
export const selectsPodLabels: Check = {
  id: 'monitor/selects-pod-labels',
  level: Level.ERROR,
  summary: 'the ServiceMonitor selects labels of pods, which no Service has',
  why: 'The job exists and every target that discovery finds is dropped, so nothing is scraped and no alert on `up` fires.',
  *run({ broken }) {
    yield* distinct(broken.flatMap((one) => draftOf(one) ?? []));
  },
};

function draftOf({ monitor, cause }: BrokenEndpoint): Draft | undefined {
  if (cause.reason !== 'nothing selected' || cause.pods.length === 0) {
    return undefined;
  }
  const { selector } = monitor.object.spec;
  const inFront = cause.pods.find(({ services }) => services.length > 0);
  const { pod, services } = inFront ?? cause.pods[0];
  const start = `${nameOf(monitor)} selects ${selectorText(selector)}. ${podsText(pod)} have these labels, but no Service in ${namespacesText(cause.searched)} has them`;
  const workload = { object: pod.workload, message: 'has the labels on its pods' };
  if (services.length === 0) {
    return {
      object: monitor,
      field: 'spec.selector',
      message: `${start.replace('. the ', '. The ')}, and none stands before these pods.`,
      basis: 'absent',
      fix: { text: 'add a Service with these labels before the pods, or make it a PodMonitor.' },
      related: [workload],
    };
  }
  const [service] = services;
  const labels: { [key: string]: string } = { ...service.object.metadata.labels };
  const has = Object.keys(labels).length === 0 ? 'no labels' : flowMap(labels);
  const wanted = selector?.matchLabels;
  const put = wanted === undefined ? 'put them on' : `labels: ${flowMap(wanted)} in the metadata of`;
  const instead = Object.keys(labels).length === 0 ? '' : `; or select what it has: matchLabels: ${flowMap(labels)}`;
  return {
    object: monitor,
    field: 'spec.selector',
    message: `${start.replace('. the ', '. The ')}: ${nameOf(service)} before these pods has ${has}.`,
    basis: 'present',
    fix: { text: `${put} ${nameOf(service)}${instead}.` },
    related: [{ object: service, field: 'metadata.labels', message: 'lacks the labels' }, workload],
  };
}

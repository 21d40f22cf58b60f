import { Level } from '../../report/finding';
import type { VirtualPod } from '../../simulator/discovery/raw-target';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { FoundTarget } from '../../simulator/targets/job-targets';
import type { Check, Draft } from '../check';
import { distinct } from '../draft-of-problem';
import { type EndpointGroup, liveEndpoints } from '../endpoint-groups';
import { setField } from '../field-edit';
import { scalar } from '../list-text';
import { podsText, portsText } from '../ports-text';

/**
 * An endpoint that names no port, so that every port becomes a target, those that no Service publishes included.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`: without `port` and `targetPort` there is no port rule;
 * Prometheus `discovery/kubernetes/endpoints.go`, `buildEndpoints`: declared ports of the pods are added;
 * `discovery/kubernetes/pod.go`, `buildPod`: a container without ports is a target too.
 *
 * Stays silent where there is one port only, or relabelings leave one.
 */
export const everyPort: Check = {
  id: 'monitor/every-port',
  level: Level.WARNING,
  summary: 'the endpoint names no port, so every port is scraped',
  why: 'Ports that serve no metrics show up as targets that are down, and alerts on `up` fire for good.',
  *run(context) {
    yield* distinct(
      liveEndpoints(context).flatMap((group) => (group.wanted === undefined ? (draftOf(group) ?? []) : [])),
    );
  },
};

function draftOf({ monitor, field, targets }: EndpointGroup): Draft | undefined {
  const byPod = new Map<VirtualPod | undefined, FoundTarget[]>();
  for (const found of targets.found) {
    const key = found.raw.pod;
    byPod.set(key, [...(byPod.get(key) ?? []), found]);
  }
  const portless = targets.found.find(({ raw }) => raw.port === undefined && raw.pod !== undefined);
  const worst = [...byPod].find(
    ([pod, list]) => pod !== undefined && new Set(list.map(({ raw }) => raw.port)).size > 1,
  );
  const [pod] = worst ?? [portless?.raw.pod];
  if (pod === undefined) {
    return undefined;
  }
  const list = byPod.get(pod) ?? [];
  const ports = [...new Map(list.map((found) => [found.raw.port, found])).values()].map(({ raw }) => ({
    name: nameOfPort(raw.labels),
    number: raw.port ?? 80,
  }));
  const hidden = list.filter(({ raw }) => raw.service !== undefined && raw.via === 'container');
  const undeclared = list.some(({ raw }) => raw.port === undefined)
    ? ' A container that declares no port is scraped at port 80.'
    : '';
  const extra =
    hidden.length === 0
      ? ''
      : ` Not even the Service publishes ${portsText(hidden.map(({ raw }) => ({ name: nameOfPort(raw.labels), number: raw.port ?? 0 })))}.`;
  const names = ports.map(({ name }) => name).filter((name) => name !== '');
  const likely = names.filter((name) => /metrics|prom|monitor/.test(name));
  return {
    object: monitor,
    field,
    message: `${nameOf(monitor)} names no port here, so every port of ${podsText(pod)} is scraped: ${portsText(ports)}.${extra}${undeclared}`,
    basis: 'present',
    fix:
      likely.length === 1
        ? { text: `port: ${scalar(likely[0])}`, patch: setField(monitor, joinPath(field, 'port'), likely[0]) }
        : {
            text:
              names.length === 0
                ? 'port: with the name of the one that serves metrics'
                : `port: ${names.map(scalar).join(', or port: ')}`,
          },
    related: [{ object: pod.workload, message: 'makes the pods' }],
  };
}

function nameOfPort(labels: FoundTarget['raw']['labels']): string {
  return (
    labels.__meta_kubernetes_endpoint_port_name ??
    labels.__meta_kubernetes_endpointslice_port_name ??
    labels.__meta_kubernetes_pod_container_port_name ??
    ''
  );
}

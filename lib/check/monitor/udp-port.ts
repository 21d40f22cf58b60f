import { Level } from '../../report/finding';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { FoundTarget } from '../../simulator/targets/job-targets';
import type { Check, Draft } from '../check';
import { distinct } from '../draft-of-problem';
import { type EndpointGroup, liveEndpoints } from '../endpoint-groups';

/**
 * A target at a port that does not speak TCP.
 *
 * Mirrors: Prometheus `discovery/kubernetes/endpoints.go`, `buildEndpoints`, and `pod.go`, `buildPod`: ports of all
 * protocols become targets.
 *
 * Stays silent for endpoints that name no port and find others as well, of which `monitor/every-port` speaks.
 */
export const udpPort: Check = {
  id: 'monitor/udp-port',
  level: Level.WARNING,
  summary: 'the port of the endpoint does not speak TCP',
  why: 'Prometheus scrapes over HTTP, which needs TCP, so the target is down.',
  *run(context) {
    yield* distinct(
      liveEndpoints(context).flatMap((group) =>
        // Among several ports that nobody has chosen from, the others count.
        group.wanted === undefined && group.targets.found.some((found) => speaksTcp(found))
          ? []
          : group.targets.found.flatMap((found) => draftOf(group, found) ?? []),
      ),
    );
  },
};

function draftOf({ monitor, field, wanted }: EndpointGroup, found: FoundTarget): Draft | undefined {
  const { raw } = found;
  const owner = raw.service ?? raw.pod?.workload;
  if (speaksTcp(found) || owner === undefined) {
    return undefined;
  }
  const protocol = protocolOf(found);
  const number = raw.port ?? 'number not known';
  const port = wanted === undefined ? `Port ${number}` : `Port "${wanted.value}" (${number})`;
  return {
    object: monitor,
    field: wanted === undefined ? field : joinPath(field, wanted.field),
    message: `${port} of ${nameOf(owner)} speaks ${protocol}, and Prometheus scrapes over TCP.`,
    basis: 'present',
    fix: { text: 'the port that serves metrics; or protocol: TCP, where only the declaration is wrong.' },
    related: [{ object: owner, message: `declares it as ${protocol}` }],
  };
}

function speaksTcp(found: FoundTarget): boolean {
  return (protocolOf(found) ?? 'TCP') === 'TCP';
}

function protocolOf({ raw: { labels, via, service } }: FoundTarget): string | undefined {
  return via === 'endpoint' && service !== undefined
    ? (labels.__meta_kubernetes_endpoint_port_protocol ?? labels.__meta_kubernetes_endpointslice_port_protocol)
    : labels.__meta_kubernetes_pod_container_port_protocol;
}

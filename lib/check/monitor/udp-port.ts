import { Level } from '../../report/finding';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { FoundTarget } from '../../simulator/targets/job-targets';
import type { Check } from '../check';
import { distinct } from '../draft-of-problem';
import { liveEndpoints } from '../endpoint-groups';

/**
 * A target at a port that does not speak TCP.
 *
 * Mirrors: Prometheus `discovery/kubernetes/endpoints.go`, `buildEndpoints`, and `pod.go`, `buildPod`: ports of all
 * protocols become targets.
 *
 * Stays silent for endpoints that name no port, of which `monitor/every-port` speaks.
 */
export const udpPort: Check = {
  id: 'monitor/udp-port',
  level: Level.WARNING,
  summary: 'the port of the endpoint does not speak TCP',
  why: 'Prometheus scrapes over HTTP, which needs TCP, so the target is down.',
  *run(context) {
    yield* distinct(
      liveEndpoints(context).flatMap(({ monitor, field, wanted, targets }) =>
        wanted === undefined
          ? []
          : targets.found.flatMap((found) => {
              const protocol = protocolOf(found);
              const owner = found.raw.service ?? found.raw.pod?.workload;
              return protocol === undefined || protocol === 'TCP' || owner === undefined
                ? []
                : [
                    {
                      object: monitor,
                      field: joinPath(field, wanted.field),
                      message: `Port "${wanted.value}" (${found.raw.port ?? 'number not known'}) of ${nameOf(owner)} speaks ${protocol}, and Prometheus scrapes over TCP.`,
                      basis: 'present' as const,
                      fix: {
                        text: 'the port that serves metrics; or protocol: TCP, where only the declaration is wrong.',
                      },
                      related: [{ object: owner, message: `declares it as ${protocol}` }],
                    },
                  ];
            }),
      ),
    );
  },
};

function protocolOf({ raw: { labels, via, service } }: FoundTarget): string | undefined {
  return via === 'endpoint' && service !== undefined
    ? (labels.__meta_kubernetes_endpoint_port_protocol ?? labels.__meta_kubernetes_endpointslice_port_protocol)
    : labels.__meta_kubernetes_pod_container_port_protocol;
}

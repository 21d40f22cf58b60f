import { Level } from '../../report/finding';
import { Kind } from '../../simulator/bag/bag-kind';
import type { SourcedObject } from '../../simulator/kube-object';
import { nameOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { listText } from '../list-text';
import { nearestName } from '../nearest-name';
import { idleText, podsText } from '../ports-text';
import { type DeadService, deadServices, isSpare, selectedBy, selectedByText } from '../selected-services';

/**
 * A Service that a monitor selects, and of which Kubernetes makes no endpoints with a port, for another reason than a
 * wrong selector or `targetPort`.
 *
 * Mirrors: kubernetes `pkg/controller/endpoint/endpoints_controller.go`, `syncService`, and Prometheus
 * `discovery/kubernetes/endpoints.go`, `buildEndpoints`.
 *
 * Stays silent where the pods of the Service are not among the objects.
 */
export const noEndpoints: Check = {
  id: 'service/no-endpoints',
  level: Level.ERROR,
  summary: 'the Service has no endpoints',
  why: 'Prometheus finds targets through the endpoints of a Service, so behind this one there are none.',
  *run(context) {
    for (const dead of deadServices(context)) {
      const draft = draftOf(dead, context);
      if (draft !== undefined) {
        // Of what is milder anyway nothing is made of it.
        const level = isSpare(dead) && draft.level === undefined ? Level.WARNING : undefined;
        yield { related: selectedBy(dead.groups), ...draft, ...(level === undefined ? {} : { level }) };
      }
    }
  },
};

function draftOf({ service, why, groups }: DeadService, context: CheckContext): Draft | undefined {
  const who = `${selectedByText(groups)}.`;
  const name = nameOf(service);
  switch (why?.reason) {
    case undefined:
      return {
        object: service,
        field: 'metadata.labels',
        message: `The endpoints of ${name} were written by hand and lack its labels; ${who} With selectorMechanism: RoleSelector the API server compares the labels of the endpoints themselves.`,
        basis: 'present',
        fix: { text: `the labels of ${name} in the metadata of its Endpoints or EndpointSlices too.` },
      };
    case 'external name':
      return {
        object: service,
        field: 'spec.type',
        message: `${name} is an alias of ${why.externalName === undefined ? 'a DNS name' : `"${why.externalName}"`} (type: ExternalName), for which there are never endpoints; ${who}`,
        basis: 'present',
        fix: { text: 'a ScrapeConfig with staticConfigs, or a Probe, for what is outside the cluster.' },
      };
    case 'no selector': {
      const namespace = service.object.metadata.namespace as string;
      const made = context.simulation.discovery.makersIn(namespace).length > 0;
      const near = strayEndpoints(service, context);
      return {
        object: service,
        field: 'spec.selector',
        message: `${name} has no selector, and there is no Endpoints object of its name and no EndpointSlice for it; ${who}${near === undefined ? '' : ` ${nameOf(near)} belongs to no Service here.`}`,
        basis: made ? 'made' : 'absent',
        level: Level.WARNING,
        fix: {
          text:
            near === undefined
              ? 'selector: with the labels of the pods; or an Endpoints object of the same name.'
              : `name: ${service.object.metadata.name} in ${nameOf(near)}, if it is meant for this Service; or selector: with the labels of the pods.`,
        },
        ...(near === undefined
          ? {}
          : {
              related: [{ object: near, field: 'metadata.name', message: 'has another name' }, ...selectedBy(groups)],
            }),
      };
    }
    case 'slices only':
      return {
        object: service,
        field: 'spec.selector',
        message: `${name} has no selector and only ${listText(why.slices.map(nameOf))}, which discovery by Endpoints does not read; ${who}`,
        basis: 'present',
        fix: {
          text: 'serviceDiscoveryRole: EndpointSlice in the ServiceMonitor (Operator 0.86 or newer) or the Prometheus.',
        },
        related: [
          ...why.slices.slice(0, 2).map((object) => ({ object, message: 'holds the addresses' })),
          ...selectedBy(groups),
        ],
      };
    case 'not mirrored':
      return {
        object: service,
        field: 'spec.selector',
        message: `${name} has no selector and only ${nameOf(why.endpoints)}, which is not mirrored into EndpointSlices; ${who}`,
        basis: 'present',
        fix: { text: MIRRORING[why.why] },
        related: [{ object: why.endpoints, message: 'holds the addresses' }, ...selectedBy(groups)],
      };
    case 'other family':
      return {
        object: service,
        field: 'spec.ipFamilies',
        message: `${name} has two IP families, of which ${why.family} comes first, and the addresses of ${listText(why.objects.map(nameOf))} are of another one, which Prometheus 3.11 and newer leave out; ${who}`,
        basis: 'present',
        // Which one comes first depends on the cluster, unless the Service says so.
        ...(service.given?.spec?.ipFamilies === undefined ? { level: Level.WARNING } : {}),
        fix: { text: 'ipFamilyPolicy: SingleStack, with which all slices count.' },
        related: [
          ...why.objects.slice(0, 2).map((object) => ({ object, message: 'is of another IP family' })),
          ...selectedBy(groups),
        ],
      };
    case 'endpoints empty':
      return {
        object: service,
        field: 'spec.selector',
        message: `${name} has no selector, and ${listText(why.endpoints.map(nameOf))} ${why.endpoints.length === 1 ? 'holds' : 'hold'} no address with a port; ${who}`,
        basis: 'present',
        fix: { text: `an address and a port in ${nameOf(why.endpoints[0])}.` },
        related: [
          ...why.endpoints.slice(0, 2).map((object) => ({ object, message: 'is empty' })),
          ...selectedBy(groups),
        ],
      };
    case 'no ports':
      return {
        object: service,
        field: 'spec.ports',
        message: `${name} has no ports, so its endpoints have none either; ${who}`,
        basis: 'present',
        fix: {
          text: 'ports: [{ name: metrics, port: <port of the container> }]; or a PodMonitor, which needs no Service.',
        },
      };
    case 'pods not eligible': {
      const idle = why.pods.every(({ pod }) => pod.idle !== undefined);
      const pods = why.pods.map(({ pod }) => `${podsText(pod)}${idleText(pod)}`);
      return {
        object: service,
        field: 'spec.selector',
        message: idle
          ? `${name} selects only pods that there are none of now: ${listText(pods)}; ${who}`
          : `${name} selects only pods that have ended, have no address of its IP family or are being deleted: ${listText(pods)}; ${who}`,
        basis: 'present',
        // Somebody has chosen to have none.
        level: idle ? Level.INFO : Level.WARNING,
        ...(idle
          ? {
              related: [
                ...why.pods
                  .slice(0, 3)
                  .map(({ pod }) => ({ object: pod.workload, field: pod.idle, message: 'leaves it without pods' })),
                ...selectedBy(groups),
              ],
            }
          : {}),
      };
    }
    default:
      return undefined;
  }
}

/** What makes the controller mirror Endpoints that it does not. */
const MIRRORING = {
  label: 'remove the label endpointslice.kubernetes.io/skip-mirror from the Endpoints.',
  leader: 'remove the annotation control-plane.alpha.kubernetes.io/leader from the Endpoints.',
  selector: 'remove the selector of the Service, which an ExternalName does not need.',
};

/** Endpoints of the namespace that no Service has the name of: the nearest name, or the only ones. */
function strayEndpoints({ object }: SourcedObject, { simulation: { bag } }: CheckContext): SourcedObject | undefined {
  const namespace = object.metadata.namespace as string;
  const stray = bag
    .in(Kind.ENDPOINTS, namespace)
    .filter((endpoints) => bag.find(Kind.SERVICE, namespace, endpoints.object.metadata.name) === undefined);
  const nearest = nearestName(
    object.metadata.name,
    stray.map((endpoints) => endpoints.object.metadata.name),
  );
  return stray.length === 1 ? stray[0] : stray.find((endpoints) => endpoints.object.metadata.name === nearest);
}

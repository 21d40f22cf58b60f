import { Level } from '../../report/finding';
import type { SourcedObject } from '../../simulator/kube-object';
import { readProberAddress } from '../../simulator/operator/prober-address';
import { nameOf, namespaceOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { directGroups } from '../direct-groups';
import { distinct } from '../draft-of-problem';
import { setField } from '../field-edit';
import { nearestName } from '../nearest-name';
import { servicePortsText } from '../ports-text';

const FIELD = 'spec.prober.url';

/**
 * A Probe whose prober is a Service of the cluster that is not there, or a port that the Service does not have.
 *
 * Mirrors: Kubernetes DNS: a bare name belongs to the namespace of whoever asks, which is the Prometheus and not the Probe.
 *
 * Silent about addresses and names outside of the cluster, about namespaces of which the objects show nothing unless they are
 * complete, and about ports of Services whose name leads to pods themselves.
 */
export const proberExists: Check = {
  id: 'probe/prober-exists',
  level: Level.ERROR,
  summary: 'Probe whose prober is not there',
  why: 'Prometheus cannot reach the prober, so the target is down whatever becomes of what is probed.',
  *run(context) {
    const drafts: Draft[] = [];
    const nearest = nearestFinder(context);
    for (const { monitor, jobs, targets } of directGroups(context)) {
      if (monitor.object.kind === 'Probe' && targets.found.length > 0) {
        for (const namespace of new Set(jobs.map(({ job }) => namespaceOf(job.instance.object.object)))) {
          drafts.push(...draftsFor(monitor, namespace, context, nearest));
        }
      }
    }
    yield* distinct(drafts);
  },
};

/** The Service of a namespace whose name is nearly the one that is asked for. */
type Nearest = (name: string, namespace: string) => string | undefined;

/** Thousands of Probes may have the same wrong prober, and a namespace thousands of Services. */
function nearestFinder({ simulation: { discovery } }: CheckContext): Nearest {
  const known = new Map<string, string | undefined>();
  return (name, namespace) => {
    const key = `${namespace}/${name}`;
    if (!known.has(key)) {
      const names = discovery.services.in(namespace).map(({ object }) => object.metadata.name);
      known.set(key, nearestName(name, names));
    }
    return known.get(key);
  };
}

function* draftsFor(monitor: SourcedObject, own: string, context: CheckContext, nearest: Nearest): Iterable<Draft> {
  const { discovery, shownNamespaces, lookup } = context.simulation;
  const { url, scheme } = monitor.object.spec.prober;
  const address = readProberAddress(String(url));
  if (typeof address === 'string') {
    return;
  }
  const place = placeOf(address.host, own, context);
  // A release may bring along a prober of its own.
  if (place === undefined || lookup.releasesInto(place.namespace).length > 0) {
    return;
  }
  const service = discovery.services.find(place.namespace, place.name);
  if (service === undefined) {
    yield noService(monitor, place, own, shownNamespaces.has(place.namespace), context, nearest);
    return;
  }
  const { type, clusterIP, ports } = service.object.spec;
  const port = address.port ?? (String(scheme ?? '').toLowerCase() === 'https' ? 443 : 80);
  const numbers: number[] = ports.map((one: { readonly port: number }) => one.port);
  if (type === 'ExternalName' || clusterIP === 'None' || numbers.includes(port)) {
    return;
  }
  const wrong =
    address.port === undefined ? `The address names no port, which means ${port}, and` : `Its port is ${port}, and`;
  const [only] = numbers;
  const value = `${address.host}:${only}`;
  yield {
    object: monitor,
    field: FIELD,
    message: `${wrong} ${servicePortsText(service)}.`,
    basis: 'present',
    fix:
      numbers.length === 1
        ? { text: `url: ${value}`, patch: setField(monitor, FIELD, value) }
        : { text: `url: ${address.host}: and one of ${numbers.join(', ')}.` },
    related: [{ object: service, field: 'spec.ports', message: 'is the prober' }],
  };
}

interface Place {
  readonly namespace: string;
  readonly name: string;
}

/** The Service that a name means; `undefined` for what may be outside of the cluster. */
function placeOf(host: string, own: string, { simulation: { bag } }: CheckContext): Place | undefined {
  const parts = host.replace(/\.$/, '').split('.');
  const [name, namespace, kind] = parts;
  if (!/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name)) {
    return undefined;
  }
  switch (parts.length) {
    case 1:
      return { name, namespace: own };
    case 2:
      // It could be a name of the world as well, unless there is such a namespace.
      return bag.holdsNamespace(namespace) || bag.find('Namespace', '', namespace) !== undefined
        ? { name, namespace }
        : undefined;
    default:
      return kind === 'svc' ? { name, namespace } : undefined;
  }
}

function noService(
  monitor: SourcedObject,
  { name, namespace }: Place,
  own: string,
  isShown: boolean,
  { simulation: { discovery } }: CheckContext,
  nearest: Nearest,
): Draft {
  const { url } = monitor.object.spec.prober;
  const inProbe = namespaceOf(monitor.object);
  const elsewhere =
    namespace === own && !String(url).includes('.') ? discovery.services.find(inProbe, name) : undefined;
  const near = nearest(name, namespace);
  const message = `There is no Service "${name}" in namespace "${namespace}"`;
  if (elsewhere !== undefined) {
    const value = String(url).replace(name, `${name}.${inProbe}.svc`);
    return {
      object: monitor,
      field: FIELD,
      message: `${message}, where Prometheus looks for a bare name; ${nameOf(elsewhere)} is in that of the Probe.`,
      basis: 'absent',
      fix: { text: `url: ${value}`, patch: setField(monitor, FIELD, value) },
      related: [{ object: elsewhere, message: 'has the name' }],
    };
  }
  const value = near === undefined ? undefined : String(url).replace(name, near);
  return {
    object: monitor,
    field: FIELD,
    message: `${message}${near === undefined ? '' : `; there is "${near}"`}.`,
    basis: isShown ? 'absent' : 'hidden',
    fix:
      value === undefined
        ? { text: 'url: the Service of the prober, as name.namespace.svc:port.' }
        : { text: `url: ${value}`, patch: setField(monitor, FIELD, value) },
  };
}

import type { EndpointPort } from './endpoint-group';

/** An address of an Endpoints object, as the bag holds it. */
interface GivenAddress {
  readonly ip: string;
  readonly targetRef?: { readonly uid: string };
  readonly [field: string]: unknown;
}

/** A subset of an Endpoints object, as the bag holds it. */
export interface Subset {
  readonly addresses: readonly GivenAddress[];
  readonly notReadyAddresses: readonly GivenAddress[];
  readonly ports: readonly EndpointPort[];
}

/** An EndpointSlice that the mirroring controller makes. */
export interface MirroredSlice {
  readonly addressType: 'IPv4' | 'IPv6';
  readonly ports: readonly EndpointPort[];
  readonly addresses: readonly { readonly given: GivenAddress; readonly ready: boolean }[];
}

/**
 * The slices that mirror an Endpoints object: one for each set of ports that some addresses have in common, and IP family.
 *
 * Source: kubernetes v1.36 `pkg/api/v1/endpoints/util.go`, `RepackSubsets`;
 * `pkg/controller/endpointslicemirroring/reconciler.go`, `reconcile`.
 */
export function mirroredSlices(subsets: readonly Subset[]): MirroredSlice[] {
  return repacked(subsets).flatMap(({ ports, addresses }) =>
    (['IPv4', 'IPv6'] as const).flatMap((addressType) => {
      const own = addresses.filter(({ given }) => given.ip.includes(':') === (addressType === 'IPv6'));
      return own.length > 0 ? [{ addressType, ports, addresses: own }] : [];
    }),
  );
}

/** Addresses with the ports that they have in common; each address counts once, and is not ready if it once is not. */
function repacked(subsets: readonly Subset[]): Omit<MirroredSlice, 'addressType'>[] {
  const known = new Map<string, GivenAddress>();
  const byPort = new Map<string, { port: EndpointPort; ready: Map<string, boolean> }>();
  for (const { addresses, notReadyAddresses, ports } of subsets) {
    for (const port of ports) {
      const text = JSON.stringify(port);
      const entry = byPort.get(text) ?? { port, ready: new Map<string, boolean>() };
      byPort.set(text, entry);
      const add = (given: GivenAddress, ready: boolean): void => {
        const key = `${given.ip} ${given.targetRef?.uid ?? ''}`;
        known.set(key, known.get(key) ?? given);
        entry.ready.set(key, ready && (entry.ready.get(key) ?? true));
      };
      for (const address of addresses) {
        add(address, true);
      }
      for (const address of notReadyAddresses) {
        add(address, false);
      }
    }
  }
  const groups = new Map<string, { ports: EndpointPort[]; ready: ReadonlyMap<string, boolean> }>();
  for (const { port, ready } of byPort.values()) {
    const key = JSON.stringify([...ready].sort());
    const group = groups.get(key) ?? { ports: [], ready };
    groups.set(key, group);
    group.ports.push(port);
  }
  return [...groups.values()].map(({ ports, ready }) => ({
    ports,
    addresses: [...ready].map(([key, isReady]) => ({ given: known.get(key) as GivenAddress, ready: isReady })),
  }));
}

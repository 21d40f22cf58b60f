import type { FieldReader } from './field-reader';

type Map = { readonly [key: string]: any };

/** Subsets of an Endpoints object. */
export function normalizeEndpoints(object: Map, reader: FieldReader): any {
  return {
    subsets: reader.maps(object.subsets, 'subsets', (subset, field) => ({
      addresses: addresses(subset.addresses, `${field}.addresses`, reader),
      notReadyAddresses: addresses(subset.notReadyAddresses, `${field}.notReadyAddresses`, reader),
      ports: ports(subset.ports, `${field}.ports`, reader),
    })),
  };
}

/** Endpoints and ports of an EndpointSlice. */
export function normalizeEndpointSlice(object: Map, reader: FieldReader): any {
  return {
    addressType: reader.text(object.addressType, 'addressType') ?? 'IPv4',
    ports: ports(object.ports, 'ports', reader),
    endpoints: reader.maps(object.endpoints, 'endpoints', (endpoint, field) => {
      const conditions = reader.map(endpoint.conditions, `${field}.conditions`) ?? {};
      return {
        addresses: reader
          .list(endpoint.addresses, `${field}.addresses`)
          .flatMap((address, index) => reader.text(address, `${field}.addresses[${index}]`) ?? []),
        conditions: {
          ready: reader.flag(conditions.ready, `${field}.conditions.ready`),
          serving: reader.flag(conditions.serving, `${field}.conditions.serving`),
          terminating: reader.flag(conditions.terminating, `${field}.conditions.terminating`),
        },
        hostname: reader.text(endpoint.hostname, `${field}.hostname`),
        nodeName: reader.text(endpoint.nodeName, `${field}.nodeName`),
        zone: reader.text(endpoint.zone, `${field}.zone`),
        targetRef: targetRef(endpoint.targetRef, `${field}.targetRef`, reader),
      };
    }),
  };
}

function addresses(value: unknown, field: string, reader: FieldReader): any[] {
  return reader.maps(value, field, (address, path) => {
    const ip = reader.text(address.ip, `${path}.ip`);
    return ip === undefined
      ? undefined
      : {
          ip,
          hostname: reader.text(address.hostname, `${path}.hostname`),
          nodeName: reader.text(address.nodeName, `${path}.nodeName`),
          targetRef: targetRef(address.targetRef, `${path}.targetRef`, reader),
        };
  });
}

function ports(value: unknown, field: string, reader: FieldReader): any[] {
  return reader.maps(value, field, (port, path) => ({
    name: reader.text(port.name, `${path}.name`) ?? '',
    port: reader.port(port.port, `${path}.port`),
    protocol: reader.text(port.protocol, `${path}.protocol`) || 'TCP',
    appProtocol: reader.text(port.appProtocol, `${path}.appProtocol`),
  }));
}

function targetRef(value: unknown, field: string, reader: FieldReader): any {
  const ref = reader.map(value, field);
  return (
    ref && {
      kind: reader.text(ref.kind, `${field}.kind`) ?? '',
      name: reader.text(ref.name, `${field}.name`) ?? '',
      namespace: reader.text(ref.namespace, `${field}.namespace`) ?? '',
      uid: reader.text(ref.uid, `${field}.uid`) ?? '',
    }
  );
}

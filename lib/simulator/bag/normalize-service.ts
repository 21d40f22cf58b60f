import { describe, type FieldReader } from './field-reader';

/** A port of a Service after defaults. */
export interface ServicePort {
  /** Empty for a nameless port. */
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  /** A text is always a name, even `"8080"`. */
  readonly targetPort: number | string;
  readonly appProtocol?: string;
  /** Place in `spec.ports` as written. */
  readonly index: number;
}

/** `spec` of a Service; source of the defaults: kubernetes `pkg/apis/core/v1/defaults.go`, `SetDefaults_Service`. */
export function normalizeService(object: { readonly [key: string]: any }, reader: FieldReader): any {
  const spec = reader.map(object.spec, 'spec') ?? {};
  const ports: ServicePort[] = reader.maps(spec.ports, 'spec.ports', (port, field) => {
    const number = reader.port(port.port, `${field}.port`);
    if (number === undefined) {
      return port.port === undefined || port.port === null ? reader.report(`${field}.port`, 'is missing') : undefined;
    }
    return {
      ...port,
      name: reader.text(port.name, `${field}.name`) ?? '',
      port: number,
      protocol: reader.text(port.protocol, `${field}.protocol`) || 'TCP',
      targetPort: targetPort(port.targetPort, `${field}.targetPort`, reader) ?? number,
      appProtocol: reader.text(port.appProtocol, `${field}.appProtocol`),
      index: Number(field.slice(field.lastIndexOf('[') + 1, -1)),
    };
  });
  const type = reader.text(spec.type, 'spec.type') || 'ClusterIP';
  const selector = reader.texts(spec.selector, 'spec.selector');
  const clusterIP = reader.text(spec.clusterIP, 'spec.clusterIP');
  return {
    spec: {
      ...spec,
      type,
      clusterIP,
      selector,
      ports,
      ...ipFamilies(spec, type, clusterIP, Object.keys(selector).length > 0, reader),
      publishNotReadyAddresses: reader.flag(spec.publishNotReadyAddresses, 'spec.publishNotReadyAddresses') ?? false,
    },
  };
}

/** How many IP families a Service has, and which, the first one first. */
interface Families {
  /** `undefined` for an alias of a DNS name, which has none. */
  readonly ipFamilyPolicy: string | undefined;
  readonly ipFamilies: readonly string[];
}

/**
 * Of a cluster with one family, or with two and IPv4 first, as nearly all are: with a selector, what `PreferDualStack`
 * comes to depends on the cluster, and counts as one family.
 *
 * Source: kubernetes v1.36 `pkg/registry/core/service/storage/alloc.go`, `initIPFamilyFields`.
 */
function ipFamilies(
  spec: { readonly [key: string]: any },
  type: string,
  clusterIP: string | undefined,
  hasSelector: boolean,
  reader: FieldReader,
): Families {
  const policy = reader.text(spec.ipFamilyPolicy, 'spec.ipFamilyPolicy') || undefined;
  const given = reader
    .list(spec.ipFamilies, 'spec.ipFamilies')
    .flatMap((family, index) => reader.text(family, `spec.ipFamilies[${index}]`) ?? []);
  if (type === 'ExternalName') {
    return { ipFamilyPolicy: policy, ipFamilies: given };
  }
  const [first = clusterIP?.includes(':') === true ? 'IPv6' : 'IPv4', second = first === 'IPv4' ? 'IPv6' : 'IPv4'] =
    given;
  const anyAddress = clusterIP === 'None' && !hasSelector;
  const ipFamilyPolicy = policy ?? (anyAddress ? 'RequireDualStack' : 'SingleStack');
  const two =
    given.length > 1 || ipFamilyPolicy === 'RequireDualStack' || (anyAddress && ipFamilyPolicy !== 'SingleStack');
  return { ipFamilyPolicy, ipFamilies: two ? [first, second] : [first] };
}

/** `undefined` where the port's own number counts: absent, 0 and empty are all the same to the API server. */
function targetPort(value: unknown, field: string, reader: FieldReader): number | string | undefined {
  if (value === undefined || value === null || value === 0 || value === '') {
    return undefined;
  }
  if (typeof value === 'number') {
    return reader.port(value, field);
  }
  return typeof value === 'string'
    ? value
    : reader.report(field, `is ${describe(value)}, and must be a number or the name of a container port`);
}

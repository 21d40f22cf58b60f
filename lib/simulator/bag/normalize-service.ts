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
  return {
    spec: {
      ...spec,
      type: reader.text(spec.type, 'spec.type') || 'ClusterIP',
      clusterIP: reader.text(spec.clusterIP, 'spec.clusterIP'),
      selector: reader.texts(spec.selector, 'spec.selector'),
      ports,
      ipFamilyPolicy: reader.text(spec.ipFamilyPolicy, 'spec.ipFamilyPolicy'),
      ipFamilies: reader
        .list(spec.ipFamilies, 'spec.ipFamilies')
        .flatMap((family, index) => reader.text(family, `spec.ipFamilies[${index}]`) ?? []),
      publishNotReadyAddresses: reader.flag(spec.publishNotReadyAddresses, 'spec.publishNotReadyAddresses') ?? false,
    },
  };
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

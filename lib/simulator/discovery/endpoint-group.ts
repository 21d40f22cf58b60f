import type { Labels } from '../relabel/relabel-rule';
import type { VirtualPod } from './raw-target';

/** A port of an Endpoints object or EndpointSlice. */
export interface EndpointPort {
  /** Empty for a nameless port. */
  readonly name: string;
  readonly protocol: string;
  /** `undefined` where nobody can know it, or where a slice leaves it out. */
  readonly port: number | undefined;
  readonly appProtocol?: string;
}

/** An address, and what is known of the thing behind it. */
export interface EndpointAddress {
  readonly address: string;
  readonly ports: readonly EndpointPort[];
  readonly ready?: boolean;
  readonly serving?: boolean;
  readonly terminating?: boolean;
  readonly targetKind?: string;
  readonly targetName?: string;
  readonly nodeName?: string;
  readonly hostname?: string;
  readonly zone?: string;
  readonly pod?: VirtualPod;
}

/** What Prometheus reads from one Endpoints object, or from the EndpointSlices of one kind of a Service. */
export interface EndpointGroup {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** Only slices have one: `IPv4`, `IPv6` or `FQDN`. */
  readonly addressType?: string;
  readonly addresses: readonly EndpointAddress[];
  readonly assumed: boolean;
}

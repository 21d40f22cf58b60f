import type { Duration } from 'cdk8s';
import { FLAG, GO_DURATION, TEXT } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/**
 * An issuer of cert-manager.
 */
export interface StackIssuerRef {
  /** Name of the issuer. */
  readonly name: string;

  /**
   * Its kind: `Issuer`, in the namespace of the Operator, or `ClusterIssuer`.
   *
   * @default - `Issuer`, set by cert-manager
   */
  readonly kind?: string;

  /**
   * Its API group.
   *
   * @default - `cert-manager.io`, set by cert-manager
   */
  readonly group?: string;
}

/**
 * A certificate of cert-manager.
 */
export interface StackCertificate {
  /**
   * How long it is valid.
   *
   * @default - 5 years for the root, 1 year for the webhooks
   */
  readonly duration?: Duration;
}

/**
 * Certificates of the webhooks by cert-manager, in place of the Jobs of the chart. cert-manager has to be in the cluster.
 */
export interface StackCertManager {
  /**
   * Whether cert-manager makes the certificate.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * Who signs it.
   *
   * @default - a root certificate that the chart has cert-manager make
   */
  readonly issuerRef?: StackIssuerRef;

  /**
   * The root certificate. Excludes `issuerRef`.
   *
   * @default - valid for 5 years
   */
  readonly rootCert?: StackCertificate;

  /**
   * The certificate of the webhooks.
   *
   * @default - valid for 1 year
   */
  readonly admissionCert?: StackCertificate;
}

const ISSUER_REF: ValueTable<StackIssuerRef> = {
  name: at('name', TEXT),
  kind: at('kind', TEXT),
  group: at('group', TEXT),
};

const CERTIFICATE: ValueTable<StackCertificate> = { duration: at('duration', GO_DURATION) };

/** Values below `admissionWebhooks.certManager`. */
export const CERT_MANAGER: ValueTable<StackCertManager> = {
  enabled: at('enabled', FLAG),
  issuerRef: group('issuerRef', ISSUER_REF, ['name']),
  rootCert: group('rootCert', CERTIFICATE),
  admissionCert: group('admissionCert', CERTIFICATE),
};

import { choice, FLAG, PORT } from '../value-kind';
import { at, type ValueTable } from '../value-table';

/** The oldest version of TLS that a server accepts. */
export enum StackTlsVersion {
  /** TLS 1.2. */
  TLS12 = 'VersionTLS12',
  /** TLS 1.3. */
  TLS13 = 'VersionTLS13',
}

/**
 * TLS of the Operator or of its webhook server.
 */
export interface StackOperatorTls {
  /**
   * Whether it serves TLS. Webhooks need it, and it needs them: they bring the certificate.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * The oldest version that is accepted.
   *
   * @default StackTlsVersion.TLS13
   */
  readonly tlsMinVersion?: StackTlsVersion;

  /**
   * Port of the container. The default is one that the control plane of a private GKE cluster reaches; with
   * `hostNetwork` it belongs to the kubelet.
   *
   * @default 10250
   */
  readonly internalPort?: number;
}

/** Values below `tls`. */
export const OPERATOR_TLS: ValueTable<StackOperatorTls> = {
  enabled: at('enabled', FLAG),
  tlsMinVersion: at(
    'tlsMinVersion',
    choice(() => StackTlsVersion),
  ),
  internalPort: at('internalPort', PORT),
};

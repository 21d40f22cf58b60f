import type { TlsVersion } from '../../imports/monitoring.coreos.com/v1/enums';
import type { KeyReference } from './key-reference';
import type { SecretKey } from './secret-key';

/**
 * How Prometheus checks a target that speaks TLS, and how it identifies itself there.
 */
export interface ScrapeTls {
  /**
   * Certificate authority that signed the target's certificate.
   *
   * @default - the authorities that the Prometheus image trusts
   */
  readonly ca?: KeyReference;

  /**
   * Client certificate; goes with `key`.
   *
   * @default - none
   */
  readonly cert?: KeyReference;

  /**
   * Private key of the client certificate; goes with `cert`.
   *
   * @default - none
   */
  readonly key?: SecretKey;

  /**
   * Name that the target's certificate must carry. Prometheus connects to an IP address, so most certificates need it.
   *
   * @default - the address of the target
   */
  readonly serverName?: string;

  /**
   * Takes any certificate.
   *
   * @default false
   */
  readonly insecureSkipVerify?: boolean;

  /**
   * Lowest acceptable version (Prometheus 2.35 and later).
   *
   * @default - left to Prometheus (TLS 1.2)
   */
  readonly minVersion?: TlsVersion;

  /**
   * Highest acceptable version (Prometheus 2.41 and later).
   *
   * @default - left to Prometheus (TLS 1.3)
   */
  readonly maxVersion?: TlsVersion;
}

import type { Duration } from 'cdk8s';
import type { BasicAuthOptions } from '../monitor/scrape-auth';
import type { ScrapeTls } from '../monitor/scrape-tls';
import type { SecretKey } from '../monitor/secret-key';

/** Which addresses of a name are tried first. */
export enum BlackboxIpProtocol {
  /** IPv4. */
  IP4 = 'ip4',
  /** IPv6. */
  IP6 = 'ip6',
}

/** Options that modules of all kinds have. */
export interface BlackboxModuleOptions {
  /**
   * Time after which a probe has failed.
   *
   * @default - a little less than the timeout of the scrape, as Prometheus tells it
   */
  readonly timeout?: Duration;

  /**
   * Which addresses of a name are tried first. The exporter itself would say IPv6, and never try the other one once a name
   * has an address of that kind, so in most clusters every name with both would seem down.
   *
   * @default BlackboxIpProtocol.IP4
   */
  readonly preferredIpProtocol?: BlackboxIpProtocol;

  /**
   * Takes an address of the other kind where the name has none of the preferred one.
   *
   * @default true
   */
  readonly ipProtocolFallback?: boolean;

  /**
   * Fields of the section `http`, `tcp`, `dns`, `icmp` or `grpc` that have no option here, spelled as the exporter spells
   * them.
   *
   * @default - none
   */
  readonly additionalFields?: { [key: string]: any };
}

/** Options for `BlackboxModule.http`. */
export interface BlackboxHttpOptions extends BlackboxModuleOptions {
  /**
   * Method of the request.
   *
   * @default "GET"
   */
  readonly method?: string;

  /**
   * Status codes that count as success.
   *
   * @default - 200 to 299
   */
  readonly validStatusCodes?: number[];

  /**
   * Headers of the request. Not for credentials: they would stand in a ConfigMap.
   *
   * @default - none
   */
  readonly headers?: { [name: string]: string };

  /**
   * Body of the request.
   *
   * @default - none
   */
  readonly body?: string;

  /**
   * Follows redirects.
   *
   * @default true
   */
  readonly followRedirects?: boolean;

  /**
   * Fails where the last request went over TLS.
   *
   * @default false
   */
  readonly failIfTls?: boolean;

  /**
   * Fails where the last request did not go over TLS.
   *
   * @default false
   */
  readonly failIfNotTls?: boolean;

  /**
   * Fails where the body matches one of these RE2 expressions, anywhere.
   *
   * @default - none
   */
  readonly failIfBodyMatches?: string[];

  /**
   * Fails where the body does not match each of these RE2 expressions, somewhere.
   *
   * @default - none
   */
  readonly failIfBodyNotMatches?: string[];

  /**
   * User name and password for the target; excludes `bearerToken`. The Secrets are mounted into the exporter.
   *
   * @default - none
   */
  readonly basicAuth?: BasicAuthOptions;

  /**
   * Token for the target; excludes `basicAuth`. The Secret is mounted into the exporter.
   *
   * @default - none
   */
  readonly bearerToken?: SecretKey;

  /**
   * How the exporter checks a target that speaks TLS, and how it identifies itself there.
   *
   * @default - the authorities that the image trusts, and the host of the target
   */
  readonly tls?: ScrapeTls;
}

/** One step of a conversation over TCP. */
export interface BlackboxQueryResponse {
  /**
   * RE2 expression for a line that must come, before anything is sent.
   *
   * @default - nothing is waited for
   */
  readonly expect?: string;

  /**
   * Line to send. `${1}` stands for the first group of `expect`.
   *
   * @default - nothing is sent
   */
  readonly send?: string;

  /**
   * Goes over to TLS after this step.
   *
   * @default false
   */
  readonly startTls?: boolean;
}

/** Options for `BlackboxModule.tcp`. */
export interface BlackboxTcpOptions extends BlackboxModuleOptions {
  /**
   * Speaks TLS from the start; `{}` for no settings.
   *
   * @default - plain TCP
   */
  readonly tls?: ScrapeTls;

  /**
   * What is said and heard once the connection stands.
   *
   * @default - nothing: an open port is a success
   */
  readonly queryResponse?: BlackboxQueryResponse[];
}

/** Options for `BlackboxModule.dns`. */
export interface BlackboxDnsOptions extends BlackboxModuleOptions {
  /** Name to ask the target for; the target is the DNS server. */
  readonly queryName: string;

  /**
   * Type of record to ask for. The exporter itself would say ANY, which many servers refuse (RFC 8482).
   *
   * @default "A"
   */
  readonly queryType?: string;

  /**
   * Asks over TCP.
   *
   * @default false
   */
  readonly overTcp?: boolean;

  /**
   * Response codes that count as success.
   *
   * @default - NOERROR
   */
  readonly validRcodes?: string[];

  /**
   * Fails where a record of the answer does not match each of these RE2 expressions.
   *
   * @default - none: any answer is a success, even an empty one
   */
  readonly failIfAnswerNotMatches?: string[];
}

/** Options for `BlackboxModule.icmp`. */
export interface BlackboxIcmpOptions extends BlackboxModuleOptions {
  /**
   * Size of the payload in bytes.
   *
   * @default - the smallest that holds what the exporter sends
   */
  readonly payloadBytes?: number;

  /**
   * Largest number of hops.
   *
   * @default 64
   */
  readonly ttl?: number;
}

/** Options for `BlackboxModule.grpc`. */
export interface BlackboxGrpcOptions extends BlackboxModuleOptions {
  /**
   * Service to ask the health of, by the health checking protocol of gRPC.
   *
   * @default - the server as a whole
   */
  readonly service?: string;

  /**
   * Speaks TLS; `{}` for no settings.
   *
   * @default - no TLS
   */
  readonly tls?: ScrapeTls;
}

import { KeyReference } from '../monitor/key-reference';
import type { ScrapeTls } from '../monitor/scrape-tls';
import { definedOnly } from '../private/defined-only';
import { goDuration } from '../private/go-duration';
import {
  type BlackboxDnsOptions,
  type BlackboxGrpcOptions,
  type BlackboxHttpOptions,
  type BlackboxIcmpOptions,
  BlackboxIpProtocol,
  type BlackboxModuleOptions,
  type BlackboxTcpOptions,
} from './module-options';
import { pathOf } from './mounted-files';

type Fields = { [key: string]: any };

/** A module with one section; fields of all kinds come first, those of the user last. */
export function renderModule(prober: string, options: BlackboxModuleOptions, section: Fields): Fields {
  return definedOnly({
    prober,
    timeout: options.timeout && goDuration(options.timeout),
    [prober]: definedOnly({
      preferred_ip_protocol: options.preferredIpProtocol ?? BlackboxIpProtocol.IP4,
      ip_protocol_fallback: options.ipProtocolFallback ?? true,
      ...section,
      ...options.additionalFields,
    }),
  });
}

export function renderHttp(options: BlackboxHttpOptions): Fields {
  const { basicAuth, bearerToken } = options;
  return {
    method: options.method,
    valid_status_codes: options.validStatusCodes,
    headers: options.headers,
    body: options.body,
    follow_redirects: options.followRedirects,
    fail_if_ssl: options.failIfTls,
    fail_if_not_ssl: options.failIfNotTls,
    fail_if_body_matches_regexp: options.failIfBodyMatches,
    fail_if_body_not_matches_regexp: options.failIfBodyNotMatches,
    basic_auth: basicAuth && {
      username_file: pathOf(KeyReference.secret(basicAuth.username)),
      password_file: pathOf(KeyReference.secret(basicAuth.password)),
    },
    authorization: bearerToken && { credentials_file: pathOf(KeyReference.secret(bearerToken)) },
    tls_config: options.tls && renderTls(options.tls),
  };
}

export function renderTcp({ tls, queryResponse }: BlackboxTcpOptions): Fields {
  return {
    ...renderTlsSwitch(tls),
    query_response: queryResponse?.map(({ expect, send, startTls }) =>
      definedOnly({ expect, send, starttls: startTls }),
    ),
  };
}

export function renderDns(options: BlackboxDnsOptions): Fields {
  const { failIfAnswerNotMatches } = options;
  return {
    query_name: options.queryName,
    query_type: options.queryType ?? 'A',
    transport_protocol: options.overTcp ? 'tcp' : undefined,
    valid_rcodes: options.validRcodes,
    validate_answer_rrs: failIfAnswerNotMatches && { fail_if_not_matches_regexp: failIfAnswerNotMatches },
  };
}

export function renderIcmp({ payloadBytes, ttl }: BlackboxIcmpOptions): Fields {
  return { payload_size: payloadBytes, ttl };
}

export function renderGrpc({ service, tls }: BlackboxGrpcOptions): Fields {
  return { service, ...renderTlsSwitch(tls) };
}

function renderTlsSwitch(tls: ScrapeTls | undefined): Fields {
  const config = tls && renderTls(tls);
  return { tls: tls && true, tls_config: config && Object.keys(config).length > 0 ? config : undefined };
}

function renderTls(tls: ScrapeTls): Fields {
  return definedOnly({
    ca_file: tls.ca && pathOf(tls.ca),
    cert_file: tls.cert && pathOf(tls.cert),
    key_file: tls.key && pathOf(KeyReference.secret(tls.key)),
    server_name: tls.serverName,
    insecure_skip_verify: tls.insecureSkipVerify,
    min_version: tls.minVersion,
    max_version: tls.maxVersion,
  });
}

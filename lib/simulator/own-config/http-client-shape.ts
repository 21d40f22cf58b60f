import { whyNoUrl } from '../go-url';
import { atLeast } from '../versions/version';
import {
  anything,
  bool,
  type Fields,
  fieldOf,
  list,
  map,
  oneOf,
  type Reader,
  scalar,
  struct,
  text,
  type Values,
} from './shape';

/** An address, with a scheme or without. Source: prometheus/common v0.71 `config/config.go`, `URL.UnmarshalYAML`. */
export const url = scalar(({ text: value }) => (whyNoUrl(value) === undefined ? undefined : 'is no address'));
const tlsVersion = oneOf(['TLS10', 'TLS11', 'TLS12', 'TLS13'], 'version of TLS');

/** Source: prometheus/common v0.71 `config/http_config.go`, `TLSConfig.Validate`. */
const tlsConfig = struct(
  {
    ca: text,
    cert: text,
    key: text,
    ca_file: text,
    cert_file: text,
    key_file: text,
    ca_ref: text,
    cert_ref: text,
    key_ref: text,
    server_name: text,
    insecure_skip_verify: bool,
    min_version: tlsVersion,
    max_version: tlsVersion,
  },
  (values, path, reader) => {
    const [, cert, key] = ['ca', 'cert', 'key'].map((part) =>
      atMostOne(values, [part, `${part}_file`, `${part}_ref`], path, reader),
    );
    if (cert !== key) {
      reader.report(path, cert ? 'has a certificate without a key' : 'has a key without a certificate');
    }
  },
);

const PROXY: Fields = {
  proxy_url: url,
  no_proxy: text,
  proxy_from_environment: bool,
  proxy_connect_header: map(list(text)),
};

const since38 = (shape: typeof text) => ({ shape, since: '3.8.0' });

const oauth2 = struct(
  {
    client_id: text,
    client_secret: text,
    client_secret_file: text,
    client_secret_ref: text,
    client_certificate_key_id: since38(text),
    client_certificate_key: since38(text),
    client_certificate_key_file: since38(text),
    client_certificate_key_ref: since38(text),
    grant_type: since38(text),
    signature_algorithm: since38(text),
    iss: since38(text),
    audience: since38(text),
    claims: since38(map(anything)),
    scopes: list(text),
    token_url: text,
    endpoint_params: map(text),
    tls_config: tlsConfig,
    ...PROXY,
  },
  checkProxy,
);

const basicAuth = struct(
  { username: text, username_file: text, username_ref: text, password: text, password_file: text, password_ref: text },
  (values, path, reader) => {
    for (const part of ['username', 'password']) {
      atMostOne(values, [part, `${part}_file`, `${part}_ref`], path, reader);
    }
  },
);

const authorization = struct(
  { type: text, credentials: text, credentials_file: text, credentials_ref: text },
  (values, path, reader) => {
    atMostOne(values, ['credentials', 'credentials_file', 'credentials_ref'], path, reader);
    if (values.text('type')?.trim().toLowerCase() === 'basic') {
      reader.report(fieldOf(path, 'type'), 'is no type of authorization: use basic_auth');
    }
  },
);

/** Headers that the client sets itself. Source: prometheus/common v0.71 `config/headers.go`, `ReservedHeaders`. */
const RESERVED_HEADERS = [
  'authorization',
  'host',
  'content-encoding',
  'content-length',
  'content-type',
  'user-agent',
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'www-authenticate',
  'accept-encoding',
  'x-prometheus-remote-write-version',
  'x-prometheus-remote-read-version',
  'x-prometheus-scrape-timeout-seconds',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-content-sha256',
];

const headers = map(
  struct({ values: list(text), secrets: list(text), files: list(text) }),
  scalar(({ text: name }) =>
    RESERVED_HEADERS.includes(name.toLowerCase()) ? 'is a header that Prometheus sets itself' : undefined,
  ),
);

/** Fields of a client. Source: prometheus/common v0.71 `config/http_config.go`, `HTTPClientConfig`. */
export const HTTP_CLIENT: Fields = {
  basic_auth: basicAuth,
  authorization,
  oauth2,
  bearer_token: text,
  bearer_token_file: text,
  tls_config: tlsConfig,
  follow_redirects: bool,
  enable_http2: bool,
  ...PROXY,
  http_headers: headers,
};

/** Source: prometheus/common v0.71 `config/http_config.go`, `HTTPClientConfig.Validate` and `ProxyConfig.Validate`. */
export function checkHttpClient(values: Values, path: string, reader: Reader): void {
  const used = [
    ...['basic_auth', 'oauth2', 'authorization'].filter((name) => values.has(name)),
    ...values.filled(['bearer_token', 'bearer_token_file']),
  ];
  if (used.length > 1) {
    reader.report(path, `has ${used.join(' and ')}, and only one way to authenticate is allowed`);
  }
  checkProxy(values, path, reader);
  if (values.has('oauth2')) {
    const oauth = values.inner('oauth2');
    const place = fieldOf(path, 'oauth2');
    for (const name of ['client_id', 'token_url'].filter((one) => oauth.text(one) === '')) {
      reader.report(fieldOf(place, name), 'is not set');
    }
    if (oauth.text('grant_type') === '' || !atLeast(reader.version, '3.8.0')) {
      atMostOne(oauth, ['client_secret', 'client_secret_file', 'client_secret_ref'], place, reader);
    }
  }
}

function checkProxy(values: Values, path: string, reader: Reader): void {
  const fromEnvironment = values.text('proxy_from_environment') === 'true';
  const [proxyUrl, noProxy] = ['proxy_url', 'no_proxy'].map((name) => values.filled([name]).length > 0);
  const unknown = ['proxy_url', 'no_proxy', 'proxy_from_environment'].some((name) => values.text(name) === undefined);
  if (unknown) {
    return;
  }
  if (fromEnvironment && proxyUrl) {
    reader.report(fieldOf(path, 'proxy_url'), 'is set beside proxy_from_environment');
  }
  if (noProxy && (fromEnvironment || !values.has('proxy_url'))) {
    reader.report(fieldOf(path, 'no_proxy'), 'is set without proxy_url');
  }
  const header = values.node('proxy_connect_header');
  if (header?.kind === 'map' && header.entries.length > 0 && !fromEnvironment && !proxyUrl) {
    reader.report(fieldOf(path, 'proxy_connect_header'), 'is set without proxy_url or proxy_from_environment');
  }
}

/** @returns whether there is one */
function atMostOne(values: Values, names: readonly string[], path: string, reader: Reader): boolean {
  const used = values.filled(names);
  if (used.length > 1) {
    reader.report(path, `has ${used.join(' and ')}, of which one is allowed`);
  }
  return used.length > 0;
}

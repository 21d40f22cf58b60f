import { readUrl } from '../go-url';
import { checkHttpClient, HTTP_CLIENT, url } from './http-client-shape';
import {
  anything,
  count,
  duration,
  type Fields,
  fieldOf,
  labelName,
  list,
  map,
  oneOf,
  type Reader,
  scalar,
  struct,
  text,
  type Values,
} from './shape';

const ROLES = ['node', 'pod', 'service', 'endpoints', 'endpointslice', 'ingress'];
const role = oneOf(ROLES, 'role');

/** Source: prometheus v3.15 `discovery/targetgroup/targetgroup.go`, `Group.UnmarshalYAML`. */
const staticConfig = struct({ targets: list(text), labels: map(text, labelName) });

/** Source: prometheus v3.15 `discovery/kubernetes/kubernetes.go`, `SDConfig.UnmarshalYAML`. */
const kubernetes = struct(
  {
    api_server: url,
    role,
    kubeconfig_file: text,
    namespaces: struct({ own_namespace: anything, names: list(text) }),
    selectors: list(struct({ role, label: text, field: text })),
    attach_metadata: map(anything),
    ...HTTP_CLIENT,
  },
  (values, path, reader) => {
    needed(values, 'role', path, reader);
    checkHttpClient(values, path, reader);
    if (values.has('api_server') && values.filled(['kubeconfig_file']).length > 0) {
      reader.report(fieldOf(path, 'kubeconfig_file'), 'is set beside api_server');
    }
    const [login] = [
      ...['basic_auth', 'authorization', 'oauth2'].filter((name) => values.has(name)),
      ...values.filled(['bearer_token', 'bearer_token_file']),
    ];
    if (login !== undefined && !values.has('api_server')) {
      reader.report(fieldOf(path, login), 'is set without api_server');
    }
  },
);

/** Source: prometheus v3.15 `discovery/file/file.go`, `SDConfig.UnmarshalYAML`. */
const file = struct(
  {
    files: list(
      scalar(({ text: name }) =>
        /^[^*]*(\*[^/]*)?\.(json|yml|yaml|JSON|YML|YAML)$/.test(name) ? undefined : 'is no name of a YAML or JSON file',
      ),
    ),
    refresh_interval: duration,
  },
  (values, path, reader) => needed(values, 'files', path, reader),
);

/** Source: prometheus v3.15 `discovery/http/http.go`, `SDConfig.UnmarshalYAML`. */
const http = struct(
  {
    url: scalar(({ text: address }) => (isHttp(address) ? undefined : 'is no address with http or https')),
    refresh_interval: duration,
    ...HTTP_CLIENT,
  },
  (values, path, reader) => {
    needed(values, 'url', path, reader);
    checkHttpClient(values, path, reader);
  },
);

function isHttp(address: string): boolean {
  const read = readUrl(address);
  return typeof read !== 'string' && ['http', 'https'].includes(read.scheme) && read.host !== '';
}

/** Source: prometheus v3.15 `discovery/dns/dns.go`, `SDConfig.UnmarshalYAML`. */
const dns = struct(
  {
    names: list(text),
    refresh_interval: duration,
    type: scalar(({ text: type }) =>
      ['SRV', 'A', 'AAAA', 'MX', 'NS'].includes(type.toUpperCase()) ? undefined : 'is no type of record',
    ),
    port: count,
  },
  (values, path, reader) => {
    needed(values, 'names', path, reader);
    const type = values.text('type')?.toUpperCase();
    if (['A', 'AAAA', 'MX', 'NS'].includes(type ?? '') && ['', '0'].includes(values.text('port') ?? '?')) {
      reader.report(fieldOf(path, 'port'), `is not set, and records of type ${type} need it`);
    }
  },
);

/** Ways to discover that are looked into. */
export const DISCOVERY: Fields = {
  static_configs: list(staticConfig, 'nothing refused'),
  kubernetes_sd_configs: list(kubernetes, 'nothing refused'),
  file_sd_configs: list(file, 'nothing refused'),
  http_sd_configs: list(http, 'nothing refused'),
  dns_sd_configs: list(dns, 'nothing refused'),
};

/** Other ways to discover, of which nothing is claimed. */
export function isOtherDiscovery(name: string): boolean {
  return name.endsWith('_sd_configs');
}

/**
 * Addresses with a path. They are allowed where a relabeling might take it away.
 *
 * Source: prometheus v3.15 `config/config.go`, `checkStaticTargets`.
 */
export function checkStaticTargets(values: Values, path: string, reader: Reader): void {
  const relabelings = values.node('relabel_configs');
  if (relabelings?.kind === 'unknown' || (relabelings?.kind === 'list' && relabelings.items.length > 0)) {
    return;
  }
  const groups = values.node('static_configs');
  for (const [i, group] of (groups?.kind === 'list' ? groups.items : []).entries()) {
    const targets = group.kind === 'map' ? group.entries.find(([name]) => name === 'targets')?.[1] : undefined;
    for (const [j, target] of (targets?.kind === 'list' ? targets.items : []).entries()) {
      if (target.kind === 'scalar' && target.text.includes('/')) {
        const place = `static_configs[${i}].targets[${j}]`;
        reader.report(fieldOf(path, place), 'is no address: it holds a "/"');
      }
    }
  }
}

/** A field that must not be empty. */
function needed(values: Values, name: string, path: string, reader: Reader): void {
  const node = values.node(name);
  const empty =
    node === undefined ||
    node.kind === 'null' ||
    (node.kind === 'scalar' && node.text === '') ||
    (node.kind === 'list' && node.items.length === 0);
  if (empty) {
    reader.report(fieldOf(path, name), 'is not set');
  }
}

import { isPlainObject } from '../private/plain-object';

/** A value that looks like a secret written out. The value itself is never repeated. */
export interface LiteralSecret {
  /** Path in the values of the chart. */
  readonly path: string;
  /** What to use instead. */
  readonly fix: string;
}

/** Keys whose text is a secret, in lower case and without `_` and `-`. */
const SECRET_KEYS = new Set([
  'adminpassword',
  'apikey',
  'apisecret',
  'apitoken',
  'bearertoken',
  'bottoken',
  'clientsecret',
  'credentials',
  'httppassword',
  'opsgenieapikey',
  'password',
  'routingkey',
  'secretaccesskey',
  'secretkey',
  'servicekey',
  'slackapiurl',
  'smtpauthpassword',
  'smtpauthsecret',
  'token',
  'victoropsapikey',
  'wechatapisecret',
]);

/** Names of environment variables that hold secrets by the habits of all programs. */
const SECRET_VARIABLE = /PASSWORD|SECRET|TOKEN|API_?KEY/i;

/** Texts that stand for a value which is somewhere else: `$__file{…}`, `$__env{…}`, `${VAR}`, `$VAR`, a Helm template. */
const REFERENCE = /^\s*(\$__\w+\{.*\}|\$\{.*\}|\$\$?\w+|\{\{.*\}\})\s*$/s;

const FIXES: [prefix: string, fix: string][] = [
  [
    'grafana.adminPassword',
    "grafana: { admin: { existingSecret: 'grafana-admin' } }, with the keys admin-user and admin-password in that Secret.",
  ],
  ['grafana.env.', 'use grafana.envValueFrom or grafana.envFromSecret.'],
  ['grafana.', 'write $__file{path} or $__env{VARIABLE}, and mount the Secret or name it in grafana.envFromSecret.'],
  [
    'alertmanager.',
    'name the Secret in alertmanager.alertmanagerSpec.secrets and use the field that ends in _file, or keep the whole configuration in a Secret (alertmanagerSpec.useExistingSecret and configSecret).',
  ],
  [
    'prometheus.prometheusSpec.additionalScrapeConfigs',
    'use prometheus.prometheusSpec.additionalScrapeConfigsSecret, or a field that ends in _file and prometheusSpec.secrets.',
  ],
  ['', 'refer to a Secret: existingSecret, a { name, key } reference, or a file that is mounted from one.'],
];

/** Finds secrets that are written out; they would stand in the values file and in the Secret of the release. */
export function literalSecrets(values: unknown, path = ''): LiteralSecret[] {
  if (Array.isArray(values)) {
    return values.flatMap((item, index) => literalSecrets(item, `${path}[${index}]`));
  }
  if (!isPlainObject(values)) {
    return [];
  }
  return Object.entries(values).flatMap(([key, value]) => {
    const below = path === '' ? key : `${path}.${key}`;
    if (typeof value !== 'string') {
      return literalSecrets(value, below);
    }
    return isSecret(path, key, value) ? [{ path: below, fix: fixFor(below) }] : [];
  });
}

function isSecret(path: string, key: string, value: string): boolean {
  if (value === '' || REFERENCE.test(value)) {
    return false;
  }
  return (
    // Spelled so it is Pushover's; the chart's `userKey` is the name of a key.
    key === 'user_key' ||
    SECRET_KEYS.has(key.toLowerCase().replace(/[_-]/g, '')) ||
    (path === 'grafana.env' && SECRET_VARIABLE.test(key)) ||
    // Whatever its key: Grafana keeps this map apart because all of it is secret.
    path.endsWith('.secureJsonData') ||
    // The address of a Slack webhook is its password.
    (key === 'api_url' && /slack_configs\[\d+\]$/.test(path))
  );
}

function fixFor(path: string): string {
  return FIXES.find(([prefix]) => path.startsWith(prefix))?.[1] as string;
}

import { isPlainObject } from '../../private/plain-object';
import { pathText, type ValueSteps } from './guard-problem';
import { isReference, isSecretVariable, SECRET_KEYS, secretLine } from './secret-words';

/** A value that looks like a secret written out. The value itself is never repeated. */
export interface LiteralSecret {
  readonly steps: ValueSteps;
  /** Path in the values of the chart. */
  readonly path: string;
  /** What to use instead. */
  readonly fix: string;
}

/** Levels of nesting that are searched. */
const MAX_DEPTH = 60;

const FIXES: [prefix: RegExp, fix: string][] = [
  [
    /^grafana\.adminPassword/,
    "grafana: { admin: { existingSecret: 'grafana-admin' } }, with the keys admin-user and admin-password in that Secret.",
  ],
  [/^grafana\.(env|envRenderSecret)\./, 'use grafana.envValueFrom or grafana.envFromSecret.'],
  [/^grafana\.grafana\\\.ini\.smtp\./, 'name a Secret with the keys user and password in grafana.smtp.existingSecret.'],
  [/^grafana\.ldap\.config/, 'put the file into a Secret and name it in grafana.ldap.existingSecret.'],
  [/^grafana\.imageRenderer\.token/, 'name a Secret in grafana.imageRenderer.existingSecret.'],
  [/^grafana\./, 'write $__file{path} or $__env{VARIABLE}, and mount the Secret or name it in grafana.envFromSecret.'],
  [
    /^(alertmanager|prometheus|thanosRuler)\.extraSecret\./,
    'make the Secret outside of Helm, with a SealedSecret or an ExternalSecret for example, and name it where it is needed.',
  ],
  [
    /^alertmanager\./,
    'name the Secret in alertmanager.alertmanagerSpec.secrets and use the field that ends in _file, or keep the whole configuration in a Secret (alertmanagerSpec.useExistingSecret and configSecret).',
  ],
  [
    /^prometheus\.prometheusSpec\.additionalScrapeConfigs/,
    'use prometheus.prometheusSpec.additionalScrapeConfigsSecret, or a field that ends in _file and prometheusSpec.secrets.',
  ],
  [
    /objectStorageConfig/,
    'put the configuration into a Secret, and name it: objectStorageConfig: { existingSecret: { name: …, key: … } }.',
  ],
  [
    /remoteWrite|remoteRead|RemoteWrite|RemoteRead/i,
    'refer to a Secret: basicAuth, authorization.credentials, oauth2.clientSecret and sigv4 take { name: …, key: … }.',
  ],
  [/^extraManifests/, 'make the Secret outside of Helm, with a SealedSecret or an ExternalSecret for example.'],
  [/[Ee]nv(\.|\[)/, 'take the value from a Secret, by valueFrom.secretKeyRef or an existing Secret.'],
  [/(?:)/, 'refer to a Secret: existingSecret, a { name, key } reference, or a file that is mounted from one.'],
];

/** Finds secrets that are written out; they would stand in the values file and in the Secret of the release. */
export function literalSecrets(values: unknown): LiteralSecret[] {
  const found: LiteralSecret[] = [];
  visit(values, [], found, 0);
  return found;
}

function visit(value: unknown, steps: ValueSteps, found: LiteralSecret[], depth: number): void {
  if (depth > MAX_DEPTH) {
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      visit(item, [...steps, index], found, depth + 1);
    });
    return;
  }
  if (isPlainObject(value)) {
    const secret = isSecretManifest(value, steps);
    const { name } = value;
    const variable =
      typeof name === 'string' && isSecretVariable(name, value.value) && /[eE]nv$/.test(parentKey(steps));
    for (const [key, item] of Object.entries(value)) {
      const below = [...steps, key];
      if (variable && key === 'value' && isScalar(item)) {
        addLiterals(found, { value: item }, steps);
      } else if (secret && (key === 'data' || key === 'stringData') && isPlainObject(item)) {
        addLiterals(found, item, below);
      } else {
        visit(item, below, found, depth + 1);
      }
    }
    return;
  }
  if (isScalar(value) && isSecret(steps, value)) {
    add(found, steps);
  }
}

/** A Secret among the manifests that the chart installs as they are. */
function isSecretManifest(value: { [key: string]: any }, steps: ValueSteps): boolean {
  return value.kind === 'Secret' && value.apiVersion === 'v1' && steps[0] === 'extraManifests';
}

function isSecret(steps: ValueSteps, value: string | number): boolean {
  if (!isLiteral(value)) {
    return false;
  }
  const key = String(steps[steps.length - 1]);
  const above = pathText(steps.slice(0, -1));
  return (
    // Spelled so it is Pushover's; the chart's `userKey` is the name of a key.
    key === 'user_key' ||
    SECRET_KEYS.has(key.toLowerCase().replace(/[._-]/g, '')) ||
    (/(^|\.)env$/.test(above) && isSecretVariable(key, value)) ||
    /(^|\.)(envRenderSecret|extraSecret\.data)$/.test(above) ||
    // Whatever its key: Grafana keeps this map apart because all of it is secret.
    above.endsWith('.secureJsonData') ||
    // The address of such a webhook is its password.
    (key === 'api_url' && /slack_configs\[\d+\]$/.test(above)) ||
    (key === 'webhook_url' && /_configs\[\d+\]$/.test(above)) ||
    (typeof value === 'string' && (hasCredentials(value) || (value.includes('\n') && secretLine(value))))
  );
}

/** A URL with a user and a password in it. */
export function hasCredentials(text: string): boolean {
  const found = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@/i.exec(text);
  return found !== null && isLiteral(found[1]);
}

function addLiterals(found: LiteralSecret[], map: { [key: string]: any }, steps: ValueSteps): void {
  for (const [key, item] of Object.entries(map)) {
    if (isScalar(item) && isLiteral(item)) {
      add(found, [...steps, key]);
    }
  }
}

function add(found: LiteralSecret[], steps: ValueSteps): void {
  const path = pathText(steps);
  const fix = FIXES.find(([pattern]) => pattern.test(path))?.[1] as string;
  found.push({ steps, path, fix });
}

function isLiteral(value: string | number): boolean {
  return typeof value === 'number' || (value.trim() !== '' && !isReference(value));
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function parentKey(steps: ValueSteps): string {
  return String([...steps].reverse().find((step) => typeof step === 'string') ?? '');
}

/** Keys whose text is a secret, in lower case and without `_`, `-` and `.`. */
export const SECRET_KEYS = new Set([
  'accesstoken',
  'adminpassword',
  'apikey',
  'apisecret',
  'apitoken',
  'authorization',
  'authpassword',
  'authsecret',
  'authtoken',
  'bearertoken',
  'bindpassword',
  'bottoken',
  'clientsecret',
  'connectionstring',
  'credentials',
  'dockerconfigjson',
  'encryptionkey',
  'httppassword',
  'opsgenieapikey',
  'password',
  'privatekey',
  'routingkey',
  'sastoken',
  'secretaccesskey',
  'secretkey',
  'servicekey',
  'slackapiurl',
  'smtpauthpassword',
  'smtpauthsecret',
  'storageaccountkey',
  'storageconnectionstring',
  'token',
  'victoropsapikey',
  'webhooktoken',
  'wechatapisecret',
  'xapikey',
]);

const SECRET_VARIABLE = /PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_KEY|CREDENTIAL/i;

/** Ends of names that are about a secret, and hold none: a file, a switch, a time. */
const ABOUT_A_SECRET = /(FILE|PATH|DIR|NAME|URL|HEADER|ENABLED|DISABLED|MINUTES|SECONDS|INTERVAL|LIFETIME|LENGTH)$/i;

/** Whether an environment variable holds a secret, by the habits of all programs. */
export function isSecretVariable(name: string, value: unknown): boolean {
  return (
    SECRET_VARIABLE.test(name) &&
    !ABOUT_A_SECRET.test(name) &&
    typeof value === 'string' &&
    !/^(true|false|\d+)$/i.test(value)
  );
}

/**
 * Texts that stand for a value which is somewhere else: `$__file{…}`, `$__env{…}`, `${VAR}`, `$VAR`, `$(VAR)`, a Helm
 * template, a value that SOPS has encrypted, and the placeholders of argocd-vault-plugin, vals and 1Password.
 */
const REFERENCE =
  /^\s*(\$__\w+\{.*\}|\$\{.*\}|\$\$?\w+|\$\(\w+\)|.*\{\{.*\}\}.*|ENC\[.*\]|<path:[^>]*>|<\w[\w-]*>|(ref|op|vault|secretref)(\+\w+)?:.*|\w+ \$\{.*\}|\w+ \$\w+)\s*$/s;

/** Whether a text stands for a value that is somewhere else. */
export function isReference(text: string): boolean {
  return REFERENCE.test(text);
}

/** A line of YAML, TOML or INI with a key and a text. */
const LINE = /^[ \t-]*"?([A-Za-z][\w.-]*)"?[ \t]*[:=][ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#"'][^\n#]*))/gm;

/** Whether a text of several lines, such as a configuration file, holds a secret. */
export function secretLine(text: string): boolean {
  return secretLines(text).next().done === false;
}

/** A line of a text with the key of a secret and a value that is written out. */
export interface SecretLine {
  readonly key: string;
  readonly value: string;
  /** Where the line begins in the text. */
  readonly index: number;
}

/** The lines of a text that hold secrets. */
export function* secretLines(text: string): Generator<SecretLine, undefined> {
  for (const { 0: line, 1: key, 2: double, 3: single, 4: plain, index } of text.matchAll(LINE)) {
    const value = (double ?? single ?? plain ?? '').trim();
    // A map or list that begins there is no text, nor is a block that follows.
    if (
      SECRET_KEYS.has(key.toLowerCase().replace(/[._-]/g, '')) &&
      value !== '' &&
      !/^[[{|>&*]/.test(value) &&
      !isReference(value)
    ) {
      yield { key, value, index: index + line.search(/\S/) };
    }
  }
  return undefined;
}

import { hasCredentials } from '../../stack/guard/literal-secrets';
import { isReference } from '../../stack/guard/secret-words';

/** What a text is by its look. */
export interface SecretShape {
  /** `a private key`. */
  readonly what: string;
  /** Where it begins in the text. */
  readonly index: number;
}

/** Forms that whoever issues the secret gives it. */
const SHAPES: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['an access key of AWS', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})/],
  ['a token of GitLab', /\bglpat-[A-Za-z0-9_-]{20,}/],
  ['a token of Slack', /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/],
  ['a webhook of Slack', /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9]{6,}\/[A-Za-z0-9]{6,}\//],
  ['a webhook of Discord', /\bdiscord(?:app)?\.com\/api\/webhooks\/\d{10,}\/[\w-]{20,}/],
  ['a token of Grafana', /\b(?:glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}|glc_[A-Za-z0-9+/=]{40,})/],
  ['a token of Vault', /\bhv[sbr]\.[A-Za-z0-9_-]{24,}/],
  ['a token of Telegram', /\b\d{8,10}:AA[A-Za-z0-9_-]{33}\b/],
  ['a key of Google', /\bAIza[A-Za-z0-9_-]{35}\b/],
  ['a key of Stripe', /\b[sr]k_live_[A-Za-z0-9]{20,}/],
  ['a key of SendGrid', /\bSG\.[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{40,}/],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a JSON Web Token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/],
];

/** Begin of a PEM file in base64. */
const ENCODED_PEM = /\bLS0tLS1CRUdJTi[A-Za-z0-9+/]{20,}/;

/** What all of them have; most texts have nothing of it. */
const ANY =
  /-----BEGIN|AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox|hooks\.slack|discord|gls?[ac]_|hv[sbr]\.|:AA|AIza|k_live_|SG\.|npm_|eyJ|LS0tLS1|:\/\//;

/** What a text holds by its look; `undefined` where that is nothing that is known. */
export function shapeOf(text: string): SecretShape | undefined {
  if (!ANY.test(text)) {
    return undefined;
  }
  for (const [what, pattern] of SHAPES) {
    const found = pattern.exec(text);
    // Documentation has such texts, and says so within.
    if (found !== null && !/EXAMPLE/.test(found[0])) {
      return { what, index: found.index };
    }
  }
  const encoded = ENCODED_PEM.exec(text);
  if (encoded !== null && /PRIVATE KEY/.test(Buffer.from(encoded[0].slice(0, 80), 'base64').toString('latin1'))) {
    return { what: 'a private key', index: encoded.index };
  }
  return text.includes('://') && hasCredentials(text) ? { what: 'an address with a password', index: 0 } : undefined;
}

/**
 * Whether a text stands for a secret without being one: a reference, nothing, the path of a file, a switch, or a placeholder
 * that nobody could log in with. `changeme` is none: that is what gets deployed.
 */
export function isPlaceholder(text: string): boolean {
  const value = text.trim();
  return (
    value === '' ||
    isReference(value) ||
    /^(?:\.{0,2}\/|~\/|file:|<.*>$|\$\()/.test(value) ||
    /^(?:true|false|yes|no|on|off|null|none|nil|~|\d{1,5})$/i.test(value) ||
    /^(?:x{3,}|\*+|\.{3}|…|-+|redacted|\[?redacted\]?|replace[-_ ]?me|todo|tbd|placeholder)$/i.test(value)
  );
}

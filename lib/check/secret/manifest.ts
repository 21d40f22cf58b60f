import { Level } from '../../report/finding';
import { decoded } from '../../simulator/dashboards/files';
import type { KubeObject } from '../../simulator/kube-object';
import { isReference, secretLines } from '../../stack/guard/secret-words';
import type { Check } from '../check';
import { listText, quoted } from '../list-text';
import { isSecretKey, isSecretVariableName } from './find-secrets';
import { isPlaceholder, shapeOf } from './secret-shapes';

/**
 * A Secret whose data are written out, although the manifest most likely lies in a repository. base64 hides nothing.
 *
 * Silent about Secrets that SOPS has encrypted, about placeholders that something fills in, and about Secrets that hold
 * configuration without a secret in it.
 */
export const secretManifest: Check = {
  id: 'secret/manifest',
  level: Level.WARNING,
  summary: 'Secret whose data are written out',
  why: 'It lands in git with the other manifests, where it stays in the history; base64 hides nothing.',
  *run({ prepared }) {
    for (const object of prepared.given) {
      const { kind, apiVersion, sops } = object.object;
      const keys = kind === 'Secret' && apiVersion === 'v1' && sops === undefined ? secretKeys(object.object) : [];
      if (keys.length > 0) {
        yield {
          object,
          field: keys[0].field,
          message: `Secret has ${listText(keys.map(({ key }) => quoted(key)))} written out.`,
          basis: 'present',
          fix: {
            text: 'make it a SealedSecret or an ExternalSecret, encrypt the file with SOPS, or create it by hand.',
          },
        };
      }
    }
  },
};

/** Keys of what is no secret by itself. */
const PLAIN_KEY =
  /^(?:user(?:name)?|admin-user|e?mail|host(?:name)?|port|url|endpoint|address|region|bucket|type|name|database|ca\.crt|tls\.crt|.*\.(?:crt|pub|md|txt))$/i;

/** Stands in for what is no text. */
const BINARY = 'binary';

function secretKeys({ data, stringData }: KubeObject): { key: string; field: string }[] {
  const texts = Object.entries<unknown>({ ...stringData }).map(([key, text]) => ({ key, map: 'stringData', text }));
  const encoded = Object.entries<unknown>({ ...data }).map(([key, text]) => ({
    key,
    map: 'data',
    // Some tools fill in a placeholder in place of what should be base64.
    text: typeof text === 'string' && !isReference(text) ? (decoded(text) ?? BINARY) : '',
  }));
  return [...texts, ...encoded].flatMap(({ key, map, text }) =>
    typeof text === 'string' && isSecret(key, text) ? { key, field: map } : [],
  );
}

function isSecret(key: string, text: string): boolean {
  if (isPlaceholder(text)) {
    return false;
  }
  if (shapeOf(text) !== undefined) {
    return true;
  }
  if (text.trim().includes('\n')) {
    return [...secretLines(text)].some(({ value }) => !isPlaceholder(value));
  }
  return isSecretKey(key) || isSecretVariableName(key, text) || !PLAIN_KEY.test(key);
}

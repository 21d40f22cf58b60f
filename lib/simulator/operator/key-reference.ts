import type { SourcedObject } from '../kube-object';
import type { ObjectLookup } from './object-lookup';

/** What became of a reference to a key of a Secret or ConfigMap. */
export type ResolvedReference =
  /** The key is there; its value is `undefined` where a controller of the cluster fills it in. */
  | { readonly outcome: 'known'; readonly value: string | undefined }
  /** The object is there and the key is not. */
  | { readonly outcome: 'missing-key'; readonly object: SourcedObject; readonly keys: readonly string[] }
  /** The reference names no object. */
  | { readonly outcome: 'no-name' }
  /** The bag holds no such object. */
  | { readonly outcome: 'missing-object'; readonly elsewhere: readonly SourcedObject[] }
  /** The bag holds no such object, and one that is to make it. */
  | { readonly outcome: 'unknown'; readonly maker: SourcedObject };

/** Kinds that make a Secret, and the fields that name it, the first that is there. */
const SECRET_MAKERS: { readonly [kind: string]: readonly (readonly string[])[] } = {
  ExternalSecret: [
    ['spec', 'target', 'name'],
    ['metadata', 'name'],
  ],
  SealedSecret: [
    ['spec', 'template', 'metadata', 'name'],
    ['metadata', 'name'],
  ],
  Certificate: [['spec', 'secretName']],
  VaultStaticSecret: [['spec', 'destination', 'name']],
  VaultDynamicSecret: [['spec', 'destination', 'name']],
  VaultPKISecret: [['spec', 'destination', 'name']],
  OnePasswordItem: [['metadata', 'name']],
  SopsSecret: [['metadata', 'name']],
};

/**
 * Keys that the control plane writes.
 *
 * Source: kubernetes v1.36 `pkg/controller/serviceaccount/tokens_controller.go` and
 * `pkg/controller/certificates/rootcacertpublisher/publisher.go`.
 */
const TOKEN_KEYS = ['token', 'ca.crt', 'namespace'];

/**
 * Looks up a key as the Operator does: in one namespace, `optional` does not count, and of a ConfigMap `data` alone.
 *
 * Source: prometheus-operator v0.93 `pkg/assets/store.go`, `GetSecretKey` and `GetConfigMapKey`.
 */
export function resolveKey(
  kind: 'Secret' | 'ConfigMap',
  namespace: string,
  selector: any,
  objects: ObjectLookup,
): ResolvedReference {
  const name = selector?.name ?? '';
  const key = selector?.key ?? '';
  if (name === '') {
    return { outcome: 'no-name' };
  }
  if (kind === 'ConfigMap' && name === 'kube-root-ca.crt' && key === 'ca.crt') {
    return { outcome: 'known', value: undefined };
  }
  const found = objects.find(kind, namespace, name);
  if (!found) {
    const own = kind === 'Secret' ? makerOf(namespace, name, objects) : undefined;
    const maker = own ?? objects.releasesInto(namespace)[0];
    const elsewhere = objects.byKind(kind).filter(({ object }) => object.metadata.name === name);
    return maker ? { outcome: 'unknown', maker } : { outcome: 'missing-object', elsewhere };
  }
  const { object } = found;
  const data: { [key: string]: unknown } = { ...object.data, ...(kind === 'Secret' ? object.stringData : {}) };
  if (Object.hasOwn(data, key)) {
    return { outcome: 'known', value: textOf(object, kind, key) };
  }
  if (object.type === 'kubernetes.io/service-account-token' && TOKEN_KEYS.includes(key)) {
    return { outcome: 'known', value: undefined };
  }
  // A Secret without a single key and with annotations is there to be filled, by a replicator for example.
  if (Object.keys(data).length === 0 && Object.keys(object.metadata.annotations ?? {}).length > 0) {
    return { outcome: 'unknown', maker: found };
  }
  return { outcome: 'missing-key', object: found, keys: Object.keys(data).sort() };
}

/** What stands for a value that another tool puts in on the way to the cluster: SOPS, Argo CD Vault Plugin, vals, Flux. */
const PLACEHOLDER = /^ENC\[|^\s*<(?:path:)?[^<>]*>\s*$|^ref\+|\$\{\w+[^}]*\}|^\s*\$\w+\s*$|\{\{[^}]*\}\}/;

/** The text behind a key; `undefined` for a placeholder, since the cluster will hold something else. */
function textOf(object: SourcedObject['object'], kind: 'Secret' | 'ConfigMap', key: string): string | undefined {
  const plain = kind === 'ConfigMap' ? object.data : object.stringData;
  const isPlain = plain && Object.hasOwn(plain, key);
  const written = String((isPlain ? plain[key] : object.data?.[key]) ?? '');
  const text = isPlain ? written : Buffer.from(written, 'base64').toString('utf8');
  return PLACEHOLDER.test(written) || PLACEHOLDER.test(text) ? undefined : text;
}

function makerOf(namespace: string, name: string, objects: ObjectLookup): SourcedObject | undefined {
  for (const [kind, paths] of Object.entries(SECRET_MAKERS)) {
    for (const maker of objects.byKind(kind)) {
      const { object } = maker;
      const named = paths.map((path) => at(object, path)).find((value) => value !== undefined && value !== '');
      if ((object.metadata.namespace ?? 'default') === namespace && named === name) {
        return maker;
      }
    }
  }
  return undefined;
}

function at(value: any, path: readonly string[]): any {
  return path.reduce((inner, key) => inner?.[key], value);
}

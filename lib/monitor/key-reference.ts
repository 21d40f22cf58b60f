import { checkDataKey } from './data-key';
import type { SecretKey } from './secret-key';

/**
 * One key of a Secret or of a ConfigMap, for things that may stand in either: certificates, an OAuth2 client id.
 */
export class KeyReference {
  /** A key of a Secret. */
  public static secret(key: SecretKey): KeyReference {
    return new KeyReference(key, undefined, undefined);
  }

  /**
   * A key of a ConfigMap by name, in the namespace of the monitor.
   *
   * Only `data` is read, not `binaryData`.
   *
   * @throws if Kubernetes could not have a ConfigMap of that name, or such a key
   */
  public static configMap(configMapName: string, key: string): KeyReference {
    checkDataKey('KeyReference.configMap', configMapName, key);
    return new KeyReference(undefined, configMapName, key);
  }

  private constructor(
    private readonly secretKey: SecretKey | undefined,
    private readonly configMapName: string | undefined,
    private readonly configMapKey: string | undefined,
  ) {}

  /** Secrets that this refers to. */
  public get secretKeys(): SecretKey[] {
    return this.secretKey ? [this.secretKey] : [];
  }

  /** The reference as it stands in a manifest. */
  public toManifest(): any {
    return this.secretKey
      ? { secret: this.secretKey.toManifest() }
      : { configMap: { name: this.configMapName, key: this.configMapKey } };
  }
}

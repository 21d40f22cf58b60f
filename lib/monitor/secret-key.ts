import type { SecretValue } from 'cdk8s-plus-27';
import { checkDataKey } from './data-key';

/**
 * One key of a Secret. The value itself never appears in a manifest.
 *
 * The Operator reads the Secret in the namespace of the monitor that refers to it, and nowhere else; without it the
 * whole monitor is rejected. Source: prometheus-operator v0.93 `pkg/assets/store.go`, `StoreBuilder.GetKey`.
 */
export class SecretKey {
  /**
   * A key of a Secret by name.
   *
   * @param secretName name of the Secret, in the namespace of the monitor
   * @param key key in its data
   * @throws if Kubernetes could not have a Secret of that name, or such a key
   */
  public static of(secretName: string, key: string): SecretKey {
    checkDataKey('SecretKey.of', secretName, key);
    return new SecretKey(secretName, key, undefined);
  }

  /** A key of a Secret of cdk8s-plus-27, created in this app or imported. */
  public static fromSecretValue(value: SecretValue): SecretKey {
    // An imported Secret has no metadata, and so no namespace that could be compared.
    const metadata = (value.secret as unknown as { metadata?: { namespace?: string } }).metadata;
    return new SecretKey(value.secret.name, value.key, metadata?.namespace);
  }

  private constructor(
    /** Name of the Secret. */
    public readonly secretName: string,
    /** Key in its data. */
    public readonly key: string,
    /** Namespace of the Secret, where it is known. */
    public readonly namespace: string | undefined,
  ) {}

  /** The reference as it stands in a manifest. */
  public toManifest(): any {
    return { name: this.secretName, key: this.key };
  }
}

import { isPlainObject } from '../../private/plain-object';

/**
 * One value that a platform preset sets, and why.
 */
export interface PlatformSetting {
  /** Path of the value in the chart, for example `kubeScheduler.enabled`. */
  readonly path: string;
  /**
   * The value that the preset gives it; null where it takes a default of the chart away. The text `<namespace>` stands
   * for the namespace of the release.
   */
  readonly value: any;
  /** Why the chart's default does not fit this platform. */
  readonly reason: string;
}

/** Stands for the namespace of the release in a value, since one preset serves every release. */
export const NAMESPACE = '<namespace>';

/** The value with the namespace filled in; shares nothing with the one that was given. */
export function inNamespace(value: any, namespace: string): any {
  if (Array.isArray(value)) {
    return value.map((item) => inNamespace(item, namespace));
  }
  if (isPlainObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inNamespace(item, namespace)]));
  }
  return value === NAMESPACE ? namespace : value;
}

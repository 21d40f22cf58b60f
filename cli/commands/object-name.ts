import { UsageError } from '../usage-error';
import { tryFindKind } from './kinds';

/** The object that a person asks about. */
export interface ObjectName {
  /** The kind as in a manifest; as it was given where it is not known. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/**
 * Reads `KIND/NAMESPACE/NAME` or `KIND/NAME`.
 *
 * @throws UsageError if it is neither
 */
export function objectName(text: string, defaultNamespace: string): ObjectName {
  const parts = text.split('/');
  if (parts.length < 2 || parts.length > 3 || parts.includes('')) {
    throw new UsageError(
      `"${text}" does not name an object: that is KIND/NAMESPACE/NAME or KIND/NAME.`,
      'cdk8s-prometheus explain ServiceMonitor/shop/web PATH',
    );
  }
  const [kind, namespace, name] = parts.length === 3 ? parts : [parts[0], defaultNamespace, parts[1]];
  return { kind: tryFindKind(kind) ?? kind, namespace, name };
}

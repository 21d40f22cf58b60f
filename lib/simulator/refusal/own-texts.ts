import type { KubeObject } from '../kube-object';
import { type AdditionalConfigs, readAdditionalConfigs } from '../operator/additional-configs';
import { resolveKey } from '../operator/key-reference';
import type { ObjectLookup } from '../operator/object-lookup';
import { namespaceOf } from '../operator/problem';
import { present } from '../operator/secret-or-config-map';

/** A text of people that goes into the configuration as it is. */
export interface OwnText {
  readonly items: readonly unknown[];
  readonly configs: AdditionalConfigs;
  /** Of which key of which Secret it is, for messages. */
  readonly where: string;
}

/** What stands behind a field such as `additionalScrapeConfigs`; nothing where that is not known. */
export function ownText(object: KubeObject, field: string, objects: ObjectLookup): OwnText {
  const reference = object.spec?.[field];
  const found = present(reference) ? resolveKey('Secret', namespaceOf(object), reference, objects) : undefined;
  const configs = readAdditionalConfigs((found?.outcome === 'known' ? found.value : undefined) ?? '');
  return {
    items: configs.items ?? [],
    configs,
    where: `of the key "${reference?.key}" of Secret "${reference?.name}"`,
  };
}

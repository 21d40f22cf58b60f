import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import type { SourcedObject } from '../kube-object';
import { textsOf } from './files';
import { datasourceOf } from './release-grafana';
import type { Datasource, Grafana } from './sidecar';

/**
 * All datasources of a Grafana; `undefined` where some are not to be read, or where none is known at all.
 *
 * @param taken the ConfigMaps and Secrets that its sidecar takes
 */
export function datasourcesOfGrafana(
  { ownDatasources, object }: Grafana,
  taken: readonly SourcedObject[],
): readonly Datasource[] | undefined {
  const provisioned = taken.flatMap((one) => textsOf(one).map(({ text }) => datasourcesIn(text)));
  const isUnread =
    provisioned.some((one) => one === undefined) || (ownDatasources === undefined && object === undefined);
  const all = [...(ownDatasources ?? []), ...provisioned.flatMap((one) => one ?? [])];
  const isHidden = all.some(({ uid, name }) => /[${]/.test(uid) || /[${]/.test(name));
  return isUnread || isHidden || all.length === 0
    ? undefined
    : all.map((one) => ({ ...one, uid: one.uid || uidOf(one.name) }));
}

/** `undefined` where it cannot be read. */
function datasourcesIn(text: string | undefined): Datasource[] | undefined {
  try {
    const list = parse(text ?? '{{')?.datasources;
    return Array.isArray(list) ? list.map(datasourceOf) : [];
  } catch {
    return undefined;
  }
}

/**
 * The uid that Grafana gives to a datasource that comes without.
 *
 * Source: grafana `pkg/services/provisioning/datasources/datasources.go`, `safeUIDFromName`.
 */
function uidOf(name: string): string {
  return `P${createHash('sha256').update(name).digest('hex').slice(0, 16).toUpperCase()}`;
}

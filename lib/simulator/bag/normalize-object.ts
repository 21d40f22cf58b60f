import type { KubeObject, SourcedObject } from '../kube-object';
import { type BagKind, bagKind, isClusterScoped, Kind } from './bag-kind';
import { FieldReader, type Malformed } from './field-reader';
import { normalizeEndpointSlice, normalizeEndpoints } from './normalize-endpoints';
import { normalizeMetadata } from './normalize-metadata';
import { normalizeOperated, normalizePrometheus } from './normalize-operated';
import { normalizeCronJob, normalizePod, normalizeWorkload } from './normalize-pod';
import { normalizeService } from './normalize-service';

/** An object as the API server would hold it, with its identity. */
export interface NormalObject extends SourcedObject {
  readonly kind: BagKind;
  /** Empty for a cluster-scoped object. */
  readonly namespace: string;
  readonly name: string;
  /** Whether the object itself names its namespace. */
  readonly namesNamespace: boolean;
}

/** What an object of one kind looks like beside its metadata. */
type Normalize = (object: { readonly [key: string]: any }, reader: FieldReader) => { readonly [key: string]: any };

/**
 * An object with malformed parts left out and defaults filled in; `undefined` where it has no type or name, so that
 * the API server could not even tell which object it is.
 */
export function normalizeObject(
  sourced: SourcedObject,
  scopes: ReadonlyMap<BagKind, string>,
  defaultNamespace: string,
  malformed: Malformed[],
): NormalObject | undefined {
  const reader = new FieldReader(sourced, malformed);
  const given: { readonly [key: string]: any } = sourced.object;
  const apiVersion = requiredText(given.apiVersion, 'apiVersion', reader);
  const kindName = requiredText(given.kind, 'kind', reader);
  const metadata = reader.map(given.metadata, 'metadata');
  const name = objectName(metadata ?? {}, reader);
  if (apiVersion === undefined || kindName === undefined || name === undefined) {
    return undefined;
  }
  const kind = bagKind(apiVersion, kindName);
  const ownNamespace = reader.text(metadata?.namespace, 'metadata.namespace') || undefined;
  const namespace = isClusterScoped(kind, scopes, !!ownNamespace) ? undefined : (ownNamespace ?? defaultNamespace);
  const object: KubeObject = {
    ...given,
    ...NORMALIZE.get(kind)?.(given, reader),
    apiVersion,
    kind: kindName,
    metadata: { ...metadata, ...normalizeMetadata(metadata ?? {}, 'metadata', reader), name, namespace },
  };
  if (kind === Kind.NAMESPACE) {
    // The API server sets this label and lets nobody change it (kubernetes `pkg/apis/core/v1/defaults.go`).
    (object.metadata.labels as any)['kubernetes.io/metadata.name'] = name;
  }
  return {
    object,
    source: sourced.source,
    given: sourced.given ?? sourced.object,
    kind,
    namespace: namespace ?? '',
    name,
    namesNamespace: !!ownNamespace,
  };
}

function requiredText(value: unknown, field: string, reader: FieldReader): string | undefined {
  const text = reader.text(value, field);
  if (text !== undefined && text !== '') {
    return text;
  }
  return value === undefined || value === null || value === '' ? reader.report(field, 'is missing') : undefined;
}

function objectName(metadata: { readonly [key: string]: any }, reader: FieldReader): string | undefined {
  const prefix = metadata.name === undefined && metadata.generateName;
  // The API server appends five characters of its choice.
  return typeof prefix === 'string' && prefix !== ''
    ? `${prefix}xxxxx`
    : requiredText(metadata.name, 'metadata.name', reader);
}

const NORMALIZE: ReadonlyMap<BagKind, Normalize> = new Map<BagKind, Normalize>([
  [Kind.SERVICE, normalizeService],
  [Kind.ENDPOINTS, normalizeEndpoints],
  [Kind.ENDPOINT_SLICE, normalizeEndpointSlice],
  [Kind.POD, normalizePod],
  [Kind.DEPLOYMENT, normalizeWorkload],
  [Kind.STATEFUL_SET, normalizeWorkload],
  [Kind.DAEMON_SET, normalizeWorkload],
  [Kind.REPLICA_SET, normalizeWorkload],
  [Kind.REPLICATION_CONTROLLER, normalizeWorkload],
  [Kind.JOB, normalizeWorkload],
  [Kind.CRON_JOB, normalizeCronJob],
  [Kind.PROMETHEUS, normalizePrometheus],
  [Kind.PROMETHEUS_AGENT, normalizePrometheus],
  [Kind.ALERTMANAGER, normalizeOperated],
  [Kind.THANOS_RULER, normalizeOperated],
]);

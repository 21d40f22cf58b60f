import { type Document, parseAllDocuments, visit } from 'yaml';
import { type YamlNode, yamlNodeOf } from '../own-config/yaml-node';

/** YAML that a Secret holds for the configuration of Prometheus: its items, or the line where it is no list of maps. */
export type AdditionalConfigs =
  | { readonly items: readonly unknown[]; readonly problem?: undefined }
  | { readonly items?: undefined; readonly problem: string };

/**
 * Reads a text as the Operator does: the first document, a list of maps. The problem never cites the text, which is that
 * of a Secret.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateAdditionalScrapeConfigs` and
 * `appendAlertingConfig`, with go.yaml.in/yaml v2.
 */
export function readAdditionalConfigs(text: string): AdditionalConfigs {
  const document = firstDocument(text);
  const [error] = document?.errors ?? [];
  if (error !== undefined) {
    const line = error.linePos?.[0].line;
    return { problem: `is no YAML${line === undefined ? '' : ` (line ${line} of the text)`}` };
  }
  if (document !== undefined && hasUnknownAnchor(document)) {
    return { problem: 'is no YAML: it refers to an anchor that is not there' };
  }
  const data: unknown = asData(document);
  if (data === undefined || data === null) {
    return { items: [] };
  }
  if (!Array.isArray(data)) {
    return { problem: 'is no list' };
  }
  const items = data.map(asMap);
  const odd = items.indexOf(undefined);
  return odd < 0 ? { items } : { problem: `has an item that is no map (item ${odd})` };
}

/**
 * What keeps the Operator from adding the rules for shards to jobs of one's own; `undefined` where nothing does.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateAdditionalScrapeConfigs`.
 */
export function whyNotSharded(items: readonly unknown[]): string | undefined {
  const odd = items.findIndex((item) => {
    const job = item as { readonly relabel_configs?: unknown } | null;
    return job !== null && Object.hasOwn(job, 'relabel_configs') && !isListOfMaps(job.relabel_configs);
  });
  return odd < 0 ? undefined : `has an item whose relabel_configs is no list of maps (item ${odd})`;
}

function isListOfMaps(value: unknown): boolean {
  return Array.isArray(value) && value.every(isMap);
}

function isMap(value: unknown): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/**
 * An item as go.yaml.in/yaml v2 reads it into a `MapSlice`; `undefined` where it cannot. That is a list of pairs, so a list
 * of maps fits as well, of which each should have `key` and `value`.
 */
function asMap(item: unknown): unknown {
  if (item === null || isMap(item)) {
    return item;
  }
  return Array.isArray(item) && item.every((pair) => pair === null || isMap(pair))
    ? Object.fromEntries(item.map((pair) => [String(pair?.key ?? ''), pair?.value]))
    : undefined;
}

/** The items of such a list, with all that Prometheus finds in them; none where the Operator fails on it. */
export function readAdditionalNodes(text: string): readonly YamlNode[] {
  const document = firstDocument(text);
  const items = document === undefined || document.errors.length > 0 ? undefined : yamlNodeOf(document);
  return items?.kind === 'list' ? items.items : [];
}

function firstDocument(text: string): Document | undefined {
  const documents = parseAllDocuments(text, {
    version: '1.1',
    uniqueKeys: false,
    prettyErrors: true,
    logLevel: 'silent',
  });
  return Array.isArray(documents) ? (documents[0] as Document | undefined) : undefined;
}

function hasUnknownAnchor(document: Document): boolean {
  let found = false;
  visit(document, {
    Alias: (_, alias) => {
      found ||= alias.resolve(document) === undefined;
    },
  });
  return found;
}

/** Aliases may be nested so that no memory would hold what they stand for. */
function asData(document: Document | undefined): unknown {
  try {
    return document?.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

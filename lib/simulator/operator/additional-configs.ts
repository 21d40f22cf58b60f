import { parseAllDocuments } from 'yaml';

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
  const documents = parseAllDocuments(text, {
    version: '1.1',
    uniqueKeys: false,
    prettyErrors: true,
    logLevel: 'silent',
  });
  const document = Array.isArray(documents) ? documents[0] : undefined;
  const [error] = document?.errors ?? [];
  if (error !== undefined) {
    const line = error.linePos?.[0].line;
    return { problem: `is no YAML${line === undefined ? '' : ` (line ${line} of the text)`}` };
  }
  const data: unknown = asData(document);
  if (data === undefined || data === null) {
    return { items: [] };
  }
  if (!Array.isArray(data)) {
    return { problem: 'is no list' };
  }
  const odd = data.findIndex((item) => item !== null && (typeof item !== 'object' || Array.isArray(item)));
  return odd < 0 ? { items: data } : { problem: `has an item that is no map (item ${odd})` };
}

/** Aliases may be nested so that no memory would hold what they stand for. */
function asData(document: ReturnType<typeof parseAllDocuments>[number] | undefined): unknown {
  try {
    return document?.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

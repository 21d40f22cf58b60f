import { present } from './secret-or-config-map';

/** The scrape classes of a Prometheus. */
export interface ScrapeClasses {
  readonly byName: ReadonlyMap<string, ScrapeClass>;
  /** The one for monitors that name none. */
  readonly fallback: ScrapeClass | undefined;
}

/** A scrape class with its path in the Prometheus. */
export interface ScrapeClass {
  readonly name: string;
  readonly field: string;
  readonly spec: any;
}

/** Reads the classes; of two with one name the last counts. */
export function scrapeClassesOf(spec: any): ScrapeClasses {
  const byName = new Map<string, ScrapeClass>();
  const list: any[] = Array.isArray(spec?.scrapeClasses) ? spec.scrapeClasses : [];
  let fallbackName: string | undefined;
  for (const [i, scrapeClass] of list.entries()) {
    const name = String(scrapeClass?.name ?? '');
    byName.set(name, { name, field: `spec.scrapeClasses[${i}]`, spec: scrapeClass });
    if (scrapeClass?.default === true) {
      fallbackName = name;
    }
  }
  return { byName, fallback: fallbackName ? byName.get(fallbackName) : undefined };
}

/**
 * The class that a monitor gets.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `getScrapeClassOrDefault`.
 */
export function scrapeClassFor(monitorSpec: any, classes: ScrapeClasses): ScrapeClass | undefined {
  const name = monitorSpec?.scrapeClass;
  return (present(name) ? classes.byName.get(name) : undefined) ?? classes.fallback;
}

/**
 * Authorization of an endpoint together with that of its class.
 *
 * Source: prometheus-operator v0.93 `promcfg.go`, `mergeAuthorizationWithScrapeClass`.
 */
export function mergedAuthorization(authorization: any, scrapeClass: ScrapeClass | undefined): any {
  const ofClass = scrapeClass?.spec.authorization;
  if (isZero(authorization)) {
    return ofClass ?? undefined;
  }
  return present(authorization.credentials) || !present(ofClass?.credentials)
    ? authorization
    : { ...authorization, credentials: ofClass.credentials };
}

/**
 * TLS of an endpoint together with that of its class: files alone are filled in.
 *
 * Source: prometheus-operator v0.93 `promcfg.go`, `mergeTLSConfigWithScrapeClass`. Of a ServiceMonitor even an empty
 * `tlsConfig` counts as set.
 */
export function mergedTls(tls: any, kind: string, scrapeClass: ScrapeClass | undefined): any {
  const ofClass = scrapeClass?.spec.tlsConfig;
  if (kind === 'ServiceMonitor' ? !present(tls) : isZero(tls)) {
    return ofClass ?? undefined;
  }
  if (!present(ofClass)) {
    return tls;
  }
  const files: { [field: string]: string } = {};
  for (const [reference, file] of [
    ['ca', 'caFile'],
    ['cert', 'certFile'],
    ['keySecret', 'keyFile'],
  ]) {
    const own = reference === 'keySecret' ? present(tls[reference]) : !isZero(tls[reference]);
    if (!tls[file] && !own && ofClass[file]) {
      files[file] = ofClass[file];
    }
  }
  return { ...tls, ...files };
}

/** `attachMetadata` and `fallbackScrapeProtocol`: the monitor's, else the class's. */
export function fromMonitorOrClass(
  field: 'attachMetadata' | 'fallbackScrapeProtocol',
  monitorSpec: any,
  scrapeClass: ScrapeClass | undefined,
): any {
  return monitorSpec?.[field] ?? scrapeClass?.spec[field] ?? undefined;
}

/** Whether a struct of the Operator would be empty: nothing set, or empty texts and structs only. */
function isZero(value: any): boolean {
  return (
    !present(value) ||
    value === '' ||
    (typeof value === 'object' &&
      Object.entries(value).every(
        // A reference that is there at all is a pointer, and no longer zero.
        ([key, inner]) => !['credentials', 'keySecret', 'secret', 'configMap'].includes(key) && isZero(inner),
      ))
  );
}

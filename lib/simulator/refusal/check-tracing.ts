import type { SourcedObject } from '../kube-object';
import { endpointsOf } from '../operator/monitor-parts';
import { namespaceOf } from '../operator/problem';
import type { ProblemList } from '../operator/problem-list';
import { present } from '../operator/secret-or-config-map';
import { alertmanagersOf } from './check-alerting';
import { checkHeaders } from './check-remotes';

/**
 * Tracing of a Prometheus. For its TLS the Operator writes down where the files of Secrets and ConfigMaps would be, and
 * forgets to put them there: they are only there if something else asks for the same.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `appendTracingConfig`, which no `Add…ToStore` precedes;
 * `pkg/assets/tls.go`, `TLSAssets`; prometheus v3.15 `tracing/tracing.go`, `buildTracerProvider`, and `config/config.go`,
 * `validateHeadersForTracing`.
 *
 * @param monitors those that become jobs
 */
export function checkTracing(
  { object }: SourcedObject,
  monitors: readonly SourcedObject[],
  problems: ProblemList,
): void {
  const { tracingConfig } = object.spec ?? {};
  if (!present(tracingConfig)) {
    return;
  }
  checkHeaders(tracingConfig.headers, 'spec.tracingConfig.headers', problems);
  const wanted = referencesOf(tracingConfig.tlsConfig);
  const there = new Set(wanted.length === 0 ? [] : filesFor(object, monitors));
  for (const { field, kind, name, key } of wanted) {
    if (!there.has(`${kind} ${name} ${key}`)) {
      const [folder, list] = kind === 'Secret' ? ['secrets', 'secrets'] : ['configmaps', 'configMaps'];
      problems.add('tracing-tls', `spec.tracingConfig.tlsConfig.${field}`, {
        message: `names ${kind} "${name}", which the Operator does not put into the pods for tracing, so that the file is missing.`,
        fix: `${list}: [${name}] in the spec, and ${FILES[field]}: /etc/prometheus/${folder}/${name}/${key} instead of ${field}.`,
        values: { kind, name, key },
      });
    }
  }
}

/** Fields for files that take the place of references. */
const FILES: { readonly [field: string]: string } = { ca: 'caFile', cert: 'certFile', keySecret: 'keyFile' };

interface Reference {
  readonly field: string;
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  readonly key: string;
}

function referencesOf(tls: any): Reference[] {
  return [
    ...['ca', 'cert'].flatMap((field) =>
      present(tls?.[field]?.secret)
        ? [reference(field, 'Secret', tls[field].secret)]
        : present(tls?.[field]?.configMap)
          ? [reference(field, 'ConfigMap', tls[field].configMap)]
          : [],
    ),
    ...(present(tls?.keySecret) ? [reference('keySecret', 'Secret', tls.keySecret)] : []),
  ];
}

function reference(field: string, kind: Reference['kind'], { name, key }: any): Reference {
  return { field, kind, name: String(name ?? ''), key: String(key ?? '') };
}

/** What the Operator puts into the pods for others. */
function filesFor(object: SourcedObject['object'], monitors: readonly SourcedObject[]): string[] {
  const { apiserverConfig, remoteWrite, remoteRead, scrapeClasses } = object.spec ?? {};
  const own = [remoteWrite, object.kind === 'Prometheus' ? remoteRead : [], scrapeClasses, alertmanagersOf(object)];
  const near = monitors.filter((monitor) => namespaceOf(monitor.object) === namespaceOf(object));
  const clients = [
    apiserverConfig,
    ...own.flatMap((list) => (Array.isArray(list) ? list : [])),
    ...near.flatMap((monitor) => endpointsOf(monitor).map(({ endpoint }) => endpoint)),
  ];
  return clients
    .flatMap((client) => [client?.tlsConfig, client?.oauth2?.tlsConfig])
    .flatMap(referencesOf)
    .map(({ kind, name, key }) => `${kind} ${name} ${key}`);
}

import type { SourcedObject } from '../kube-object';
import type { Instance } from './instance';
import { endpointsOf } from './monitor-parts';
import { namespaceOf } from './problem';
import type { ProblemList } from './problem-list';
import { present } from './secret-or-config-map';

const PARTS: readonly (readonly [part: string, kinds: readonly string[]])[] = [
  ['ca', ['secret', 'configMap']],
  ['cert', ['secret', 'configMap']],
  ['keySecret', []],
];

/**
 * Secrets and ConfigMaps for TLS of tracing. The Operator writes down the files that they would be, and puts none into the
 * pods: there is one only where something else of the same namespace refers to the same key. Prometheus fails on a file that
 * is not there.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `appendTracingConfig`, with nothing in
 * `pkg/prometheus/server/operator.go` that would load them; prometheus v3.15 `tracing/tracing.go`, `getClient`.
 *
 * @param monitors those that become jobs
 */
export function checkRefusedTracing(
  instance: Instance,
  monitors: readonly SourcedObject[],
  problems: ProblemList,
): void {
  const { tracingConfig } = instance.object.object.spec ?? {};
  const tls = tracingConfig?.insecure === true ? undefined : tracingConfig?.tlsConfig;
  if (!present(tls)) {
    return;
  }
  const loaded = new Set(otherTls(instance, monitors).flatMap((config) => referencesOf(config).map(({ key }) => key)));
  for (const { field, key, text } of referencesOf(tls).filter((one) => !loaded.has(one.key))) {
    problems.add('tracing-file', `spec.tracingConfig.tlsConfig.${field}`, {
      message: `The Operator does not put ${text} into the pods of a Prometheus for its tracing, so that there is no such file.`,
      fix: `mount it with spec.secrets or spec.configMaps, and name the file: ${FILES[field.split('.')[0]]}.`,
      values: { reference: key },
    });
  }
}

const FILES: { readonly [part: string]: string } = { ca: 'caFile', cert: 'certFile', keySecret: 'keyFile' };

interface Reference {
  readonly field: string;
  /** The same for the same key. */
  readonly key: string;
  readonly text: string;
}

function referencesOf(tls: any): Reference[] {
  return PARTS.flatMap(([part, kinds]) => {
    const places = kinds.length === 0 ? [[part, 'Secret', tls?.[part]]] : kinds.map((kind) => placeOf(tls, part, kind));
    return places
      .filter(([, , reference]) => present(reference))
      .map(([field, kind, reference]) => ({
        field,
        key: `${kind} ${reference.name}/${reference.key}`,
        text: `the key "${reference.key}" of ${kind} "${reference.name}"`,
      }));
  });
}

function placeOf(tls: any, part: string, kind: string): [field: string, kind: string, reference: any] {
  return [`${part}.${kind}`, kind === 'secret' ? 'Secret' : 'ConfigMap', tls?.[part]?.[kind]];
}

/** What the Operator loads into the same namespace. */
function otherTls({ object }: Instance, monitors: readonly SourcedObject[]): any[] {
  const spec = object.object.spec ?? {};
  const clients = [
    spec.apiserverConfig,
    ...[spec.remoteWrite, spec.remoteRead, spec.alerting?.alertmanagers, spec.scrapeClasses].flatMap((list) =>
      Array.isArray(list) ? list : [],
    ),
    ...monitors
      .filter((monitor) => namespaceOf(monitor.object) === namespaceOf(object.object))
      .flatMap((monitor) => endpointsOf(monitor).map(({ endpoint }) => endpoint)),
  ];
  return clients.flatMap((client) => [client?.tlsConfig, client?.oauth2?.tlsConfig]).filter(present);
}

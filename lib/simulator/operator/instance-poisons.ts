import { enforcedNamespaceRules } from '../jobs/enforced-namespace';
import type { SourcedObject } from '../kube-object';
import { atLeast } from '../versions/version';
import type { Instance } from './instance';
import { isMonitor, probeTargets } from './monitor-parts';
import { nameSchemeOf } from './name-scheme';
import type { ObjectLookup, RelabelSupport } from './object-lookup';
import { instanceCrashesOf } from './operator-crashes';
import { checkOwnConfigs, hasOwnJobs } from './own-configs';
import { becomesJobs } from './poisons';
import { namespaceOf, type Problem } from './problem';
import { ProblemList } from './problem-list';
import { alertmanagersOf, checkRefusedAlertmanagers } from './refused-alerting';
import { checkRefusedClient } from './refused-clients';
import { checkRefusedGlobals } from './refused-globals';
import { checkRefusedRelabelings } from './refused-relabelings';
import { checkRefusedRemotes, checkRefusedUrl } from './refused-remotes';
import { checkRefusedTracing } from './refused-tracing';
import { checkRefusedLabels, checkRefusedName, checkRefusedSize } from './refused-values';
import { scrapeClassFor } from './scrape-class';
import { present } from './secret-or-config-map';

/**
 * Mistakes in a Prometheus that the Operator lets pass and for which Prometheus refuses its configuration.
 *
 * Source: prometheus v3.15 `config/config.go`; prometheus-operator v0.93 `pkg/prometheus/promcfg.go`.
 *
 * @param selected monitors that the instance takes and does not reject
 */
export function instancePoisonsOf(
  instance: Instance,
  selected: readonly SourcedObject[],
  objects: ObjectLookup,
  relabel: RelabelSupport,
): readonly Problem[] {
  const { object, kind, settings } = instance;
  const consequence = 'Prometheus refuses the whole configuration for it, so no change of any monitor takes effect.';
  const namespace = namespaceOf(object.object);
  const problems = new ProblemList(object, 'refused', consequence, namespace, objects);
  const monitors = selected.filter((monitor) => becomesJobs(monitor, instance));
  // A ScrapeConfig says itself which API server it asks.
  const discovers = monitors.some(asksApiServer) || alertmanagersOf(instance).length > 0;

  checkRefusedGlobals(instance, monitors.length > 0 || hasOwnJobs(instance, objects), problems);
  checkScrapeClasses(instance, monitors, relabel, problems);
  checkRefusedRemotes(instance, namespace, objects, relabel, problems);
  checkRefusedAlertmanagers(instance, namespace, objects, relabel, problems);
  const { apiserverConfig } = object.object.spec ?? {};
  if (discovers && present(apiserverConfig)) {
    const client = { config: apiserverConfig, field: 'spec.apiserverConfig', version: settings.version, namespace };
    checkRefusedClient(client, objects, problems);
    checkRefusedUrl(apiserverConfig.host, 'spec.apiserverConfig.host', problems);
  }
  checkRefusedTracing(instance, monitors, problems);
  checkJobs(instance, monitors, problems);
  checkOwnConfigs(instance, monitors, objects, problems);
  return [
    ...problems.found,
    ...instanceCrashesOf(instance, kind === 'Prometheus' ? discovers : monitors.some(asksApiServer), objects),
  ];
}

/** Whether the job of a monitor asks the API server that the Prometheus names. */
function asksApiServer(monitor: SourcedObject): boolean {
  return isMonitor(monitor) || (monitor.object.kind === 'Probe' && probeTargets(monitor)?.part === 'ingress');
}

/** A scrape class that no job uses does no harm. */
function checkScrapeClasses(
  instance: Instance,
  monitors: readonly SourcedObject[],
  relabel: RelabelSupport,
  problems: ProblemList,
): void {
  const { scrapeClasses } = instance.settings;
  const used = new Set(monitors.map(({ object: { spec } }) => scrapeClassFor(spec, scrapeClasses)));
  for (const { field, spec } of [...scrapeClasses.byName.values()].filter((one) => used.has(one))) {
    for (const list of ['relabelings', 'metricRelabelings']) {
      checkRefusedRelabelings(spec?.[list], `${field}.${list}`, instance, relabel, problems);
    }
  }
}

/** What a Prometheus puts into each of its jobs. */
function checkJobs(instance: Instance, monitors: readonly SourcedObject[], problems: ProblemList): void {
  const { object, settings } = instance;
  if (monitors.length === 0) {
    return;
  }
  const scheme = nameSchemeOf(instance);
  if (monitors.some(isMonitor)) {
    checkRefusedLabels(settings.podTargetLabels, 'spec.podTargetLabels', scheme, problems);
  }
  if (monitors.some((monitor) => enforcedNamespaceRules(monitor, settings).length > 0)) {
    checkRefusedName(settings.enforcedNamespaceLabel, 'spec.enforcedNamespaceLabel', scheme, problems);
  }
  // Newer ones get it from the global section, which is looked at anyway.
  if (settings.version && atLeast(settings.version, '2.28.0') && !atLeast(settings.version, '2.45.0')) {
    checkRefusedSize(object.object.spec?.enforcedBodySizeLimit, 'spec.enforcedBodySizeLimit', problems);
  }
}

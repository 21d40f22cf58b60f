import { enforcedNamespaceRules } from '../jobs/enforced-namespace';
import type { SourcedObject } from '../kube-object';
import type { Instance, InstanceSettings } from '../operator/instance';
import type { ObjectLookup } from '../operator/object-lookup';
import { joinPath, namespaceOf, type Problem } from '../operator/problem';
import { ProblemList } from '../operator/problem-list';
import { scrapeClassFor } from '../operator/scrape-class';
import { present } from '../operator/secret-or-config-map';
import { whyNoUrl } from '../operator/url';
import { atLeast } from '../versions/version';
import { alertmanagersOf, checkAlerting } from './check-alerting';
import { checkUncheckedClient } from './check-http-client';
import { checkCopiedLabels, checkLabelName } from './check-label-names';
import { checkRefusedRelabelings } from './check-relabelings';
import { checkRemotes } from './check-remotes';
import { checkTracing } from './check-tracing';
import { checkDuration, checkProtocols, checkSize } from './check-values';
import { becomesJobs } from './monitor-poisons';
import { checkOwnJobs } from './own-jobs';
import { ownText } from './own-texts';
import { refusalRulesOf } from './refusal-rules';

/**
 * Mistakes in a Prometheus that the Operator lets pass, and for which Prometheus refuses its configuration.
 *
 * Source: prometheus v3.15 `config/config.go`, `Load`; prometheus-operator v0.93 `pkg/prometheus/promcfg.go`,
 * `GenerateServerConfiguration` and `GenerateAgentConfiguration`.
 *
 * @param selected monitors that the Operator selects and accepts: a scrape class that none of them uses does no harm
 */
export function instancePoisonsOf(
  { object, settings }: Instance,
  selected: readonly SourcedObject[],
  objects: ObjectLookup,
): readonly Problem[] {
  const { kind, spec = {} } = object.object;
  const consequence = 'Prometheus refuses the whole configuration for it, so no change of any monitor takes effect.';
  const problems = new ProblemList(object, 'refused', consequence, namespaceOf(object.object), objects);
  const monitors = selected.filter((monitor) => becomesJobs(monitor, settings));
  checkGlobal(kind, spec, settings, problems);
  checkExternalLabels(spec, settings, problems);
  checkClasses(settings, monitors, problems);
  checkLabelsOfTargets(spec, settings, monitors, problems);
  const hasJobs = monitors.length > 0 || ownText(object.object, 'additionalScrapeConfigs', objects).items.length > 0;
  checkNameSchemes(spec, settings, hasJobs, problems);
  if (present(spec.apiserverConfig) && (monitors.length > 0 || alertmanagersOf(object.object).length > 0)) {
    checkApiServer(spec.apiserverConfig, problems);
  }
  checkAlerting(object.object, settings, objects, problems);
  checkRemotes(kind, spec, settings, problems);
  checkTracing(object, monitors, problems);
  checkOwnJobs(object, monitors, settings, objects, problems);
  return problems.found;
}

/** Source: prometheus v3.15 `config/config.go`, `GlobalConfig.UnmarshalYAML`. */
function checkGlobal(
  kind: string,
  spec: any,
  { version, scrapeInterval }: InstanceSettings,
  problems: ProblemList,
): void {
  checkDuration(scrapeInterval, 'spec.scrapeInterval', problems);
  if (kind === 'Prometheus') {
    checkDuration(spec.evaluationInterval, 'spec.evaluationInterval', problems);
    if (version && atLeast(version, '2.53.0')) {
      checkDuration(spec.ruleQueryOffset, 'spec.ruleQueryOffset', problems);
    }
  }
  checkProtocols(spec.scrapeProtocols, version, problems);
  if (version && atLeast(version, '2.45.0')) {
    checkSize(spec.bodySizeLimit, 'spec.bodySizeLimit', problems);
    checkSize(spec.enforcedBodySizeLimit, 'spec.enforcedBodySizeLimit', problems);
  }
  checkAgentStorage(kind, spec, version, problems);
}

/**
 * For each of these options the Operator gives an agent a section `storage` of its own, and a key may stand once.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `GenerateAgentConfiguration`.
 */
function checkAgentStorage(
  kind: string,
  { tsdb }: any,
  version: InstanceSettings['version'],
  problems: ProblemList,
): void {
  const since: [field: string, value: unknown, since: string][] = [
    ['outOfOrderTimeWindow', tsdb?.outOfOrderTimeWindow, '2.54.0'],
    ['staleSeriesCompactionThreshold', tsdb?.staleSeriesCompactionThreshold, '3.10.0'],
    ['chunkEncoding', tsdb?.chunkEncoding?.floats, '3.13.0'],
  ];
  const [, second] = since.filter(([, value, boundary]) => present(value) && version && atLeast(version, boundary));
  if (kind === 'PrometheusAgent' && second !== undefined) {
    problems.add('agent-storage', `spec.tsdb.${second[0]}`, {
      message: 'is the second option of tsdb, and the Operator writes the section "storage" of an agent once for each.',
      fix: 'keep one option of tsdb.',
    });
  }
}

/**
 * Labels with values of the Operator's, too, have names that people may choose.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `buildExternalLabels`; prometheus v3.15
 * `config/config.go`, `GlobalConfig.UnmarshalYAML`.
 */
function checkExternalLabels(spec: any, settings: InstanceSettings, problems: ProblemList): void {
  const rules = refusalRulesOf(settings);
  for (const name of Object.keys(spec.externalLabels ?? {})) {
    checkLabelName(name, joinPath('spec.externalLabels', name), rules, problems);
  }
  for (const field of ['prometheusExternalLabelName', 'replicaExternalLabelName']) {
    checkLabelName(spec[field], `spec.${field}`, rules, problems);
  }
  if (settings.zones !== undefined) {
    const field = 'spec.shardingStrategy.topology.externalLabelName';
    checkLabelName(spec.shardingStrategy.topology.externalLabelName, field, rules, problems);
  }
}

/** Scrape classes of which monitors make use. */
function checkClasses(settings: InstanceSettings, monitors: readonly SourcedObject[], problems: ProblemList): void {
  const used = new Set(monitors.map(({ object: { spec } }) => scrapeClassFor(spec, settings.scrapeClasses)));
  for (const { field, spec } of [...settings.scrapeClasses.byName.values()].filter((one) => used.has(one))) {
    for (const list of ['relabelings', 'metricRelabelings']) {
      checkRefusedRelabelings(spec?.[list], `${field}.${list}`, refusalRulesOf(settings), problems);
    }
  }
}

/** Labels that the Prometheus adds to the targets of monitors. */
function checkLabelsOfTargets(
  spec: any,
  settings: InstanceSettings,
  monitors: readonly SourcedObject[],
  problems: ProblemList,
): void {
  const rules = refusalRulesOf(settings);
  if (monitors.length > 0) {
    checkCopiedLabels(spec.podTargetLabels, 'spec.podTargetLabels', rules, problems);
  }
  if (monitors.some((monitor) => enforcedNamespaceRules(monitor, settings).length > 0)) {
    checkLabelName(settings.enforcedNamespaceLabel, 'spec.enforcedNamespaceLabel', rules, problems);
  }
}

/**
 * What `nameValidationScheme: Legacy` does not go with.
 *
 * Source: prometheus v3.15 `config/config.go`, `ScrapeConfig.Validate` and `Load`.
 */
function checkNameSchemes(spec: any, { version }: InstanceSettings, hasJobs: boolean, problems: ProblemList): void {
  if (spec.nameValidationScheme !== 'Legacy' || !version || !atLeast(version, '3.4.0')) {
    return;
  }
  if (spec.nameEscapingScheme === 'AllowUTF8' && hasJobs) {
    problems.add('name-schemes', 'spec.nameEscapingScheme', {
      message: '"AllowUTF8" asks for names that nameValidationScheme "Legacy" does not allow.',
      fix: 'nameEscapingScheme: Underscores, or remove it.',
    });
  }
  if (spec.otlp?.translationStrategy === 'NoTranslation') {
    problems.add('name-schemes', 'spec.otlp.translationStrategy', {
      message: '"NoTranslation" makes names that nameValidationScheme "Legacy" does not allow.',
      fix: 'translationStrategy: UnderscoreEscapingWithSuffixes, or nameValidationScheme: UTF8.',
    });
  }
}

/**
 * How to reach the API server, which every discovery of a monitor or an Alertmanager gets.
 *
 * Source: prometheus v3.15 `discovery/kubernetes/kubernetes.go`, `SDConfig.UnmarshalYAML`.
 */
function checkApiServer(config: any, problems: ProblemList): void {
  checkUncheckedClient(config, 'spec.apiserverConfig', problems);
  const why = typeof config.host === 'string' ? whyNoUrl(config.host) : undefined;
  if (why !== undefined) {
    problems.add('url', 'spec.apiserverConfig.host', {
      message: `"${config.host}" is no address: ${why}.`,
      fix: 'host: https://kubernetes.default, for example.',
      values: { host: config.host },
    });
  }
}

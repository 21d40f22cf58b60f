import { atLeast, formatVersion } from '../versions/version';
import type { Instance } from './instance';
import { nameSchemeOf } from './name-scheme';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';
import { checkRefusedDuration, checkRefusedName, checkRefusedSize } from './refused-values';
import { present } from './secret-or-config-map';

/**
 * Settings of a Prometheus as a whole that Prometheus refuses, whatever it scrapes.
 *
 * Source: prometheus v3.15 `config/config.go`, `GlobalConfig.UnmarshalYAML` and `OTLPConfig.UnmarshalYAML`;
 * prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `buildGlobalConfig` and `buildExternalLabels`.
 *
 * @param scrapes whether there is any job
 */
export function checkRefusedGlobals(instance: Instance, scrapes: boolean, problems: ProblemList): void {
  const { object, kind, settings } = instance;
  const spec = object.object.spec ?? {};
  const { version } = settings;
  checkRefusedDuration(settings.scrapeInterval, 'spec.scrapeInterval', problems);
  if (kind === 'Prometheus') {
    checkRefusedDuration(spec.evaluationInterval, 'spec.evaluationInterval', problems);
    if (version && atLeast(version, '2.53.0')) {
      checkRefusedDuration(spec.ruleQueryOffset, 'spec.ruleQueryOffset', problems);
    }
  }
  checkRefusedDuration(spec.tracingConfig?.timeout, 'spec.tracingConfig.timeout', problems);
  if (version && atLeast(version, '2.39.0')) {
    checkRefusedDuration(spec.tsdb?.outOfOrderTimeWindow, 'spec.tsdb.outOfOrderTimeWindow', problems);
  }
  if (version && atLeast(version, '2.45.0')) {
    const field = typeof spec.bodySizeLimit === 'string' ? 'bodySizeLimit' : 'enforcedBodySizeLimit';
    checkRefusedSize(spec[field], `spec.${field}`, problems);
  }
  checkExternalLabels(instance, problems);
  checkAgentStorage(instance, problems);
  checkProtocols(spec.scrapeProtocols, 'spec.scrapeProtocols', instance, problems);
  checkNameSchemes(instance, scrapes, problems);
}

/**
 * For each of these options the Operator gives an agent a section `storage` of its own, and a key may stand once.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `GenerateAgentConfiguration`.
 */
function checkAgentStorage({ object, kind, settings: { version } }: Instance, problems: ProblemList): void {
  const { tsdb } = object.object.spec ?? {};
  const options: [field: string, value: unknown, since: string][] = [
    ['outOfOrderTimeWindow', tsdb?.outOfOrderTimeWindow, '2.54.0'],
    ['staleSeriesCompactionThreshold', tsdb?.staleSeriesCompactionThreshold, '3.10.0'],
    ['chunkEncoding', tsdb?.chunkEncoding?.floats, '3.13.0'],
  ];
  const [, second] = options.filter(([, value, since]) => present(value) && version && atLeast(version, since));
  if (kind === 'PrometheusAgent' && second !== undefined) {
    problems.add('agent-storage', joinPath('spec.tsdb', second[0]), {
      message: 'is the second option of tsdb, and the Operator writes the section "storage" of an agent once for each.',
      fix: 'keep one option of tsdb.',
    });
  }
}

function checkExternalLabels(instance: Instance, problems: ProblemList): void {
  const spec = instance.object.object.spec ?? {};
  const scheme = nameSchemeOf(instance);
  for (const name of Object.keys(spec.externalLabels ?? {})) {
    checkRefusedName(name, joinPath('spec.externalLabels', name), scheme, problems);
  }
  for (const field of ['prometheusExternalLabelName', 'replicaExternalLabelName']) {
    // An empty name stands for no label.
    checkRefusedName(spec[field] || undefined, `spec.${field}`, scheme, problems);
  }
  if (instance.settings.zones !== undefined) {
    const field = 'spec.shardingStrategy.topology.externalLabelName';
    checkRefusedName(spec.shardingStrategy.topology.externalLabelName || undefined, field, scheme, problems);
  }
}

/**
 * Protocols of which the Operator leaves none, since this Prometheus does not know them.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `addScrapeProtocols`; prometheus v2.53 `config/config.go`,
 * `validateAcceptScrapeProtocols`.
 */
export function checkProtocols(
  protocols: any,
  field: string,
  { settings: { version } }: Instance,
  problems: ProblemList,
): void {
  if (
    version &&
    Array.isArray(protocols) &&
    protocols.length > 0 &&
    protocols.every((protocol) => protocol === 'PrometheusText1.0.0') &&
    atLeast(version, '2.49.0') &&
    !atLeast(version, '3.0.0-rc.0')
  ) {
    problems.add('no-scrape-protocol-left', field, {
      message: `holds "PrometheusText1.0.0" alone, which the Operator leaves out for Prometheus ${formatVersion(version)}; the empty list is refused.`,
      fix: 'add PrometheusText0.0.4, or remove scrapeProtocols.',
    });
  }
}

/** Source: prometheus v3.15 `config/config.go`, `ScrapeConfig.Validate` and `Load`. */
function checkNameSchemes({ object, settings: { version } }: Instance, scrapes: boolean, problems: ProblemList): void {
  const { nameValidationScheme, nameEscapingScheme, otlp } = object.object.spec ?? {};
  if (nameValidationScheme !== 'Legacy' || version === undefined || !atLeast(version, '3.4.0')) {
    return;
  }
  const values = { nameValidationScheme };
  if (otlp?.translationStrategy === 'NoTranslation') {
    problems.add('name-schemes', 'spec.otlp.translationStrategy', {
      message: '"NoTranslation" keeps names as they are, which nameValidationScheme: Legacy does not allow.',
      fix: 'translationStrategy: UnderscoreEscapingWithSuffixes, or nameValidationScheme: UTF8.',
      values: { ...values, translationStrategy: otlp.translationStrategy },
    });
  }
  if (scrapes && nameEscapingScheme === 'AllowUTF8') {
    problems.add('name-schemes', 'spec.nameEscapingScheme', {
      message: '"AllowUTF8" asks for names that nameValidationScheme: Legacy does not allow.',
      fix: 'nameEscapingScheme: Underscores, or nameValidationScheme: UTF8.',
      values: { ...values, nameEscapingScheme },
    });
  }
}

import { atLeast, formatVersion, type Version } from '../versions/version';
import { validateTls } from './check-tls';
import type { ProblemList } from './problem-list';
import { parseQuantity } from './quantity';
import { present } from './secret-or-config-map';

/** Ways to translate names of OTLP that came later than OTLP itself. */
const TRANSLATIONS: { readonly [strategy: string]: string } = {
  NoTranslation: '3.4.0',
  UnderscoreEscapingWithoutSuffixes: '3.6.0',
};

/**
 * Options of a Prometheus that contradict each other, or that it is too old for.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `appendStorageSettingsConfig`,
 * `validateChunkEncodingCompatibility`, `appendOTLPConfig`, `appendTracingConfig`; `pkg/apis/monitoring/v1`,
 * `OTLPConfig.Validate`.
 */
export function checkOptions(spec: any, version: Version, problems: ProblemList): void {
  checkFraction(spec.tsdb?.staleSeriesCompactionThreshold, 'spec.tsdb.staleSeriesCompactionThreshold', problems);
  if (spec.tsdb?.chunkEncoding?.floats === 'Xor' && Array.isArray(spec.enableFeatures)) {
    if (spec.enableFeatures.includes('st-storage')) {
      problems.add('option', 'spec.tsdb.chunkEncoding.floats', {
        message: '"Xor" cannot hold the start timestamps that the feature st-storage asks for.',
        fix: 'floats: Xor2, or take st-storage off enableFeatures.',
      });
    }
  }
  if (present(spec.otlp)) {
    checkOtlp(spec, version, problems);
  }
  if (present(spec.tracingConfig)) {
    validateTls(spec.tracingConfig.tlsConfig, 'spec.tracingConfig.tlsConfig', problems);
    checkFraction(spec.tracingConfig.samplingFraction, 'spec.tracingConfig.samplingFraction', problems);
  }
}

function checkOtlp({ otlp, nameValidationScheme }: any, version: Version, problems: ProblemList): void {
  const strategy = String(otlp.translationStrategy ?? '');
  if (!atLeast(version, '2.55.0')) {
    problems.add('option-version', 'spec.otlp', {
      message: `needs Prometheus 2.55.0, and this one is ${formatVersion(version)}.`,
      fix: 'remove otlp, or version: v2.55.0 or later.',
      values: { since: '2.55.0' },
    });
    return;
  }
  if (strategy === 'NoUTF8EscapingWithSuffixes' && nameValidationScheme === 'Legacy') {
    problems.add('option', 'spec.otlp.translationStrategy', {
      message: `"${strategy}" makes names that nameValidationScheme "Legacy" does not allow.`,
      fix: 'nameValidationScheme: UTF8, or another translationStrategy.',
    });
  }
  const since = Object.hasOwn(TRANSLATIONS, strategy) ? TRANSLATIONS[strategy] : undefined;
  if (since !== undefined && !atLeast(version, since)) {
    problems.add('option-version', 'spec.otlp.translationStrategy', {
      message: `"${strategy}" needs Prometheus ${since}, and this one is ${formatVersion(version)}.`,
      fix: `use another translationStrategy, or version: v${since} or later.`,
      values: { since },
    });
  }
  if (atLeast(version, '3.5.0')) {
    const all = otlp.promoteAllResourceAttributes === true;
    if (all && length(otlp.promoteResourceAttributes) > 0) {
      problems.add('option', 'spec.otlp.promoteResourceAttributes', {
        message: 'names attributes beside promoteAllResourceAttributes: true.',
        fix: 'keep one of the two.',
      });
    }
    if (!all && length(otlp.ignoreResourceAttributes) > 0) {
      problems.add('option', 'spec.otlp.ignoreResourceAttributes', {
        message: 'counts only together with promoteAllResourceAttributes: true, and is refused without.',
        fix: 'promoteAllResourceAttributes: true, or remove ignoreResourceAttributes.',
      });
    }
  }
}

/** A quantity of Kubernetes from 0 to 1; one that cannot be read is the business of the schema. */
function checkFraction(value: unknown, field: string, problems: ProblemList): void {
  const number = parseQuantity(value);
  if (number !== undefined && (number < 0 || number > 1)) {
    problems.add('option', field, {
      message: `"${value}" is no share between 0 and 1.`,
      fix: 'write half of them as "0.5", for example.',
      values: { value },
    });
  }
}

function length(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

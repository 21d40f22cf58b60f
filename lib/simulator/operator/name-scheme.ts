import type { RelabelDialect } from '../relabel/dialect';
import { dialectOf } from '../relabel/dialect';
import { atLeast } from '../versions/version';
import type { Instance } from './instance';

/** Which names labels may have at an instance. */
export type NameScheme = RelabelDialect['nameValidation'];

/**
 * The names that Prometheus is told to allow. The Operator hands the field on to Prometheus 3 alone; Prometheus 2 learns
 * of new names by a feature flag, which it has from 2.55 on.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `appendNameValidationScheme`; prometheus v3.15
 * `config/config.go`, `GlobalConfig.UnmarshalYAML`; v2.55 `cmd/prometheus/main.go`, `utf8-names`.
 */
export function nameSchemeOf({ object, settings: { version } }: Instance): NameScheme {
  const { nameValidationScheme, enableFeatures } = object.object.spec ?? {};
  if (version !== undefined && version.major < 3) {
    // It is Prometheus itself that has the flag, so a suffix such as "-distroless" does not count.
    const hasFlag = atLeast(version, '2.55.0-0');
    return hasFlag && Array.isArray(enableFeatures) && enableFeatures.includes('utf8-names') ? 'utf8' : 'legacy';
  }
  return nameValidationScheme === 'Legacy' && version !== undefined && atLeast(version, '3.0.0') ? 'legacy' : 'utf8';
}

/** How labels are rewritten at an instance. */
export function dialectAt(instance: Instance): RelabelDialect {
  return { ...dialectOf(instance.settings.versionText), nameValidation: nameSchemeOf(instance) };
}

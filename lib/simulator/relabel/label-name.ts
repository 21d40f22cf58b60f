import type { Version } from '../versions/version';
import type { RelabelDialect } from './dialect';

/**
 * Whether Prometheus takes a text as the name of a label.
 *
 * Source: prometheus/common v0.71 `model/metric.go`, `ValidationScheme.IsValidLabelName`.
 */
export function isLabelName(name: string, scheme: RelabelDialect['nameValidation']): boolean {
  return scheme === 'legacy' ? /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name) : name !== '' && isWellFormed(name);
}

/**
 * The names by which Prometheus reads source labels and labels of static targets: those that its version has, whatever it is
 * told to allow, but for a Prometheus 2 that a feature flag makes know new names.
 *
 * Source: prometheus/common v0.71 `model/labels.go`, `LabelName.UnmarshalYAML`; v0.59.1 there, and prometheus v2.55
 * `cmd/prometheus/main.go`, `utf8-names`.
 *
 * @param allowed those that the Prometheus is told to allow
 */
export function readableNames(
  version: Version,
  allowed: RelabelDialect['nameValidation'],
): RelabelDialect['nameValidation'] {
  // It is Prometheus itself that reads these, so a suffix such as "-distroless" does not count.
  return version.major < 3 ? allowed : 'utf8';
}

/** Whether a text can be written as UTF-8: no half of a surrogate pair stands alone. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

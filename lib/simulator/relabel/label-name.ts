import type { RelabelDialect } from './dialect';

/**
 * Whether Prometheus takes a text as the name of a label.
 *
 * Source: prometheus/common v0.71 `model/metric.go`, `ValidationScheme.IsValidLabelName`.
 */
export function isLabelName(name: string, scheme: RelabelDialect['nameValidation']): boolean {
  return scheme === 'legacy' ? /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name) : name !== '' && isWellFormed(name);
}

/** Whether a text can be written as UTF-8: no half of a surrogate pair stands alone. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

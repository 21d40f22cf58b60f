import { Level } from '../../report/finding';
import type { Check } from '../check';
import { schemaDrafts } from './schema-drafts';

/**
 * A value of the right type that an enumeration, a pattern or a bound excludes, or that stands twice in a set.
 *
 * Mirrors: the CustomResourceDefinitions of prometheus-operator v0.93, as the API server applies them (kubernetes v1.36
 * apiextensions-apiserver `pkg/registry/customresource/validator.go`).
 */
export const value: Check = {
  id: 'schema/value',
  level: Level.ERROR,
  summary: 'value that the field does not allow',
  why: 'Nothing of the object takes effect: for the Operator it is not there.',
  run: (context) =>
    schemaDrafts(context, ['not-allowed', 'pattern', 'key', 'out-of-bounds', 'duplicate-key', 'too-large']),
};

import { Level } from '../../report/finding';
import type { Check } from '../check';
import { schemaDrafts } from './schema-drafts';

/**
 * A field that is in no schema, most often a typo.
 *
 * Mirrors: the CustomResourceDefinitions of prometheus-operator v0.93, as the API server applies them (kubernetes v1.36
 * apiextensions-apiserver `pkg/registry/customresource/validator.go`).
 */
export const unknownField: Check = {
  id: 'schema/unknown-field',
  level: Level.ERROR,
  summary: 'field that does not exist',
  why: 'Nobody reads the field, so what it says has no effect, and no event tells of it.',
  run: (context) => schemaDrafts(context, ['unknown-field']),
};

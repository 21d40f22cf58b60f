import { Level } from '../../report/finding';
import type { Check } from '../check';
import { schemaDrafts } from './schema-drafts';

/**
 * A required field that is not there.
 *
 * Mirrors: the CustomResourceDefinitions of prometheus-operator v0.93, as the API server applies them (kubernetes v1.36
 * apiextensions-apiserver `pkg/registry/customresource/validator.go`).
 */
export const missingField: Check = {
  id: 'schema/missing-field',
  level: Level.ERROR,
  summary: 'field that is required and missing',
  why: 'Nothing of the object takes effect: for the Operator it is not there.',
  run: (context) => schemaDrafts(context, ['missing-field']),
};

import { Level } from '../../report/finding';
import type { Check } from '../check';
import { schemaDrafts } from './schema-drafts';

/**
 * A field that came with a later Operator than the one that runs.
 *
 * Mirrors: the CustomResourceDefinitions of prometheus-operator v0.93, as the API server applies them (kubernetes v1.36
 * apiextensions-apiserver `pkg/registry/customresource/validator.go`).
 */
export const newerField: Check = {
  id: 'schema/newer-field',
  level: Level.ERROR,
  summary: 'field that the Operator is too old for',
  why: 'The API server drops or refuses the field, and the Operator would not read it.',
  run: (context) => schemaDrafts(context, ['newer-than-operator']),
};

import { Level } from '../../report/finding';
import type { Check } from '../check';
import { schemaDrafts } from './schema-drafts';

/**
 * A field that exists, at another place or in another kind.
 *
 * Mirrors: the CustomResourceDefinitions of prometheus-operator v0.93, as the API server applies them (kubernetes v1.36
 * apiextensions-apiserver `pkg/registry/customresource/validator.go`).
 */
export const misplacedField: Check = {
  id: 'schema/misplaced-field',
  level: Level.ERROR,
  summary: 'field in the wrong place',
  why: 'kubectl refuses the object. Tools that do not ask for strict validation drop the field, and what is left means something else: an empty selector selects everything or nothing.',
  run: (context) => schemaDrafts(context, ['misplaced-field']),
};

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
  why: 'Nobody reads the field where it stands, so what it says has no effect, and no event tells of it.',
  run: (context) => schemaDrafts(context, ['misplaced-field']),
};

import { Level } from '../../report/finding';
import type { Check } from '../check';
import { schemaDrafts } from './schema-drafts';

/**
 * A value of another type than the field has: a number where a name belongs, a map where a list belongs.
 *
 * Mirrors: the CustomResourceDefinitions of prometheus-operator v0.93, as the API server applies them (kubernetes v1.36
 * apiextensions-apiserver `pkg/registry/customresource/validator.go`).
 */
export const wrongType: Check = {
  id: 'schema/wrong-type',
  level: Level.ERROR,
  summary: 'value of the wrong type',
  why: 'Nothing of the object takes effect: for the Operator it is not there.',
  run: (context) => schemaDrafts(context, ['wrong-type']),
};

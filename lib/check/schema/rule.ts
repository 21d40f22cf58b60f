import { Level } from '../../report/finding';
import type { Check } from '../check';
import { schemaDrafts } from './schema-drafts';

/**
 * Fields that are each fine and together break a rule of the CustomResourceDefinition.
 *
 * Mirrors: the CustomResourceDefinitions of prometheus-operator v0.93, as the API server applies them (kubernetes v1.36
 * apiextensions-apiserver `pkg/registry/customresource/validator.go`).
 */
export const rule: Check = {
  id: 'schema/rule',
  level: Level.ERROR,
  summary: 'fields that exclude each other',
  why: 'Nothing of the object takes effect: for the Operator it is not there.',
  run: (context) => schemaDrafts(context, ['rule']),
};

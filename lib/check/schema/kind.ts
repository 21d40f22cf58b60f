import { Level } from '../../report/finding';
import type { Check } from '../check';
import { schemaDrafts } from './schema-drafts';

/**
 * An `apiVersion` and `kind` of `monitoring.coreos.com` that the API server does not know.
 *
 * Mirrors: the CustomResourceDefinitions of prometheus-operator v0.93, as the API server applies them (kubernetes v1.36
 * apiextensions-apiserver `pkg/registry/customresource/validator.go`).
 */
export const kind: Check = {
  id: 'schema/kind',
  level: Level.ERROR,
  summary: 'kind or version that the API server does not have',
  why: 'Nothing of the object takes effect: for the Operator it is not there.',
  run: (context) => schemaDrafts(context, ['unknown-kind']),
};

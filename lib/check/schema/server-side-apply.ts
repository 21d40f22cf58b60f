import { Level } from '../../report/finding';
import type { Check } from '../check';
import { schemaDrafts } from './schema-drafts';

/**
 * A field that is null and has no default. The API server drops it, but for server-side apply.
 *
 * Mirrors: kubernetes v1.36 apiextensions-apiserver `pkg/apiserver/customresource_handler.go`, `unstructuredSchemaCoercer`,
 * and `pkg/registry/customresource/validator.go`.
 */
export const serverSideApply: Check = {
  id: 'schema/server-side-apply',
  level: Level.WARNING,
  summary: 'null that the API server refuses from server-side apply',
  why: 'Whether the object takes effect depends on what applies it.',
  run: (context) => schemaDrafts(context, ['null']),
};

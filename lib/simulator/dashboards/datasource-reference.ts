import { isPlainObject } from '../../private/plain-object';
import { listOf } from './panels';

/** What a query of a dashboard says of its datasource. */
export type DatasourceReference =
  | { readonly kind: 'default' }
  /** A variable of the dashboard; its value is chosen by people. */
  | { readonly kind: 'variable'; readonly name: string; readonly type: string }
  /** A variable that the dashboard does not have. */
  | { readonly kind: 'unfilled'; readonly name: string }
  /** A uid, or a name. */
  | { readonly kind: 'named'; readonly name: string; readonly type: string };

/** Datasources that are part of Grafana itself. */
const BUILT_IN = new Set(['grafana', 'default', '__expr__', '-100']);

/**
 * Reads the reference of a query to its datasource.
 *
 * Source: grafana `public/app/features/plugins/datasource_srv.ts`, `getInstanceSettings`.
 */
export function datasourceReference(
  datasource: unknown,
  dashboard: { readonly [field: string]: any },
): DatasourceReference {
  const { uid, type } = isPlainObject(datasource) ? datasource : { uid: datasource, type: '' };
  const kind = typeof type === 'string' ? type : '';
  if (typeof uid !== 'string' || uid === '' || BUILT_IN.has(uid) || uid.startsWith('--')) {
    return { kind: 'default' };
  }
  const name = variableName(uid);
  if (name === undefined) {
    // A text with a variable somewhere in it is anybody's guess.
    return /\$\{?\w|\[\[/.test(uid) ? { kind: 'default' } : { kind: 'named', name: uid, type: kind };
  }
  const variable = listOf(dashboard.templating?.list).find((one) => one.name === name);
  if (variable === undefined) {
    return name.startsWith('__') ? { kind: 'default' } : { kind: 'unfilled', name };
  }
  return { kind: 'variable', name, type: variable.type === 'datasource' ? String(variable.query ?? '') : kind };
}

/** The variable that a text as a whole stands for. */
function variableName(text: string): string | undefined {
  const [, plain, braced, bracketed] =
    /^(?:\$(\w+)|\$\{(\w+)(?:[:.][^}]*)?\}|\[\[(\w+)(?::[^\]]*)?\]\])$/.exec(text.trim()) ?? [];
  return plain ?? braced ?? bracketed;
}

import { isPlainObject } from '../../private/plain-object';

/** Something of a dashboard that asks a datasource. */
export interface DashboardQuery {
  /** `panel "Errors"`, `variable "pod"`, `annotation "Deployments"`. */
  readonly place: string;
  /** As written: a uid or a name, an object with them, or nothing for the default one. */
  readonly datasource: unknown;
  /** The expression, where it may be PromQL. */
  readonly expr?: string;
}

/** Rows within rows that are searched; Grafana has one level. */
const MAX_DEPTH = 5;

/** Everything of a dashboard that asks a datasource, in order. */
export function queriesOf(data: { readonly [field: string]: any }): DashboardQuery[] {
  return [
    ...listOf(data.panels).flatMap((panel) => queriesOfPanel(panel)),
    ...listOf(data.rows).flatMap((row) => listOf(row.panels).flatMap((panel) => queriesOfPanel(panel))),
    ...listOf(data.templating?.list).flatMap((variable) =>
      variable.type === 'query' || variable.type === 'adhoc'
        ? { place: `variable "${variable.name}"`, datasource: variable.datasource }
        : [],
    ),
    ...listOf(data.annotations?.list).map((one) => ({
      place: `annotation "${one.name}"`,
      datasource: one.datasource,
      ...(typeof one.expr === 'string' ? { expr: one.expr } : {}),
    })),
  ];
}

function queriesOfPanel(panel: any, depth = 0): DashboardQuery[] {
  const name = panel.title || panel.id || panel.type;
  const place = name ? `panel "${name}"` : 'a panel without a title';
  const targets = listOf(panel.targets);
  const isRow = panel.type === 'row';
  return [
    ...(isRow || targets.length > 0 ? [] : [{ place, datasource: panel.datasource }]),
    ...targets.map((target) => ({
      place: targets.length > 1 && target.refId ? `${place}, query ${target.refId}` : place,
      datasource: target.datasource ?? panel.datasource,
      ...(typeof target.expr === 'string' ? { expr: target.expr } : {}),
    })),
    ...(depth < MAX_DEPTH ? listOf(panel.panels) : []).flatMap((one) => queriesOfPanel(one, depth + 1)),
  ];
}

/** The maps of a list. */
export function listOf(value: unknown): any[] {
  return Array.isArray(value) ? value.filter(isPlainObject) : [];
}

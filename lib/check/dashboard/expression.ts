import { checkExpression } from '../../promql/check-expression';
import { Level } from '../../report/finding';
import { datasourceReference } from '../../simulator/dashboards/datasource-reference';
import { interpolate } from '../../simulator/dashboards/interpolate';
import { type DashboardQuery, queriesOf } from '../../simulator/dashboards/panels';
import type { Datasource } from '../../simulator/dashboards/sidecar';
import type { SourcedObject } from '../../simulator/kube-object';
import { parseVersion, type Version } from '../../simulator/versions/version';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { type LoadedDashboard, loadedDashboards } from './dashboard-files';

/** Which may be behind a datasource, whatever Prometheus the objects show. */
const NEWEST = parseVersion('3.15.0') as Version;
const FEATURES = [
  'promql-experimental-functions',
  'promql-duration-expr',
  'promql-extended-range-selectors',
  'promql-binop-fill-modifiers',
];

/**
 * An expression of a dashboard that no Prometheus reads: neither those that are there, nor the newest one.
 *
 * Mirrors: prometheus `promql/parser/parse.go`; grafana, interpolation of variables.
 *
 * Silent about queries of which it is not certain that they go to a Prometheus, and where a variable stands for a part of the
 * expression that is no text and no duration.
 */
export const dashboardExpression: Check = {
  id: 'dashboard/expression',
  level: Level.WARNING,
  summary: 'expression of a dashboard that Prometheus cannot read',
  why: 'The panel shows an error instead of data.',
  *run(context) {
    // Several Grafanas may load it.
    const seen = new Map<SourcedObject, Set<string>>();
    for (const one of loadedDashboards(context)) {
      const fields = seen.get(one.object) ?? new Set();
      seen.set(one.object, fields);
      if (!fields.has(one.field)) {
        fields.add(one.field);
        yield* draftsOf(one, context);
      }
    }
  },
};

function* draftsOf(one: LoadedDashboard, { simulation }: CheckContext): Iterable<Draft> {
  const datasources = simulation.dashboards.datasourcesOf(one.grafana) ?? [];
  const versions = [NEWEST, ...simulation.instances.flatMap(({ settings }) => settings.version ?? [])];
  for (const query of queriesOf(one.dashboard.data)) {
    const expr = query.expr?.trim();
    const filled = expr && isPromql(query, one, datasources) ? interpolate(expr) : undefined;
    const problems = filled === undefined ? [] : versions.map((version) => problemOf(filled, version));
    const [problem] = problems;
    if (problem !== undefined && problems.every((found) => found !== undefined)) {
      yield {
        object: one.object,
        field: one.field,
        message: `"${one.key}", ${query.place}: ${problem.message}`,
        basis: 'present',
        ...(problem.fix === undefined ? {} : { fix: { text: problem.fix } }),
      };
    }
  }
}

function problemOf(expr: string, version: Version) {
  return checkExpression(expr, { version, features: FEATURES }).problems[0];
}

function isPromql(
  { datasource }: DashboardQuery,
  { dashboard }: LoadedDashboard,
  known: readonly Datasource[],
): boolean {
  const reference = datasourceReference(datasource, dashboard.data);
  switch (reference.kind) {
    case 'variable':
      return reference.type === 'prometheus';
    case 'named': {
      const { name, type } = reference;
      return (type || known.find((one) => one.uid === name || one.name === name)?.type) === 'prometheus';
    }
    default:
      return false;
  }
}

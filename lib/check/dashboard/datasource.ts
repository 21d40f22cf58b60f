import { Level } from '../../report/finding';
import { datasourceReference } from '../../simulator/dashboards/datasource-reference';
import { listOf, queriesOf } from '../../simulator/dashboards/panels';
import type { Datasource, Grafana } from '../../simulator/dashboards/sidecar';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { distinct } from '../draft-of-problem';
import { listText, quoted } from '../list-text';
import { type LoadedDashboard, loadedDashboards } from './dashboard-files';

/**
 * A dashboard that asks a datasource which its Grafana does not have: an input such as `${DS_PROMETHEUS}`, which only the
 * import by hand fills in, or a uid of another Grafana.
 *
 * Mirrors: grafana `public/app/features/plugins/datasource_srv.ts`, `getInstanceSettings`; kube-prometheus-stack 88.5.3
 * `templates/grafana/configmaps-datasources.yaml`.
 *
 * Silent about uids where datasources of the Grafana are not all known.
 */
export const datasource: Check = {
  id: 'dashboard/datasource',
  level: Level.ERROR,
  summary: 'dashboard that asks a datasource which is not there',
  why: 'Its panels show "Datasource was not found" instead of data.',
  *run(context) {
    yield* distinct(draftsFor(context));
  },
};

function* draftsFor(context: CheckContext): Iterable<Draft> {
  const known = new Map<Grafana, readonly Datasource[] | undefined>();
  for (const one of loadedDashboards(context)) {
    if (!known.has(one.grafana)) {
      known.set(one.grafana, context.simulation.dashboards.datasourcesOf(one.grafana));
    }
    yield* draftsOf(one, known.get(one.grafana));
  }
}

function* draftsOf(
  { object, field, key, dashboard, grafana }: LoadedDashboard,
  datasources: readonly Datasource[] | undefined,
): Iterable<Draft> {
  const unfilled = new Map<string, string[]>();
  const missing = new Map<string, { readonly places: string[]; readonly type: string }>();
  for (const { place, datasource: given } of queriesOf(dashboard.data)) {
    const reference = datasourceReference(given, dashboard.data);
    if (reference.kind === 'unfilled') {
      unfilled.set(reference.name, [...(unfilled.get(reference.name) ?? []), place]);
    } else if (reference.kind === 'named' && datasources !== undefined && !has(datasources, reference.name)) {
      const { places, type } = missing.get(reference.name) ?? { places: [], type: reference.type };
      missing.set(reference.name, { places: [...places, place], type });
    }
  }
  const inputs = new Set(listOf(dashboard.data.__inputs).map(({ name }) => name));
  for (const [name, places] of unfilled) {
    const cause = inputs.has(name)
      ? 'an input of the export, which only an import by hand fills in'
      : 'a variable that the dashboard does not have';
    yield {
      object,
      field,
      message: `"${key}" asks datasource "\${${name}}", ${cause}: ${listText(places, 3)}.`,
      basis: 'present',
      fix: {
        text: `add to templating.list: { "name": "${name}", "type": "datasource", "query": "prometheus" }, and remove __inputs.`,
      },
    };
  }
  for (const [name, { places, type }] of missing) {
    const have = datasources ?? [];
    const fitting = have.filter((one) => type === '' || one.type === type);
    yield {
      object,
      field,
      message: `"${key}" asks datasource "${name}", and ${grafana.name} has ${listText(have.map(({ uid }) => quoted(uid)))}: ${listText(places, 3)}.`,
      basis: 'absent',
      level: Level.WARNING,
      fix: {
        text: `${fitting.length === 1 ? `"uid": "${fitting[0].uid}", or ` : ''}a variable of type datasource.`,
      },
    };
  }
}

function has(datasources: readonly Datasource[], name: string): boolean {
  return datasources.some((one) => one.uid === name || one.name === name);
}

import { Level } from '../../report/finding';
import type { DashboardFile } from '../../simulator/dashboards/dashboards';
import { namespaceOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import { distinct } from '../draft-of-problem';
import { filesFound, fileText } from './dashboard-files';

/**
 * Two data keys that become the same file of a Grafana, so that one overwrites the other. The key is the name of the file,
 * whatever the name and namespace of the object.
 *
 * Mirrors: k8s-sidecar 2.10.1 `src/resources.py`, `_update_file`.
 *
 * Silent where both have the same content, where folders differ, and with enableUniqueFilenames.
 */
export const overwritten: Check = {
  id: 'dashboard/overwritten',
  level: Level.ERROR,
  summary: 'two data keys become the same file of Grafana',
  why: 'Only one of the two dashboards is shown, and which one changes from restart to restart.',
  *run(context) {
    const { assumed } = context.simulation.dashboards;
    yield* distinct(draftsFor(filesFound(context), assumed));
  },
};

function* draftsFor(files: readonly DashboardFile[], assumed: boolean): Iterable<Draft> {
  const seen = new Map<string, DashboardFile>();
  for (const file of files) {
    const { grafana, object, key, field, sidecar } = file;
    const id = `${grafana.name}\n${file.path}`;
    const first = seen.get(id);
    const draft = {
      object,
      field,
      basis: assumed ? ('hidden' as const) : ('present' as const),
      fix: { text: `rename the key to "${uniqueKey(file)}".` },
    };
    if (first !== undefined && (first.text !== file.text || file.text === undefined)) {
      yield {
        ...draft,
        message: `"${key}" is the same file as ${fileText(first)} for ${grafana.name}.`,
        related: [{ object: first.object, field: first.field, message: 'is the same file' }],
      };
    } else if (first === undefined && file.folder === sidecar.folder && isOwnFile(file)) {
      yield { ...draft, message: `"${key}" is also the name of a dashboard that ${grafana.name} brings along.` };
    }
    seen.set(id, first ?? file);
  }
}

/** Whether the chart brings a file of that name; what it has rendered itself is that file. */
function isOwnFile({ grafana, name, object }: DashboardFile): boolean {
  const { chart, heritage } = object.object.metadata.labels ?? {};
  const isRendered = heritage === 'Helm' && String(chart).startsWith('kube-prometheus-stack');
  return grafana.ownFiles.includes(name) && !isRendered;
}

function uniqueKey({ object, key }: DashboardFile): string {
  const { name } = object.object.metadata;
  const own = `${namespaceOf(object.object)}-${name}`;
  return textsCount(object) > 1 ? `${own}-${key}` : `${own}.json`;
}

function textsCount({ object }: DashboardFile['object']): number {
  return [object.data, object.binaryData, object.stringData].reduce(
    (sum, map) => sum + Object.keys(map ?? {}).length,
    0,
  );
}

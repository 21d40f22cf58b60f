import type { DashboardFile } from '../../simulator/dashboards/dashboards';
import { folderOf } from '../../simulator/dashboards/files';
import type { Dashboard } from '../../simulator/dashboards/read-dashboard';
import type { SourcedObject } from '../../simulator/kube-object';
import { nameOf } from '../../simulator/operator/problem';
import type { CheckContext } from '../check-context';
import { memoByContext } from '../memo-by-context';

/** Bytes that the values of a ConfigMap or Secret may have together. */
export const OBJECT_LIMIT = 1024 * 1024;

/** Why it matters that Grafana does not show a dashboard. */
export const NOT_SHOWN = 'The dashboard is not in Grafana, and the only trace is a line in its log.';

/** A dashboard that a Grafana loads. */
export interface LoadedDashboard extends DashboardFile {
  readonly dashboard: Dashboard;
  /** Folder of Grafana, as far as it can be told from others. */
  readonly inFolder: string;
}

/** The files that Grafanas find, of objects that the API server takes. */
export const filesFound = memoByContext(({ simulation }: CheckContext): readonly DashboardFile[] =>
  simulation.dashboards.files.filter(({ object }) => sizeOf(object) <= OBJECT_LIMIT),
);

/** The dashboards that Grafanas load; where several files overwrite each other, the first stands for all of them. */
export const loadedDashboards = memoByContext((context: CheckContext): readonly LoadedDashboard[] => {
  const seen = new Set<string>();
  return filesFound(context).flatMap((file) => {
    const inFolder = folderOf(file);
    const key = `${file.grafana.name}\n${file.path}`;
    if (file.reading.state !== 'dashboard' || inFolder === undefined || seen.has(key)) {
      return [];
    }
    seen.add(key);
    return [{ ...file, dashboard: file.reading.dashboard, inFolder }];
  });
});

/** Bytes of all values of a ConfigMap or Secret. */
export function sizeOf({ object }: SourcedObject): number {
  const isSecret = object.kind === 'Secret';
  const texts = Object.values<unknown>({ ...(isSecret ? object.stringData : object.data) });
  const encoded = Object.values<unknown>({ ...(isSecret ? object.data : object.binaryData) });
  return (
    texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? Buffer.byteLength(text) : 0), 0) +
    encoded.reduce<number>((sum, text) => sum + (typeof text === 'string' ? Math.floor((text.length * 3) / 4) : 0), 0)
  );
}

/** `"web.json" of ConfigMap shop/web`. */
export function fileText({ key, object }: Pick<DashboardFile, 'key' | 'object'>): string {
  return `"${key}" of ${nameOf(object)}`;
}

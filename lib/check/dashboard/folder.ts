import { Level } from '../../report/finding';
import { joinPath } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { distinct } from '../draft-of-problem';
import { loadedDashboards } from './dashboard-files';

/**
 * An annotation with a folder that the Grafana of a release does not go by.
 *
 * Mirrors: k8s-sidecar 2.10.1 `src/resources.py`, `_get_destination_folder`; grafana
 * `pkg/services/provisioning/dashboards/file_reader.go`, `storeDashboardsInFoldersFromFileStructure`.
 *
 * Silent where the values name the annotation and lack foldersFromFilesStructure: that is found in the values.
 */
export const folder: Check = {
  id: 'dashboard/folder',
  level: Level.INFO,
  summary: 'folder of a dashboard that Grafana does not go by',
  why: 'The dashboard lands in the folder of all the others.',
  run: (context) => distinct(draftsFor(context)),
};

/** What the sidecar reads unless it is told otherwise. */
const BUILT_IN = 'k8s-sidecar-target-directory';
const USUAL = [BUILT_IN, 'grafana_folder', 'grafana-folder', 'grafana_dashboard_folder', 'grafana_dashboards_folder'];

function* draftsFor(context: CheckContext): Iterable<Draft> {
  for (const { object, sidecar, grafana } of loadedDashboards(context)) {
    const annotations = object.object.metadata.annotations ?? {};
    const read = sidecar.folderAnnotation;
    const given = USUAL.find((name) => Object.hasOwn(annotations, name));
    const isRead = given === read && (sidecar.foldersFromFiles !== false || read !== BUILT_IN);
    if (
      grafana.object !== undefined ||
      !sidecar.certain ||
      given === undefined ||
      isRead ||
      (Object.hasOwn(annotations, read) && given !== read)
    ) {
      continue;
    }
    const provider = 'grafana.sidecar.dashboards.provider.foldersFromFilesStructure: true';
    yield {
      object,
      field: joinPath('metadata.annotations', given),
      message: `Annotation ${given} asks for folder "${annotations[given]}", and ${grafana.name} ${
        given === read
          ? 'makes no folders of files'
          : read === BUILT_IN
            ? 'reads no such annotation'
            : `reads annotation ${read}`
      }.`,
      basis: 'present',
      fix: {
        text:
          given === read
            ? `${provider}, in the values of the release.`
            : read === BUILT_IN
              ? `grafana.sidecar.dashboards.folderAnnotation: ${given} and ${provider}, in the values of the release.`
              : `${read}: ${annotations[given]}`,
      },
    };
  }
}

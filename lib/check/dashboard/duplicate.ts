import { Level } from '../../report/finding';
import type { Check, Draft } from '../check';
import { distinct } from '../draft-of-problem';
import { fileText, type LoadedDashboard, loadedDashboards } from './dashboard-files';

/**
 * Two dashboards of one Grafana with the same uid, or with the same title in the same folder.
 *
 * Mirrors: grafana `pkg/services/provisioning/dashboards/validator.go`, `takeAwayWritePermissions`.
 *
 * Silent about titles where it is not known whether folders on disk become folders of Grafana, and the two are in different
 * ones.
 */
export const duplicate: Check = {
  id: 'dashboard/duplicate',
  level: Level.ERROR,
  summary: 'two dashboards with the same uid, or the same title in a folder',
  why: 'Grafana then saves no new or changed dashboard at all until the doubles are gone, and says so only in its log.',
  *run(context) {
    const { assumed } = context.simulation.dashboards;
    yield* distinct(draftsFor(loadedDashboards(context), assumed));
  },
};

function* draftsFor(dashboards: readonly LoadedDashboard[], assumed: boolean): Iterable<Draft> {
  const uids = new Map<string, LoadedDashboard>();
  const titles = new Map<string, LoadedDashboard>();
  for (const one of dashboards) {
    const { uid, title } = one.dashboard;
    const sameUid = uid === '' ? undefined : remember(uids, `${one.grafana.name}\n${uid}`, one);
    const sameTitle = remember(titles, `${one.grafana.name}\n${one.inFolder}\n${title}`, one);
    const other = sameUid ?? sameTitle;
    if (other !== undefined) {
      const what = sameUid === undefined ? `title "${title}"` : `uid "${uid}"`;
      yield {
        object: one.object,
        field: one.field,
        message: `"${one.key}" has the ${what}, and so has ${fileText(other)}${sameUid === undefined ? ', in the same folder' : ''}.`,
        basis: assumed ? 'hidden' : 'present',
        fix: {
          text:
            sameUid === undefined
              ? 'give one of them another title, or a folder of its own.'
              : 'give one of them another uid.',
        },
        related: [
          {
            object: other.object,
            field: other.field,
            message: `has the same ${sameUid === undefined ? 'title' : 'uid'}`,
          },
        ],
      };
    }
  }
}

/** The one that was there before, if any. */
function remember<T>(known: Map<string, T>, key: string, one: T): T | undefined {
  const before = known.get(key);
  if (before === undefined) {
    known.set(key, one);
  }
  return before;
}

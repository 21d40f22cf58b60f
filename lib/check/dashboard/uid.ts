import { Level } from '../../report/finding';
import type { Check } from '../check';
import { distinct } from '../draft-of-problem';
import { loadedDashboards } from './dashboard-files';

/**
 * A dashboard without a uid. Grafana makes one up, and another one in the next database.
 *
 * Mirrors: grafana `pkg/services/dashboards/service/dashboard_service.go`, `BuildSaveDashboardCommand`.
 */
export const uid: Check = {
  id: 'dashboard/uid',
  level: Level.INFO,
  summary: 'dashboard without a uid',
  why: 'Links to it, in runbooks and annotations of alerts, break when Grafana starts with an empty database.',
  run: (context) =>
    distinct(
      loadedDashboards(context)
        .filter(({ dashboard }) => dashboard.uid === '')
        .map(({ object, field, key, dashboard }) => ({
          object,
          field,
          message: `"${key}", dashboard "${dashboard.title}", has no uid.`,
          basis: 'present',
          fix: { text: `"uid": "${slug(dashboard.title)}"` },
        })),
    ),
};

function slug(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return words.slice(0, 40).replace(/-+$/, '') || 'dashboard';
}

import { Level } from '../../report/finding';
import type { Check } from '../check';
import { distinct } from '../draft-of-problem';
import { filesFound, NOT_SHOWN } from './dashboard-files';

/**
 * A dashboard that Grafana cannot read: no JSON, no title, or a uid that is too long or has other characters.
 *
 * Mirrors: grafana `pkg/services/provisioning/dashboards/file_reader.go`, `readDashboardFromFile`; `types.go`,
 * `createDashboardJSON`; `pkg/services/dashboards/service/dashboard_service.go`.
 */
export const unreadable: Check = {
  id: 'dashboard/unreadable',
  level: Level.ERROR,
  summary: 'dashboard that Grafana cannot read',
  why: NOT_SHOWN,
  run: (context) =>
    distinct(
      filesFound(context).flatMap(({ object, field, key, reading }) =>
        reading.state === 'unreadable'
          ? {
              object,
              field,
              message: `"${key}" ${reading.problem.message}`,
              basis: 'present',
              fix: { text: reading.problem.fix },
            }
          : [],
      ),
    ),
};

import { Level } from '../../report/finding';
import { looksLikeDashboard } from '../../simulator/dashboards/read-dashboard';
import type { Check } from '../check';
import { distinct } from '../draft-of-problem';
import { filesFound } from './dashboard-files';

/**
 * A dashboard whose data key does not end in `.json`. The key is the name of the file, and Grafana looks for no other files.
 *
 * Mirrors: grafana `pkg/services/provisioning/dashboards/file_reader.go`, `validateWalkablePath`.
 */
export const fileName: Check = {
  id: 'dashboard/file-name',
  level: Level.ERROR,
  summary: 'data key of a dashboard that does not end in .json',
  why: 'Grafana passes the file over, without a word in its log.',
  run: (context) =>
    distinct(
      filesFound(context)
        .filter(({ name, text }) => !name.endsWith('.json') && looksLikeDashboard(text))
        .map(({ object, field, key }) => ({
          object,
          field,
          message: `"${key}" is the name of the file, and Grafana reads files that end in ".json".`,
          basis: 'present',
          fix: { text: `rename the key to "${key.replace(/\.(?:json|yaml|yml|txt)?$/i, '')}.json".` },
        })),
    ),
};

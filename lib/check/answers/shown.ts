import { countText } from '../../report/count-text';
import { Level } from '../../report/finding';
import { textsOf } from '../../simulator/dashboards/files';
import { looksLikeDashboard } from '../../simulator/dashboards/read-dashboard';
import type { SourcedObject } from '../../simulator/kube-object';
import type { CheckContext } from '../check-context';
import { duplicate } from '../dashboard/duplicate';
import { fileName } from '../dashboard/file-name';
import { notLoaded } from '../dashboard/not-loaded';
import { overwritten } from '../dashboard/overwritten';
import { size } from '../dashboard/size';
import { unreadable } from '../dashboard/unreadable';
import type { Answer } from './answers-of';
import { joined } from './join-parts';

/** What keeps a dashboard from being shown. */
const FATAL = [size, notLoaded, fileName, overwritten, unreadable, duplicate];

/** Which dashboards some Grafana shows. */
export function shown(context: CheckContext): Answer {
  const { dashboards } = context.simulation;
  const lost = lostFields(context);
  const counts = { working: 0, failing: 0, unknown: 0 };
  for (const { object, collects, takenBy, misses } of dashboards.outcomes) {
    if (collects === 'datasources') {
      continue;
    }
    const fields = lost.get(object) ?? new Set();
    const isOpen = dashboards.assumed || misses.some(({ sidecar }) => !sidecar.certain);
    for (const { field, key, text: written } of textsOf(object)) {
      // An address says nothing of the dashboard there.
      const text = key.endsWith('.url') ? undefined : written;
      if (!key.endsWith('.json') && !key.endsWith('.json.url') && !looksLikeDashboard(text)) {
        continue;
      }
      const isLost = fields.has(field) || fields.has('');
      const isShown = takenBy.length > 0 && !dashboards.assumed && text !== undefined;
      counts[isLost ? 'failing' : isShown ? 'working' : isOpen || text === undefined ? 'unknown' : 'failing']++;
    }
  }
  const { working, failing, unknown } = counts;
  if (working + failing + unknown === 0) {
    return undefined;
  }
  const count = (number: number): string => countText(number, 'dashboard');
  return {
    ...counts,
    text: joined([
      working > 0 && count(working),
      failing > 0 && `${count(failing)} ${failing === 1 ? 'is' : 'are'} not shown`,
      unknown > 0 &&
        (dashboards.assumed
          ? `${count(unknown)}, and no Grafana with a known sidecar among these objects`
          : `not known of ${count(unknown)}`),
    ]),
  };
}

/** Fields with dashboards that are not shown; the empty one for objects as a whole. */
function lostFields(context: CheckContext): ReadonlyMap<SourcedObject, Set<string>> {
  const lost = new Map<SourcedObject, Set<string>>();
  for (const check of FATAL) {
    for (const { object, field, basis, level } of check.run(context)) {
      if (basis === 'present' && (level ?? check.level) === Level.ERROR) {
        const fields = lost.get(object) ?? new Set();
        lost.set(object, fields.add(/^(?:data|binaryData|stringData)[.[]/.test(field) ? field : ''));
      }
    }
  }
  return lost;
}

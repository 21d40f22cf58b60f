import { isPlainObject } from '../../private/plain-object';
import { parseJson } from './parse-json';

/** A dashboard that Grafana can read. */
export interface Dashboard {
  readonly title: string;
  /** Empty where it has none. */
  readonly uid: string;
  /** The whole of it. */
  readonly data: { readonly [field: string]: any };
}

/** Why Grafana does not read a dashboard. */
export interface Unreadable {
  readonly message: string;
  readonly fix: string;
}

/** What Grafana makes of a file: a dashboard, nothing, or something that nobody can tell from here. */
export type DashboardReading =
  | { readonly state: 'dashboard'; readonly dashboard: Dashboard }
  | { readonly state: 'unreadable'; readonly problem: Unreadable }
  | { readonly state: 'unknown' };

const UNKNOWN: DashboardReading = { state: 'unknown' };

/**
 * Reads a file as Grafana does.
 *
 * Source: grafana `pkg/services/provisioning/dashboards/file_reader.go`, `readDashboardFromFile`; `types.go`,
 * `createDashboardJSON`; `pkg/services/dashboards/service/dashboard_service.go`, `BuildSaveDashboardCommand`.
 */
export function readDashboard(text: string | undefined): DashboardReading {
  if (text === undefined) {
    return UNKNOWN;
  }
  const parsed = parseJson(text);
  if ('line' in parsed) {
    return unreadable(
      text.trim() === '' ? 'is empty.' : `is no JSON: see line ${parsed.line} of the text.`,
      'write it as Grafana exports it.',
    );
  }
  const { data } = parsed;
  if (!isPlainObject(data)) {
    return unreadable('is no dashboard: a map is needed.', 'write it as Grafana exports it.');
  }
  // A resource of Grafana's own API, which newer versions read.
  if (typeof data.apiVersion === 'string' && typeof data.kind === 'string') {
    return UNKNOWN;
  }
  const { title, uid } = data;
  if (typeof title !== 'string' || title.trim() === '') {
    return isDashboard(data.dashboard)
      ? unreadable(
          'has its dashboard below "dashboard", as the API of Grafana gives it.',
          'keep what is below "dashboard".',
        )
      : unreadable('has no title.', 'title: a name that no other dashboard of its folder has.');
  }
  const short = typeof uid === 'string' ? uid.trim() : '';
  if (short.length > 40) {
    return unreadable(`has a uid of ${short.length} characters, and 40 are the limit.`, 'shorten the uid.');
  }
  if (/[^A-Za-z0-9_-]/.test(short)) {
    return unreadable(`has uid "${short}".`, 'use letters, digits, "-" and "_" in the uid.');
  }
  return { state: 'dashboard', dashboard: { title, uid: short, data } };
}

/** Whether a value has what every dashboard has. */
export function isDashboard(data: unknown): boolean {
  return (
    isPlainObject(data) &&
    (Array.isArray(data.panels) || Array.isArray(data.rows)) &&
    (typeof data.title === 'string' || typeof data.schemaVersion === 'number')
  );
}

/** Whether a text is a dashboard, also where it lies a level deeper. */
export function looksLikeDashboard(text: string | undefined): boolean {
  if (text === undefined || !/"(?:panels|rows)"/.test(text)) {
    return false;
  }
  const parsed = parseJson(text);
  return (
    'data' in parsed && isPlainObject(parsed.data) && (isDashboard(parsed.data) || isDashboard(parsed.data.dashboard))
  );
}

function unreadable(message: string, fix: string): DashboardReading {
  return { state: 'unreadable', problem: { message, fix } };
}

import { parseDuration } from '../duration-text';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';

/**
 * A timeout that is longer than the interval. A timeout that is not set is never looked at.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateScrapeIntervalAndTimeout`.
 *
 * @param inherited what counts where the interval is not set, with the object that says so
 */
export function checkTiming(
  config: any,
  field: string,
  inherited: { readonly interval: string; readonly from: string } | undefined,
  problems: ProblemList,
  names: { readonly interval: string; readonly timeout: string } = { interval: 'interval', timeout: 'scrapeTimeout' },
): void {
  const timeoutText = config[names.timeout] ?? '';
  if (timeoutText === '') {
    return;
  }
  const own = config[names.interval] ?? '';
  const intervalText = own === '' ? (inherited?.interval ?? '') : own;
  const origin = own === '' && inherited ? `, which ${inherited.from} sets` : '';
  const [interval, timeout] = [parseDuration(intervalText), parseDuration(timeoutText)];
  if (interval === undefined) {
    problems.add('interval-unreadable', joinPath(field, names.interval), {
      message: `"${intervalText}"${origin} is no duration, and ${names.timeout} is compared with it.`,
      fix: `${names.interval}: 30s, for example.`,
      values: { interval: intervalText, inherited: own === '' && inherited !== undefined },
    });
  }
  if (timeout === undefined) {
    problems.add('timeout-unreadable', joinPath(field, names.timeout), {
      message: `"${timeoutText}" is no duration.`,
      fix: `${names.timeout}: 10s, for example.`,
      values: { timeout: timeoutText },
    });
  }
  if (interval !== undefined && timeout !== undefined && timeout > interval) {
    problems.add('timeout-above-interval', joinPath(field, names.timeout), {
      message: `"${timeoutText}" is longer than the interval of "${intervalText}"${origin}.`,
      fix: `${names.timeout}: ${intervalText}, or less.`,
      values: { timeout: timeoutText, interval: intervalText, inherited: own === '' && inherited !== undefined },
    });
  }
}

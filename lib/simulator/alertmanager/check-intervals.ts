import { joinPath } from '../operator/problem';
import type { ProblemList } from '../operator/problem-list';
import { listOf } from './config-spec';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * What the Operator asks of the time intervals of an AlertmanagerConfig.
 *
 * Source: prometheus-operator v0.93 `pkg/apis/monitoring/v1alpha1/validation.go`, `MuteTimeInterval.Validate`.
 */
export function checkIntervals(intervals: readonly any[], list: string, problems: ProblemList): void {
  for (const [i, interval] of intervals.entries()) {
    const field = joinPath(list, i);
    if (!interval?.name) {
      problems.add('interval-without-name', field, {
        message: 'has no name.',
        fix: 'name: out-of-hours, for example.',
      });
    }
    for (const [j, period] of listOf(interval?.timeIntervals).entries()) {
      checkPeriod(period, joinPath(joinPath(field, 'timeIntervals'), j), problems);
    }
  }
}

function checkPeriod(period: any, field: string, problems: ProblemList): void {
  const check = (name: string, whyNot: (value: any) => string | undefined): void => {
    for (const [i, value] of listOf(period?.[name]).entries()) {
      const why = whyNot(value);
      if (why !== undefined) {
        problems.add('interval', joinPath(joinPath(field, name), i), {
          message: `${JSON.stringify(value)} cannot be read: ${why}.`,
          fix: `write it as ${EXAMPLES[name]}.`,
          values: { [name]: value },
        });
      }
    }
  };
  check('times', whyNoTimes);
  check('weekdays', (value) => whyNoRange(String(value), (text) => dayOf(text), [0, 6]));
  check('daysOfMonth', whyNoDays);
  check('months', (value) => whyNoRange(String(value), (text) => monthOf(text), [1, 12]));
  check('years', (value) => whyNoRange(String(value), wholeOf));
}

const EXAMPLES: { readonly [name: string]: string } = {
  times: '{ startTime: "08:00", endTime: "17:00" }',
  weekdays: 'monday:friday',
  daysOfMonth: '{ start: 1, end: 7 }',
  months: 'january:march',
  years: '2026:2027',
};

function whyNoTimes(value: any): string | undefined {
  const [start, end] = [value?.startTime, value?.endTime].map((time) => String(time ?? ''));
  const odd = [start, end].find((time) => !/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time));
  if (odd !== undefined) {
    return `"${odd}" is no time of day`;
  }
  return start >= end ? 'it ends before it begins' : undefined;
}

/** @param most the least and the largest number, where the Operator asks for them */
function whyNoRange(
  text: string,
  numberOf: (text: string) => number | undefined,
  most?: readonly [number, number],
): string | undefined {
  const parts = text.includes(':') ? text.split(':') : [text, text];
  if (parts.length !== 2) {
    return 'it has more than one colon';
  }
  const [start, end] = parts.map(numberOf);
  if (start === undefined || end === undefined) {
    return `"${parts[start === undefined ? 0 : 1]}" is not known`;
  }
  if (most !== undefined && (start < most[0] || end > most[1])) {
    return `it goes from ${most[0]} to ${most[1]} only`;
  }
  return start > end ? 'it ends before it begins' : undefined;
}

function dayOf(text: string): number | undefined {
  const day = DAYS.indexOf(text.toLowerCase());
  return day >= 0 ? day : wholeOf(text);
}

function monthOf(text: string): number | undefined {
  const month = MONTHS.indexOf(text.toLowerCase());
  return month >= 0 ? month + 1 : wholeOf(text);
}

function wholeOf(text: string): number | undefined {
  return /^[-+]?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function whyNoDays(value: any): string | undefined {
  const [start, end] = [Number(value?.start ?? 0), Number(value?.end ?? 0)];
  const odd = [start, end].find((day) => day === 0 || Math.abs(day) > 31);
  if (odd !== undefined) {
    return `${odd} is no day of a month`;
  }
  if (start < 0 && end > 0) {
    return 'its end must count from the end of the month, as its start does';
  }
  const fromStart = (day: number): number => (day < 0 ? 28 + day : day);
  return fromStart(start) > fromStart(end) ? 'it ends before it begins' : undefined;
}

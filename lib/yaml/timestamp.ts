const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(.*)$/s;
const TIME =
  /^(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})([.,]\d+)?(Z|[-+]\d{2}:\d{2})| (\d{1,2}):(\d{1,2}):(\d{1,2})([.,]\d+)?)$/;

/**
 * Whether go-yaml v2 takes a text for a point in time (go.yaml.in/yaml/v2, `resolve.go`, function `parseTimestamp`).
 * Of use for values tagged `!!timestamp` only: all others stay text.
 */
export function isTimestamp(text: string): boolean {
  const date = DATE.exec(text);
  if (date === null) {
    return false;
  }
  const [, year, month, day, rest] = date;
  // The day before the first of the next month; two-digit years are no concern, all have four digits.
  const days = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > days) {
    return false;
  }
  if (rest === '') {
    return true;
  }
  const time = TIME.exec(rest);
  if (time === null) {
    return false;
  }
  const [hour, minute, second] = time[1] === undefined ? [time[6], time[7], time[8]] : [time[1], time[2], time[3]];
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}

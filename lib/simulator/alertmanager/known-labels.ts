import type { AlertLabels, Matcher } from './matcher';
import { meets } from './matcher';

/** What is known of the labels of an alert. */
export interface KnownLabels {
  /** Labels with their values; one with an empty value is surely not there. */
  readonly values: AlertLabels;
  /** Labels that may be there, with whatever value. */
  readonly unknown: ReadonlySet<string>;
  /** Whether there may be more of them. */
  readonly open: boolean;
}

/** All labels of an alert. */
export function exactly(values: AlertLabels): KnownLabels {
  return { values, unknown: new Set(), open: false };
}

/** The value of a label: empty where it is surely not there, `undefined` where nobody can tell. */
export function valueIn({ values, unknown, open }: KnownLabels, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : unknown.has(name) || open ? undefined : '';
}

/** The same with a label of a known value, or of one that is not known. */
export function withLabel(
  { values, unknown, open }: KnownLabels,
  name: string,
  value: string | undefined,
): KnownLabels {
  const { [name]: _, ...others } = values;
  const left = new Set([...unknown].filter((one) => one !== name));
  return value === undefined
    ? { values: others, unknown: left.add(name), open }
    : { values: { ...others, [name]: value }, unknown: left, open };
}

/** Whether an alert meets a matcher; `undefined` where nobody can tell. */
export function maybeMeets(matcher: Matcher, labels: KnownLabels): boolean | undefined {
  const value = valueIn(labels, matcher.name);
  return value === undefined ? undefined : meets(matcher, { [matcher.name]: value });
}

import { type Duration, type Size, SizeRoundingBehavior } from 'cdk8s';
import type { ContainerResources } from 'cdk8s-plus-27';
import { goDuration } from '../../private/go-duration';
import { isPlainObject } from '../../private/plain-object';
import { toPrometheusDuration, wholeMilliseconds } from '../../private/prometheus-duration';
import { toPrometheusSize } from '../../private/prometheus-size';
import type { Values } from '../values';

/** What a value of the chart is when it is written. */
export type ValueType = 'boolean' | 'number' | 'text' | 'list' | 'map' | 'any';

/** Why a prop cannot be written, and the fix. */
export interface KindProblem {
  readonly message: string;
  readonly fix: string;
}

/** How one kind of prop is written as a value of the chart. */
export interface ValueKind {
  readonly type: ValueType;
  /** What is wrong with a prop; plain JavaScript may give anything. */
  readonly problem: (prop: any) => KindProblem | undefined;
  readonly write: (prop: any) => any;
}

/** True or false. */
export const FLAG: ValueKind = {
  type: 'boolean',
  problem: (prop) =>
    typeof prop === 'boolean'
      ? undefined
      : { message: `${show(prop)} is not a boolean.`, fix: 'true or false, without quotes.' },
  write: same,
};

/** A text; also what an enum of TypeScript is when it runs. */
export const TEXT: ValueKind = {
  type: 'text',
  problem: (prop) =>
    typeof prop === 'string' ? undefined : { message: `${show(prop)} is not a string.`, fix: 'give a text.' },
  write: same,
};

/**
 * One of the members of an enum.
 *
 * @param members a function, so that the enum is loaded when it is needed
 */
export function choice(members: () => { readonly [name: string]: string }): ValueKind {
  return {
    type: 'text',
    problem: (prop) => {
      const known = Object.values(members());
      return known.includes(prop)
        ? undefined
        : { message: `${show(prop)} is not one of ${known.join(', ')}.`, fix: 'give one of them.' };
    },
    write: same,
  };
}

/** Members of an enum, as `choice`. */
export function choices(members: () => { readonly [name: string]: string }): ValueKind {
  const one = choice(members);
  return {
    type: 'list',
    problem: (prop) =>
      Array.isArray(prop)
        ? prop.map(one.problem).find((problem) => problem !== undefined)
        : { message: `${show(prop)} is not a list.`, fix: 'give a list.' },
    write: same,
  };
}

/** A value of one kind for each of some members of an enum. */
export function choiceMap(members: () => { readonly [name: string]: string }, kind: ValueKind): ValueKind {
  const key = choice(members);
  return {
    type: 'map',
    problem: (prop) =>
      mapProblem(prop) ??
      Object.entries(prop)
        .map(([name, value]) => key.problem(name) ?? kind.problem(value))
        .find((problem) => problem !== undefined),
    write: same,
  };
}

/** A value of one kind for each of some names. */
export function mapOf(kind: ValueKind): ValueKind {
  return {
    type: 'map',
    problem: (prop) =>
      mapProblem(prop) ??
      Object.values(prop)
        .map(kind.problem)
        .find((problem) => problem !== undefined),
    write: (prop) => Object.fromEntries(Object.entries(prop).map(([name, value]) => [name, kind.write(value)])),
  };
}

/** A number of pods or a part of them: what `PercentOrAbsolute` of cdk8s-plus makes. */
export const COUNT_OR_PERCENT: ValueKind = {
  type: 'any',
  problem: (prop) =>
    Number.isInteger(prop?.value) || /^\d+%$/.test(String(prop?.value))
      ? undefined
      : { message: `${show(prop)} is no PercentOrAbsolute.`, fix: 'PercentOrAbsolute.absolute(1), for example.' },
  write: (prop) => prop.value,
};

/** A whole number that is not negative. */
export const COUNT = wholeNumber(0, Number.MAX_SAFE_INTEGER, '0 or more');

/** A whole number above zero. */
export const POSITIVE = wholeNumber(1, Number.MAX_SAFE_INTEGER, '1 or more');

/** Port of a Service or of a container. */
export const PORT = wholeNumber(1, 65535, 'from 1 to 65535');

/** A duration as Prometheus reads it, above zero. */
export const DURATION = durationKind(toPrometheusDuration, 1);

/** A duration as Prometheus reads it, zero included. */
export const DURATION_OR_ZERO = durationKind(toPrometheusDuration, 0);

/** A duration as Go reads it: no days. */
export const GO_DURATION = durationKind(goDuration, 1);

/** A duration that is written as a whole number of seconds. */
export const SECONDS: ValueKind = {
  ...durationKind((duration) => duration.toSeconds(), 0),
  type: 'number',
};

/** A size as Prometheus reads it, for example `40GiB`. */
export const SIZE = sizeKind(toPrometheusSize);

/** A size as a quantity of Kubernetes, for example `50Gi`. */
export const QUANTITY = sizeKind((size) => size.asString());

/** `resources` of a container. */
export const RESOURCES: ValueKind = { type: 'map', problem: mapProblem, write: resourceValues };

/** Address of a web page. A Helm template is not known before the install. */
export const WEB_URL: ValueKind = {
  type: 'text',
  problem: (prop) =>
    TEXT.problem(prop) ??
    (/^https?:\/\/[^/\s]/.test(prop) || prop.includes('{{')
      ? undefined
      : {
          message: `${show(prop)} is no address of a web page.`,
          fix: "begin with https:// or http://, for example 'https://prometheus.example.com'.",
        }),
  write: same,
};

/** Path of a URL. */
export const URL_PATH: ValueKind = {
  type: 'text',
  problem: (prop) =>
    TEXT.problem(prop) ??
    (prop.startsWith('/') ? undefined : { message: `${show(prop)} does not begin with a slash.`, fix: `'/${prop}'` }),
  write: same,
};

/** Texts. */
export const TEXTS: ValueKind = {
  type: 'list',
  problem: (prop) =>
    Array.isArray(prop) && prop.every((item) => typeof item === 'string')
      ? undefined
      : { message: `${show(prop)} is not a list of strings.`, fix: "give a list such as ['a', 'b']." },
  write: same,
};

/** Texts that the chart wants in one, with commas. */
export const JOINED_TEXTS: ValueKind = { ...TEXTS, type: 'text', write: (prop) => prop.join(',') };

/** Texts by key: labels, annotations. */
export const TEXT_MAP: ValueKind = {
  type: 'map',
  problem: (prop) =>
    mapProblem(prop) ??
    (Object.values(prop).every((item) => typeof item === 'string')
      ? undefined
      : { message: `${show(prop)} has a value that is not a string.`, fix: 'put the value in quotes.' }),
  write: same,
};

/** A map that goes out as it is. */
export const MAP: ValueKind = { type: 'map', problem: mapProblem, write: same };

/** A list of maps that go out as they are. */
export const MAPS: ValueKind = {
  type: 'list',
  problem: (prop) =>
    Array.isArray(prop) && prop.every(isPlainObject)
      ? undefined
      : { message: `${show(prop)} is not a list of maps.`, fix: 'give a list of maps.' },
  write: same,
};

/** What a prop is called in a message; never long. */
export function show(prop: unknown): string {
  const text = JSON.stringify(prop) ?? String(prop);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** What is wrong with a prop that has to be a map. */
export function mapProblem(prop: unknown): KindProblem | undefined {
  return isPlainObject(prop) ? undefined : { message: `${show(prop)} is not a map.`, fix: 'give a map.' };
}

function wholeNumber(least: number, most: number, range: string): ValueKind {
  return {
    type: 'number',
    problem: (prop) =>
      Number.isInteger(prop) && prop >= least && prop <= most
        ? undefined
        : { message: `${show(prop)} is not a whole number, ${range}.`, fix: `give a whole number, ${range}.` },
    write: same,
  };
}

function durationKind(write: (duration: Duration) => any, least: number): ValueKind {
  return {
    type: 'text',
    problem: (prop) => durationProblem(prop, least),
    write,
  };
}

function durationProblem(prop: any, least: number): KindProblem | undefined {
  if (typeof prop?.toMilliseconds !== 'function') {
    return { message: `${show(prop)} is no Duration.`, fix: 'Duration.days(10), for example.' };
  }
  if (!isWhole(prop)) {
    return {
      message: 'is finer than a millisecond, which Prometheus cannot count.',
      fix: 'use whole milliseconds.',
    };
  }
  return wholeMilliseconds(prop) < least
    ? {
        message: 'is zero, so it has no effect or keeps nothing.',
        fix: 'give a duration above zero, or leave it out.',
      }
    : undefined;
}

function isWhole(duration: Duration): boolean {
  try {
    wholeMilliseconds(duration);
    return true;
  } catch {
    return false;
  }
}

function sizeKind(write: (size: Size) => string): ValueKind {
  return {
    type: 'text',
    problem: (prop) => {
      if (typeof prop?.toKibibytes !== 'function') {
        return { message: `${show(prop)} is no Size.`, fix: 'Size.gibibytes(50), for example.' };
      }
      return prop.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) > 0
        ? undefined
        : { message: 'is zero.', fix: 'give a size above zero, or leave it out.' };
    },
    write,
  };
}

function resourceValues({ cpu, memory, ephemeralStorage }: ContainerResources): Values {
  return {
    requests: {
      cpu: cpu?.request?.amount,
      memory: memory?.request?.asString(),
      'ephemeral-storage': ephemeralStorage?.request?.asString(),
    },
    limits: {
      cpu: cpu?.limit?.amount,
      memory: memory?.limit?.asString(),
      'ephemeral-storage': ephemeralStorage?.limit?.asString(),
    },
  };
}

function same<T>(prop: T): T {
  return prop;
}

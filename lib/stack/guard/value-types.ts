import { isPlainObject } from '../../private/plain-object';
import { durationMilliseconds } from '../../simulator/duration-text';
import { truthy } from '../facts/selection';
import type { ValueType } from './key-tree';

/** What is wrong with the type of a value. */
export interface TypeProblem {
  readonly message: string;
  readonly fix: string;
  /** Index of the item of a list that it is about. */
  readonly item?: number;
}

/** Items of a list that are looked at. */
const MAX_ITEMS = 1000;

const BOOLEAN_WORD = /^(true|false|yes|no|on|off)$/i;

/** What is wrong with the type of a value that the chart reads as a whole. Texts are not repeated: they may be secrets. */
export function typeProblem(value: unknown, types: readonly ValueType[]): TypeProblem | undefined {
  if (value === null || value === undefined || types.includes('any') || hasTemplate(value)) {
    return undefined;
  }
  const strict = types.includes('string') && typeof value === 'object';
  if (!truthy(value) && !strict) {
    return undefined;
  }
  const problems = types.map((type) => problemOf(value, type));
  return problems.includes(undefined) ? undefined : problems[0];
}

/** The type of a value in words, without the value where it may be a secret. */
export function typeText(value: unknown): string {
  if (Array.isArray(value)) {
    return 'a list';
  }
  if (typeof value === 'string') {
    return BOOLEAN_WORD.test(value) ? `"${value}"` : 'a text';
  }
  return isPlainObject(value) ? 'a map' : String(value);
}

function problemOf(value: unknown, type: ValueType): TypeProblem | undefined {
  switch (type) {
    case 'any':
      return undefined;
    case 'flag':
      return typeof value === 'boolean' ? undefined : noFlag(value);
    case 'number':
      return typeof value === 'number' || (typeof value === 'string' && /^[-+]?\d+(\.\d+)?$/.test(value))
        ? undefined
        : { message: `${typeText(value)} stands where the chart needs a number.`, fix: 'give a number.' };
    case 'duration':
      return durationProblem(value);
    case 'string':
      return typeof value === 'string'
        ? undefined
        : { message: `${typeText(value)} is not a string.`, fix: isScalar(value) ? `"${value}"` : 'give a text.' };
    case 'text':
      return isScalar(value)
        ? undefined
        : { message: `${typeText(value)} stands where the chart needs a text.`, fix: 'give a text.' };
    case 'map':
      return isPlainObject(value)
        ? undefined
        : { message: `${typeText(value)} stands where the chart needs a map.`, fix: 'give a map, or leave it out.' };
    case 'list':
    case 'texts':
    case 'maps':
      return listProblem(value, type);
  }
}

function noFlag(value: unknown): TypeProblem {
  return {
    message: `${typeText(value)} is not a boolean, and Helm templates take it for true.`,
    fix: value === 'false' || value === 'true' ? `${value}, without quotes.` : 'true or false.',
  };
}

function durationProblem(value: unknown): TypeProblem | undefined {
  if (typeof value === 'string' && durationMilliseconds(value) !== undefined) {
    return undefined;
  }
  const shown = typeof value === 'string' && /^[\w. ]{1,20}$/.test(value) ? `"${value}"` : typeText(value);
  return {
    message: `${shown} is not a Prometheus duration, so the API server refuses the object.`,
    fix: 'give a duration with a unit, such as 30s, 5m or 10d.',
  };
}

function listProblem(value: unknown, type: 'list' | 'texts' | 'maps'): TypeProblem | undefined {
  if (!Array.isArray(value)) {
    const fix =
      isScalar(value) && type !== 'maps' ? 'put it into a list: a line that begins with a hyphen.' : 'give a list.';
    return { message: `${typeText(value)} stands where the chart needs a list.`, fix };
  }
  const fits = type === 'texts' ? isScalar : isPlainObject;
  const item = type === 'list' ? -1 : value.slice(0, MAX_ITEMS).findIndex((one) => one !== null && !fits(one));
  return item < 0
    ? undefined
    : {
        item,
        message: `${typeText(value[item])} stands where the chart needs ${type === 'texts' ? 'a text' : 'a map'}.`,
        fix: type === 'texts' ? 'give plain texts in this list.' : 'give maps in this list.',
      };
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function hasTemplate(value: unknown): boolean {
  return typeof value === 'string' && value.includes('{{');
}

import { runInNewContext } from 'node:vm';
import { Duration } from 'cdk8s';
import { isPlainObject } from '../../lib/private/plain-object';

describe('isPlainObject', () => {
  test.each([
    ['a map', {}],
    ['a map without a prototype', Object.create(null)],
    ['a map of another realm', runInNewContext('({})')],
  ])('takes %s', (_title, value) => {
    expect(isPlainObject(value)).toBe(true);
  });

  test.each([
    ['null', null],
    ['nothing', undefined],
    ['a text', 'text'],
    ['a list', []],
    ['a list of another realm', runInNewContext('[]')],
    ['a date', new Date(0)],
    ['an instance of a class', Duration.seconds(1)],
    ['a function', () => 1],
  ])('refuses %s', (_title, value) => {
    expect(isPlainObject(value)).toBe(false);
  });
});

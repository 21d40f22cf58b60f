import { parseQuantity } from '../../../lib/simulator/operator/quantity';

describe('a quantity', () => {
  test.each([
    ['0.5', 0.5],
    ['500m', 0.5],
    ['1k', 1000],
    ['1Ki', 1024],
    ['2E', 2e18],
    ['2e3', 2000],
    ['2E-1', 0.2],
    ['.5', 0.5],
    ['5.', 5],
    ['+1', 1],
    ['-250u', -0.00025],
    [3, 3],
  ])('of %s is %s', (text, number) => {
    expect(parseQuantity(text)).toBeCloseTo(number, 12);
  });

  test.each(['', 'half', '1 k', '1kB', 'm', null, undefined])('is none in %j', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

import { boundedMemo } from '../../lib/simulator/bounded-memo';

test('compiles a text once, even to nothing', () => {
  const compile = jest.fn(() => undefined);
  const memo = boundedMemo(compile);
  memo('a');
  memo('a');
  expect(compile).toHaveBeenCalledTimes(1);
});

test('forgets everything when results together weigh too much', () => {
  const compile = jest.fn((text: string) => text);
  const memo = boundedMemo(compile, 5, (text) => text.length);
  for (const text of ['aa', 'bbb', 'aa', 'c', 'aa']) {
    expect(memo(text)).toBe(text);
  }
  expect(compile.mock.calls.map(([text]) => text)).toEqual(['aa', 'bbb', 'c', 'aa']);
});

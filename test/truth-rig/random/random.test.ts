import { Random } from '../../../truth/random/random';

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

test('depends on the seed alone', () => {
  const draw = (seed: number): number[] => {
    const random = new Random(seed);
    return times(20, () => random.integer(0, 1000));
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

test('gives both ends of a range, and nothing beyond', () => {
  const random = new Random(1);
  const drawn = times(300, () => random.integer(3, 6));
  expect([...new Set(drawn)].sort()).toEqual([3, 4, 5, 6]);
});

test('takes choices as often as their weights say', () => {
  const random = new Random(1);
  const drawn = times(2000, () =>
    random.weighted([
      [3, 'often'],
      [1, 'rarely'],
      [0, 'never'],
    ]),
  );
  expect(drawn).not.toContain('never');
  const rarely = drawn.filter((one) => one === 'rarely').length;
  expect(rarely).toBeGreaterThan(400);
  expect(rarely).toBeLessThan(600);
});

test('takes nothing, or always, where the share says so', () => {
  const random = new Random(1);
  expect(times(100, () => random.chance(0))).not.toContain(true);
  expect(times(100, () => random.chance(1))).not.toContain(false);
});

test('keeps every value when it shuffles them', () => {
  const random = new Random(1);
  const values = times(10, () => 0).map((_, i) => i);
  const shuffled = random.shuffled(values);
  expect(shuffled).not.toEqual(values);
  expect([...shuffled].sort()).toEqual(values);
});

test('keeps the order of the values that it takes some of', () => {
  const random = new Random(1);
  const some = random.some([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(some).toEqual([...some].sort());
  expect(some.length).toBeGreaterThan(0);
});

test('spreads choices evenly over seeds in a row', () => {
  const choices = Array.from({ length: 50 }, (_, i) => [i === 0 ? 5 : 1, i] as const);
  const counts = new Map<number, number>();
  for (let seed = 100; seed < 640; seed++) {
    const choice = new Random(seed).even(choices, 1);
    counts.set(choice, (counts.get(choice) ?? 0) + 1);
  }
  const { 0: first, ...others } = Object.fromEntries(counts);
  expect(first).toBeGreaterThan(46);
  expect(first).toBeLessThan(54);
  expect(Math.min(...Object.values(others))).toBeGreaterThan(7);
  expect(Object.values(others)).toHaveLength(49);
});

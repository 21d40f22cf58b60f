import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A choice and how often it is taken, compared with the others. */
export type Weighted<T> = readonly [weight: number, value: T];

/** Their square roots have nothing to do with each other. */
const PRIMES = [2, 3, 5, 7, 11, 13];

/** Choices that depend on a seed alone. */
export class Random {
  private readonly generator: ReturnType<typeof xoroshiro128plus>;

  constructor(private readonly seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** A whole number from `least` to `most`, both included. */
  public integer(least: number, most: number): number {
    return uniformInt(this.generator, least, most);
  }

  /** Whether something happens that does so in a share (0 to 1) of all cases. */
  public chance(share: number): boolean {
    return this.integer(0, 9999) < share * 10000;
  }

  /** One of several values. */
  public one<T>(values: readonly T[]): T {
    return values[this.integer(0, values.length - 1)];
  }

  /** One of several values, some of them more often than others. */
  public weighted<T>(choices: readonly Weighted<T>[]): T {
    return choiceAt(choices, this.integer(0, totalOf(choices) - 1));
  }

  /**
   * The same for what is to occur evenly over seeds in a row, so that none is missed by chance.
   *
   * Source of the method: additive recurrence, a sequence of low discrepancy.
   *
   * @param dimension which of several such choices it is, from 0; they do not depend on each other
   */
  public even<T>(choices: readonly Weighted<T>[], dimension: number): T {
    const share = (this.seed * Math.sqrt(PRIMES[dimension])) % 1;
    return choiceAt(choices, Math.floor(share * totalOf(choices)));
  }

  /** Some of several values, in their order. */
  public some<T>(values: readonly T[], share = 0.5): T[] {
    return values.filter(() => this.chance(share));
  }

  /** As many of several values as wanted, each once, in any order. */
  public sample<T>(values: readonly T[], count: number): T[] {
    return this.shuffled(values).slice(0, count);
  }

  public shuffled<T>(values: readonly T[]): T[] {
    const left = [...values];
    return values.map(() => left.splice(this.integer(0, left.length - 1), 1)[0]);
  }

  /** The fields in a share of all cases, else none: to be spread into an object. */
  public maybe<T extends object>(share: number, make: () => T): T | Record<string, never> {
    return this.chance(share) ? make() : {};
  }
}

function totalOf(choices: readonly Weighted<unknown>[]): number {
  return choices.reduce((sum, [weight]) => sum + weight, 0);
}

function choiceAt<T>(choices: readonly Weighted<T>[], position: number): T {
  let left = position;
  for (const [weight, value] of choices) {
    left -= weight;
    if (left < 0) {
      return value;
    }
  }
  throw new Error('there is nothing to choose from');
}

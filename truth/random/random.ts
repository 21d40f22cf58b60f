import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A choice and how often it is taken, compared with the others. */
export type Weighted<T> = readonly [weight: number, value: T];

/** Choices that depend on a seed alone. */
export class Random {
  private readonly generator: ReturnType<typeof xoroshiro128plus>;

  constructor(seed: number) {
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
    let left = this.integer(0, choices.reduce((sum, [weight]) => sum + weight, 0) - 1);
    for (const [weight, value] of choices) {
      left -= weight;
      if (left < 0) {
        return value;
      }
    }
    throw new Error('there is nothing to choose from');
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

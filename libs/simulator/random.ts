import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws of one seeded stream: the same seed gives the same trial. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Whole number in [min, max]. */
  integer(min: number, max: number): number;
  chance(probability: number): boolean;
  /** Normal, by Box and Muller (1958). */
  normal(mean: number, sd: number): number;
  /** @throws RangeError when there is nothing to pick from. */
  pick<const Item>(items: readonly Item[]): Item;
}

/** Draws that depend on nothing but the seed, a whole number (xoroshiro128+). */
export function seeded(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const uniform = (): number => uniformInt(generator, 0, 0x3fffffff) / 0x40000000;
  return {
    uniform,
    integer: (min, max) => uniformInt(generator, min, max),
    chance: (probability) => uniform() < probability,
    normal: (mean, sd) => mean + sd * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    pick: (items) => {
      const item = items[uniformInt(generator, 0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
}

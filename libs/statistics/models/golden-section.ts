const GOLDEN = (3 - Math.sqrt(5)) / 2;

/** A place and the value there. */
export interface Minimum {
  readonly at: number;
  readonly value: number;
}

/**
 * The least value of a function of one number on [low, high]: the best of `grid` equal steps, then golden section between
 * its neighbours until they lie within `tolerance` (Kiefer 1953). Always ends; a function with several dips is searched
 * round its deepest grid point.
 */
export function minimumBetween(
  value: (at: number) => number,
  { low, high, grid = 40, tolerance = 1e-9 }: { low: number; high: number; grid?: number; tolerance?: number },
): Minimum {
  const step = (high - low) / grid;
  let best: Minimum = { at: low, value: value(low) };
  for (let place = 1; place <= grid; place += 1) best = lesser(best, found(value, low + place * step));
  let [from, to] = [Math.max(low, best.at - step), Math.min(high, best.at + step)];
  let one = found(value, from + GOLDEN * (to - from));
  let other = found(value, to - GOLDEN * (to - from));
  while (to - from > tolerance) {
    if (one.value <= other.value) {
      to = other.at;
      other = one;
      one = found(value, from + GOLDEN * (to - from));
    } else {
      from = one.at;
      one = other;
      other = found(value, to - GOLDEN * (to - from));
    }
  }
  return lesser(best, lesser(one, other));
}

function found(value: (at: number) => number, at: number): Minimum {
  return { at, value: value(at) };
}

function lesser(one: Minimum, other: Minimum): Minimum {
  return other.value < one.value ? other : one;
}

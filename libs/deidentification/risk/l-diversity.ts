import type { SensitiveClasses } from './sensitive-classes.ts';

/** Well-representedness of a sensitive attribute, each figure that of the worst class; 0 where no class has a value. */
export interface Diversity {
  /** Fewest different values in a class. */
  readonly distinct: number;
  /** exp of the smallest entropy of a class: the real number l for which entropy l-diversity just holds. Never rounded. */
  readonly entropy: number;
}

/** Entropies that should be equal differ by rounding; a difference below this, relative to log l, is none. */
const ROUNDING = 1e-9;
const PRECOMPUTED = 4096;

/**
 * Distinct and entropy l-diversity: every class has at least l values; −Σ p log p ≥ log l for every class.
 * Machanavajjhala, Kifer, Gehrke & Venkitasubramaniam, TKDD 1(1), 2007, definitions 4.1 and 4.2. Classes whose sensitive
 * values are all left out as missing are passed over.
 */
export function diversity({ offsets, counts }: SensitiveClasses): Diversity {
  const logs = Float64Array.from({ length: PRECOMPUTED }, (_, n) => (n < 2 ? 0 : n * Math.log(n)));
  let [distinct, entropy] = [Infinity, Infinity];
  for (let group = 0; group + 1 < offsets.length; group += 1) {
    const [from, to] = [offsets[group] ?? 0, offsets[group + 1] ?? 0];
    if (to === from) continue;
    let [size, sum] = [0, 0];
    for (let index = from; index < to; index += 1) {
      const n = counts[index] ?? 0;
      size += n;
      sum += n < PRECOMPUTED ? (logs[n] ?? 0) : n * Math.log(n);
    }
    distinct = Math.min(distinct, to - from);
    entropy = Math.min(entropy, Math.log(size) - sum / size);
  }
  return distinct === Infinity ? { distinct: 0, entropy: 0 } : { distinct, entropy: Math.exp(Math.max(entropy, 0)) };
}

/** Whether entropy l-diversity holds for `l`, apart from the rounding of logarithms. */
export function hasEntropyDiversity({ entropy }: Diversity, l: number): boolean {
  return entropy > 0 && Math.log(entropy) >= Math.log(l) * (1 - ROUNDING);
}

/**
 * Recursive (c, l)-diversity: with r₁ ≥ r₂ ≥ … the counts of a class's values, most frequent first, every class has
 * r₁ < c (r_l + r_{l+1} + … + r_m). Machanavajjhala et al. 2007, definition 4.3.
 * @returns The bound that c must exceed for this l: the largest r₁ / (r_l + … + r_m); Infinity where a class has fewer
 * than l values; 0 where no class has a value.
 * @throws RangeError unless l is a whole number from 1.
 */
export function recursiveDiversityBound({ offsets, counts }: SensitiveClasses, l: number): number {
  if (!Number.isInteger(l) || l < 1) throw new RangeError(`l: ${l} is not a whole number from 1`);
  let bound = 0;
  for (let group = 0; group + 1 < offsets.length; group += 1) {
    const descending = counts.slice(offsets[group] ?? 0, offsets[group + 1] ?? 0).sort((a, b) => b - a);
    if (descending.length === 0) continue;
    let tail = 0;
    for (let index = l - 1; index < descending.length; index += 1) tail += descending[index] ?? 0;
    bound = Math.max(bound, tail === 0 ? Infinity : (descending[0] ?? 0) / tail);
  }
  return bound;
}

/** Whether recursive (c, l)-diversity holds. The inequality is strict. */
export function hasRecursiveDiversity(classes: SensitiveClasses, c: number, l: number): boolean {
  return recursiveDiversityBound(classes, l) < c;
}

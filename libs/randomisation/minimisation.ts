import type { AllocationLevels, AllocationScheme, AllocationSequence } from './allocation.schema.ts';
import { DrawStream } from './draw.stream.ts';

/** Somebody who was allocated before. */
export interface Allocated {
  readonly levels: AllocationLevels;
  readonly arm: string;
}

/**
 * Minimisation with a random element: the arm that leaves the marginal totals of the participant's levels most alike is
 * taken with `probability`, otherwise one of the others; ties are drawn. Imbalance is the range of the totals, summed over
 * factors of equal weight; without factors it is the range of the arms' sizes (Efron's biased coin, where there are two).
 * Pocock & Simon (1975), Biometrics 31:103-115; Efron (1971), Biometrika 58:403-417.
 */
export function minimisedArm(
  scheme: Pick<AllocationScheme, 'arms' | 'factors'>,
  { seed, probability }: Pick<AllocationSequence, 'seed' | 'probability'>,
  past: readonly Allocated[],
  levels: AllocationLevels,
): string {
  const draw = new DrawStream(seed, `minimisation/${past.length}`);
  const arms = draw.shuffled(scheme.arms.map(({ arm }) => arm));
  const imbalances = arms.map((arm) => imbalanceWith(arm, scheme, past, levels));
  const least = Math.min(...imbalances);
  const best = arms.filter((_, at) => imbalances[at] === least);
  const others = arms.filter((_, at) => imbalances[at] !== least);
  const [chosen] = others.length === 0 || draw.unit() < probability ? best : others;
  if (chosen === undefined) throw new RangeError('there are no arms');
  return chosen;
}

function imbalanceWith(
  candidate: string,
  { arms, factors }: Pick<AllocationScheme, 'arms' | 'factors'>,
  past: readonly Allocated[],
  levels: AllocationLevels,
): number {
  const groups =
    factors.length === 0
      ? [past]
      : factors.map(({ factor }) => past.filter((other) => other.levels[factor] === levels[factor]));
  return groups.reduce((sum, group) => {
    const totals = arms.map(({ arm }) => group.filter((other) => other.arm === arm).length + Number(arm === candidate));
    return sum + Math.max(...totals) - Math.min(...totals);
  }, 0);
}

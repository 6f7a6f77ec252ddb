import type { AllocationScheme, AllocationSequence } from './allocation.schema.ts';
import { DrawStream } from './draw.stream.ts';

/**
 * Permuted blocks of random sizes, one sequence for each stratum, without end. A block holds every arm in the ratio asked
 * for, so that at any moment two equal arms of a stratum differ by at most half the largest block.
 * Zelen (1974), J Chronic Dis 27:365-375; Matts & Lachin (1988), Control Clin Trials 9:327-344.
 */
export function* permutedBlocks(
  { arms }: Pick<AllocationScheme, 'arms'>,
  { seed, blockSizes }: Pick<AllocationSequence, 'seed' | 'blockSizes'>,
  stratum: string,
): Generator<string, never> {
  const once = arms.flatMap(({ arm, ratio }) => Array.from({ length: ratio }, () => arm));
  const draw = new DrawStream(seed, `permuted-blocks/${stratum}`);
  for (;;) {
    const size = blockSizes[draw.below(blockSizes.length)] ?? once.length;
    const block = Array.from({ length: size / once.length }, () => once).flat();
    yield* draw.shuffled(block);
  }
}

import { type AllocationScheme, type AllocationSequence, stratumOf } from './allocation.schema.ts';
import { type Allocated, minimisedArm } from './minimisation.ts';
import { permutedBlocks } from './permuted.blocks.ts';
import { listedArm } from './uploaded.list.ts';

/** Somebody who has an arm. */
export interface Placed extends Allocated {
  readonly participantId: string;
}

/** Somebody who is to have one. */
export type Arriving = Omit<Placed, 'arm'>;

/**
 * The arm of the next participant: a function of scheme, sequence and those who came before, so that it can be checked
 * after the trial.
 * @param past everybody allocated before, in order
 * @returns undefined where an uploaded list has no place left for the stratum
 */
export function drawArm(
  scheme: AllocationScheme,
  sequence: AllocationSequence,
  past: readonly Placed[],
  { participantId, levels }: Arriving,
): string | undefined {
  const stratum = stratumOf(scheme, levels);
  const before = past.filter((other) => stratumOf(scheme, other.levels) === stratum);
  switch (scheme.method) {
    case 'permuted-blocks':
      return nth(permutedBlocks(scheme, sequence, stratum), before.length);
    case 'minimisation':
      return minimisedArm(scheme, sequence, past, levels);
    case 'list': {
      const kept = new Set(sequence.list.map((entry) => entry.participantId));
      const takenInStratum = before.filter((other) => !kept.has(other.participantId)).length;
      return listedArm(sequence.list, { participantId, stratum, takenInStratum });
    }
  }
}

/** One whose arm is not the one the sequence gives. */
export interface Misplaced {
  readonly participantId: string;
  /** Counted from 1, in the order of allocation. */
  readonly number: number;
}

/** Draws every allocation again. @returns those whose arm is another than the sequence gives; none in a sound trial */
export function replay(
  scheme: AllocationScheme,
  sequence: AllocationSequence,
  allocations: readonly Placed[],
): readonly Misplaced[] {
  return allocations.flatMap((allocation, at) => {
    const arm = drawArm(scheme, sequence, allocations.slice(0, at), allocation);
    return arm === allocation.arm ? [] : [{ participantId: allocation.participantId, number: at + 1 }];
  });
}

function nth<Item>(items: Generator<Item, never>, at: number): Item {
  for (let skipped = 0; skipped < at; skipped += 1) items.next();
  return items.next().value;
}

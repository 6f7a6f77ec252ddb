import type { AllocationListEntry } from './allocation.schema.ts';

/** An uploaded list in the order in which its places are taken. */
export function placesOf(list: readonly AllocationListEntry[], stratum: string): readonly AllocationListEntry[] {
  return list
    .filter((entry) => entry.participantId === undefined && (entry.stratum ?? '') === stratum)
    .sort((one, other) => one.number - other.number);
}

/** Who a place of the list is kept for has it; everybody else takes the next free one of their stratum. */
export function listedArm(
  list: readonly AllocationListEntry[],
  { participantId, stratum, takenInStratum }: Taking,
): string | undefined {
  const own = list.find((entry) => entry.participantId === participantId);
  return (own ?? placesOf(list, stratum)[takenInStratum])?.arm;
}

export interface Taking {
  readonly participantId: string;
  readonly stratum: string;
  /** Places of the stratum that are taken by those for whom none was kept. */
  readonly takenInStratum: number;
}

import { effective, type Fact, storedNames } from '#domain';

/** Entries that change what an earlier entry of their stream says, by every name they were stored under. */
export const AMENDMENTS: ReadonlySet<string> = new Set(
  (['EntryCorrected', 'EntryVoided'] as const).flatMap((type) => storedNames(type)),
);

/**
 * One stream's history as it should have been, for read models. As `effective`, and besides: where the entry that founded
 * a record was corrected to belong to another person, the whole record moves with it.
 */
export function standing(history: readonly Fact[]): readonly Fact[] {
  const kept: readonly Fact[] = effective(history);
  const [first] = kept;
  const owner = first && ownerNamedIn(first);
  if (owner === undefined || owner === first?.metadata.participantId) return kept;
  return kept.map((fact) => ({ ...fact, metadata: { ...fact.metadata, participantId: owner } }));
}

/** The person an entry names as the one its record belongs to. */
function ownerNamedIn(fact: Fact): string | undefined {
  const founds =
    fact.type === 'HomeworkAssigned' ||
    fact.type === 'RatingRecorded' ||
    fact.type === 'MeasureDue' ||
    fact.type === 'MeasureRecorded' ||
    fact.type === 'MeasureMissed';
  return founds ? fact.data.participantId : undefined;
}

/** Everyone an effective fact is about. */
export function peopleOf(fact: Fact): readonly string[] {
  if (fact.type === 'SessionHeld' || fact.type === 'SessionMissed') return fact.data.participants;
  if (fact.type === 'HomeworkSectionLogged') return [fact.data.participantId];
  return fact.metadata.participantId === undefined ? [] : [fact.metadata.participantId];
}

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
    fact.type === 'HomeworkProposed' ||
    fact.type === 'HomeworkAssigned' ||
    fact.type === 'RatingRecorded' ||
    fact.type === 'MeasureDue' ||
    fact.type === 'MeasureRecorded' ||
    fact.type === 'MeasureMissed';
  return founds ? fact.data.participantId : undefined;
}

/** Everyone an effective fact names; a session's own entries may name nobody, and then concern all of its people. */
export function peopleOf(fact: Fact): readonly string[] {
  if ('participants' in fact.data) return fact.data.participants;
  if (fact.type === 'HomeworkSectionLogged') return [fact.data.participantId];
  return fact.metadata.participantId === undefined ? [] : [fact.metadata.participantId];
}

/** Everyone each effective fact of one stream is about. */
export function peopleIn(history: readonly Fact[]): readonly (readonly [Fact, readonly string[]])[] {
  const named = new Set(history.flatMap((fact) => ('participants' in fact.data ? fact.data.participants : [])));
  return history.map((fact) => [fact, fact.type === 'SessionCancelled' ? [...named] : peopleOf(fact)] as const);
}

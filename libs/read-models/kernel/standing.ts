import { effective, type Fact } from '#domain';

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
  switch (fact.type) {
    case 'HomeworkAssigned':
    case 'RatingRecorded':
    case 'MeasureRecorded':
    case 'MeasureMissed':
      return fact.data.participantId;
    default:
      return undefined;
  }
}

/** Everyone an effective fact is about. */
export function peopleOf(fact: Fact): readonly string[] {
  switch (fact.type) {
    case 'SessionHeld':
    case 'SessionMissed':
      return fact.data.participants;
    case 'HomeworkSectionLogged':
      return [fact.data.participantId];
    default:
      return fact.metadata.participantId === undefined ? [] : [fact.metadata.participantId];
  }
}

import type { ZonePeriod } from '#calendar';
import type { Fact } from '#domain';
import { groupBy } from '../kernel/group-by.ts';
import type { DerivationInput } from '../kernel/projection.ts';
import { type PersonSession, personSessions } from './person.sessions.ts';

/** What a person's homework is read against: their calendar, their sessions and how far the record is known. */
export interface PersonCourse {
  readonly participantId: string;
  /** In order of `from`, the first from the beginning; none for somebody never enrolled. */
  readonly zones: readonly ZonePeriod[];
  readonly sessions: readonly PersonSession[];
  /** The person's own last entry or the study's last whole day, whichever is later. */
  readonly knownUntil: string;
  /** Effective facts of each assignment, by stream. */
  readonly assignments: ReadonlyMap<string, readonly Fact[]>;
}

export function courseOf({ participantId, facts, knownUntil }: DerivationInput): PersonCourse {
  const own = facts.filter(({ stream }) => stream.startsWith('assignment-'));
  return {
    participantId,
    zones: zonesOf(facts),
    sessions: personSessions(participantId, facts),
    knownUntil: facts.reduce((last, { recordedAt }) => (recordedAt > last ? recordedAt : last), knownUntil),
    assignments: groupBy(own, ({ stream }) => stream),
  };
}

function zonesOf(facts: readonly Fact[]): readonly ZonePeriod[] {
  const enrolled = facts.findLast((fact) => fact.type === 'ParticipantEnrolled');
  if (enrolled === undefined) return [];
  // Of two changes on the same day the later entry stands.
  const changes = new Map(
    facts.flatMap((fact) => (fact.type === 'TimeZoneChanged' ? [[fact.data.from, fact.data.timeZone] as const] : [])),
  );
  const moved = [...changes].map(([from, timeZone]) => ({ from, timeZone }));
  return [
    { from: '', timeZone: enrolled.data.timeZone },
    ...moved.sort((one, other) => (one.from < other.from ? -1 : 1)),
  ];
}

import type { Fact } from '#domain';
import { localDateOf } from '../kernel/calendar.ts';
import { groupBy } from '../kernel/group-by.ts';
import { recordIdOf } from '../kernel/fact.columns.ts';

/** A session as it bears on one person. Scheduled, cancelled and missed ones stand at the time they were meant for. */
export interface PersonSession {
  readonly sessionId: string;
  readonly number: number | null;
  readonly state: 'scheduled' | 'held' | 'missed' | 'cancelled';
  readonly at: string;
  readonly date: string;
  /** What the homework section said of this person's work; null where nobody logged it or there was nothing to review. */
  readonly reviewed: boolean | null;
}

type SessionFact = Fact<
  'SessionScheduled' | 'SessionCancelled' | 'SessionHeld' | 'SessionMissed' | 'HomeworkSectionLogged'
>;

/** One person's sessions in order of time, from their effective facts. */
export function personSessions(participantId: string, facts: readonly Fact[]): readonly PersonSession[] {
  const byStream = groupBy(facts.filter(isOfSession), ({ stream }) => stream);
  return [...byStream.values()]
    .flatMap((own) => sessionOf(participantId, own) ?? [])
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function isOfSession(fact: Fact): fact is SessionFact {
  return fact.stream.startsWith('session-') && fact.type !== 'ContactMade';
}

/** The last word about the session stands: held, missed or cancelled; a person who was not there has their own word. */
function sessionOf(participantId: string, facts: readonly SessionFact[]): PersonSession | undefined {
  const mine = facts.filter((fact) => !('participants' in fact.data) || fact.data.participants.includes(participantId));
  const scheduled = mine.findLast((fact) => fact.type === 'SessionScheduled');
  const told = mine.findLast(
    (fact) => fact.type === 'SessionHeld' || fact.type === 'SessionMissed' || fact.type === 'SessionCancelled',
  );
  const standing = told ?? scheduled;
  if (standing === undefined || (standing.type === 'SessionCancelled' && scheduled === undefined)) return undefined;
  const meant = standing.type === 'SessionHeld' ? undefined : scheduled?.data.startsAt;
  const { occurredAt, localDate, timeZone } = standing.metadata;
  return {
    sessionId: recordIdOf(standing.stream),
    number: 'sessionNumber' in standing.data ? standing.data.sessionNumber : (scheduled?.data.sessionNumber ?? null),
    state: STATES[standing.type],
    at: meant ?? occurredAt,
    date: meant === undefined ? localDate : localDateOf(meant, timeZone),
    reviewed: reviewedIn(participantId, mine),
  };
}

const STATES = {
  SessionScheduled: 'scheduled',
  SessionHeld: 'held',
  SessionMissed: 'missed',
  SessionCancelled: 'cancelled',
} as const;

function reviewedIn(participantId: string, facts: readonly SessionFact[]): boolean | null {
  const section = facts.findLast(
    (fact) => fact.type === 'HomeworkSectionLogged' && fact.data.participantId === participantId,
  );
  if (section?.type !== 'HomeworkSectionLogged' || section.data.reviewed === 'nothing-to-review') return null;
  return section.data.reviewed === 'reviewed';
}

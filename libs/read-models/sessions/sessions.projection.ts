import type { Fact } from '#domain';
import { localDateOf } from '../kernel/calendar.ts';
import { recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldStreamInto } from '../kernel/projection.ts';
import { SessionRow } from './session.row.ts';

type Rows = readonly SessionRow[];

/** A stream together: who calls a session off names nobody, and means everyone it was arranged for. */
export const sessions = foldStreamInto(SessionRow)({
  name: 'sessions',
  version: 2,
  on: {
    SessionScheduled: (rows, fact) => withEach(rows, fact, (row) => ({ ...row, ...scheduled(fact) })),
    SessionCancelled: (rows, { data }) =>
      rows.map((row) =>
        row.state === 'scheduled'
          ? { ...row, state: 'cancelled', cancelledBy: data.by, cancellationReason: data.reason ?? null }
          : row,
      ),
    SessionHeld: (rows, fact) => withEach(rows, fact, (row) => ({ ...row, ...held(fact) })),
    SessionMissed: (rows, fact) => withEach(rows, fact, (row) => missed(row, fact)),
    HomeworkSectionLogged: (rows, { data }) =>
      rows.map((row) =>
        row.participantId === data.participantId
          ? {
              ...row,
              homeworkReviewed: data.reviewed,
              homeworkWhyNotReviewed: data.whyNotReviewed ?? null,
              homeworkAssigned: data.assigned,
              homeworkWhyNot: data.whyNot ?? null,
              homeworkMinutes: data.minutes ?? null,
              homeworkNote: data.note ?? null,
            }
          : row,
      ),
  },
});

type ToldOfPeople = Fact<'SessionScheduled' | 'SessionHeld' | 'SessionMissed'>;

/** Changes the row of each participant an entry names; one that is not there yet begins empty. */
function withEach(rows: Rows, fact: ToldOfPeople, change: (row: SessionRow) => SessionRow): Rows {
  const named = new Set(fact.data.participants);
  const present = new Set(rows.map(({ participantId }) => participantId));
  const changed = rows.map((row) => (named.has(row.participantId) ? change(row) : row));
  const added = [...named].filter((person) => !present.has(person));
  return [...changed, ...added.map((participantId) => change(empty(fact, participantId)))];
}

function scheduled({ data, metadata, recordedAt }: Fact<'SessionScheduled'>) {
  const { startsAt, sessionNumber, modality, deliverers } = data;
  return {
    ...{ state: 'scheduled' as const, attended: null, cancelledBy: null, cancellationReason: null, missedReason: null },
    ...{ sessionNumber, modality, deliverers, recordedAt },
    scheduledAt: startsAt,
    occurredAt: startsAt,
    localDate: localDateOf(startsAt, metadata.timeZone),
  };
}

function held({ data, metadata, recordedAt }: Fact<'SessionHeld'>) {
  const { sessionNumber, modality, deliverers } = data;
  return {
    ...{ state: 'held' as const, attended: true, cancelledBy: null, cancellationReason: null, missedReason: null },
    ...{ sessionNumber, modality, deliverers, recordedAt },
    phase: data.phase ?? null,
    minutes: data.minutes ?? null,
    occurredAt: metadata.occurredAt,
    localDate: metadata.localDate,
  };
}

function missed(row: SessionRow, { data, metadata, recordedAt }: Fact<'SessionMissed'>): SessionRow {
  const at = row.scheduledAt ?? metadata.occurredAt;
  return {
    ...row,
    ...{ state: 'missed', attended: false, cancelledBy: null, cancellationReason: null, missedReason: data.reason },
    ...{ phase: null, minutes: null, sessionNumber: data.sessionNumber, recordedAt },
    occurredAt: at,
    localDate: row.scheduledAt === null ? metadata.localDate : localDateOf(at, metadata.timeZone),
  };
}

function empty(fact: ToldOfPeople, participantId: string): SessionRow {
  const { stream, data, metadata, recordedAt } = fact;
  return {
    ...scopeOf(fact),
    sessionId: recordIdOf(stream),
    participantId,
    sessionNumber: data.sessionNumber,
    ...{ state: 'scheduled', attended: null, scheduledAt: null, cancelledBy: null, cancellationReason: null },
    ...{ missedReason: null, modality: null, phase: null, deliverers: [], minutes: null },
    occurredAt: metadata.occurredAt,
    localDate: metadata.localDate,
    ...{ homeworkReviewed: null, homeworkWhyNotReviewed: null, homeworkAssigned: null, homeworkWhyNot: null },
    ...{ homeworkMinutes: null, homeworkNote: null },
    recordedAt,
  };
}

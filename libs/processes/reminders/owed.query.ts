import { endOfDay, zoneOfDay } from '#calendar';
import type { RemindedOf } from '#domain';
import type { Owed } from '#reminders';
import type { ReadSnapshot } from '#read-models';
import { readZones } from './zones.parser.ts';

/** An obligation that is not met, whose it is, and how a reminder of it names it. */
export interface OwedByPerson extends Owed {
  readonly participantId: string;
  readonly of: RemindedOf;
}

interface HomeworkOwed {
  readonly participantId: string;
  readonly assignmentId: string;
  readonly occurrence: string;
  readonly dueDate: string;
  readonly dueAt: Date;
  readonly assignedAt: Date;
}

const HOMEWORK = `SELECT o.participant_id AS "participantId", o.assignment_id AS "assignmentId", o.occurrence,
    o.due_date::text AS "dueDate", o.due_at AS "dueAt", a.assigned_at AS "assignedAt"
  FROM occurrences o JOIN assignments a ON a.assignment_id = o.assignment_id AND a.participant_id = o.participant_id
  WHERE o.study_id = $1 AND o.state IN ('open', 'unknown') AND o.taken_away_at IS NULL AND a.status = 'active'
    AND o.due_at > $2 AND o.due_at <= $3 AND ($4::text IS NULL OR o.participant_id = $4)
  ORDER BY o.due_at, o.assignment_id, o.occurrence`;

interface MeasureOwed {
  readonly participantId: string;
  readonly instrumentId: string;
  readonly occasion: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly zones: string;
}

const MEASURES = `SELECT m.participant_id AS "participantId", m.instrument_id AS "instrumentId", m.occasion,
    m.opens_on::text AS "opensOn", m.closes_on::text AS "closesOn", p.zones
  FROM due_measures m JOIN participants p ON p.participant_id = m.participant_id
  WHERE m.study_id = $1 AND m.informant = 'client' AND m.status IN ('upcoming', 'due', 'overdue') AND m.opens_on <= $3::date + 1 AND m.closes_on >= $2::date - 1
    AND ($4::text IS NULL OR m.participant_id = $4)
  ORDER BY m.opens_on, m.instrument_id, m.occasion`;

/** Names an obligation within the study, for good. */
export function keyOf(of: RemindedOf, participantId: string): string {
  return of.kind === 'homework'
    ? `homework/${of.assignmentId}/${of.occurrence}`
    : `measure/${participantId}/${of.instrumentId}/${of.occasion}`;
}

/** ISO 8601; of one participant alone where they are named. */
export interface OwedBetween {
  readonly from: string;
  readonly to: string;
  readonly participantId?: string;
}

/** What the participants of a study owe between two moments and have not done, by participant. */
export async function owedIn(
  snapshot: ReadSnapshot,
  studyId: string,
  { from, to, participantId }: OwedBetween,
): Promise<ReadonlyMap<string, readonly OwedByPerson[]>> {
  const homework = await snapshot.sql<HomeworkOwed>(HOMEWORK, [studyId, from, to, participantId ?? null]);
  const measures = await snapshot.sql<MeasureOwed>(MEASURES, [studyId, from, to, participantId ?? null]);
  const people = new Map<string, OwedByPerson[]>();
  for (const one of [...homework.map(ofHomework), ...measures.map(ofMeasure)]) {
    people.set(one.participantId, [...(people.get(one.participantId) ?? []), one]);
  }
  return people;
}

function ofHomework({
  participantId,
  assignmentId,
  occurrence,
  dueDate,
  dueAt,
  assignedAt,
}: HomeworkOwed): OwedByPerson {
  const of = { kind: 'homework' as const, assignmentId, occurrence };
  const moments = { day: dueDate, until: dueAt.toISOString(), since: assignedAt.toISOString() };
  return { participantId, of, key: keyOf(of, participantId), kind: 'homework', ...moments };
}

function ofMeasure({ participantId, instrumentId, occasion, opensOn, closesOn, zones }: MeasureOwed): OwedByPerson {
  const of = { kind: 'measure' as const, instrumentId, occasion };
  const periods = readZones(zones);
  const until = endOfDay(closesOn, zoneOfDay(periods, closesOn) ?? 'UTC');
  return { participantId, of, key: keyOf(of, participantId), kind: 'measure', day: opensOn, until, since: '' };
}

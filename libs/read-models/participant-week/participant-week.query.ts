import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { localDateOf, type ZonePeriod, zoneOfDay, zoneOfMoment } from '#calendar';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { type ParticipantWeek, spanOf, type WeekHomework, type WeekMeasure, weekOf, weekSince } from './week.items.ts';

/** The day and the week of one participant. */
export class WeekOfParticipant extends Query<ParticipantWeek> {
  /**
   * @param now ISO 8601
   * @param today another day than the one it is for the participant now, `YYYY-MM-DD`
   */
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly who: { readonly studyId: string; readonly participantId: string },
    readonly now: string,
    readonly today?: string,
  ) {
    super();
  }
}

interface Calendar {
  readonly studyZone: string;
  readonly zones: readonly ZonePeriod[] | null;
  readonly enrolledOn: string | null;
}

const CALENDAR = `SELECT s.time_zone AS "studyZone", p.zones::json AS zones, p.enrolled_date::text AS "enrolledOn"
  FROM studies s LEFT JOIN participants p ON p.participant_id = $2 AND p.study_id = s.study_id WHERE s.study_id = $1`;

const HOMEWORK = `SELECT o.assignment_id AS "assignmentId", o.occurrence, a.title::json AS title, a.visibility,
    a.status = 'active' AS active, o.state, a.assigned_at AS "assignedAt", o.due_at AS "dueAt", o.due_date::text AS "dueDate",
    o.completed_at AS "completedAt"
  FROM occurrences o JOIN assignments a ON a.assignment_id = o.assignment_id AND a.participant_id = o.participant_id
  WHERE o.study_id = $1 AND o.participant_id = $2 AND o.taken_away_at IS NULL AND a.assigned_at IS NOT NULL
    AND (o.due_date BETWEEN $3::date AND $4::date OR o.completed_at >= $5::timestamptz - interval '2 days'
      OR (o.occurrence = 'whole' AND o.state IN ('open', 'unknown') AND (o.due_date IS NULL OR o.due_date > $4::date)))
  ORDER BY o.due_at, o.assignment_id, o.occurrence LIMIT 500`;

const MEASURES = `SELECT d.instrument_id AS "instrumentId", d.instrument_version AS "instrumentVersion", d.occasion,
    d.opens_on::text AS "opensOn", d.due_on::text AS "dueOn", d.closes_on::text AS "closesOn", d.status = 'recorded' AS recorded,
    (SELECT max(m.local_date)::text FROM measures m WHERE m.participant_id = d.participant_id
      AND m.instrument_id = d.instrument_id AND m.occasion = d.occasion AND m.status = 'recorded') AS "answeredOn"
  FROM due_measures d WHERE d.study_id = $1 AND d.participant_id = $2 AND d.informant = 'client'
    AND d.status NOT IN ('missed', 'released') AND d.opens_on <= $4::date AND d.closes_on >= $3::date
  ORDER BY d.due_on, d.instrument_id, d.occasion LIMIT 200`;

@QueryHandler(WeekOfParticipant)
export class WeekOfParticipantHandler implements IQueryHandler<WeekOfParticipant> {
  async execute({ snapshot, who, now, today: asked }: WeekOfParticipant): Promise<ParticipantWeek> {
    const { studyId, participantId } = who;
    const [known] = await snapshot.sql<Calendar>(CALENDAR, [studyId, participantId]);
    const own = known?.zones ?? [];
    // Whoever may not know where a participant is sees their week on the study’s calendar.
    const zones = own.length > 0 ? own : [{ from: '', timeZone: known?.studyZone ?? 'UTC' }];
    const today = asked ?? localDateOf(now, zoneOfMoment(zones, now) ?? 'UTC');
    const { from, to } = spanOf(today);
    const span = [studyId, participantId, from, to];
    const homework = await snapshot.sql<WeekHomework>(HOMEWORK, [...span, `${today}T00:00:00.000Z`]);
    const measures = await snapshot.sql<WeekMeasure>(MEASURES, span);
    const timeZone = own.length > 0 ? (zoneOfDay(own, today) ?? null) : null;
    const week = weekOf({ homework, measures }, { today, zones });
    return { participantId, today, timeZone, studyWeek: weekSince(known?.enrolledOn ?? null, today), ...week };
  }
}

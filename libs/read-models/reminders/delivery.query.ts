import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import type { ReminderRow } from './reminder.row.ts';

/** What came of the messages to one person through one channel. Counts of messages. */
export interface Delivery {
  readonly participantId: string;
  readonly channel: ReminderRow['channel'];
  /** Planned, whatever came of it. */
  readonly intended: number;
  /** Still to go out. */
  readonly waiting: number;
  /** Taken by the mail server or push service. */
  readonly sent: number;
  /** May have arrived: the program stopped or the line broke while it was handed over. */
  readonly unknown: number;
  /** Certainly did not arrive. */
  readonly failed: number;
  readonly cancelled: number;
  readonly opened: number;
  /** Sent or unknown, and what it reminded of was done after it went out. */
  readonly answered: number;
}

/** The delivery report of a study, one line for each person and channel. */
export class DeliveryReport extends Query<readonly Delivery[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    /** Of these alone; of everybody where left out. */
    readonly participantIds?: readonly string[],
  ) {
    super();
  }
}

const ANSWERED = `(r.kind = 'homework' AND EXISTS (SELECT FROM occurrences o
    WHERE o.assignment_id = r.assignment_id AND o.occurrence = r.occurrence AND o.participant_id = r.participant_id
      AND o.state IN ('done', 'part', 'alternative') AND (o.completed_at IS NULL OR o.completed_at >= r.sending_at)))
  OR (r.kind = 'measure' AND EXISTS (SELECT FROM measures m
    WHERE m.participant_id = r.participant_id AND m.instrument_id = r.instrument_id AND m.occasion = r.occasion
      AND m.status = 'recorded' AND m.occurred_at >= r.sending_at))`;

const REPORT = `SELECT r.participant_id AS "participantId", r.channel, count(*)::int AS intended,
    (count(*) FILTER (WHERE r.status IN ('planned', 'sending')))::int AS waiting,
    (count(*) FILTER (WHERE r.status = 'sent'))::int AS sent,
    (count(*) FILTER (WHERE r.status = 'unknown'))::int AS unknown,
    (count(*) FILTER (WHERE r.status = 'failed'))::int AS failed,
    (count(*) FILTER (WHERE r.status = 'cancelled'))::int AS cancelled,
    (count(*) FILTER (WHERE r.opened_at IS NOT NULL))::int AS opened,
    (count(*) FILTER (WHERE r.status IN ('sent', 'unknown') AND (${ANSWERED})))::int AS answered
  FROM reminders r WHERE r.study_id = $1 AND ($2::text[] IS NULL OR r.participant_id = ANY($2))
  GROUP BY r.participant_id, r.channel ORDER BY r.participant_id, r.channel`;

@QueryHandler(DeliveryReport)
export class DeliveryReportHandler implements IQueryHandler<DeliveryReport> {
  async execute({ snapshot, studyId, participantIds }: DeliveryReport): Promise<readonly Delivery[]> {
    return snapshot.sql<Delivery>(REPORT, [studyId, participantIds ?? null]);
  }
}

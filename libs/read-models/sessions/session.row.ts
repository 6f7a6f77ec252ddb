import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';
import type { Fact } from '#domain';

type Held = Fact<'SessionHeld'>['data'];
export type SessionState = 'scheduled' | 'held' | 'missed' | 'cancelled';
type Cancelled = Fact<'SessionCancelled'>['data'];
type Section = Fact<'HomeworkSectionLogged'>['data'];

/** A session of one person: group sessions have a row for each of their participants. */
@Entity('sessions')
@Index(['participantId', 'sessionNumber'])
@Index(['studyId', 'occurredAt'])
@Index(['stream'])
export class SessionRow {
  @PrimaryColumn('text', { name: 'session_id', ...KEY })
  sessionId!: string;

  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'study_id', ...KEY, ...NULL })
  studyId!: string | null;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;

  @Column('integer', { name: 'session_number' })
  sessionNumber!: number;

  @Column('text', { name: 'state', ...KEY })
  state!: SessionState;

  /** False for a missed session; null while it is only arranged, and where it was called off. */
  @Column('boolean', { name: 'attended', ...NULL })
  attended!: boolean | null;

  /** When it was to begin, where it was arranged beforehand. */
  @Column('timestamptz', { name: 'scheduled_at', ...INSTANT, ...NULL })
  scheduledAt!: string | null;

  @Column('text', { name: 'cancelled_by', ...KEY, ...NULL })
  cancelledBy!: Cancelled['by'] | null;

  @Column('text', { name: 'cancellation_reason', ...KEY, ...NULL })
  cancellationReason!: NonNullable<Cancelled['reason']> | null;

  @Column('text', { name: 'missed_reason', ...KEY, ...NULL })
  missedReason!: Fact<'SessionMissed'>['data']['reason'] | null;

  @Column('text', { name: 'modality', ...KEY, ...NULL })
  modality!: Held['modality'] | null;

  @Column('text', { name: 'phase', ...KEY, ...NULL })
  phase!: NonNullable<Held['phase']> | null;

  @Column('text', { name: 'deliverers', array: true })
  deliverers!: string[];

  @Column('double precision', { name: 'minutes', ...NULL })
  minutes!: number | null;

  /** When it was held; of one that was not held, when it was to begin. */
  @Column('timestamptz', { name: 'occurred_at', ...INSTANT })
  occurredAt!: string;

  @Column('date', { name: 'local_date' })
  localDate!: string;

  /** Null when nobody logged the homework section. */
  @Column('text', { name: 'homework_reviewed', ...KEY, ...NULL })
  homeworkReviewed!: Section['reviewed'] | null;

  @Column('text', { name: 'homework_assigned', ...KEY, ...NULL })
  homeworkAssigned!: Section['assigned'] | null;

  @Column('text', { name: 'homework_why_not_reviewed', ...KEY, ...NULL })
  homeworkWhyNotReviewed!: NonNullable<Section['whyNotReviewed']> | null;

  /** Why none was assigned. */
  @Column('text', { name: 'homework_why_not', ...KEY, ...NULL })
  homeworkWhyNot!: NonNullable<Section['whyNot']> | null;

  @Column('double precision', { name: 'homework_minutes', ...NULL })
  homeworkMinutes!: number | null;

  @Column('simple-json', { name: 'homework_note', ...NULL })
  homeworkNote!: SealedText | null;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

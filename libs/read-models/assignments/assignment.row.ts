import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';
import type { Fact, Informant, Unit } from '#domain';
import { AssignmentTermsColumns } from './assignment-terms.columns.ts';

export type AssignmentStatus = 'proposed' | 'declined' | 'active' | 'completed' | 'expired' | 'withdrawn';

/** An assignment as it stands: the terms of its newest version and what came of it. */
@Entity('assignments')
@Index(['participantId', 'assignedAt'])
@Index(['studyId', 'status', 'assignedAt'])
@Index(['stream'])
export class AssignmentRow extends AssignmentTermsColumns {
  @PrimaryColumn('text', { name: 'assignment_id', ...KEY })
  assignmentId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @Column('text', { name: 'study_id', ...KEY, ...NULL })
  studyId!: string | null;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;

  @Column('integer', { name: 'version' })
  version!: number;

  /** How often the terms were changed. */
  @Column('integer', { name: 'adjustments' })
  adjustments!: number;

  @Column('text', { name: 'status', ...KEY })
  status!: AssignmentStatus;

  @Column('text', { name: 'initiated_by', ...KEY })
  initiatedBy!: Fact<'HomeworkAssigned'>['data']['initiatedBy'];

  /** An analyst derived the assignment from a log in which nobody assigned it. */
  @Column('boolean', { name: 'analyst_construction' })
  analystConstruction!: boolean;

  /** When it was suggested, where it was before it was assigned. */
  @Column('timestamptz', { name: 'proposed_at', ...INSTANT, ...NULL })
  proposedAt!: string | null;

  /** Null while it is only proposed, and for a proposal that was declined. */
  @Column('timestamptz', { name: 'assigned_at', ...INSTANT, ...NULL })
  assignedAt!: string | null;

  @Column('date', { name: 'assigned_date', ...NULL })
  assignedDate!: string | null;

  @Column('timestamptz', { name: 'declined_at', ...INSTANT, ...NULL })
  declinedAt!: string | null;

  @Column('text', { name: 'declined_by', ...KEY, ...NULL })
  declinedBy!: Fact<'AssignmentDeclined'>['data']['by'] | null;

  @Column('text', { name: 'decline_reason', ...KEY, ...NULL })
  declineReason!: Fact<'AssignmentDeclined'>['data']['reason'] | null;

  @Column('simple-json', { name: 'decline_note', ...NULL })
  declineNote!: SealedText | null;

  /** When it was first looked at on a device. */
  @Column('timestamptz', { name: 'opened_at', ...INSTANT, ...NULL })
  openedAt!: string | null;

  /** Questions of the participant, and how many of them wait for an answer. */
  @Column('integer', { name: 'questions' })
  questions!: number;

  @Column('integer', { name: 'unanswered' })
  unanswered!: number;

  @Column('integer', { name: 'reviews' })
  reviews!: number;

  @Column('integer', { name: 'feedback' })
  feedback!: number;

  @Column('integer', { name: 'attempts_started' })
  attemptsStarted!: number;

  @Column('integer', { name: 'attempts_recorded' })
  attemptsRecorded!: number;

  @Column('integer', { name: 'attempts_abandoned' })
  attemptsAbandoned!: number;

  /** When the latest recorded or abandoned attempt happened. */
  @Column('timestamptz', { name: 'last_attempt_at', ...INSTANT, ...NULL })
  lastAttemptAt!: string | null;

  /** Somebody told how it went. What nobody reported is unknown, not undone. */
  @Column('boolean', { name: 'reported' })
  reported!: boolean;

  /** The last report about the obligation as a whole. */
  @Column('text', { name: 'reported_state', ...KEY, ...NULL })
  reportedState!: Fact<'OccurrenceReported'>['data']['state'] | null;

  @Column('double precision', { name: 'reported_amount', ...NULL })
  reportedAmount!: number | null;

  @Column('text', { name: 'reported_unit', ...KEY, ...NULL })
  reportedUnit!: Unit | null;

  @Column('timestamptz', { name: 'completed_at', ...INSTANT, ...NULL })
  completedAt!: string | null;

  @Column('date', { name: 'completed_date', ...NULL })
  completedDate!: string | null;

  @Column('text', { name: 'completed_by', ...KEY, ...NULL })
  completedBy!: Informant | null;

  @Column('boolean', { name: 'late', ...NULL })
  late!: boolean | null;

  @Column('timestamptz', { name: 'expired_at', ...INSTANT, ...NULL })
  expiredAt!: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', ...INSTANT, ...NULL })
  withdrawnAt!: string | null;

  @Column('date', { name: 'withdrawn_date', ...NULL })
  withdrawnDate!: string | null;

  @Column('text', { name: 'withdrawal_reason', ...KEY, ...NULL })
  withdrawalReason!: Fact<'AssignmentWithdrawn'>['data']['reason'] | null;

  @Column('simple-json', { name: 'withdrawal_note', ...NULL })
  withdrawalNote!: SealedText | null;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;

  @Column('timestamptz', { name: 'updated_at', ...INSTANT })
  updatedAt!: string;
}

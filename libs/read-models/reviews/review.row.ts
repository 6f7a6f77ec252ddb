import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact, Informant } from '#domain';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';

/** One time that a piece of homework was gone through together. */
@Entity('reviews')
@Index(['participantId', 'occurredAt'])
@Index(['studyId', 'occurredAt'])
@Index(['assignmentId'])
export class ReviewRow {
  /** The event that tells of it. */
  @PrimaryColumn('text', { name: 'review_id', ...KEY })
  reviewId!: string;

  @Column('text', { name: 'assignment_id', ...KEY })
  assignmentId!: string;

  /** Part of the key: a record that was corrected to be another person's leaves one owner and joins the other. */
  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @Column('text', { name: 'study_id', ...KEY, ...NULL })
  studyId!: string | null;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;

  @Column('integer', { name: 'version' })
  version!: number;

  /** None for a review apart from any session. */
  @Column('text', { name: 'session_id', ...KEY, ...NULL })
  sessionId!: string | null;

  /** As the session's own record tells it. */
  @Column('integer', { name: 'session_number', ...NULL })
  sessionNumber!: number | null;

  @Column('text', { name: 'reviewer_role', ...KEY })
  reviewerRole!: Informant;

  @Column('text', { name: 'barriers', array: true })
  barriers!: NonNullable<Fact<'HomeworkReviewed'>['data']['barriers']>;

  /** 0 to 4: how helpful the client found it, looking back. */
  @Column('integer', { name: 'helpfulness', ...NULL })
  helpfulness!: number | null;

  @Column('simple-json', { name: 'note', ...NULL })
  note!: SealedText | null;

  @Column('timestamptz', { name: 'occurred_at', ...INSTANT })
  occurredAt!: string;

  @Column('date', { name: 'local_date' })
  localDate!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

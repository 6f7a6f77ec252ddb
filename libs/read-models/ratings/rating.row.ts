import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { RecordColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';
import type { Fact, Informant } from '#domain';

export type RatingItems = Fact<'RatingRecorded'>['data']['items'];

/** A filled-in form about an assignment version, a session or an interval. */
@Entity('ratings')
@Index(['participantId', 'occurredAt'])
@Index(['studyId', 'occurredAt'])
@Index(['targetAssignmentId'])
@Index(['stream'])
export class RatingRow extends RecordColumns {
  @PrimaryColumn('text', { name: 'rating_id', ...KEY })
  ratingId!: string;

  @Column('text', { name: 'form_id', ...KEY })
  formId!: string;

  @Column('integer', { name: 'form_version' })
  formVersion!: number;

  @Column('text', { name: 'rater_id', ...KEY })
  raterId!: string;

  @Column('text', { name: 'rater_role', ...KEY })
  raterRole!: Informant;

  @Column('text', { name: 'target_kind', ...KEY })
  targetKind!: Fact<'RatingRecorded'>['data']['target']['kind'];

  @Column('text', { name: 'target_assignment_id', ...KEY, ...NULL })
  targetAssignmentId!: string | null;

  @Column('integer', { name: 'target_version', ...NULL })
  targetVersion!: number | null;

  @Column('text', { name: 'target_session_id', ...KEY, ...NULL })
  targetSessionId!: string | null;

  @Column('date', { name: 'target_from', ...NULL })
  targetFrom!: string | null;

  @Column('date', { name: 'target_to', ...NULL })
  targetTo!: string | null;

  /** Item code to raw value, raw direction. */
  @Column('simple-json', { name: 'items' })
  items!: RatingItems;

  @Column('boolean', { name: 'retrospective' })
  retrospective!: boolean;

  @Column('simple-json', { name: 'note', ...NULL })
  note!: SealedText | null;

  @Column('timestamptz', { name: 'occurred_at', ...INSTANT })
  occurredAt!: string;

  @Column('date', { name: 'local_date' })
  localDate!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

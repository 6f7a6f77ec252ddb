import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { EnrolledColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';
import type { Fact, Informant } from '#domain';

export type RatingScoreKind = 'item' | 'scale';

/** One item, or one scale, of one rating. Never averaged over forms, raters, targets or timing. */
@Entity('rating_scores')
@Index(['studyId', 'formId', 'name'])
export class RatingScoreRow extends EnrolledColumns {
  @PrimaryColumn('text', { name: 'rating_id', ...KEY })
  ratingId!: string;

  @PrimaryColumn('text', { name: 'kind', ...KEY })
  kind!: RatingScoreKind;

  /** Item code or scale. */
  @PrimaryColumn('text', { name: 'name', ...KEY })
  name!: string;

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

  /** Made later than the occasion it describes. */
  @Column('boolean', { name: 'retrospective' })
  retrospective!: boolean;

  /** Items raw, in the form’s own direction; scales by the published key. */
  @Column('double precision', { name: 'value', ...NULL })
  value!: number | null;

  /** Items of the scale without a value. */
  @Column('integer', { name: 'missing' })
  missing!: number;

  @Column('timestamptz', { name: 'occurred_at', ...INSTANT })
  occurredAt!: string;

  @Column('date', { name: 'local_date' })
  localDate!: string;
}

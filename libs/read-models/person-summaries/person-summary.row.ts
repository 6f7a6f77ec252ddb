import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { EnrolledColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';
import type { ChangeCategory, ReliableChange } from '#instruments';
import type { Informant } from '#domain';

export type ChangeDirection = ReliableChange['direction'];
export type NoChangeReason = 'no-score' | 'one-score' | 'versions-differ' | 'unknown-instrument';

/** One person’s change on one instrument as one informant tells it: first to last scored measure. */
@Entity('person_summary')
@Index(['studyId', 'instrumentId', 'informant'])
export class PersonSummaryRow extends EnrolledColumns {
  @PrimaryColumn('text', { name: 'instrument_id', ...KEY })
  instrumentId!: string;

  @PrimaryColumn('text', { name: 'informant', ...KEY })
  informant!: Informant;

  @Column('integer', { name: 'instrument_version' })
  instrumentVersion!: number;

  /** Measures with a total. */
  @Column('integer', { name: 'scored' })
  scored!: number;

  /** Measures without one. */
  @Column('integer', { name: 'unscored' })
  unscored!: number;

  @Column('text', { name: 'pre_occasion', ...KEY, ...NULL })
  preOccasion!: string | null;

  @Column('timestamptz', { name: 'pre_at', ...INSTANT, ...NULL })
  preAt!: string | null;

  /** First total. */
  @Column('double precision', { name: 'pre', ...NULL })
  pre!: number | null;

  @Column('text', { name: 'post_occasion', ...KEY, ...NULL })
  postOccasion!: string | null;

  @Column('timestamptz', { name: 'post_at', ...INSTANT, ...NULL })
  postAt!: string | null;

  /** Last total, where there are two. */
  @Column('double precision', { name: 'post', ...NULL })
  post!: number | null;

  /** post − pre, points. */
  @Column('double precision', { name: 'change', ...NULL })
  change!: number | null;

  @Column('double precision', { name: 'percent_change', ...NULL })
  percentChange!: number | null;

  /** Jacobson & Truax; null where the instrument has no reliability. */
  @Column('double precision', { name: 'reliable_change_index', ...NULL })
  reliableChangeIndex!: number | null;

  @Column('text', { name: 'reliable_by_index', ...KEY, ...NULL })
  reliableByIndex!: ChangeDirection | null;

  /** By the published number of points. */
  @Column('text', { name: 'reliable_by_points', ...KEY, ...NULL })
  reliableByPoints!: ChangeDirection | null;

  @Column('text', { name: 'category', ...KEY, ...NULL })
  category!: ChangeCategory | null;

  /** Improved by half of the baseline or more. */
  @Column('boolean', { name: 'response', ...NULL })
  response!: boolean | null;

  @Column('boolean', { name: 'remission', ...NULL })
  remission!: boolean | null;

  @Column('boolean', { name: 'caseness_start', ...NULL })
  casenessStart!: boolean | null;

  @Column('boolean', { name: 'caseness_end', ...NULL })
  casenessEnd!: boolean | null;

  /** Where the figures behind index, points and cut-offs come from. */
  @Column('text', { name: 'source', ...KEY, ...NULL })
  source!: string | null;

  /** Why there is no change. */
  @Column('text', { name: 'reason', ...KEY, ...NULL })
  reason!: NoChangeReason | null;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { EnrolledColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY } from '../kernel/row.columns.ts';
import type { Informant } from '#domain';

/** A sudden gain between two measures of one person (Tang & DeRubeis 1999). */
@Entity('sudden_gains')
@Index(['studyId', 'instrumentId'])
export class SuddenGainRow extends EnrolledColumns {
  /** The measure after the gain. */
  @PrimaryColumn('text', { name: 'measure_id', ...KEY })
  measureId!: string;

  @Column('text', { name: 'instrument_id', ...KEY })
  instrumentId!: string;

  @Column('text', { name: 'informant', ...KEY })
  informant!: Informant;

  @Column('text', { name: 'occasion_before', ...KEY })
  occasionBefore!: string;

  @Column('text', { name: 'occasion_after', ...KEY })
  occasionAfter!: string;

  @Column('double precision', { name: 'before' })
  before!: number;

  @Column('double precision', { name: 'after' })
  after!: number;

  /** Points. */
  @Column('double precision', { name: 'magnitude' })
  magnitude!: number;

  /** Half of it or more was lost later. */
  @Column('boolean', { name: 'reversed' })
  reversed!: boolean;

  /** Points that were asked for. */
  @Column('double precision', { name: 'threshold' })
  threshold!: number;

  @Column('text', { name: 'threshold_source', ...KEY })
  thresholdSource!: string;

  @Column('timestamptz', { name: 'occurred_at', ...INSTANT })
  occurredAt!: string;
}

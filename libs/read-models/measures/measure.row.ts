import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { RecordColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';
import type { Fact, Informant } from '#domain';

export type MeasureItems = Fact<'MeasureRecorded'>['data']['items'];

/** An outcome measure at one occasion, taken or missed. */
@Entity('measures')
@Index(['participantId', 'occurredAt'])
@Index(['studyId', 'instrumentId', 'occasion'])
@Index(['stream'])
export class MeasureRow extends RecordColumns {
  @PrimaryColumn('text', { name: 'measure_id', ...KEY })
  measureId!: string;

  @Column('text', { name: 'instrument_id', ...KEY })
  instrumentId!: string;

  @Column('integer', { name: 'instrument_version' })
  instrumentVersion!: number;

  @Column('text', { name: 'occasion', ...KEY })
  occasion!: string;

  @Column('text', { name: 'status', ...KEY })
  status!: 'recorded' | 'missed';

  /** Item code to raw answer; null for an item left out. */
  @Column('simple-json', { name: 'items' })
  items!: MeasureItems;

  @Column('integer', { name: 'items_missing' })
  itemsMissing!: number;

  /** As written in the source; never computed here. */
  @Column('double precision', { name: 'reported_total', ...NULL })
  reportedTotal!: number | null;

  @Column('text', { name: 'timing', ...KEY, ...NULL })
  timing!: Fact<'MeasureRecorded'>['data']['timing'] | null;

  @Column('integer', { name: 'recall_days', ...NULL })
  recallDays!: number | null;

  @Column('text', { name: 'informant', ...KEY, ...NULL })
  informant!: Informant | null;

  @Column('boolean', { name: 'assessor_blind', ...NULL })
  assessorBlind!: boolean | null;

  @Column('text', { name: 'missed_reason', ...KEY, ...NULL })
  missedReason!: Fact<'MeasureMissed'>['data']['reason'] | null;

  @Column('timestamptz', { name: 'occurred_at', ...INSTANT })
  occurredAt!: string;

  @Column('date', { name: 'local_date' })
  localDate!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

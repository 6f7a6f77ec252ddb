import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { EnrolledColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';
import type { Fact } from '#domain';

/** `early` and `late` came outside their window; `pending` may still come, `overdue` cannot any more. */
export type ReceiptStatus = 'received' | 'early' | 'late' | 'missed' | 'pending' | 'overdue';
export type ReasonFrom = 'recorded' | 'participant-left';

/** One measure of one person: expected or not, received or not, and why not. */
@Entity('missingness')
@Index(['studyId', 'instrumentId', 'occasion'])
export class MeasureReceiptRow extends EnrolledColumns {
  @PrimaryColumn('text', { name: 'measure_id', ...KEY })
  measureId!: string;

  @Column('text', { name: 'instrument_id', ...KEY })
  instrumentId!: string;

  @Column('integer', { name: 'instrument_version' })
  instrumentVersion!: number;

  @Column('text', { name: 'occasion', ...KEY })
  occasion!: string;

  /** Whether a schedule asked for it. */
  @Column('boolean', { name: 'scheduled' })
  scheduled!: boolean;

  @Column('date', { name: 'due_date', ...NULL })
  dueDate!: string | null;

  @Column('date', { name: 'window_from', ...NULL })
  windowFrom!: string | null;

  @Column('date', { name: 'window_to', ...NULL })
  windowTo!: string | null;

  @Column('text', { name: 'status', ...KEY })
  status!: ReceiptStatus;

  @Column('date', { name: 'received_date', ...NULL })
  receivedDate!: string | null;

  @Column('text', { name: 'reason', ...KEY, ...NULL })
  reason!: Fact<'MeasureMissed'>['data']['reason'] | null;

  /** Recorded, or because the participant had left by then. */
  @Column('text', { name: 'reason_from', ...KEY, ...NULL })
  reasonFrom!: ReasonFrom | null;

  /** The day that pending and overdue are told for. */
  @Column('timestamptz', { name: 'known_until', ...INSTANT })
  knownUntil!: string;
}

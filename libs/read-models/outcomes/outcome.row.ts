import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { EnrolledColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';
import type { MeasureProblem, MeasureScore } from '#instruments';
import type { Fact, Informant } from '#domain';

/** Whose instrument a measure was scored by; `unknown` where nobody has published it. */
export type InstrumentSource = 'built-in' | 'study' | 'unknown';
export type TotalFrom = NonNullable<MeasureScore['totalFrom']>;

/** An outcome measure that was taken, scored: one occasion of one person on one instrument, told by one informant. */
@Entity('outcomes')
@Index(['studyId', 'instrumentId', 'occasion'])
export class OutcomeRow extends EnrolledColumns {
  @PrimaryColumn('text', { name: 'measure_id', ...KEY })
  measureId!: string;

  @Column('text', { name: 'instrument_id', ...KEY })
  instrumentId!: string;

  @Column('integer', { name: 'instrument_version' })
  instrumentVersion!: number;

  /** Whose instrument it was scored by. */
  @Column('text', { name: 'instrument_source', ...KEY })
  instrumentSource!: InstrumentSource;

  @Column('text', { name: 'occasion', ...KEY })
  occasion!: string;

  /** Days since enrolment on the participant’s calendar. */
  @Column('integer', { name: 'day', ...NULL })
  day!: number | null;

  @Column('text', { name: 'timing', ...KEY })
  timing!: Fact<'MeasureRecorded'>['data']['timing'];

  /** How far back the questions ask. */
  @Column('integer', { name: 'recall_days', ...NULL })
  recallDays!: number | null;

  /** The questions reach back beyond this informant’s measure before; null where there is none or no recall period is known. */
  @Column('boolean', { name: 'recall_overlaps', ...NULL })
  recallOverlaps!: boolean | null;

  @Column('text', { name: 'informant', ...KEY })
  informant!: Informant;

  /** Who entered it, by pseudonymous id. */
  @Column('text', { name: 'rater_id', ...KEY })
  raterId!: string;

  @Column('boolean', { name: 'assessor_blind', ...NULL })
  assessorBlind!: boolean | null;

  /** Whether it was taken within its window; null where none was scheduled. */
  @Column('boolean', { name: 'window_ok', ...NULL })
  windowOk!: boolean | null;

  /** In points of the instrument; null where it cannot be told. */
  @Column('double precision', { name: 'total', ...NULL })
  total!: number | null;

  /** Computed from the answers, or as the source wrote it. */
  @Column('text', { name: 'total_from', ...KEY, ...NULL })
  totalFrom!: TotalFrom | null;

  @Column('simple-json', { name: 'scales' })
  scales!: MeasureScore['scales'];

  /** Items without an answer; null where only a total was told. */
  @Column('integer', { name: 'items_missing', ...NULL })
  itemsMissing!: number | null;

  @Column('text', { name: 'severity', ...KEY, ...NULL })
  severity!: string | null;

  /** Items answered above their safety threshold. */
  @Column('text', { name: 'risk_items', array: true })
  riskItems!: string[];

  /** The instrument and version it was scored by. */
  @Column('text', { name: 'scoring_version', ...KEY, ...NULL })
  scoringVersion!: string | null;

  /** Why there is no total, or why it is doubtful. */
  @Column('text', { name: 'problem', ...KEY, ...NULL })
  problem!: MeasureProblem | null;

  @Column('timestamptz', { name: 'occurred_at', ...INSTANT })
  occurredAt!: string;

  @Column('date', { name: 'local_date' })
  localDate!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

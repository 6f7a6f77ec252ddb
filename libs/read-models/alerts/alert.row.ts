import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { RecordColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';

/** `acknowledged`: a named person looks after it. */
export type AlertStatus = 'open' | 'acknowledged' | 'closed';

type Assessed = Fact<'RiskAssessed'>['data'];

/** A safety alert or a concern, as it stands. */
@Entity('alerts')
@Index(['participantId', 'raisedAt'])
@Index(['studyId', 'status', 'raisedAt'])
@Index(['stream'])
export class AlertRow extends RecordColumns {
  @PrimaryColumn('text', { name: 'alert_id', ...KEY })
  alertId!: string;

  @Column('text', { name: 'status', ...KEY })
  status!: AlertStatus;

  @Column('text', { name: 'grade', ...KEY })
  grade!: Fact<'SafetyAlertRaised'>['data']['grade'];

  /** The rule that raised it; null for a person’s concern. */
  @Column('text', { name: 'rule_id', ...KEY, ...NULL })
  ruleId!: string | null;

  @Column('integer', { name: 'rule_version', ...NULL })
  ruleVersion!: number | null;

  /** The newest occasion that spoke; null for a person’s concern. */
  @Column('text', { name: 'measure_id', ...KEY, ...NULL })
  measureId!: string | null;

  @Column('text', { name: 'item', ...KEY, ...NULL })
  item!: string | null;

  @Column('double precision', { name: 'value', ...NULL })
  value!: number | null;

  /** When the answers were given: an alert is as old as they are. */
  @Column('timestamptz', { name: 'answered_at', ...INSTANT, ...NULL })
  answeredAt!: string | null;

  /** The answers were old when they reached us, as transcribed paper is. */
  @Column('boolean', { name: 'late' })
  late!: boolean;

  /** Who was worried, where no rule was; pseudonymous. */
  @Column('text', { name: 'raised_by', ...KEY, ...NULL })
  raisedBy!: string | null;

  @Column('text', { name: 'about_category', ...KEY, ...NULL })
  aboutCategory!: string | null;

  @Column('text', { name: 'about_record_id', ...KEY, ...NULL })
  aboutRecordId!: string | null;

  @Column('simple-json', { name: 'concern', ...NULL })
  concern!: SealedText | null;

  @Column('timestamptz', { name: 'raised_at', ...INSTANT })
  raisedAt!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;

  /** How often the rule spoke again while it was open. */
  @Column('integer', { name: 'recurrences' })
  recurrences!: number;

  /** How often it was passed on. */
  @Column('integer', { name: 'level' })
  level!: number;

  /** When it was raised, passed on, or became more pressing last: from then on the time to answer runs. */
  @Column('timestamptz', { name: 'waiting_since', ...INSTANT })
  waitingSince!: string;

  /** To whom somebody passed it on; empty where the rota says who is told. */
  @Column('text', { name: 'passed_to', array: true, ...KEY })
  passedTo!: string[];

  /** Whether people of the present level were told with success. */
  @Column('boolean', { name: 'told' })
  told!: boolean;

  /** How often telling them failed in a row, or may have. */
  @Column('integer', { name: 'failed_tellings' })
  failedTellings!: number;

  /** When it was tried last at the present level; null before. */
  @Column('timestamptz', { name: 'last_told_at', ...INSTANT, ...NULL })
  lastToldAt!: string | null;

  @Column('text', { name: 'acknowledged_by', ...KEY, ...NULL })
  acknowledgedBy!: string | null;

  @Column('timestamptz', { name: 'acknowledged_at', ...INSTANT, ...NULL })
  acknowledgedAt!: string | null;

  @Column('boolean', { name: 'assessment_asked' })
  assessmentAsked!: boolean;

  @Column('text', { name: 'risk', ...KEY, ...NULL })
  risk!: Assessed['risk'] | null;

  @Column('text', { name: 'actions', array: true, ...KEY })
  actions!: Assessed['actions'][number][];

  @Column('timestamptz', { name: 'assessed_at', ...INSTANT, ...NULL })
  assessedAt!: string | null;

  @Column('text', { name: 'outcome', ...KEY, ...NULL })
  outcome!: Fact<'SafetyAlertClosed'>['data']['outcome'] | null;

  @Column('simple-json', { name: 'closing_note', ...NULL })
  closingNote!: SealedText | null;

  @Column('text', { name: 'closed_by', ...KEY, ...NULL })
  closedBy!: string | null;

  @Column('timestamptz', { name: 'closed_at', ...INSTANT, ...NULL })
  closedAt!: string | null;
}

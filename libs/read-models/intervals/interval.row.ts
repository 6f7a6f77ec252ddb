import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ClosedBy, Opening } from '#adherence';
import type { AdherenceVerdict } from '../adherence/adherence.row.ts';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';
import { IntervalMetricColumns } from './interval-metric.columns.ts';

/** Whether obligations are counted as version 1 asked for them, or as in force when they fell due. */
export type IntervalDenominator = 'as-assigned' | 'as-adjusted';

/** One stretch of a person's time, usually from session to session, under one definition and one denominator. */
@Entity('intervals')
@Index(['studyId', 'definitionId', 'definitionVersion', 'denominator'])
export class IntervalRow extends IntervalMetricColumns {
  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  /** Whose rules cut the time: a published definition's, or `standard`: session to session, the unit-level quantity. */
  @PrimaryColumn('text', { name: 'definition_id', ...KEY })
  definitionId!: string;

  /** 0 for `standard`. */
  @PrimaryColumn('integer', { name: 'definition_version' })
  definitionVersion!: number;

  @PrimaryColumn('text', { name: 'denominator', ...KEY })
  denominator!: IntervalDenominator;

  /** 1 for the first. */
  @PrimaryColumn('integer', { name: 'interval' })
  interval!: number;

  @Column('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;

  @Column('text', { name: 'opened_by', ...KEY })
  openedBy!: Opening['kind'];

  /** The number of the session that opened it, where one did. */
  @Column('integer', { name: 'opening_session_number', ...NULL })
  openingSessionNumber!: number | null;

  @Column('timestamptz', { name: 'from_at', ...INSTANT, ...NULL })
  fromAt!: string | null;

  @Column('timestamptz', { name: 'to_at', ...INSTANT, ...NULL })
  toAt!: string | null;

  @Column('date', { name: 'from_date' })
  fromDate!: string;

  @Column('date', { name: 'to_date', ...NULL })
  toDate!: string | null;

  /** Null while it is open. */
  @Column('integer', { name: 'length_days', ...NULL })
  lengthDays!: number | null;

  /** Null while it is open. */
  @Column('text', { name: 'closed_by', ...KEY, ...NULL })
  closedBy!: ClosedBy | null;

  /** |A| under this denominator. */
  @Column('integer', { name: 'n' })
  n!: number;

  /** Of them, those that nobody told anything of. */
  @Column('integer', { name: 'n_unknown' })
  nUnknown!: number;

  /** 0 to 1; null where nothing was due. */
  @Column('double precision', { name: 'reporting_rate', ...NULL })
  reportingRate!: number | null;

  /** H: the unit-level quantity of this interval under this denominator, split into where the person lies … */
  @Column('double precision', { name: 'h_mean', ...NULL })
  hMean!: number | null;

  /** … and how this interval departs from it. */
  @Column('double precision', { name: 'h_dev', ...NULL })
  hDev!: number | null;

  /** The definition's own headline, and its bounds by what it calls better. */
  @Column('double precision', { name: 'value', ...NULL })
  value!: number | null;

  @Column('double precision', { name: 'best', ...NULL })
  best!: number | null;

  @Column('double precision', { name: 'worst', ...NULL })
  worst!: number | null;

  @Column('text', { name: 'adherent', ...KEY, ...NULL })
  adherent!: AdherenceVerdict | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import { INDEX, INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

/** Whether a safety rule raises alerts, since when, and what it would have raised before. */
@Entity('safety_switches')
export class SafetySwitchRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @PrimaryColumn('text', { name: 'rule_id', ...KEY })
  ruleId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  /** The version that raises alerts; null while the rule is off. */
  @Column('integer', { name: 'version', ...NULL })
  version!: number | null;

  @Column('bigint', { name: 'replayed_to', ...INDEX })
  replayedTo!: number;

  @Column('integer', { name: 'would_have_raised' })
  wouldHaveRaised!: number;

  /** Recorded before it, nothing raises an alert. */
  @Column('timestamptz', { name: 'switched_at', ...INSTANT })
  switchedAt!: string;
}

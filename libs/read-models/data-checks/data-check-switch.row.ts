import { Column, Entity, PrimaryColumn } from 'typeorm';
import { INDEX, INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

/** Whether a data check opens queries, since when, and what it would have opened before. */
@Entity('data_check_switches')
export class DataCheckSwitchRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @PrimaryColumn('text', { name: 'rule_id', ...KEY })
  ruleId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  /** The version that opens queries; null while the rule is off. */
  @Column('integer', { name: 'version', ...NULL })
  version!: number | null;

  /** Whether what was on record before, or was imported, is looked at too. */
  @Column('boolean', { name: 'history' })
  history!: boolean;

  @Column('bigint', { name: 'rehearsed_to', ...INDEX })
  rehearsedTo!: number;

  @Column('integer', { name: 'would_have_opened' })
  wouldHaveOpened!: number;

  @Column('timestamptz', { name: 'switched_at', ...INSTANT })
  switchedAt!: string;
}

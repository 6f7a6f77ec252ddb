import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { INSTANT, KEY } from '../kernel/row.columns.ts';

/** A published version of a safety rule; `safety_switches` says which raises alerts. */
@Entity('safety_rules')
export class SafetyRuleRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @PrimaryColumn('text', { name: 'rule_id', ...KEY })
  ruleId!: string;

  @PrimaryColumn('integer', { name: 'version' })
  version!: number;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('simple-json', { name: 'rule' })
  rule!: Fact<'SafetyRulePublished'>['data']['rule'];

  @Column('timestamptz', { name: 'published_at', ...INSTANT })
  publishedAt!: string;
}

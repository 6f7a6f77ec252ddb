import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

/** What decides whether analyses of a study's outcomes are open: its newest analysis plan, and its lock. */
@Entity('analysis_gates')
export class AnalysisGateRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  /** 0 while none is published. */
  @Column('integer', { name: 'plan_version' })
  planVersion!: number;

  @Column('simple-json', { name: 'plan', ...NULL })
  plan!: Fact<'AnalysisPlanPublished'>['data']['plan'] | null;

  @Column('timestamptz', { name: 'plan_published_at', ...INSTANT, ...NULL })
  planPublishedAt!: string | null;

  @Column('boolean', { name: 'locked' })
  locked!: boolean;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { INSTANT, KEY } from '../kernel/row.columns.ts';

type Run = Fact<'AnalysisRun'>['data'];

/** One look at an analysis of outcomes. */
@Entity('analysis_runs')
@Index(['studyId', 'recordedAt'])
export class AnalysisRunRow {
  @PrimaryColumn('text', { name: 'analysis_id', ...KEY })
  analysisId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @Column('text', { name: 'analysis', ...KEY })
  analysis!: Run['analysis'];

  @Column('simple-json', { name: 'specification' })
  specification!: Run['specification'];

  /** The last event that the answer knew of. */
  @Column('integer', { name: 'log_index' })
  logIndex!: number;

  @Column('text', { name: 'timing', ...KEY })
  timing!: Run['timing'];

  @Column('boolean', { name: 'locked' })
  locked!: boolean;

  @Column('text', { name: 'asked_by', ...KEY })
  askedBy!: string;

  @Column('text', { name: 'asked_as', ...KEY })
  askedAs!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

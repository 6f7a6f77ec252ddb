import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact, ReleaseStatus } from '#domain';
import { INDEX, INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

type Released = Fact<'DatasetReleased'>['data'];

/** What left a study, or was to leave it: for whom, for what, and how well people are hidden in it. */
@Entity('releases')
@Index(['studyId', 'recipient'])
export class ReleaseRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @PrimaryColumn('text', { name: 'release_id', ...KEY })
  releaseId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'dataset_id', ...KEY })
  datasetId!: string;

  @Column('integer', { name: 'version' })
  version!: number;

  /** The log up to here. */
  @Column('bigint', { name: 'log_index', ...INDEX })
  logIndex!: number;

  @Column('text', { name: 'status', ...KEY })
  status!: ReleaseStatus;

  @Column('text', { name: 'tier', ...KEY })
  tier!: Fact<'DatasetRequested'>['data']['tier'];

  @Column('text', { name: 'recipient', ...KEY })
  recipient!: string;

  @Column('text', { name: 'purpose', ...KEY })
  purpose!: string;

  @Column('text', { name: 'release_key_id', ...KEY })
  releaseKeyId!: string;

  @Column('date', { name: 'expires', ...NULL })
  expires!: string | null;

  @Column('text', { name: 'requested_by', ...KEY })
  requestedBy!: string;

  @Column('text', { name: 'approved_by', ...KEY, ...NULL })
  approvedBy!: string | null;

  /** Why it was refused, cancelled or recalled. */
  @Column('text', { name: 'reason', ...KEY, ...NULL })
  reason!: string | null;

  @Column('simple-json', { name: 'problems' })
  problems!: readonly string[];

  /** SHA-256, hexadecimal. */
  @Column('text', { name: 'manifest', ...KEY, ...NULL })
  manifest!: string | null;

  @Column('simple-json', { name: 'files' })
  files!: Released['files'];

  @Column('integer', { name: 'people', ...NULL })
  people!: number | null;

  @Column('integer', { name: 'k', ...NULL })
  k!: number | null;

  @Column('integer', { name: 'erasure_epoch', ...NULL })
  erasureEpoch!: number | null;

  @Column('timestamptz', { name: 'requested_at', ...INSTANT })
  requestedAt!: string;

  @Column('timestamptz', { name: 'released_at', ...INSTANT, ...NULL })
  releasedAt!: string | null;

  @Column('timestamptz', { name: 'updated_at', ...INSTANT })
  updatedAt!: string;
}

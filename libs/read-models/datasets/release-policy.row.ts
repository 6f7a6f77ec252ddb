import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { INSTANT, KEY } from '../kernel/row.columns.ts';

/** Who lets releases of a study's data go, where somebody has said so. */
@Entity('release_policies')
export class ReleasePolicyRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'approval', ...KEY })
  approval!: Fact<'ReleasePolicySet'>['data']['approval'];

  @Column('text', { name: 'reason', ...KEY })
  reason!: string;

  @Column('timestamptz', { name: 'since', ...INSTANT })
  since!: string;
}

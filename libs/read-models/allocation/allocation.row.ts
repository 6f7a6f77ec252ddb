import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

type Allocated = Fact<'ParticipantAllocated'>['data'];

/** That a participant has an arm, when and as the how manieth; which one is in `arms`. */
@Entity('allocations')
@Index(['studyId'])
export class AllocationRow {
  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;

  /** Counted from 1, in the order of allocation. */
  @Column('integer', { name: 'number' })
  number!: number;

  @Column('text', { name: 'origin', ...KEY })
  origin!: Allocated['origin'];

  @Column('timestamptz', { name: 'allocated_at', ...INSTANT })
  allocatedAt!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

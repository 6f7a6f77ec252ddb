import { Column, Entity, Index } from 'typeorm';
import type { Fact } from '#domain';
import { EnrolledColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY } from '../kernel/row.columns.ts';

type Allocated = Fact<'ParticipantAllocated'>['data'];

/** That a participant has an arm, when and as the how manieth; which one is in `arms`. */
@Entity('allocations')
@Index(['studyId'])
export class AllocationRow extends EnrolledColumns {
  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

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

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

type Sealed = Fact<'AllocationSequenceSealed'>['data'];

/** How a study allocates its arms: what everybody may know of it, and the commitment to the rest. */
@Entity('allocation_schemes')
export class AllocationSchemeRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'method', ...KEY })
  method!: Sealed['method'];

  @Column('simple-json', { name: 'arms' })
  arms!: Sealed['arms'];

  @Column('simple-json', { name: 'factors' })
  factors!: Sealed['factors'];

  @Column('integer', { name: 'planned' })
  planned!: number;

  /** SHA-256, in hexadecimal. */
  @Column('text', { name: 'commitment', ...KEY })
  commitment!: string;

  @Column('timestamptz', { name: 'sealed_at', ...INSTANT })
  sealedAt!: string;

  @Column('timestamptz', { name: 'disclosed_at', ...INSTANT, ...NULL })
  disclosedAt!: string | null;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

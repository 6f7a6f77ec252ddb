import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

/** Who supervises whom. */
@Entity('supervisions')
@Index(['supervisorId'])
@Index(['stream'])
export class SupervisionRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @PrimaryColumn('text', { name: 'supervisor_id', ...KEY })
  supervisorId!: string;

  @PrimaryColumn('text', { name: 'staff_id', ...KEY })
  staffId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('date', { name: 'from_date' })
  fromDate!: string;

  @Column('date', { name: 'to_date', ...NULL })
  toDate!: string | null;

  @Column('timestamptz', { name: 'released_at', ...INSTANT, ...NULL })
  releasedAt!: string | null;
}

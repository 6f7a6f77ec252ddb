import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { KEY } from '../kernel/row.columns.ts';

/** One clinician looks after another's participants for a time; both days on the study's calendar and included. */
@Entity('caseload_covers')
@Index(['coveredBy'])
@Index(['stream'])
export class CaseloadCoverRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @PrimaryColumn('text', { name: 'staff_id', ...KEY })
  staffId!: string;

  @PrimaryColumn('text', { name: 'covered_by', ...KEY })
  coveredBy!: string;

  @PrimaryColumn('date', { name: 'from_date' })
  fromDate!: string;

  @Column('date', { name: 'to_date' })
  toDate!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;
}

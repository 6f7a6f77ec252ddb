import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

export type StaffRole = Fact<'StaffAppointed'>['data']['role'];

/** A role that somebody holds, or held, in a study. */
@Entity('staff_posts')
@Index(['staffId'])
@Index(['stream'])
export class StaffPostRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @PrimaryColumn('text', { name: 'staff_id', ...KEY })
  staffId!: string;

  @PrimaryColumn('text', { name: 'role', ...KEY })
  role!: StaffRole;

  /** Empty: in the whole study. */
  @PrimaryColumn('text', { name: 'site_id', ...KEY })
  siteId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  /** The first day, on the study's calendar. */
  @Column('date', { name: 'from_date' })
  fromDate!: string;

  /** The last day, where one was named. */
  @Column('date', { name: 'to_date', ...NULL })
  toDate!: string | null;

  /** When the role was taken away, from which moment it is no right any more. */
  @Column('timestamptz', { name: 'removed_at', ...INSTANT, ...NULL })
  removedAt!: string | null;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

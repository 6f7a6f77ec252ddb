import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { KEY } from '../kernel/row.columns.ts';

/** What a fidelity rater is to rate. */
@Entity('rating_samples')
@Index(['raterId'])
@Index(['stream'])
export class RatingSampleRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @PrimaryColumn('text', { name: 'rater_id', ...KEY })
  raterId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'sessions', array: true })
  sessions!: string[];

  @Column('text', { name: 'assignments', array: true })
  assignments!: string[];
}

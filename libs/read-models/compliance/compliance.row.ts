import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

/**
 * The Assignment Compliance Rating (Primakoff, Epstein & Covi 1986) of an obligation that fell due, derived from events. Nobody
 * gave it: it stands apart from the ratings of people.
 */
@Entity('compliance')
@Index(['participantId', 'dueAt'])
@Index(['studyId', 'rating'])
export class ComplianceRow {
  @PrimaryColumn('text', { name: 'assignment_id', ...KEY })
  assignmentId!: string;

  @PrimaryColumn('text', { name: 'occurrence', ...KEY })
  occurrence!: string;

  /** Part of the key: a record that was corrected to be another person's leaves one owner and joins the other. */
  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @Column('text', { name: 'study_id', ...KEY, ...NULL })
  studyId!: string | null;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;

  /** 1 not attempted, 2 tried but unable, 3 something else instead, 4 partly, 5 fully, 6 more than asked; null when unknown. */
  @Column('integer', { name: 'rating', ...NULL })
  rating!: number | null;

  /** The least it can be, by what is on record. */
  @Column('integer', { name: 'low' })
  low!: number;

  @Column('integer', { name: 'high' })
  high!: number;

  @Column('timestamptz', { name: 'due_at', ...INSTANT, ...NULL })
  dueAt!: string | null;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { KEY, NULL } from '../kernel/row.columns.ts';

/** Work that a participant shares with a linked person: homework as a whole, or one attempt at it. */
@Entity('shared_work')
@Index(['personId'])
export class SharedWorkRow {
  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @PrimaryColumn('text', { name: 'person_id', ...KEY })
  personId!: string;

  @PrimaryColumn('text', { name: 'assignment_id', ...KEY })
  assignmentId!: string;

  /** Empty: the homework as a whole. */
  @PrimaryColumn('text', { name: 'attempt_id', ...KEY })
  attemptId!: string;

  @Column('text', { name: 'study_id', ...KEY, ...NULL })
  studyId!: string | null;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { KEY, NULL } from '../kernel/row.columns.ts';

/** Who treats a participant in a stretch of days on the participant's calendar. */
@Entity('caseloads')
@Index(['therapistId'])
export class CaseloadRow {
  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @PrimaryColumn('text', { name: 'therapist_id', ...KEY })
  therapistId!: string;

  @PrimaryColumn('date', { name: 'from_date' })
  fromDate!: string;

  /** The day the next therapist took over: not included. */
  @Column('date', { name: 'until_date', ...NULL })
  untilDate!: string | null;

  @Column('text', { name: 'study_id', ...KEY, ...NULL })
  studyId!: string | null;
}

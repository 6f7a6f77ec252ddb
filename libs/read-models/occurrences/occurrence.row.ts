import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact, Informant, Unit } from '#domain';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';
import type { OccurrenceStanding } from './person.obligations.ts';

/** One obligation of an assignment: a day of recurring work, or `whole`; and what came of it. */
@Entity('occurrences')
@Index(['participantId', 'dueAt'])
@Index(['studyId', 'dueAt'])
export class OccurrenceRow {
  @PrimaryColumn('text', { name: 'assignment_id', ...KEY })
  assignmentId!: string;

  /** Its day, `YYYY-MM-DD`, or `whole`. */
  @PrimaryColumn('text', { name: 'occurrence', ...KEY })
  occurrence!: string;

  /** Part of the key: a record that was corrected to be another person's leaves one owner and joins the other. */
  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @Column('text', { name: 'study_id', ...KEY, ...NULL })
  studyId!: string | null;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;

  /** The assignment version in force when it fell due. */
  @Column('integer', { name: 'version' })
  version!: number;

  /** Whether version 1 asked for it: the as-assigned denominator. */
  @Column('boolean', { name: 'as_assigned' })
  asAssigned!: boolean;

  @Column('double precision', { name: 'dose_amount', ...NULL })
  doseAmount!: number | null;

  @Column('text', { name: 'dose_unit', ...KEY, ...NULL })
  doseUnit!: Unit | null;

  @Column('timestamptz', { name: 'due_at', ...INSTANT, ...NULL })
  dueAt!: string | null;

  /** On the calendar the participant lived on that day. */
  @Column('date', { name: 'due_date', ...NULL })
  dueDate!: string | null;

  /** Due and told by nobody is `unknown`, never `not-done`. */
  @Column('text', { name: 'state', ...KEY })
  state!: OccurrenceStanding;

  /** Why it is void. */
  @Column('text', { name: 'reason', ...KEY, ...NULL })
  reason!: Fact<'OccurrenceVoided'>['data']['reason'] | null;

  /** Whose word `state` is; null where it is what the attempts show, or nobody told. */
  @Column('text', { name: 'reported_by', ...KEY, ...NULL })
  reportedBy!: Informant | null;

  @Column('integer', { name: 'reports' })
  reports!: number;

  @Column('double precision', { name: 'reported_amount', ...NULL })
  reportedAmount!: number | null;

  @Column('text', { name: 'reported_unit', ...KEY, ...NULL })
  reportedUnit!: Unit | null;

  /** Attempts at it, whatever came of them. */
  @Column('integer', { name: 'attempts' })
  attempts!: number;

  @Column('timestamptz', { name: 'completed_at', ...INSTANT, ...NULL })
  completedAt!: string | null;

  /** When it was withdrawn, declined or adjusted away before its time; null where it was not. */
  @Column('timestamptz', { name: 'taken_away_at', ...INSTANT, ...NULL })
  takenAwayAt!: string | null;

  /** Whether the session after it went through it; null where nobody logged that. */
  @Column('boolean', { name: 'reviewed', ...NULL })
  reviewed!: boolean | null;
}

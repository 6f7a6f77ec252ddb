import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';
import type { Fact } from '#domain';
import { AssignmentTermsColumns } from './assignment-terms.columns.ts';

export type AssignmentVersionStatus =
  'proposed' | 'agreed' | 'declined' | 'in-force' | 'superseded' | 'completed' | 'expired' | 'withdrawn';

/** One version of an assignment: the terms and how long they were in force. Version 0 is the proposal. */
@Entity('assignment_versions')
@Index(['participantId'])
@Index(['studyId'])
@Index(['stream'])
export class AssignmentVersionRow extends AssignmentTermsColumns {
  @PrimaryColumn('text', { name: 'assignment_id', ...KEY })
  assignmentId!: string;

  @PrimaryColumn('integer', { name: 'version' })
  version!: number;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @Column('text', { name: 'study_id', ...KEY, ...NULL })
  studyId!: string | null;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;

  @Column('text', { name: 'status', ...KEY })
  status!: AssignmentVersionStatus;

  @Column('text', { name: 'initiated_by', ...KEY })
  initiatedBy!: Fact<'HomeworkAssigned'>['data']['initiatedBy'];

  /** Therapist and client set it together. */
  @Column('boolean', { name: 'collaborative' })
  collaborative!: boolean;

  /** When the homework was assigned; null for a proposal. */
  @Column('timestamptz', { name: 'assigned_at', ...INSTANT, ...NULL })
  assignedAt!: string | null;

  /** On the participant's calendar. */
  @Column('date', { name: 'assigned_date', ...NULL })
  assignedDate!: string | null;

  /** Terms that this version took away. */
  @Column('text', { name: 'removed', array: true })
  removed!: NonNullable<Fact<'AssignmentAdjusted'>['data']['removed']>;

  /** Why it was adjusted; none for version 1. */
  @Column('text', { name: 'trigger', ...KEY, ...NULL })
  trigger!: Fact<'AssignmentAdjusted'>['data']['trigger'] | null;

  @Column('simple-json', { name: 'note', ...NULL })
  note!: SealedText | null;

  @Column('timestamptz', { name: 'in_force_from', ...INSTANT })
  inForceFrom!: string;

  @Column('date', { name: 'in_force_from_date' })
  inForceFromDate!: string;

  @Column('timestamptz', { name: 'in_force_to', ...INSTANT, ...NULL })
  inForceTo!: string | null;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

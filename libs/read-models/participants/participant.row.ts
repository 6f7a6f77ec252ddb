import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';
import type { Fact } from '#domain';

export type ParticipantStatus = 'enrolled' | 'left' | 'completed';
type Discontinued = Fact<'ParticipantDiscontinued'>['data'];

/** A person in a study, under a code. */
@Entity('participants')
@Index(['studyId', 'siteId', 'status'])
@Index(['studyId', 'code'])
@Index(['studyId', 'enrolledAt'])
export class ParticipantRow {
  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;

  @Column('text', { name: 'code', ...KEY })
  code!: string;

  @Column('text', { name: 'time_zone', ...KEY })
  timeZone!: string;

  /** The version in force when the person was enrolled. */
  @Column('integer', { name: 'protocol_version' })
  protocolVersion!: number;

  @Column('text', { name: 'status', ...KEY })
  status!: ParticipantStatus;

  @Column('timestamptz', { name: 'enrolled_at', ...INSTANT })
  enrolledAt!: string;

  /** On the participant's calendar. */
  @Column('date', { name: 'enrolled_date' })
  enrolledDate!: string;

  @Column('timestamptz', { name: 'ended_at', ...INSTANT, ...NULL })
  endedAt!: string | null;

  @Column('date', { name: 'ended_date', ...NULL })
  endedDate!: string | null;

  /** What a person who left has left. */
  @Column('text', { name: 'ended_from', ...KEY, ...NULL })
  endedFrom!: Discontinued['from'] | null;

  @Column('text', { name: 'end_reason', ...KEY, ...NULL })
  endReason!: Discontinued['reason'] | null;

  @Column('simple-json', { name: 'end_note', ...NULL })
  endNote!: SealedText | null;

  /** The key of this person's sealed content is destroyed. */
  @Column('boolean', { name: 'personal_data_erased' })
  personalDataErased!: boolean;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;

  @Column('timestamptz', { name: 'updated_at', ...INSTANT })
  updatedAt!: string;
}

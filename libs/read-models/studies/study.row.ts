import { Column, Entity, PrimaryColumn } from 'typeorm';
import { INSTANT, KEY } from '../kernel/row.columns.ts';

/** A study and the protocol version in force. */
@Entity('studies')
export class StudyRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'title', ...KEY })
  title!: string;

  /** IANA; the calendar its days and weeks are counted on. */
  @Column('text', { name: 'time_zone', ...KEY })
  timeZone!: string;

  /** 0 until a protocol is published. */
  @Column('integer', { name: 'protocol_version' })
  protocolVersion!: number;

  /** Undeclared without a protocol document: such a study is live from the start. */
  @Column('text', { name: 'life', ...KEY })
  life!: 'undeclared' | 'draft' | 'dry-run' | 'live' | 'closed';

  @Column('timestamptz', { name: 'registered_at', ...INSTANT })
  registeredAt!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;

  /** When the last event that changed this row was recorded. */
  @Column('timestamptz', { name: 'updated_at', ...INSTANT })
  updatedAt!: string;
}

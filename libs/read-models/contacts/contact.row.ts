import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

type Made = Fact<'ContactMade'>['data'];

/** Contact between sessions, one row for each participant. It is no session: it has no number and cuts no interval. */
@Entity('contacts')
@Index(['participantId', 'occurredAt'])
@Index(['studyId', 'occurredAt'])
@Index(['stream'])
export class ContactRow {
  /** The id of its record, which shares its kind with sessions. */
  @PrimaryColumn('text', { name: 'contact_id', ...KEY })
  contactId!: string;

  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'study_id', ...KEY, ...NULL })
  studyId!: string | null;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;

  @Column('text', { name: 'made_by', ...KEY })
  madeBy!: Made['by'];

  @Column('text', { name: 'channel', ...KEY })
  channel!: Made['channel'];

  @Column('double precision', { name: 'minutes', ...NULL })
  minutes!: number | null;

  @Column('timestamptz', { name: 'occurred_at', ...INSTANT })
  occurredAt!: string;

  @Column('date', { name: 'local_date' })
  localDate!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

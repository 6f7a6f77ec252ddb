import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { INDEX, INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

/** Every event of the generation’s scope, as stored: derivations, refolds and histories read it here. */
@Entity('facts')
@Index(['stream', 'revision'])
@Index(['studyId', 'position'])
@Index(['eventId'])
export class FactRow {
  /** The engine's checkpoint of the event, in decimal. */
  @PrimaryColumn('bigint', { name: 'position' })
  position!: string;

  /** The event's ordinal in the whole log, as the ledger numbers it. */
  @Column('bigint', { name: 'log_index', ...INDEX })
  logIndex!: number;

  @Column('text', { name: 'event_id', ...KEY })
  eventId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('integer', { name: 'revision' })
  revision!: number;

  /** As stored; may be a historic name. */
  @Column('text', { name: 'type', ...KEY })
  type!: string;

  @Column('text', { name: 'study_id', ...KEY, ...NULL })
  studyId!: string | null;

  /** Everyone the event, or the replacement a correction puts in its place, speaks of. */
  @Column('text', { name: 'participant_ids', array: true })
  participantIds!: string[];

  @Column('timestamptz', { name: 'occurred_at', ...INSTANT })
  occurredAt!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;

  @Column('text', { name: 'data', ...KEY })
  data!: string;

  @Column('text', { name: 'metadata', ...KEY })
  metadata!: string;
}

import { Column, Entity, Index } from 'typeorm';
import { ParticipantColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

/** The newest run of missed work of a participant that was noticed, and whether those who treat them were told. */
@Entity('missed_runs')
@Index(['studyId', 'told'])
@Index(['stream'])
export class MissedRunRow extends ParticipantColumns {
  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  /** Obligations, when it was noticed. */
  @Column('integer', { name: 'missed' })
  missed!: number;

  /** When the first and the last of them were due. */
  @Column('timestamptz', { name: 'since', ...INSTANT })
  since!: string;

  @Column('timestamptz', { name: 'through', ...INSTANT })
  through!: string;

  @Column('timestamptz', { name: 'noticed_at', ...INSTANT })
  noticedAt!: string;

  /** Whether telling succeeded. */
  @Column('boolean', { name: 'told' })
  told!: boolean;

  /** How often telling failed, or may have. */
  @Column('integer', { name: 'failed_tellings' })
  failedTellings!: number;

  @Column('timestamptz', { name: 'last_told_at', ...INSTANT, ...NULL })
  lastToldAt!: string | null;
}

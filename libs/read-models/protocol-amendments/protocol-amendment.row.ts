import { Column, Entity, PrimaryColumn } from 'typeorm';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

/** A version of the protocol: what changed and why (CONSORT 2025, item 10). */
@Entity('protocol_amendments')
export class ProtocolAmendmentRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @PrimaryColumn('integer', { name: 'version' })
  version!: number;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'changes', ...KEY })
  changes!: string;

  @Column('text', { name: 'reason', ...KEY })
  reason!: string;

  /** The document; null where the protocol is kept elsewhere. */
  @Column('simple-json', { name: 'protocol', ...NULL })
  protocol!: Readonly<Record<string, unknown>> | null;

  /** The day of publication on the study's calendar. */
  @Column('date', { name: 'published_date' })
  publishedDate!: string;

  @Column('timestamptz', { name: 'published_at', ...INSTANT })
  publishedAt!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

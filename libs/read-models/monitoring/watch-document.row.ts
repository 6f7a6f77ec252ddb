import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { INSTANT, KEY } from '../kernel/row.columns.ts';

export type WatchDocumentKind = 'reminder-policy' | 'duty-rota';

/** A published version of how a study reminds, or of who is on duty. The newest is in force. */
@Entity('watch_documents')
export class WatchDocumentRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @PrimaryColumn('text', { name: 'kind', ...KEY })
  kind!: WatchDocumentKind;

  @PrimaryColumn('integer', { name: 'version' })
  version!: number;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('simple-json', { name: 'document' })
  document!: Fact<'DutyRotaPublished'>['data']['rota'];

  @Column('text', { name: 'reason', ...KEY })
  reason!: string;

  @Column('timestamptz', { name: 'published_at', ...INSTANT })
  publishedAt!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

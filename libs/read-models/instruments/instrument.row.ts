import { Column, Entity, PrimaryColumn } from 'typeorm';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';
import type { Fact } from '#domain';

export type InstrumentJson = Fact<'InstrumentPublished'>['data']['instrument'];

/** A version of an instrument that a study has published. */
@Entity('instruments')
export class InstrumentRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @PrimaryColumn('text', { name: 'instrument_id', ...KEY })
  instrumentId!: string;

  @PrimaryColumn('integer', { name: 'version' })
  version!: number;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'title', ...KEY, ...NULL })
  title!: string | null;

  /** As data, in the format of the platform’s own instruments. */
  @Column('simple-json', { name: 'instrument' })
  instrument!: InstrumentJson;

  @Column('timestamptz', { name: 'published_at', ...INSTANT })
  publishedAt!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

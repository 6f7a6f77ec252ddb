import { Column, Entity, PrimaryColumn } from 'typeorm';
import { INSTANT, KEY } from '../kernel/row.columns.ts';

/** A site of a study. */
@Entity('sites')
export class SiteRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @PrimaryColumn('text', { name: 'site_id', ...KEY })
  siteId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'name', ...KEY })
  name!: string;

  @Column('text', { name: 'time_zone', ...KEY })
  timeZone!: string;

  @Column('timestamptz', { name: 'opened_at', ...INSTANT })
  openedAt!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

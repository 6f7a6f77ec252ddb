import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

/** What a version of a template is good for. */
export type TemplateStatus = 'draft' | 'in-use' | 'superseded' | 'retired';

/** A version of a study’s own worksheet: its draft, or as it was put into use. */
@Entity('templates')
@Index(['studyId', 'status'])
@Index(['stream'])
export class TemplateRow {
  @PrimaryColumn('text', { name: 'template_id', ...KEY })
  templateId!: string;

  /** 0 for a draft that is not in use yet. */
  @PrimaryColumn('integer', { name: 'version' })
  version!: number;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'study_id', ...KEY, ...NULL })
  studyId!: string | null;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;

  @Column('text', { name: 'status', ...KEY })
  status!: TemplateStatus;

  @Column('text', { name: 'title', ...KEY })
  title!: string;

  /** The worksheet, in the format of the library. */
  @Column('simple-json', { name: 'content' })
  content!: Fact<'TemplateDrafted'>['data']['content'];

  @Column('timestamptz', { name: 'changed_at', ...INSTANT })
  changedAt!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';
import type { Fact } from '#domain';

export type DefinitionJson = Fact<'AdherenceDefinitionPublished'>['data']['definition'];

/** A published version of an adherence definition. */
@Entity('definitions')
export class DefinitionRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @PrimaryColumn('text', { name: 'definition_id', ...KEY })
  definitionId!: string;

  @PrimaryColumn('integer', { name: 'version' })
  version!: number;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  /** As the definition names itself. */
  @Column('text', { name: 'title', ...KEY, ...NULL })
  title!: string | null;

  @Column('simple-json', { name: 'definition' })
  definition!: DefinitionJson;

  @Column('timestamptz', { name: 'published_at', ...INSTANT })
  publishedAt!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

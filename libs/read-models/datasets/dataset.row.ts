import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { INSTANT, KEY } from '../kernel/row.columns.ts';

/** A version of a data set’s specification. */
@Entity('datasets')
export class DatasetRow {
  @PrimaryColumn('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @PrimaryColumn('text', { name: 'dataset_id', ...KEY })
  datasetId!: string;

  @PrimaryColumn('integer', { name: 'version' })
  version!: number;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('simple-json', { name: 'specification' })
  specification!: Fact<'DatasetSpecified'>['data']['specification'];

  @Column('timestamptz', { name: 'specified_at', ...INSTANT })
  specifiedAt!: string;
}

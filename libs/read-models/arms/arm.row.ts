import { Column, Entity, Index } from 'typeorm';
import { EnrolledColumns } from '../kernel/person.columns.ts';
import { KEY, type SealedText } from '../kernel/row.columns.ts';

/** A participant’s arm, sealed under the study’s key. Nothing else, and no other table holds arms. */
@Entity('arms')
@Index(['studyId'])
export class ArmRow extends EnrolledColumns {
  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('simple-json', { name: 'arm' })
  arm!: SealedText;
}

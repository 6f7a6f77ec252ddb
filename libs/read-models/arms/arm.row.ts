import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { KEY, NULL, type SealedText } from '../kernel/row.columns.ts';

/** A participant’s arm, sealed under the study’s key. Nothing else, and no other table holds arms. */
@Entity('arms')
@Index(['studyId'])
export class ArmRow {
  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;

  @Column('simple-json', { name: 'arm' })
  arm!: SealedText;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { KEY, NULL } from '../kernel/row.columns.ts';

/** A partner, parent or caregiver of a participant, by pseudonymous id. */
@Entity('linked_people')
@Index(['personId'])
export class LinkedPersonRow {
  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @PrimaryColumn('text', { name: 'person_id', ...KEY })
  personId!: string;

  @Column('text', { name: 'relation', ...KEY })
  relation!: Fact<'PersonLinked'>['data']['relation'];

  @Column('text', { name: 'study_id', ...KEY, ...NULL })
  studyId!: string | null;
}

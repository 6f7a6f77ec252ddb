import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { EnrolledColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';

type Unblinded = Fact<'ParticipantUnblinded'>['data'];

/** That somebody was told a participant’s arm before the data were final, and why. Not which arm. */
@Entity('unblindings')
@Index(['studyId'])
export class UnblindingRow extends EnrolledColumns {
  @PrimaryColumn('text', { name: 'revealed_to', ...KEY })
  revealedTo!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'reason', ...KEY })
  reason!: Unblinded['reason'];

  @Column('simple-json', { name: 'note', ...NULL })
  note!: SealedText | null;

  @Column('timestamptz', { name: 'unblinded_at', ...INSTANT })
  unblindedAt!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { RecordColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';
import type { Fact } from '#domain';

type Changed = Fact<'ConcomitantTreatmentChanged'>['data'];

/** A change of a treatment beside the trial’s. */
@Entity('concomitant_treatments')
@Index(['participantId', 'occurredAt'])
@Index(['studyId', 'treatment'])
@Index(['stream'])
export class ConcomitantTreatmentRow extends RecordColumns {
  @PrimaryColumn('text', { name: 'entry_id', ...KEY })
  entryId!: string;

  @Column('text', { name: 'treatment', ...KEY })
  treatment!: string;

  @Column('text', { name: 'kind', ...KEY })
  kind!: Changed['kind'];

  @Column('text', { name: 'change', ...KEY })
  change!: Changed['change'];

  @Column('date', { name: 'changed_on', ...NULL })
  changedOn!: string | null;

  @Column('timestamptz', { name: 'occurred_at', ...INSTANT })
  occurredAt!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

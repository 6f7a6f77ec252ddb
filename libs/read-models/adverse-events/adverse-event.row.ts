import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ParticipantColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, type SealedText } from '../kernel/row.columns.ts';
import type { Fact } from '#domain';

type Reported = Fact<'AdverseEventReported'>['data'];

/** Something untoward that happened to a participant. */
@Entity('adverse_events')
@Index(['studyId', 'serious'])
@Index(['stream'])
export class AdverseEventRow extends ParticipantColumns {
  @PrimaryColumn('text', { name: 'adverse_event_id', ...KEY })
  adverseEventId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('boolean', { name: 'serious' })
  serious!: boolean;

  @Column('text', { name: 'severity', ...KEY })
  severity!: Reported['severity'];

  @Column('text', { name: 'relatedness', ...KEY })
  relatedness!: Reported['relatedness'];

  @Column('boolean', { name: 'expected' })
  expected!: boolean;

  @Column('date', { name: 'onset' })
  onset!: string;

  @Column('text', { name: 'outcome', ...KEY })
  outcome!: Reported['outcome'];

  @Column('simple-json', { name: 'description' })
  description!: SealedText;

  @Column('timestamptz', { name: 'occurred_at', ...INSTANT })
  occurredAt!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Informant } from '#domain';
import { EnrolledColumns } from '../kernel/person.columns.ts';
import { KEY } from '../kernel/row.columns.ts';

/** Where a measurement that a participant is owed stands. */
export type DueMeasureStatus = 'upcoming' | 'due' | 'overdue' | 'recorded' | 'missed' | 'released';

/** One measurement of the protocol's schedule for one participant, by the version in force on its day. */
@Entity('due_measures')
@Index(['studyId', 'status'])
export class DueMeasureRow extends EnrolledColumns {
  @PrimaryColumn('text', { name: 'instrument_id', ...KEY })
  instrumentId!: string;

  @PrimaryColumn('text', { name: 'occasion', ...KEY })
  occasion!: string;

  @Column('integer', { name: 'instrument_version' })
  instrumentVersion!: number;

  /** Who is asked: participants answer, and are reminded of, what asks the client. */
  @Column('text', { name: 'informant', ...KEY })
  informant!: Informant;

  @Column('integer', { name: 'protocol_version' })
  protocolVersion!: number;

  @Column('date', { name: 'opens_on' })
  opensOn!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('date', { name: 'closes_on' })
  closesOn!: string;

  @Column('text', { name: 'status', ...KEY })
  status!: DueMeasureStatus;
}

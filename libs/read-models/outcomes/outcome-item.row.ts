import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { EnrolledColumns } from '../kernel/person.columns.ts';
import { KEY, NULL } from '../kernel/row.columns.ts';
import type { Informant } from '#domain';

/** One answer of an outcome measure. */
@Entity('outcome_items')
@Index(['studyId', 'instrumentId', 'item'])
export class OutcomeItemRow extends EnrolledColumns {
  @PrimaryColumn('text', { name: 'measure_id', ...KEY })
  measureId!: string;

  @PrimaryColumn('text', { name: 'item', ...KEY })
  item!: string;

  @Column('text', { name: 'instrument_id', ...KEY })
  instrumentId!: string;

  @Column('integer', { name: 'instrument_version' })
  instrumentVersion!: number;

  @Column('text', { name: 'occasion', ...KEY })
  occasion!: string;

  @Column('text', { name: 'informant', ...KEY })
  informant!: Informant;

  /** Place in the instrument, from 1; null where it has no such item. */
  @Column('integer', { name: 'item_number', ...NULL })
  itemNumber!: number | null;

  /** As given; null where it was left out. */
  @Column('double precision', { name: 'value', ...NULL })
  value!: number | null;

  /** In the direction of its scale; null where it is missing or cannot be an answer. */
  @Column('double precision', { name: 'scored', ...NULL })
  scored!: number | null;

  /** Answered above its safety threshold. */
  @Column('boolean', { name: 'risk' })
  risk!: boolean;
}

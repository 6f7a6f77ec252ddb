import { Column, Entity, Index } from 'typeorm';
import type { Fact } from '#domain';
import { EnrolledColumns } from '../kernel/person.columns.ts';
import { KEY, NULL } from '../kernel/row.columns.ts';

/** Consent that a participant has to give anew: what was planned last, and whether it was given since. */
@Entity('reconsents')
@Index(['studyId', 'lastDay'])
export class ReconsentRow extends EnrolledColumns {
  @Column('text', { name: 'because', ...KEY, ...NULL })
  because!: Fact<'ReconsentPlanned'>['data']['because'] | null;

  /** The day or the month (`YYYY-MM`) that the site chose. */
  @Column('text', { name: 'due', ...KEY, ...NULL })
  due!: string | null;

  /** Its first day. */
  @Column('date', { name: 'first_day', ...NULL })
  firstDay!: string | null;

  /** Its last day: overdue from the next one on. */
  @Column('date', { name: 'last_day', ...NULL })
  lastDay!: string | null;

  /** The last day again, for what depends on whether consent has lapsed and shows no day to anybody. */
  @Column('date', { name: 'lapses_after' })
  lapsesAfter!: string;

  /** On the participant's calendar; none while it is owed. */
  @Column('date', { name: 'given_on', ...NULL })
  givenOn!: string | null;
}

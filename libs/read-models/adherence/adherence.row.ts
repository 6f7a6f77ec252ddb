import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { EnrolledColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

/** Three-valued: unknown is neither. */
export type AdherenceVerdict = 'adherent' | 'non-adherent' | 'unknown';

/** One person under one version of one definition. Bounds are what the unknowns allow. */
@Entity('adherence')
@Index(['studyId', 'definitionId', 'definitionVersion', 'adherent'])
export class AdherenceRow extends EnrolledColumns {
  @PrimaryColumn('text', { name: 'definition_id', ...KEY })
  definitionId!: string;

  @PrimaryColumn('integer', { name: 'definition_version' })
  definitionVersion!: number;

  /** Null for a definition that gives a value only. */
  @Column('text', { name: 'adherent', ...KEY, ...NULL })
  adherent!: AdherenceVerdict | null;

  /** The headline quantity, in `unit`; null where there is nothing to measure. */
  @Column('double precision', { name: 'value', ...NULL })
  value!: number | null;

  @Column('text', { name: 'unit', ...KEY, ...NULL })
  unit!: string | null;

  @Column('double precision', { name: 'best', ...NULL })
  best!: number | null;

  @Column('double precision', { name: 'worst', ...NULL })
  worst!: number | null;

  /** How many things the value rests on. */
  @Column('integer', { name: 'n' })
  n!: number;

  /** How many obligations nobody reported. */
  @Column('integer', { name: 'unknown' })
  unknown!: number;

  /** 0 to 1; null where nothing was due. */
  @Column('double precision', { name: 'reporting_rate', ...NULL })
  reportingRate!: number | null;

  /** False while the definition's window is open: the bounds then cover what may yet come. */
  @Column('boolean', { name: 'settled' })
  settled!: boolean;

  /** Why the definition could not be evaluated. */
  @Column('text', { name: 'problem', ...KEY, ...NULL })
  problem!: string | null;

  /** The facts are taken as known up to here. */
  @Column('timestamptz', { name: 'known_until', ...INSTANT })
  knownUntil!: string;
}

import { Column, Entity, Index } from 'typeorm';
import { EnrolledColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';
import type { Fact } from '#domain';

type Left = Fact<'ParticipantDiscontinued'>['data'];

/** How far one person came in the study, also those who were only screened. */
@Entity('flow')
@Index(['studyId'])
export class ParticipantFlowRow extends EnrolledColumns {
  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('timestamptz', { name: 'screened_at', ...INSTANT, ...NULL })
  screenedAt!: string | null;

  @Column('boolean', { name: 'eligible', ...NULL })
  eligible!: boolean | null;

  /** Exclusion criteria of the protocol that applied. */
  @Column('text', { name: 'exclusions', array: true })
  exclusions!: string[];

  @Column('timestamptz', { name: 'consented_at', ...INSTANT, ...NULL })
  consentedAt!: string | null;

  @Column('timestamptz', { name: 'enrolled_at', ...INSTANT, ...NULL })
  enrolledAt!: string | null;

  @Column('timestamptz', { name: 'left_intervention_at', ...INSTANT, ...NULL })
  leftInterventionAt!: string | null;

  @Column('text', { name: 'left_intervention_reason', ...KEY, ...NULL })
  leftInterventionReason!: Left['reason'] | null;

  @Column('timestamptz', { name: 'left_study_at', ...INSTANT, ...NULL })
  leftStudyAt!: string | null;

  @Column('text', { name: 'left_study_reason', ...KEY, ...NULL })
  leftStudyReason!: Left['reason'] | null;

  @Column('timestamptz', { name: 'completed_at', ...INSTANT, ...NULL })
  completedAt!: string | null;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { RecordColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';

type Set = Fact<'GoalSet'>['data'];

/** Where a goal stands. */
export type GoalStatus = 'open' | 'attained' | 'dropped';

/** Something that client and therapist agreed to reach. Homework is linked to it. */
@Entity('goals')
@Index(['participantId', 'setAt'])
@Index(['studyId', 'status'])
@Index(['stream'])
export class GoalRow extends RecordColumns {
  @PrimaryColumn('text', { name: 'goal_id', ...KEY })
  goalId!: string;

  @Column('text', { name: 'set_by', ...KEY })
  setBy!: Set['setBy'];

  @Column('text', { name: 'status', ...KEY })
  status!: GoalStatus;

  /** In the client’s own words. */
  @Column('simple-json', { name: 'statement' })
  statement!: SealedText;

  @Column('text', { name: 'target_mechanism', ...KEY, ...NULL })
  targetMechanism!: string | null;

  /** As last rated, from −2 to 2 (Goal Attainment Scaling). */
  @Column('integer', { name: 'attainment', ...NULL })
  attainment!: number | null;

  /** How often somebody said how far it is reached. */
  @Column('integer', { name: 'ratings' })
  ratings!: number;

  @Column('integer', { name: 'revisions' })
  revisions!: number;

  @Column('timestamptz', { name: 'set_at', ...INSTANT })
  setAt!: string;

  @Column('timestamptz', { name: 'ended_at', ...INSTANT, ...NULL })
  endedAt!: string | null;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

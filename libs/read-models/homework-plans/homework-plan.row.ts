import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { RecordColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';

/** What was agreed on a piece of homework besides its terms: goals, an if-then plan, what stands in its place. */
@Entity('homework_plans')
@Index(['participantId'])
@Index(['studyId'])
@Index(['stream'])
export class HomeworkPlanRow extends RecordColumns {
  @PrimaryColumn('text', { name: 'assignment_id', ...KEY })
  assignmentId!: string;

  @Column('text', { name: 'goal_ids', array: true })
  goalIds!: readonly string[];

  /** If this comes … */
  @Column('simple-json', { name: 'situation', ...NULL })
  situation!: SealedText | null;

  /** … then this is done. */
  @Column('simple-json', { name: 'action', ...NULL })
  action!: SealedText | null;

  @Column('text', { name: 'obstacles', array: true })
  obstacles!: Fact<'PlanMade'>['data']['obstacles'];

  /** The client’s, 0 to 100, with this plan. */
  @Column('integer', { name: 'confidence', ...NULL })
  confidence!: number | null;

  /** Homework that stands in its place. */
  @Column('text', { name: 'substitute_id', ...KEY, ...NULL })
  substituteId!: string | null;

  @Column('text', { name: 'substitute_trigger', ...KEY, ...NULL })
  substituteTrigger!: Fact<'AssignmentSubstituted'>['data']['trigger'] | null;

  @Column('timestamptz', { name: 'updated_at', ...INSTANT })
  updatedAt!: string;
}

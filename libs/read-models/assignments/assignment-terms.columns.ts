import { Column } from 'typeorm';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';
import type { AssignmentTerms, Unit } from '#domain';

/** What one version of an assignment asks for. The dose is `doseAmount` in `doseUnit`. */
export abstract class AssignmentTermsColumns {
  @Column('simple-json', { name: 'title' })
  title!: SealedText;

  @Column('text', { name: 'focus', ...KEY })
  focus!: AssignmentTerms['focus'];

  @Column('text', { name: 'medium', ...KEY })
  medium!: AssignmentTerms['medium'];

  @Column('text', { name: 'template_id', ...KEY, ...NULL })
  templateId!: string | null;

  @Column('integer', { name: 'template_version', ...NULL })
  templateVersion!: number | null;

  @Column('double precision', { name: 'dose_amount', ...NULL })
  doseAmount!: number | null;

  @Column('text', { name: 'dose_unit', ...KEY, ...NULL })
  doseUnit!: Unit | null;

  @Column('text', { name: 'due_kind', ...KEY })
  dueKind!: AssignmentTerms['due']['kind'];

  @Column('timestamptz', { name: 'due_at', ...INSTANT, ...NULL })
  dueAt!: string | null;

  /** On the participant's calendar. */
  @Column('date', { name: 'due_date', ...NULL })
  dueDate!: string | null;

  /** 0 to 4. */
  @Column('integer', { name: 'difficulty', ...NULL })
  difficulty!: number | null;

  @Column('simple-json', { name: 'goal', ...NULL })
  goal!: SealedText | null;

  @Column('simple-json', { name: 'rationale', ...NULL })
  rationale!: SealedText | null;

  @Column('simple-json', { name: 'instructions', ...NULL })
  instructions!: SealedText | null;

  @Column('text', { name: 'performers', array: true })
  performers!: AssignmentTerms['performers'];

  @Column('text', { name: 'setting', ...KEY })
  setting!: AssignmentTerms['setting'];

  @Column('text', { name: 'visibility', ...KEY })
  visibility!: AssignmentTerms['visibility'];

  /** The client's confidence that it will be done, 0 to 100. */
  @Column('integer', { name: 'confidence', ...NULL })
  confidence!: number | null;

  @Column('text', { name: 'foreseen_obstacles', array: true })
  foreseenObstacles!: NonNullable<AssignmentTerms['foreseenObstacles']>;
}

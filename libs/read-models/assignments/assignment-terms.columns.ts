import { Column } from 'typeorm';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';
import type { AssignmentTerms, Due, Unit } from '#domain';

type Recurring = Extract<Due, { kind: 'recurring' }>;

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

  /** Of recurring work: the weekdays, the first and the last day, and the local time by which it is due. */
  @Column('text', { name: 'due_weekdays', array: true })
  dueWeekdays!: Recurring['weekdays'];

  @Column('date', { name: 'due_from', ...NULL })
  dueFrom!: string | null;

  @Column('date', { name: 'due_to', ...NULL })
  dueTo!: string | null;

  @Column('text', { name: 'due_by', ...KEY, ...NULL })
  dueBy!: string | null;

  /** 0 to 4. */
  @Column('integer', { name: 'difficulty', ...NULL })
  difficulty!: number | null;

  @Column('simple-json', { name: 'goal', ...NULL })
  goal!: SealedText | null;

  @Column('text', { name: 'target_mechanism', ...KEY, ...NULL })
  targetMechanism!: string | null;

  @Column('text', { name: 'phase', ...KEY, ...NULL })
  phase!: NonNullable<AssignmentTerms['phase']> | null;

  /** Whether a rationale is on record. */
  @Column('boolean', { name: 'rationale_given' })
  rationaleGiven!: boolean;

  @Column('simple-json', { name: 'rationale', ...NULL })
  rationale!: SealedText | null;

  @Column('simple-json', { name: 'instructions', ...NULL })
  instructions!: SealedText | null;

  @Column('simple-json', { name: 'example', ...NULL })
  example!: SealedText | null;

  @Column('text', { name: 'accessibility', array: true })
  accessibility!: NonNullable<AssignmentTerms['accessibility']>;

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

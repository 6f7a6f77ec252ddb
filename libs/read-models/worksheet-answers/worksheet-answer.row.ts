import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { RecordColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, type SealedText } from '../kernel/row.columns.ts';

/** The answers of one attempt, bound to the version of the worksheet they were given to. */
@Entity('worksheet_answers')
@Index(['participantId', 'occurredAt'])
@Index(['studyId', 'templateId'])
@Index(['stream'])
export class WorksheetAnswerRow extends RecordColumns {
  @PrimaryColumn('text', { name: 'assignment_id', ...KEY })
  assignmentId!: string;

  @PrimaryColumn('text', { name: 'attempt_id', ...KEY })
  attemptId!: string;

  @Column('text', { name: 'template_id', ...KEY })
  templateId!: string;

  /** The version that was in front of the person. */
  @Column('integer', { name: 'template_version' })
  templateVersion!: number;

  /** Questions that have an answer. */
  @Column('integer', { name: 'answered' })
  answered!: number;

  /** As JSON text. */
  @Column('simple-json', { name: 'answers' })
  answers!: SealedText;

  @Column('timestamptz', { name: 'occurred_at', ...INSTANT })
  occurredAt!: string;

  @Column('date', { name: 'local_date' })
  localDate!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

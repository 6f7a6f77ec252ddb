import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { RecordColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';

/** A question about a piece of homework, and what was answered. */
@Entity('clarifications')
@Index(['participantId', 'askedAt'])
@Index(['studyId', 'answered'])
@Index(['stream'])
export class ClarificationRow extends RecordColumns {
  @PrimaryColumn('text', { name: 'assignment_id', ...KEY })
  assignmentId!: string;

  /** Counted from 1 within the homework. */
  @PrimaryColumn('integer', { name: 'number' })
  number!: number;

  @Column('text', { name: 'asked_by', ...KEY })
  askedBy!: Fact<'ClarificationRequested'>['data']['by'];

  /** As it was asked. */
  @Column('simple-json', { name: 'question' })
  question!: SealedText;

  @Column('boolean', { name: 'answered' })
  answered!: boolean;

  /** One answer may settle several questions. */
  @Column('simple-json', { name: 'answer', ...NULL })
  answer!: SealedText | null;

  @Column('timestamptz', { name: 'asked_at', ...INSTANT })
  askedAt!: string;

  @Column('timestamptz', { name: 'answered_at', ...INSTANT, ...NULL })
  answeredAt!: string | null;
}

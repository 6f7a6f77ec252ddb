import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { RecordColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';
import type { EventMetadata, Fact, Informant, Unit } from '#domain';

export type AttemptState = 'started' | 'recorded' | 'abandoned';
type Recorded = Fact<'AttemptRecorded'>['data'];

/** One try at a piece of homework. */
@Entity('attempts')
@Index(['participantId', 'occurredAt'])
@Index(['studyId', 'occurredAt'])
@Index(['stream'])
export class AttemptRow extends RecordColumns {
  @PrimaryColumn('text', { name: 'assignment_id', ...KEY })
  assignmentId!: string;

  @PrimaryColumn('text', { name: 'attempt_id', ...KEY })
  attemptId!: string;

  /** The assignment version in force when the work was done. */
  @Column('integer', { name: 'version' })
  version!: number;

  /** The obligation it was at, as told: a day of recurring work, or `whole`; null where the entry names none. */
  @Column('text', { name: 'occurrence', ...KEY, ...NULL })
  occurrence!: string | null;

  @Column('text', { name: 'performer', ...KEY, ...NULL })
  performer!: Recorded['performer'] | null;

  @Column('text', { name: 'informant', ...KEY, ...NULL })
  informant!: Informant | null;

  @Column('text', { name: 'state', ...KEY })
  state!: AttemptState;

  @Column('text', { name: 'outcome', ...KEY, ...NULL })
  outcome!: Recorded['outcome'] | null;

  /** Something else was done instead; null while nobody told what came of it. */
  @Column('boolean', { name: 'alternative', ...NULL })
  alternative!: boolean | null;

  /** Done, or told, by somebody other than the client. */
  @Column('boolean', { name: 'by_proxy' })
  byProxy!: boolean;

  @Column('timestamptz', { name: 'started_at', ...INSTANT, ...NULL })
  startedAt!: string | null;

  @Column('timestamptz', { name: 'ended_at', ...INSTANT, ...NULL })
  endedAt!: string | null;

  /** From start to end; null where one of them is not known. */
  @Column('double precision', { name: 'minutes', ...NULL })
  minutes!: number | null;

  @Column('timestamptz', { name: 'occurred_at', ...INSTANT })
  occurredAt!: string;

  /** The day on the participant's calendar. */
  @Column('date', { name: 'local_date' })
  localDate!: string;

  @Column('double precision', { name: 'done_amount', ...NULL })
  doneAmount!: number | null;

  @Column('text', { name: 'done_unit', ...KEY, ...NULL })
  doneUnit!: Unit | null;

  @Column('integer', { name: 'difficulty', ...NULL })
  difficulty!: number | null;

  @Column('integer', { name: 'mastery', ...NULL })
  mastery!: number | null;

  @Column('integer', { name: 'pleasure', ...NULL })
  pleasure!: number | null;

  @Column('integer', { name: 'helpfulness', ...NULL })
  helpfulness!: number | null;

  /** Subjective units of distress, 0 to 100. */
  @Column('integer', { name: 'distress_before', ...NULL })
  distressBefore!: number | null;

  @Column('integer', { name: 'distress_after', ...NULL })
  distressAfter!: number | null;

  @Column('text', { name: 'barriers', array: true })
  barriers!: NonNullable<Recorded['barriers']>;

  @Column('simple-json', { name: 'note', ...NULL })
  note!: SealedText | null;

  /** From when it happened to when it was stored: tells a back-filled diary. */
  @Column('double precision', { name: 'entry_lag_hours' })
  entryLagHours!: number;

  /** Who may read it, where the participant decided for this entry alone. */
  @Column('text', { name: 'visibility', ...KEY, ...NULL })
  visibility!: Fact<'SharingChanged'>['data']['visibility'] | null;

  /** How often somebody told the participant something about it. */
  @Column('integer', { name: 'feedback' })
  feedback!: number;

  @Column('text', { name: 'source', ...KEY })
  source!: EventMetadata['source'];

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { RecordColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

/** `unknown`: it may have arrived, and is not sent again. */
export type ReminderStatus = 'planned' | 'sending' | 'sent' | 'unknown' | 'failed' | 'cancelled';

/** One message about one obligation through one channel. */
@Entity('reminders')
@Index(['participantId', 'plannedFor'])
@Index(['studyId', 'status', 'plannedFor'])
@Index(['stream'])
export class ReminderRow extends RecordColumns {
  @PrimaryColumn('text', { name: 'reminder_id', ...KEY })
  reminderId!: string;

  @Column('text', { name: 'kind', ...KEY })
  kind!: Fact<'ReminderPlanned'>['data']['of']['kind'];

  /** Of homework. */
  @Column('text', { name: 'assignment_id', ...KEY, ...NULL })
  assignmentId!: string | null;

  @Column('text', { name: 'occurrence', ...KEY, ...NULL })
  occurrence!: string | null;

  /** Of a measure. */
  @Column('text', { name: 'instrument_id', ...KEY, ...NULL })
  instrumentId!: string | null;

  @Column('text', { name: 'occasion', ...KEY, ...NULL })
  occasion!: string | null;

  @Column('text', { name: 'channel', ...KEY })
  channel!: Fact<'ReminderPlanned'>['data']['channel'];

  @Column('text', { name: 'status', ...KEY })
  status!: ReminderStatus;

  @Column('timestamptz', { name: 'planned_for', ...INSTANT })
  plannedFor!: string;

  /** The participant’s day. */
  @Column('date', { name: 'local_date' })
  localDate!: string;

  @Column('integer', { name: 'policy_version' })
  policyVersion!: number;

  @Column('integer', { name: 'attempts' })
  attempts!: number;

  /** When it was last handed over, whatever came of it. */
  @Column('timestamptz', { name: 'sending_at', ...INSTANT, ...NULL })
  sendingAt!: string | null;

  @Column('timestamptz', { name: 'sent_at', ...INSTANT, ...NULL })
  sentAt!: string | null;

  @Column('text', { name: 'failure', ...KEY, ...NULL })
  failure!: Fact<'ReminderFailed'>['data']['failure'] | null;

  /** Trying again would not mend it. */
  @Column('boolean', { name: 'permanent' })
  permanent!: boolean;

  @Column('timestamptz', { name: 'opened_at', ...INSTANT, ...NULL })
  openedAt!: string | null;

  @Column('text', { name: 'cancelled_because', ...KEY, ...NULL })
  cancelledBecause!: Fact<'ReminderCancelled'>['data']['because'] | null;
}

import { Column, Entity, Index } from 'typeorm';
import type { Fact } from '#domain';
import { ParticipantColumns } from '../kernel/person.columns.ts';
import { KEY, NULL } from '../kernel/row.columns.ts';

/** How a participant wants to be reminded, as last said. */
@Entity('reminder_wishes')
@Index(['studyId'])
@Index(['stream'])
export class ReminderWishRow extends ParticipantColumns {
  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  /** Null where nothing was said: the study’s own. */
  @Column('text', { name: 'channels', array: true, ...KEY, ...NULL })
  channels!: Fact<'ReminderPreferencesSet'>['data']['channels'] | null;

  /** `HH:MM` on the participant’s clock. */
  @Column('text', { name: 'times', array: true, ...KEY })
  times!: string[];

  @Column('text', { name: 'quiet_from', ...KEY, ...NULL })
  quietFrom!: string | null;

  @Column('text', { name: 'quiet_to', ...KEY, ...NULL })
  quietTo!: string | null;

  @Column('date', { name: 'paused_from', ...NULL })
  pausedFrom!: string | null;

  @Column('date', { name: 'paused_to', ...NULL })
  pausedTo!: string | null;
}

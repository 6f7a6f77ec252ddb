import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { INSTANT, KEY, NULL } from '../kernel/row.columns.ts';

/** Somebody who delivers the treatment, by pseudonymous id (TIDieR item 5). */
@Entity('therapists')
@Index(['studyId', 'siteId'])
@Index(['stream'])
export class TherapistRow {
  @PrimaryColumn('text', { name: 'therapist_id', ...KEY })
  therapistId!: string;

  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;

  @Column('text', { name: 'profession', ...KEY })
  profession!: string;

  @Column('text', { name: 'training', ...KEY, ...NULL })
  training!: string | null;

  @Column('double precision', { name: 'years_of_experience', ...NULL })
  yearsOfExperience!: number | null;

  /** The information they agreed to last. */
  @Column('text', { name: 'consent_version', ...KEY, ...NULL })
  consentVersion!: string | null;

  @Column('text', { name: 'consent_scopes', array: true })
  consentScopes!: Fact<'TherapistConsentGiven'>['data']['scopes'];

  @Column('date', { name: 'consent_date', ...NULL })
  consentDate!: string | null;

  /** Forms they may rate with, as `form@version`, in order of certification. */
  @Column('text', { name: 'certified_for', array: true })
  certifiedFor!: string[];

  @Column('integer', { name: 'supervisions' })
  supervisions!: number;

  @Column('double precision', { name: 'supervision_minutes' })
  supervisionMinutes!: number;

  @Column('timestamptz', { name: 'registered_at', ...INSTANT })
  registeredAt!: string;

  @Column('timestamptz', { name: 'updated_at', ...INSTANT })
  updatedAt!: string;
}

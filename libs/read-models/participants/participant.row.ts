import { Column, Entity, Index } from 'typeorm';
import { EnrolledColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';
import type { Fact } from '#domain';

export type ParticipantStatus = 'enrolled' | 'left' | 'completed';
type Consent = Fact<'ConsentGiven'>['data'];
type Characteristics = Fact<'BaselineRecorded'>['data']['characteristics'];
type Discontinued = Fact<'ParticipantDiscontinued'>['data'];

/** A person in a study, under a code. */
@Entity('participants')
@Index(['studyId', 'siteId', 'status'])
@Index(['studyId', 'code'])
@Index(['studyId', 'enrolledAt'])
export class ParticipantRow extends EnrolledColumns {
  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'code', ...KEY })
  code!: string;

  /** The zone at enrolment; changes since are in the person's history and in the days of their records. */
  @Column('text', { name: 'time_zone', ...KEY })
  timeZone!: string;

  /** Every zone the person lived in, in order of its first day; the first holds from the beginning. */
  @Column('simple-json', { name: 'zones' })
  zones!: { readonly from: string; readonly timeZone: string }[];

  /** The version in force when the person was enrolled. */
  @Column('integer', { name: 'protocol_version' })
  protocolVersion!: number;

  @Column('text', { name: 'status', ...KEY })
  status!: ParticipantStatus;

  @Column('timestamptz', { name: 'enrolled_at', ...INSTANT })
  enrolledAt!: string;

  /** On the participant's calendar. */
  @Column('date', { name: 'enrolled_date' })
  enrolledDate!: string;

  @Column('timestamptz', { name: 'ended_at', ...INSTANT, ...NULL })
  endedAt!: string | null;

  @Column('date', { name: 'ended_date', ...NULL })
  endedDate!: string | null;

  /** What a person who left has left. */
  @Column('text', { name: 'ended_from', ...KEY, ...NULL })
  endedFrom!: Discontinued['from'] | null;

  @Column('text', { name: 'end_reason', ...KEY, ...NULL })
  endReason!: Discontinued['reason'] | null;

  @Column('simple-json', { name: 'end_note', ...NULL })
  endNote!: SealedText | null;

  /** Every baseline characteristic, by the protocol's own names; the last entry about each stands. */
  @Column('simple-json', { name: 'characteristics' })
  characteristics!: Characteristics;

  @Column('text', { name: 'stratum', ...KEY, ...NULL })
  stratum!: string | null;

  @Column('text', { name: 'sex', ...KEY, ...NULL })
  sex!: string | null;

  @Column('text', { name: 'gender', ...KEY, ...NULL })
  gender!: string | null;

  @Column('text', { name: 'ethnicity', ...KEY, ...NULL })
  ethnicity!: string | null;

  @Column('text', { name: 'education', ...KEY, ...NULL })
  education!: string | null;

  @Column('text', { name: 'age_band', ...KEY, ...NULL })
  ageBand!: string | null;

  @Column('text', { name: 'diagnosis', ...KEY, ...NULL })
  diagnosis!: string | null;

  @Column('text', { name: 'medication', ...KEY, ...NULL })
  medication!: string | null;

  @Column('text', { name: 'prior_therapy', ...KEY, ...NULL })
  priorTherapy!: string | null;

  @Column('text', { name: 'treatment_group', ...KEY, ...NULL })
  treatmentGroup!: string | null;

  /** Who treats the person: the therapist who began last. */
  @Column('text', { name: 'therapist_id', ...KEY, ...NULL })
  therapistId!: string | null;

  @Column('date', { name: 'therapist_from', ...NULL })
  therapistFrom!: string | null;

  /** The information that was consented to last. */
  @Column('text', { name: 'consent_version', ...KEY, ...NULL })
  consentVersion!: string | null;

  @Column('text', { name: 'consent_scopes', array: true })
  consentScopes!: Consent['scopes'];

  /** The day of that consent on the participant's calendar. */
  @Column('date', { name: 'consent_date', ...NULL })
  consentDate!: string | null;

  /** How far consent was taken back since. */
  @Column('text', { name: 'consent_withdrawn', ...KEY, ...NULL })
  consentWithdrawn!: Fact<'ConsentWithdrawn'>['data']['step'] | null;

  @Column('date', { name: 'screened_date', ...NULL })
  screenedDate!: string | null;

  /** Treatments beside the trial's that were begun and not stopped, as their entries name them. */
  @Column('text', { name: 'concomitant_treatments', array: true })
  concomitantTreatments!: string[];

  /** Changes of such treatments on record. */
  @Column('integer', { name: 'concomitant_changes' })
  concomitantChanges!: number;

  /** The key of this person's sealed content is destroyed. */
  @Column('boolean', { name: 'personal_data_erased' })
  personalDataErased!: boolean;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;

  @Column('timestamptz', { name: 'updated_at', ...INSTANT })
  updatedAt!: string;
}

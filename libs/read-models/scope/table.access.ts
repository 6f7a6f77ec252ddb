import type { Fact } from '#domain';
import type { ReadSubject } from './scope.ts';

/** A column that needs a further right, and what stands in its place for readers without it. */
export interface Mask {
  readonly subject: ReadSubject;
  /** SQL. The same for every row: neither a filter nor an order tells rows apart by it. */
  readonly hidden: string;
}

/** By which columns a table is cut down to what a reader may see. */
export interface TableAccess {
  readonly subject: ReadSubject;
  readonly study: string;
  /** The participant a row belongs to; none in tables of the study itself, which every reach within it covers. */
  readonly person?: string;
  /** In tables of the study itself: rows that belong to one site. */
  readonly site?: string;
  readonly assignment?: string;
  readonly session?: string;
  readonly attempt?: string;
  readonly masks?: Readonly<Record<string, Mask>>;
  /** Rows that would tell what a further right is for: readers without it have those alone of which `open` holds. */
  readonly telling?: { readonly subject: ReadSubject; readonly open: (schema: string) => string };
}

const person = { study: 'study_id', person: 'participant_id' };
const work = { ...person, assignment: 'assignment_id' };
const hidden = (subject: ReadSubject, sql = 'NULL'): Mask => ({ subject, hidden: sql });

/** Spellings under which protocols record a person’s arm among the characteristics at baseline. */
export const ARM_CHARACTERISTICS = [
  'arm',
  'group',
  'treatment',
  'treatmentgroup',
  'therapygroup',
  'treatmentarm',
  'allocation',
];
const plainKey = `lower(regexp_replace(key, '[^A-Za-z0-9]', '', 'g'))`;
const withoutArm = `(SELECT coalesce(json_object_agg(key, value), '{}')::text FROM json_each(characteristics::json)
  WHERE ${plainKey} <> ALL('{${ARM_CHARACTERISTICS.join(',')}}'::text[]))`;

/** A characteristic that may be a person’s arm, by its key in the stored JSON. */
export const ARM_KEY = '"[^"]*(arm|group|treatment|allocation)[^"]*":';

/** The line of every table. A table without one does not exist for readers with a scope. */
export const TABLE_ACCESS: Readonly<Record<string, TableAccess>> = {
  studies: { subject: 'study', study: 'study_id' },
  sites: { subject: 'study', study: 'study_id' },
  definitions: { subject: 'study', study: 'study_id' },
  instruments: { subject: 'study', study: 'study_id' },
  protocol_amendments: { subject: 'study', study: 'study_id' },
  therapists: { subject: 'therapist', study: 'study_id', site: 'site_id' },
  participants: {
    ...{ subject: 'participant', ...person },
    masks: {
      code: hidden('identity', `''::text COLLATE "C"`),
      time_zone: hidden('identity', `''::text COLLATE "C"`),
      zones: hidden('identity', `'[]'::text`),
      therapist_id: hidden('therapist'),
      therapist_from: hidden('therapist'),
      medication: hidden('safety'),
      concomitant_treatments: hidden('safety', `'{}'::text[]`),
      concomitant_changes: hidden('safety', '0'),
      treatment_group: hidden('arm'),
      characteristics: hidden('arm', withoutArm),
    },
  },
  flow: { subject: 'participant', ...person },
  assignments: { subject: 'assignment', ...work },
  assignment_versions: { subject: 'assignment', ...work },
  occurrences: { subject: 'assignment', ...work },
  attempts: { subject: 'attempt', ...work, attempt: 'attempt_id' },
  reviews: { subject: 'assignment', ...work, session: 'session_id' },
  compliance: { subject: 'adherence', ...work },
  intervals: { subject: 'adherence', ...person },
  adherence: { subject: 'adherence', ...person },
  sessions: {
    ...{ subject: 'session', ...person, session: 'session_id' },
    masks: {
      deliverers: hidden('therapist', `'{}'::text[]`),
      homework_reviewed: hidden('assignment'),
      homework_assigned: hidden('assignment'),
      homework_why_not_reviewed: hidden('assignment'),
      homework_why_not: hidden('assignment'),
      homework_minutes: hidden('assignment'),
      homework_note: hidden('assignment'),
    },
  },
  contacts: { subject: 'contact', ...person },
  ratings: { subject: 'rating', ...person, assignment: 'target_assignment_id', session: 'target_session_id' },
  rating_scores: { subject: 'rating', ...person, assignment: 'target_assignment_id', session: 'target_session_id' },
  measures: { subject: 'measure', ...person },
  outcomes: { subject: 'measure', ...person },
  outcome_items: { subject: 'measure', ...person },
  person_summary: { subject: 'measure', ...person },
  sudden_gains: { subject: 'measure', ...person },
  missingness: { subject: 'measure', ...person },
  adverse_events: { subject: 'safety', ...person },
  concomitant_treatments: { subject: 'safety', ...person },
  arms: { subject: 'arm', ...person },
  allocations: { subject: 'participant', ...person },
  queries: { subject: 'query', ...person },
  reconsents: {
    ...{ subject: 'participant', ...person },
    // A month may be that of a birthday, and tells of a minor.
    masks: {
      because: hidden('identity'),
      due: hidden('identity'),
      first_day: hidden('identity', 'NULL::date'),
      last_day: hidden('identity', 'NULL::date'),
    },
  },
  due_measures: { subject: 'measure', ...person },
  allocation_schemes: { subject: 'study', study: 'study_id' },
  unblindings: { subject: 'allocation', ...person },
  staff_posts: { subject: 'staff', study: 'study_id' },
  caseload_covers: { subject: 'staff', study: 'study_id' },
  supervisions: { subject: 'staff', study: 'study_id' },
  rating_samples: { subject: 'staff', study: 'study_id' },
  caseloads: { subject: 'therapist', ...person },
  linked_people: { subject: 'identity', ...person },
  shared_work: { subject: 'staff', ...work },
  alerts: { subject: 'safety', ...person },
  // Arms may go without reminders: where they ever did, whoever is blind to arms does not see who got any.
  reminders: {
    ...{ subject: 'contact', ...person },
    telling: {
      subject: 'arm',
      open: (schema) =>
        `study_id NOT IN (SELECT d.study_id FROM ${schema}."watch_documents" d WHERE d.kind = 'reminder-policy'
          AND coalesce(json_array_length(d.document::json -> 'armsWithout'), 0) > 0)`,
    },
  },
  missed_runs: { subject: 'assignment', ...person },
  reminder_wishes: { subject: 'participant', ...person },
  watch_documents: { subject: 'study', study: 'study_id' },
  safety_switches: { subject: 'study', study: 'study_id' },
  data_check_switches: { subject: 'study', study: 'study_id' },
  safety_rules: { subject: 'study', study: 'study_id' },
  goals: { subject: 'assignment', ...person },
  homework_plans: { subject: 'assignment', ...work },
  clarifications: { subject: 'assignment', ...work },
  worksheet_answers: { subject: 'attempt', ...work, attempt: 'attempt_id' },
  attachments: { subject: 'attempt', ...work, attempt: 'attempt_id' },
  templates: { subject: 'template', study: 'study_id' },
  datasets: { subject: 'study', study: 'study_id' },
  releases: { subject: 'study', study: 'study_id' },
  release_policies: { subject: 'study', study: 'study_id' },
  analysis_gates: { subject: 'study', study: 'study_id' },
  // Whoever reads a study’s plan reads who looked at what; participants do not.
  analysis_runs: { subject: 'template', study: 'study_id' },
};

/** Kinds of records whose events a reader of history may see, by the subject of the right that lets them. */
export const CATEGORY_SUBJECTS: Readonly<Record<string, ReadSubject>> = {
  study: 'study',
  participant: 'participant',
  therapist: 'therapist',
  assignment: 'assignment',
  goal: 'assignment',
  session: 'session',
  rating: 'rating',
  measure: 'measure',
  template: 'template',
  query: 'query',
  allocation: 'allocation',
  alert: 'safety',
  reminder: 'arm',
  contact: 'participant',
  monitoring: 'study',
  dataset: 'study',
  analysis: 'template',
};

/** Events that need a further right than their record’s. */
export const TYPE_SUBJECTS: Readonly<Record<string, ReadSubject>> = {
  TherapistAssigned: 'therapist',
  MissedWorkNoticed: 'assignment',
  ClinicianTold: 'assignment',
  AdverseEventReported: 'safety',
  ConcomitantTreatmentChanged: 'safety',
  ParticipantEnrolled: 'identity',
  ParticipantScreened: 'identity',
  ReconsentPlanned: 'identity',
  PersonLinked: 'identity',
  StaffAppointed: 'staff',
  StaffRemoved: 'staff',
  CaseloadCovered: 'staff',
  SupervisorNamed: 'staff',
  SupervisorReleased: 'staff',
  RatingSampleAssigned: 'staff',
  ParticipantAllocated: 'arm',
  // Where arms differ in a feature, who was shown it is in an arm that has it.
  FeatureShown: 'arm',
  ParticipantUnblinded: 'allocation',
};

/** Whether an event tells an arm, or lets one be inferred, to whoever reads it; one whose arm is sealed does not. */
export function tellsArm({ type, stream, data }: Fact): boolean {
  if (type === 'ParticipantAllocated') return false;
  const told = type === 'EntryCorrected' || type === 'EntryVoided' ? data.entryType : type;
  const [category = ''] = stream.split('-');
  if (CATEGORY_SUBJECTS[category] === 'arm' || TYPE_SUBJECTS[told] === 'arm') return true;
  return told === 'BaselineRecorded' && new RegExp(ARM_KEY, 'i').test(JSON.stringify(data));
}

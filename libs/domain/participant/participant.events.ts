import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { dayOrMonth, freeText, id, label, localDate, timeZone } from '../kernel/primitives.ts';
import { sealed } from '../kernel/sealed.ts';

export const discontinuationReason = z.enum([
  'completed-early',
  'no-longer-interested',
  'no-time',
  'symptoms-improved',
  'symptoms-worsened',
  'moved',
  'lost-to-follow-up',
  'adverse-event',
  'withdrew-consent',
  'clinician-decision',
  'other',
]);

export const consentScope = z.enum([
  'treatment-data',
  'homework-content',
  'audio',
  'drawings',
  'data-sharing',
  'recontact',
]);

/** Grounds to erase, and exemptions from the right to it (GDPR Art. 17(1) and (3)). */
export const erasureGround = z.enum([
  'consent-withdrawn',
  'no-longer-needed',
  'objection',
  'unlawful-processing',
  'research-exemption',
  'legal-obligation',
  'public-health',
  'legal-claims',
  'identity-not-proven',
]);

const note = sealed(freeText).optional();
const requester = z.enum(['participant', 'guardian', 'authority', 'controller']);

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const participantEvents = {
  ParticipantScreened: {
    version: 1,
    about: 'A person was screened for a study, and was eligible or was not and why.',
    data: z.strictObject({
      participantId: id,
      studyId: id,
      code: id,
      siteId: id.optional(),
      eligible: z.boolean(),
      /** Codes of the protocol's exclusion criteria that applied. */
      exclusions: z.array(id).max(50),
    }),
  },
  ConsentGiven: {
    version: 1,
    about: 'Consent was given to a version of the information, for these scopes, by whom, in which language.',
    data: z.strictObject({
      version: label,
      scopes: z.array(consentScope).min(1).max(6),
      consenter: z.enum(['participant', 'guardian', 'participant-with-assent-of-guardian', 'legal-representative']),
      capacity: z.enum(['has-capacity', 'assent-with-consent', 'lacks-capacity']),
      /** BCP 47, such as `sv` or `pt-BR`. */
      language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    }),
  },
  ReconsentPlanned: {
    version: 1,
    about:
      'The person has to consent anew from a day or month on that the site chose, such as once of age; never a date of birth.',
    data: z.strictObject({
      because: z.enum(['majority', 'capacity-regained', 'information-changed']),
      /** Asked for from its first day on, overdue after its last one. A month tells less of a birthday than a day does. */
      due: dayOrMonth,
    }),
  },
  ConsentWithdrawn: {
    version: 1,
    about: 'Consent was taken back, as far as the participant wants: contact, collection, or erasure asked for.',
    data: z.strictObject({ step: z.enum(['stop-contact', 'stop-collection', 'erasure-requested']), note }),
  },
  ErasureDecided: {
    version: 1,
    about: 'The controller decided on a request for erasure, and why.',
    data: z.strictObject({ granted: z.boolean(), reason: erasureGround, note }),
  },
  ParticipantEnrolled: {
    version: 1,
    about: 'A person takes part in a study, under a code that says nothing about them.',
    data: z.strictObject({
      participantId: id,
      studyId: id,
      code: id,
      siteId: id.optional(),
      timeZone,
      protocolVersion: z.int().min(0),
    }),
  },
  TimeZoneChanged: {
    version: 1,
    about: 'From this day on the participant’s days are counted in another zone: moved, or travelling.',
    data: z.strictObject({ timeZone, from: localDate }),
  },
  BaselineRecorded: {
    version: 1,
    about: 'Characteristics at the start: age band, education, diagnosis and whatever else the protocol names.',
    data: z.strictObject({
      /** Name of the characteristic → value; an age as a band or in years, never a date of birth. */
      characteristics: z.record(id, z.union([z.string().max(200), z.number(), z.boolean(), z.null()])),
    }),
  },
  PersonLinked: {
    version: 1,
    about: 'A partner, parent or caregiver takes part in the work or tells about it.',
    data: z.strictObject({ personId: id, relation: z.enum(['partner', 'parent', 'caregiver', 'other']) }),
  },
  TherapistAssigned: {
    version: 1,
    about: 'A therapist treats the participant from this day on.',
    data: z.strictObject({ therapistId: id, from: localDate }),
  },
  ConcomitantTreatmentChanged: {
    version: 1,
    about: 'A treatment beside the trial’s began, changed or ended.',
    data: z.strictObject({
      treatment: id,
      kind: z.enum(['medication', 'psychotherapy', 'other']),
      change: z.enum(['started', 'dose-raised', 'dose-lowered', 'changed', 'stopped', 'unchanged']),
      on: localDate.optional(),
    }),
  },
  FeatureShown: {
    version: 1,
    about: 'A feature of the platform that a protocol may keep from an arm was shown: exposure to the intervention.',
    data: z.strictObject({
      feature: z.enum(['recommendations', 'outcome-feedback']),
      to: z.enum(['participant', 'therapist', 'both']),
    }),
  },
  ProtocolDeviationRecorded: {
    version: 1,
    about: 'Something was not done as the protocol says.',
    data: z.strictObject({ kind: id, severity: z.enum(['minor', 'major']), note }),
  },
  AdverseEventReported: {
    version: 1,
    about: 'Something untoward happened to the participant, whether or not the trial had to do with it (ICH E6).',
    data: z.strictObject({
      adverseEventId: id,
      serious: z.boolean(),
      severity: z.enum(['mild', 'moderate', 'severe']),
      relatedness: z.enum(['unrelated', 'unlikely', 'possible', 'probable', 'definite', 'not-assessed']),
      expected: z.boolean(),
      onset: localDate,
      outcome: z.enum(['recovered', 'recovering', 'not-recovered', 'fatal', 'unknown']),
      description: sealed(freeText),
    }),
  },
  ParticipantFrozen: {
    version: 1,
    about: 'The participant’s record is as it should be: nothing is added or changed until it is released.',
    data: z.strictObject({ reason: label }),
  },
  ParticipantReleased: {
    version: 1,
    about: 'The participant’s record may be added to and changed again.',
    data: z.strictObject({ reason: label }),
  },
  ParticipantDiscontinued: {
    version: 1,
    about: 'The participant left the intervention, or the whole study, before its end.',
    data: z.strictObject({
      from: z.enum(['intervention', 'study']),
      reason: discontinuationReason,
      note,
    }),
  },
  ParticipantCompleted: {
    version: 1,
    about: 'The participant reached the end of the study as planned.',
    data: z.strictObject({}),
  },
  PersonalDataErased: {
    version: 1,
    about: 'The participant’s key was destroyed: sealed content is gone everywhere, the trail stays.',
    data: z.strictObject({ requestedBy: requester }),
  },
} as const satisfies EventShapes;

export type ParticipantEvent = EventOf<typeof participantEvents>;

export const participantUpcasts: Upcasts = NO_UPCASTS;

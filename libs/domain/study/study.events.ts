import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { id, label, localDate, timeZone } from '../kernel/primitives.ts';

export const staffRole = z.enum([
  'coordinator',
  'researcher',
  'site-investigator',
  'clinician',
  'supervisor',
  'outcome-assessor',
  'fidelity-rater',
  'analyst',
  'dmc-statistician',
  'monitor',
  'privacy-officer',
]);

/** A document of the study, as JSON; the library it belongs to knows its schema and checks it at the boundary. */
const document = z.record(z.string(), z.json());

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const studyEvents = {
  StudyRegistered: {
    version: 1,
    about: 'A study exists, with the calendar its days and weeks are counted on.',
    data: z.strictObject({ studyId: id, title: label, timeZone }),
  },
  ProtocolPublished: {
    version: 2,
    about: 'A protocol version is in force from now on: the whole document, what changed and why.',
    data: z.strictObject({
      version: z.int().min(1),
      changes: label,
      reason: label,
      /** None in studies that are imported, or that keep their protocol elsewhere. */
      protocol: document.optional(),
    }),
  },
  DryRunStarted: {
    version: 1,
    about: 'The study is rehearsed with made-up participants, on a clock that runs this many days a minute.',
    data: z.strictObject({ daysPerMinute: z.int().min(1).max(1_000) }),
  },
  StudyWentLive: {
    version: 1,
    about: 'The rehearsal is over, or was skipped: participants may be enrolled.',
    data: z.strictObject({}),
  },
  StudyClosed: {
    version: 1,
    about: 'The study is over: its locked data are archived, and nothing opens them again.',
    data: z.strictObject({ reason: label }),
  },
  AnalysisPlanPublished: {
    version: 1,
    about: 'The primary definition, outcome and model were fixed, before anybody looked.',
    data: z.strictObject({ version: z.int().min(1), plan: document, reason: label }),
  },
  SiteOpened: {
    version: 1,
    about: 'A site may enrol participants.',
    data: z.strictObject({ siteId: id, name: label, timeZone }),
  },
  SiteClosed: {
    version: 1,
    about: 'A site enrols nobody any more; those enrolled go on.',
    data: z.strictObject({ siteId: id, reason: label }),
  },
  StaffAppointed: {
    version: 2,
    about:
      'A member of staff holds a role in the study, at one site or at all, from a day on and perhaps to a last one.',
    data: z.strictObject({
      staffId: id,
      role: staffRole,
      siteId: id.optional(),
      from: localDate,
      to: localDate.optional(),
    }),
  },
  StaffRemoved: {
    version: 1,
    about: 'A member of staff no longer holds the role, at that site or at all.',
    data: z.strictObject({ staffId: id, role: staffRole, siteId: id.optional(), reason: label }),
  },
  CaseloadCovered: {
    version: 1,
    about: 'One clinician looks after another’s participants for a time.',
    data: z.strictObject({ staffId: id, coveredBy: id, from: localDate, to: localDate }),
  },
  SupervisorNamed: {
    version: 1,
    about: 'A supervisor supervises a clinician, and so may read the work of that clinician’s participants.',
    data: z.strictObject({ supervisorId: id, staffId: id, from: localDate, to: localDate.optional() }),
  },
  SupervisorReleased: {
    version: 1,
    about: 'A supervisor no longer supervises the clinician.',
    data: z.strictObject({ supervisorId: id, staffId: id, reason: label }),
  },
  RatingSampleAssigned: {
    version: 1,
    about: 'What a fidelity rater is to rate: these sessions and this homework, instead of any sample before.',
    data: z.strictObject({ raterId: id, sessions: z.array(id).max(1000), assignments: z.array(id).max(1000) }),
  },
  EnrolmentPaused: {
    version: 1,
    about: 'Nobody may be enrolled until enrolment is resumed.',
    data: z.strictObject({ reason: label }),
  },
  EnrolmentResumed: {
    version: 1,
    about: 'Participants may be enrolled again.',
    data: z.strictObject({ reason: label }),
  },
  AdherenceDefinitionPublished: {
    version: 1,
    about: 'An adherence definition, as data, joins the ones this study is evaluated under.',
    data: z.strictObject({ definitionId: id, version: z.int().min(1), definition: document }),
  },
  InstrumentPublished: {
    version: 1,
    about: 'A questionnaire of the study’s own, as data: its items, scales, cut-offs and where its figures come from.',
    data: z.strictObject({ instrumentId: id, version: z.int().min(1), instrument: document }),
  },
  SafetyRulePublished: {
    version: 1,
    about: 'A rule that raises safety alerts joins the study, as data.',
    data: z.strictObject({ ruleId: id, version: z.int().min(1), rule: document }),
  },
  StudyLocked: {
    version: 1,
    about:
      'The data are final: only signatures, a participant’s own rights and the lifting of the lock are recorded after it.',
    data: z.strictObject({ reason: label }),
  },
  StudyUnlocked: {
    version: 1,
    about: 'The lock was lifted: data may be recorded and corrected again.',
    data: z.strictObject({ reason: label }),
  },
} as const satisfies EventShapes;

export type StudyEvent = EventOf<typeof studyEvents>;

export const studyUpcasts: Upcasts = {
  ...NO_UPCASTS,
  lifts: {
    // An appointment without a last day has none.
    StaffAppointed: { 1: (data) => data },
    // A protocol without a document has none.
    ProtocolPublished: { 1: (data) => data },
  },
};

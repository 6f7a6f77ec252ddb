import { checkSafetyRule } from '../safety/watch-documents.ts';
import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that write to a study. */
export const StudyCommandsResolver = commandResolver('StudyCommandsResolver', {
  RegisterStudy: {
    allow: 'study:register',
    does: 'Registers a study.',
    takes: 'A study and the calendar its days are counted on.',
  },
  PublishProtocol: {
    allow: 'study:write',
    does: 'Publishes the next protocol version as one document, saying what changed and why.',
    takes: 'The next version of the protocol. Its document follows docs/schemas/protocol.schema.json.',
  },
  StartDryRun: {
    allow: 'study:write',
    does: 'Starts a rehearsal with made-up participants, on a clock that runs fast.',
    takes: 'How many days pass in a minute.',
  },
  GoLive: {
    allow: 'study:write',
    does: 'Opens a study whose protocol is published to participants.',
    takes: 'A study in draft or in its dry run.',
  },
  CloseStudy: {
    allow: 'study:write',
    does: 'Closes a locked study for good.',
    takes: 'Why the study is closed.',
  },
  OpenSite: {
    allow: 'study:write',
    does: 'Opens a site of a study.',
    takes: 'A site that may enrol participants.',
  },
  PublishAnalysisPlan: {
    allow: 'study:write',
    does: 'Fixes the primary definition, outcome and model.',
    takes: 'The next version of the analysis plan.',
  },
  CloseSite: {
    allow: 'study:write',
    does: 'Closes a site to enrolment; those enrolled go on.',
    takes: 'A site that enrols nobody any more.',
  },
  AppointStaff: {
    allow: 'staff:appoint',
    does: 'Gives a member of staff a role.',
    takes: 'A person, a role and from when.',
  },
  RemoveStaff: {
    allow: 'staff:appoint',
    does: 'Takes a role from a member of staff.',
    takes: 'A person, a role and why.',
  },
  CoverCaseload: {
    allow: 'staff:appoint',
    does: 'Lets one clinician look after another’s participants for a time.',
    takes: 'Who is covered, by whom, from when to when.',
  },
  NameSupervisor: {
    allow: 'staff:appoint',
    does: 'Names who supervises a clinician.',
    takes: 'A supervisor, a clinician and from when.',
  },
  ReleaseSupervisor: {
    allow: 'staff:appoint',
    does: 'Ends a supervision.',
    takes: 'A supervisor, a clinician and why.',
  },
  AssignRatingSample: {
    allow: 'staff:appoint',
    does: 'Says what a fidelity rater is to rate, and so may see.',
    takes: 'A rater, sessions and homework.',
  },
  PauseEnrolment: {
    allow: 'study:write',
    does: 'Stops enrolment until it is resumed.',
    takes: 'Why enrolment is paused.',
  },
  ResumeEnrolment: {
    allow: 'study:write',
    does: 'Lets participants be enrolled again.',
    takes: 'Why enrolment is resumed.',
  },
  PublishSafetyRule: {
    allow: 'study:write',
    does: 'Publishes the next version of a rule that raises safety alerts.',
    takes: 'The next version of a safety rule, in the format intersession.safety/1.',
    check: checkSafetyRule,
  },
  LockStudy: {
    allow: 'study:write',
    does: 'Declares the data final.',
    takes: 'Why the study is locked.',
  },
  UnlockStudy: {
    allow: 'study:write',
    does: 'Lifts the lock of a study.',
    takes: 'Why the study is unlocked.',
  },
});

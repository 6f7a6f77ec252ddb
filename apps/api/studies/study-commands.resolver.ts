import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that write to a study. */
export const StudyCommandsResolver = commandResolver('StudyCommandsResolver', {
  RegisterStudy: {
    allow: 'study:write',
    does: 'Registers a study.',
    takes: 'A study and the calendar its days are counted on.',
  },
  PublishProtocol: {
    allow: 'study:write',
    does: 'Publishes the next protocol version, saying what changed and why.',
    takes: 'The next version of the protocol.',
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
    allow: 'study:write',
    does: 'Gives a member of staff a role.',
    takes: 'A person, a role and from when.',
  },
  RemoveStaff: {
    allow: 'study:write',
    does: 'Takes a role from a member of staff.',
    takes: 'A person, a role and why.',
  },
  CoverCaseload: {
    allow: 'study:write',
    does: 'Lets one clinician look after another’s participants for a time.',
    takes: 'Who is covered, by whom, from when to when.',
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
    takes: 'The next version of a safety rule.',
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

import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that write to a participant. */
export const ParticipantCommandsResolver = commandResolver('ParticipantCommandsResolver', {
  EnrolParticipant: {
    allow: 'participant:write',
    does: 'Enrols a person under a code that says nothing about them.',
    takes: 'A participant, by code.',
    omits: ['participantId'],
  },
  DiscontinueParticipant: {
    allow: 'participant:write',
    does: 'Says that a participant left before the end, and why.',
    takes: 'A participant leaves before the end.',
  },
  CompleteParticipant: {
    allow: 'participant:write',
    does: 'Says that a participant reached the end as planned.',
    takes: 'A participant reached the end as planned.',
  },
  FreezeParticipant: {
    allow: 'record:freeze',
    does: 'Freezes a participant’s record: nothing is added to it or changed until it is released.',
    takes: 'A participant whose record is as it should be.',
  },
  ReleaseParticipant: {
    allow: 'record:freeze',
    does: 'Lets a frozen record be added to and changed again.',
    takes: 'A participant whose record was frozen, and why it is released.',
  },
  ErasePersonalData: {
    allow: 'participant:erase',
    does: 'Destroys the participant’s key: sealed content is gone everywhere and for ever, the trail stays.',
    takes: 'Destroys the participant’s key; the trail stays.',
  },
  ScreenParticipant: {
    allow: 'participant:write',
    does: 'Records a screening and, where somebody was not eligible, why.',
    takes: 'A screening.',
    omits: ['participantId'],
  },
  GiveConsent: {
    allow: 'consent:write',
    does: 'Records consent: version, scopes, consenter, language.',
    takes: 'A consent.',
  },
  PlanReconsent: {
    allow: 'consent:write',
    does: 'Says from when on a participant has to consent anew, such as once of age. What was planned before no longer holds.',
    takes: 'A day or month that the site chose, never a date of birth.',
  },
  WithdrawConsent: {
    allow: 'consent:write',
    does: 'Takes consent back, as far as the participant wants.',
    takes: 'A step of withdrawal.',
  },
  DecideErasure: {
    allow: 'participant:erase',
    does: 'Records the controller’s decision on a request for erasure.',
    takes: 'A decision and its reason.',
  },
  ChangeTimeZone: {
    allow: 'participant:write',
    does: 'Counts the participant’s days in another zone from a day on.',
    takes: 'A zone and its first day.',
  },
  RecordBaseline: {
    allow: 'participant:write',
    does: 'Records characteristics at the start.',
    takes: 'Characteristics by name.',
  },
  LinkPerson: {
    allow: 'participant:write',
    does: 'Links a partner, parent or caregiver.',
    takes: 'A person and their relation.',
  },
  AssignTherapist: {
    allow: 'participant:write',
    does: 'Says who treats the participant from a day on.',
    takes: 'A therapist and the first day.',
  },
  ChangeConcomitantTreatment: {
    allow: 'safety:write',
    does: 'Records a treatment beside the trial’s that began, changed or ended.',
    takes: 'A concomitant treatment.',
  },
  ShowFeature: {
    allow: 'work:write',
    does: 'Says that suggestions or outcome feedback were shown: exposure to them is data.',
    takes: 'A feature of the platform, and whom it was shown to.',
  },
  RecordProtocolDeviation: {
    allow: 'participant:write',
    does: 'Records that something was not done as the protocol says.',
    takes: 'A deviation.',
  },
  ReportAdverseEvent: {
    allow: 'safety:write',
    does: 'Reports something untoward that happened to the participant.',
    takes: 'An adverse event.',
    derives: 'adverseEventId',
  },
});

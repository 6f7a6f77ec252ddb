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
  ErasePersonalData: {
    allow: 'participant:erase',
    does: 'Destroys the participant’s key: sealed content is gone everywhere and for ever, the trail stays.',
    takes: 'Destroys the participant’s key; the trail stays.',
  },
});

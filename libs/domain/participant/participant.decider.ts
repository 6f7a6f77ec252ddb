import { z } from 'zod';
import { freeText, id, timeZone } from '../kernel/primitives.ts';
import { sealed } from '../kernel/sealed.ts';
import { type Decider, type Decision, type Given, type ParticipantStanding, refuse } from '../kernel/decider.ts';
import {
  type ParticipantEvent,
  discontinuationReason,
  participantEvents,
  participantUpcasts,
} from './participant.events.ts';

export const participantCommands = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('EnrolParticipant'),
    participantId: id,
    studyId: id,
    code: id,
    siteId: id.optional(),
    /** The site's, or else the study's, when left out. */
    timeZone: timeZone.optional(),
  }),
  z.strictObject({
    type: z.literal('DiscontinueParticipant'),
    participantId: id,
    from: z.enum(['intervention', 'study']),
    reason: discontinuationReason,
    note: sealed(freeText).optional(),
  }),
  z.strictObject({ type: z.literal('CompleteParticipant'), participantId: id }),
  z.strictObject({
    type: z.literal('ErasePersonalData'),
    participantId: id,
    requestedBy: z.enum(['participant', 'guardian', 'authority', 'controller']),
  }),
]);
export type ParticipantCommand = z.infer<typeof participantCommands>;

export interface ParticipantState extends ParticipantStanding {
  readonly participantId: string;
  readonly erased: boolean;
}

const initialState: ParticipantState = { status: 'unknown', participantId: '', erased: false };

/** A participant's id: its code within its study. The stream's own uniqueness keeps codes unique. */
export function participantIdOf(studyId: string, code: string): string {
  return `${studyId}:${code}`;
}

function enrol(
  command: Extract<ParticipantCommand, { type: 'EnrolParticipant' }>,
  given: Given,
): Decision<ParticipantEvent> {
  const { study } = given;
  const { participantId, studyId, code, siteId } = command;
  if (!study.registered) return refuse('StudyNotRegistered', { studyId });
  if (siteId !== undefined && !study.openSites.includes(siteId)) return refuse('SiteNotOpen', { siteId });
  const zone = command.timeZone ?? (siteId === undefined ? undefined : study.siteZones[siteId]) ?? study.timeZone;
  const { protocolVersion } = study;
  return [
    { type: 'ParticipantEnrolled', data: { participantId, studyId, code, siteId, timeZone: zone, protocolVersion } },
  ];
}

function decide(command: ParticipantCommand, state: ParticipantState, given: Given): Decision<ParticipantEvent> {
  if (command.type === 'EnrolParticipant') {
    return state.status === 'unknown' ? enrol(command, given) : refuse('ParticipantAlreadyEnrolled');
  }
  if (state.status === 'unknown') return refuse('ParticipantNotEnrolled');
  switch (command.type) {
    case 'DiscontinueParticipant': {
      if (state.status !== 'enrolled') return refuse('ParticipantLeft', { status: state.status });
      const { from, reason, note } = command;
      return [{ type: 'ParticipantDiscontinued', data: { from, reason, note } }];
    }
    case 'CompleteParticipant':
      if (state.status !== 'enrolled') return refuse('ParticipantLeft', { status: state.status });
      return [{ type: 'ParticipantCompleted', data: {} }];
    case 'ErasePersonalData':
      if (state.erased) return refuse('PersonalDataAlreadyErased');
      return [{ type: 'PersonalDataErased', data: { requestedBy: command.requestedBy } }];
  }
}

function evolve(state: ParticipantState, event: ParticipantEvent): ParticipantState {
  switch (event.type) {
    case 'ParticipantEnrolled': {
      const { participantId, studyId, siteId, timeZone: zone } = event.data;
      return { ...state, status: 'enrolled', participantId, studyId, siteId, timeZone: zone };
    }
    case 'ParticipantDiscontinued':
      return { ...state, status: 'left' };
    case 'ParticipantCompleted':
      return { ...state, status: 'completed' };
    case 'PersonalDataErased':
      return { ...state, erased: true };
  }
}

export const participantDecider: Decider<ParticipantCommand, ParticipantState, ParticipantEvent> = {
  category: 'participant',
  events: participantEvents,
  upcasts: participantUpcasts,
  commands: participantCommands,
  initialState,
  idOf: (command) => command.participantId,
  subjectOf: (command, state) =>
    command.type === 'EnrolParticipant'
      ? { participantId: command.participantId, studyId: command.studyId, siteId: command.siteId }
      : { participantId: command.participantId, studyId: state.studyId, siteId: state.siteId },
  decide,
  evolve,
};

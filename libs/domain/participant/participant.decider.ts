import { z } from 'zod';
import { id, timeZone } from '../kernel/primitives.ts';
import {
  type Decider,
  type Decision,
  type Given,
  type ParticipantStanding,
  everEnrolled,
  refuse,
} from '../kernel/decider.ts';
import { type ParticipantEvent, participantEvents, participantUpcasts } from './participant.events.ts';

const base = { participantId: id };
const fieldsOf = <Type extends keyof typeof participantEvents>(
  type: Type,
): (typeof participantEvents)[Type]['data']['shape'] => participantEvents[type].data.shape;

export const participantCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ScreenParticipant'), ...fieldsOf('ParticipantScreened') }),
  z.strictObject({ type: z.literal('GiveConsent'), ...base, ...fieldsOf('ConsentGiven') }),
  z.strictObject({ type: z.literal('WithdrawConsent'), ...base, ...fieldsOf('ConsentWithdrawn') }),
  z.strictObject({ type: z.literal('DecideErasure'), ...base, ...fieldsOf('ErasureDecided') }),
  z.strictObject({
    type: z.literal('EnrolParticipant'),
    ...base,
    studyId: id,
    code: id,
    siteId: id.optional(),
    /** The site's, or else the study's, when left out. */
    timeZone: timeZone.optional(),
  }),
  z.strictObject({ type: z.literal('ChangeTimeZone'), ...base, ...fieldsOf('TimeZoneChanged') }),
  z.strictObject({ type: z.literal('RecordBaseline'), ...base, ...fieldsOf('BaselineRecorded') }),
  z.strictObject({ type: z.literal('LinkPerson'), ...base, ...fieldsOf('PersonLinked') }),
  z.strictObject({ type: z.literal('AssignTherapist'), ...base, ...fieldsOf('TherapistAssigned') }),
  z.strictObject({
    type: z.literal('ChangeConcomitantTreatment'),
    ...base,
    ...fieldsOf('ConcomitantTreatmentChanged'),
  }),
  z.strictObject({ type: z.literal('RecordProtocolDeviation'), ...base, ...fieldsOf('ProtocolDeviationRecorded') }),
  z.strictObject({ type: z.literal('ReportAdverseEvent'), ...base, ...fieldsOf('AdverseEventReported') }),
  z.strictObject({ type: z.literal('DiscontinueParticipant'), ...base, ...fieldsOf('ParticipantDiscontinued') }),
  z.strictObject({ type: z.literal('CompleteParticipant'), ...base }),
  z.strictObject({ type: z.literal('ErasePersonalData'), ...base, ...fieldsOf('PersonalDataErased') }),
]);
export type ParticipantCommand = z.infer<typeof participantCommands>;
type CommandOf<Type extends ParticipantCommand['type']> = Extract<ParticipantCommand, { type: Type }>;

export interface ParticipantState extends ParticipantStanding {
  readonly participantId: string;
  readonly erased: boolean;
  readonly erasureRequested: boolean;
  readonly adverseEvents: readonly string[];
}

const initialState: ParticipantState = {
  status: 'unknown',
  zones: [],
  participantId: '',
  erased: false,
  erasureRequested: false,
  adverseEvents: [],
};

/** A participant's id: its code within its study. The stream's own uniqueness keeps codes unique. */
export function participantIdOf(studyId: string, code: string): string {
  return `${studyId}:${code}`;
}

/** What stands in the way of taking somebody into a study, at screening or enrolment. */
function entryProblem(command: { readonly studyId: string; readonly siteId?: string | undefined }, { study }: Given) {
  const { studyId, siteId } = command;
  if (!study.registered) return refuse('StudyNotRegistered', { studyId });
  if (study.locked) return refuse('StudyIsLocked', { studyId });
  if (siteId !== undefined && !study.openSites.includes(siteId)) return refuse('SiteNotOpen', { siteId });
  return undefined;
}

function screen(
  command: CommandOf<'ScreenParticipant'>,
  state: ParticipantState,
  given: Given,
): Decision<ParticipantEvent> {
  if (state.status !== 'unknown') return refuse('ParticipantAlreadyScreened', { status: state.status });
  const { type: _, ...data } = command;
  return entryProblem(command, given) ?? [{ type: 'ParticipantScreened', data }];
}

function enrol(
  command: CommandOf<'EnrolParticipant'>,
  state: ParticipantState,
  given: Given,
): Decision<ParticipantEvent> {
  if (everEnrolled(state)) return refuse('ParticipantAlreadyEnrolled');
  if (state.status === 'excluded') return refuse('ParticipantNotEligible');
  const problem = entryProblem(command, given);
  if (problem !== undefined) return problem;
  const { study } = given;
  if (!study.enrolling) return refuse('EnrolmentIsPaused');
  const { participantId, studyId, code, siteId } = command;
  const zone = command.timeZone ?? (siteId === undefined ? undefined : study.siteZones[siteId]) ?? study.timeZone;
  const { protocolVersion } = study;
  return [
    { type: 'ParticipantEnrolled', data: { participantId, studyId, code, siteId, timeZone: zone, protocolVersion } },
  ];
}

/** What the command says, without what names the record. */
function content<Command extends { readonly type: string; readonly participantId: string }>(command: Command) {
  const { type: _, participantId: __, ...data } = command;
  return data;
}

/** Acts on the record of somebody who is in the study, has left it, or is about to enter. */
function decideOnRecord(
  command: Exclude<ParticipantCommand, { type: 'ScreenParticipant' | 'EnrolParticipant' }>,
  state: ParticipantState,
): Decision<ParticipantEvent> {
  switch (command.type) {
    case 'GiveConsent':
      return [{ type: 'ConsentGiven', data: content(command) }];
    case 'WithdrawConsent':
      return [{ type: 'ConsentWithdrawn', data: content(command) }];
    case 'DecideErasure':
      if (!state.erasureRequested) return refuse('ErasureNotRequested');
      return [{ type: 'ErasureDecided', data: content(command) }];
    case 'ChangeTimeZone':
      return [{ type: 'TimeZoneChanged', data: content(command) }];
    case 'RecordBaseline':
      return [{ type: 'BaselineRecorded', data: content(command) }];
    case 'LinkPerson':
      return [{ type: 'PersonLinked', data: content(command) }];
    case 'AssignTherapist':
      return [{ type: 'TherapistAssigned', data: content(command) }];
    case 'ChangeConcomitantTreatment':
      return [{ type: 'ConcomitantTreatmentChanged', data: content(command) }];
    case 'RecordProtocolDeviation':
      return [{ type: 'ProtocolDeviationRecorded', data: content(command) }];
    case 'ReportAdverseEvent':
      if (state.adverseEvents.includes(command.adverseEventId)) return refuse('AdverseEventExists');
      return [{ type: 'AdverseEventReported', data: content(command) }];
    case 'DiscontinueParticipant':
      if (state.status !== 'enrolled') return refuse('ParticipantLeft', { status: state.status });
      return [{ type: 'ParticipantDiscontinued', data: content(command) }];
    case 'CompleteParticipant':
      if (state.status !== 'enrolled') return refuse('ParticipantLeft', { status: state.status });
      return [{ type: 'ParticipantCompleted', data: {} }];
    case 'ErasePersonalData':
      if (state.erased) return refuse('PersonalDataAlreadyErased');
      return [{ type: 'PersonalDataErased', data: content(command) }];
  }
}

function decide(command: ParticipantCommand, state: ParticipantState, given: Given): Decision<ParticipantEvent> {
  if (command.type === 'ScreenParticipant') return screen(command, state, given);
  if (command.type === 'EnrolParticipant') return enrol(command, state, given);
  const early = command.type === 'GiveConsent' || command.type === 'RecordBaseline';
  if (!everEnrolled(state) && !(early && state.status === 'screened')) return refuse('ParticipantNotEnrolled');
  return decideOnRecord(command, state);
}

function evolve(state: ParticipantState, event: ParticipantEvent): ParticipantState {
  switch (event.type) {
    case 'ParticipantScreened': {
      const { participantId, studyId, siteId, eligible } = event.data;
      return { ...state, status: eligible ? 'screened' : 'excluded', participantId, studyId, siteId };
    }
    case 'ParticipantEnrolled': {
      const { participantId, studyId, siteId, timeZone: zone } = event.data;
      const zones = [{ from: '', timeZone: zone }];
      return { ...state, status: 'enrolled', participantId, studyId, siteId, timeZone: zone, zones };
    }
    case 'TimeZoneChanged': {
      const { from, timeZone: zone } = event.data;
      const zones = [...state.zones, { from, timeZone: zone }].sort((one, other) => (one.from < other.from ? -1 : 1));
      return { ...state, timeZone: zones.at(-1)?.timeZone, zones };
    }
    case 'ConsentWithdrawn':
      return { ...state, erasureRequested: state.erasureRequested || event.data.step === 'erasure-requested' };
    case 'AdverseEventReported':
      return { ...state, adverseEvents: [...state.adverseEvents, event.data.adverseEventId] };
    case 'ParticipantDiscontinued':
      return { ...state, status: 'left' };
    case 'ParticipantCompleted':
      return { ...state, status: 'completed' };
    case 'PersonalDataErased':
      return { ...state, erased: true };
    case 'ConsentGiven':
    case 'ErasureDecided':
    case 'BaselineRecorded':
    case 'PersonLinked':
    case 'TherapistAssigned':
    case 'ConcomitantTreatmentChanged':
    case 'ProtocolDeviationRecorded':
      return state;
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
    command.type === 'EnrolParticipant' || command.type === 'ScreenParticipant'
      ? { participantId: command.participantId, studyId: command.studyId, siteId: command.siteId }
      : { participantId: command.participantId, studyId: state.studyId, siteId: state.siteId },
  decide,
  evolve,
};

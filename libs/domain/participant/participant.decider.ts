import { type Decider, type Decision, type Given, everEnrolled, refuse, zoneOn } from '../kernel/decider.ts';
import {
  type ParticipantCommand,
  type ParticipantCommandOf as CommandOf,
  participantCommands,
} from './participant.commands.ts';
import { type ParticipantEvent, participantEvents, participantUpcasts } from './participant.events.ts';
import { DRY_RUN_CODE } from '../study/study.life.ts';
import {
  type ParticipantState,
  canLeave,
  evolveParticipant,
  participantMisfit,
  unknownParticipant,
} from './participant.state.ts';

/** A participant's id: its code within its study. The stream's own uniqueness keeps codes unique. */
export function participantIdOf(studyId: string, code: string): string {
  return `${studyId}:${code}`;
}

/** What stands in the way of taking somebody into a study, at screening or enrolment. */
function entryProblem(
  command: { readonly studyId: string; readonly code: string; readonly siteId?: string | undefined },
  { study }: Given,
) {
  const { studyId, code, siteId } = command;
  if (!study.registered) return refuse('StudyNotRegistered', { studyId });
  if (study.life === 'draft' || study.life === 'closed') return refuse('StudyNotLive', { life: study.life });
  if (code.startsWith(DRY_RUN_CODE) !== (study.life === 'dry-run')) return refuse('DryRunCodeExpected');
  if (siteId !== undefined && !study.openSites.includes(siteId)) return refuse('SiteNotOpen', { siteId });
  return undefined;
}

function screen(
  command: CommandOf<'ScreenParticipant'>,
  state: ParticipantState,
  given: Given,
): Decision<ParticipantEvent> {
  if (state.status !== 'unknown') return refuse('ParticipantAlreadyScreened', { status: state.status });
  if (command.eligible && command.exclusions.length > 0) return refuse('EligibleDespiteExclusions');
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
  if (state.status === 'screened' && state.studyId !== command.studyId) return refuse('OtherStudy');
  const problem = entryProblem(command, given);
  if (problem !== undefined) return problem;
  const { study } = given;
  if (!study.enrolling) return refuse('EnrolmentIsPaused');
  const { participantId, studyId, code, siteId } = command;
  const zone = command.timeZone ?? study.siteZones.get(siteId ?? '') ?? study.timeZone;
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
    case 'PlanReconsent':
      return planReconsent(command, state);
    case 'WithdrawConsent':
      return [{ type: 'ConsentWithdrawn', data: content(command) }];
    case 'ChangeTimeZone':
      if (zoneOn(state, command.from) === command.timeZone) return refuse('TimeZoneUnchanged');
      return [{ type: 'TimeZoneChanged', data: content(command) }];
    case 'RecordBaseline':
      return [{ type: 'BaselineRecorded', data: content(command) }];
    case 'LinkPerson':
      if (state.people.includes(command.personId)) return refuse('PersonAlreadyLinked');
      return [{ type: 'PersonLinked', data: content(command) }];
    case 'AssignTherapist':
      if (state.therapistId === command.therapistId) return refuse('TherapistAlreadyAssigned');
      return [{ type: 'TherapistAssigned', data: content(command) }];
    case 'ChangeConcomitantTreatment':
      return [{ type: 'ConcomitantTreatmentChanged', data: content(command) }];
    case 'ShowFeature':
      return [{ type: 'FeatureShown', data: content(command) }];
    case 'RecordProtocolDeviation':
      return [{ type: 'ProtocolDeviationRecorded', data: content(command) }];
    case 'ReportAdverseEvent':
      if (state.adverseEvents.includes(command.adverseEventId)) return refuse('AdverseEventExists');
      return [{ type: 'AdverseEventReported', data: content(command) }];
    case 'DiscontinueParticipant':
    case 'CompleteParticipant':
      return leave(command, state);
    case 'FreezeParticipant':
    case 'ReleaseParticipant':
      return freeze(command, state);
    case 'DecideErasure':
    case 'ErasePersonalData':
      return erase(command, state);
  }
}

function planReconsent(
  command: CommandOf<'PlanReconsent'>,
  { reconsent }: ParticipantState,
): Decision<ParticipantEvent> {
  const { because, due } = command;
  const same = reconsent?.because === because && reconsent.due === due;
  return same ? refuse('ReconsentPlannedAlready', { due }) : [{ type: 'ReconsentPlanned', data: { because, due } }];
}

function erase(
  command: CommandOf<'DecideErasure' | 'ErasePersonalData'>,
  { erased, erasureRequested }: ParticipantState,
): Decision<ParticipantEvent> {
  if (command.type === 'DecideErasure') {
    return erasureRequested ? [{ type: 'ErasureDecided', data: content(command) }] : refuse('ErasureNotRequested');
  }
  return erased ? refuse('PersonalDataAlreadyErased') : [{ type: 'PersonalDataErased', data: content(command) }];
}

function freeze(
  command: CommandOf<'FreezeParticipant' | 'ReleaseParticipant'>,
  { frozen = false }: ParticipantState,
): Decision<ParticipantEvent> {
  const freezes = command.type === 'FreezeParticipant';
  if (freezes === frozen) return refuse(freezes ? 'ParticipantIsFrozen' : 'ParticipantNotFrozen');
  return [{ type: freezes ? 'ParticipantFrozen' : 'ParticipantReleased', data: { reason: command.reason } }];
}

function leave(
  command: CommandOf<'DiscontinueParticipant' | 'CompleteParticipant'>,
  state: ParticipantState,
): Decision<ParticipantEvent> {
  const completes = command.type === 'CompleteParticipant';
  if (!canLeave(state, completes ? 'study' : command.from)) return refuse('ParticipantLeft', { status: state.status });
  return completes
    ? [{ type: 'ParticipantCompleted', data: {} }]
    : [{ type: 'ParticipantDiscontinued', data: content(command) }];
}

/** What is recorded of somebody who was screened, before they are in the study. */
const BEFORE_ENROLMENT: readonly ParticipantCommand['type'][] = ['GiveConsent', 'PlanReconsent', 'RecordBaseline'];

function decide(command: ParticipantCommand, state: ParticipantState, given: Given): Decision<ParticipantEvent> {
  if (command.type === 'ScreenParticipant') return screen(command, state, given);
  if (command.type === 'EnrolParticipant') return enrol(command, state, given);
  const early = BEFORE_ENROLMENT.includes(command.type);
  if (!everEnrolled(state) && !(early && state.status === 'screened')) return refuse('ParticipantNotEnrolled');
  return decideOnRecord(command, state);
}

export const participantDecider: Decider<ParticipantCommand, ParticipantState, ParticipantEvent> = {
  category: 'participant',
  events: participantEvents,
  upcasts: participantUpcasts,
  keys: ['participantId', 'studyId', 'code'],
  commands: participantCommands,
  initialState: unknownParticipant,
  idOf: (command) => command.participantId,
  subjectOf: (command, state) =>
    command.type === 'EnrolParticipant' || command.type === 'ScreenParticipant'
      ? { participantId: command.participantId, studyId: command.studyId, siteId: command.siteId }
      : { participantId: command.participantId, studyId: state.studyId, siteId: state.siteId },
  decide,
  evolve: evolveParticipant,
  misfit: participantMisfit,
};

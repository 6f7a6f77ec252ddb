import { z } from 'zod';
import { id } from '../kernel/primitives.ts';
import { type Decider, type Decision, type Refusal, refuse } from '../kernel/decider.ts';
import { type StudyEvent, studyEvents, studyUpcasts } from './study.events.ts';
import { amendmentProblem, decideLife } from './study.life.ts';
import { lockProblem } from './study.lock.ts';
import { type StudyState, evolveStudy, post, studyMisfit, supervision, unregisteredStudy } from './study.state.ts';

const base = { studyId: id };
const fieldsOf = <Type extends keyof typeof studyEvents>(type: Type): (typeof studyEvents)[Type]['data']['shape'] =>
  studyEvents[type].data.shape;

export const studyCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RegisterStudy'), ...fieldsOf('StudyRegistered') }),
  z.strictObject({ type: z.literal('PublishProtocol'), ...base, ...fieldsOf('ProtocolPublished') }),
  z.strictObject({ type: z.literal('StartDryRun'), ...base, ...fieldsOf('DryRunStarted') }),
  z.strictObject({ type: z.literal('GoLive'), ...base }),
  z.strictObject({ type: z.literal('CloseStudy'), ...base, ...fieldsOf('StudyClosed') }),
  z.strictObject({ type: z.literal('PublishAnalysisPlan'), ...base, ...fieldsOf('AnalysisPlanPublished') }),
  z.strictObject({ type: z.literal('OpenSite'), ...base, ...fieldsOf('SiteOpened') }),
  z.strictObject({ type: z.literal('CloseSite'), ...base, ...fieldsOf('SiteClosed') }),
  z.strictObject({ type: z.literal('AppointStaff'), ...base, ...fieldsOf('StaffAppointed') }),
  z.strictObject({ type: z.literal('RemoveStaff'), ...base, ...fieldsOf('StaffRemoved') }),
  z.strictObject({ type: z.literal('CoverCaseload'), ...base, ...fieldsOf('CaseloadCovered') }),
  z.strictObject({ type: z.literal('NameSupervisor'), ...base, ...fieldsOf('SupervisorNamed') }),
  z.strictObject({ type: z.literal('ReleaseSupervisor'), ...base, ...fieldsOf('SupervisorReleased') }),
  z.strictObject({ type: z.literal('AssignRatingSample'), ...base, ...fieldsOf('RatingSampleAssigned') }),
  z.strictObject({ type: z.literal('PauseEnrolment'), ...base, ...fieldsOf('EnrolmentPaused') }),
  z.strictObject({ type: z.literal('ResumeEnrolment'), ...base, ...fieldsOf('EnrolmentResumed') }),
  z.strictObject({
    type: z.literal('PublishAdherenceDefinition'),
    ...base,
    ...fieldsOf('AdherenceDefinitionPublished'),
  }),
  z.strictObject({ type: z.literal('PublishInstrument'), ...base, ...fieldsOf('InstrumentPublished') }),
  z.strictObject({ type: z.literal('PublishSafetyRule'), ...base, ...fieldsOf('SafetyRulePublished') }),
  z.strictObject({ type: z.literal('LockStudy'), ...base, ...fieldsOf('StudyLocked') }),
  z.strictObject({ type: z.literal('UnlockStudy'), ...base, ...fieldsOf('StudyUnlocked') }),
]);
export type StudyCommand = z.infer<typeof studyCommands>;
type CommandOf<Type extends StudyCommand['type']> = Extract<StudyCommand, { type: Type }>;

/** Why a version is not the next of something that is published in order; nothing when it is. */
function versionProblem(version: number, newest: number): Refusal | undefined {
  if (version <= newest) return refuse('DefinitionVersionExists', { newest });
  return version === newest + 1 ? undefined : refuse('DefinitionVersionOutOfOrder', { next: newest + 1 });
}

/** What the command says, without what names the record. */
function content<Command extends { readonly type: string; readonly studyId: string }>(command: Command) {
  const { type: _, studyId: __, ...data } = command;
  return data;
}

function publish(
  command: CommandOf<
    'PublishProtocol' | 'PublishAnalysisPlan' | 'PublishAdherenceDefinition' | 'PublishInstrument' | 'PublishSafetyRule'
  >,
  state: StudyState,
): Decision<StudyEvent> {
  switch (command.type) {
    case 'PublishProtocol': {
      const next = state.protocolVersion + 1;
      if (command.version !== next) return refuse('ProtocolVersionOutOfOrder', { next });
      const problem = amendmentProblem(command.protocol, state);
      return problem ?? [{ type: 'ProtocolPublished', data: content(command) }];
    }
    case 'PublishAnalysisPlan': {
      return (
        versionProblem(command.version, state.analysisPlanVersion) ?? [
          { type: 'AnalysisPlanPublished', data: content(command) },
        ]
      );
    }
    case 'PublishAdherenceDefinition': {
      const newest = state.definitions.get(command.definitionId) ?? 0;
      return (
        versionProblem(command.version, newest) ?? [{ type: 'AdherenceDefinitionPublished', data: content(command) }]
      );
    }
    case 'PublishInstrument': {
      const newest = state.instruments.get(command.instrumentId) ?? 0;
      return versionProblem(command.version, newest) ?? [{ type: 'InstrumentPublished', data: content(command) }];
    }
    case 'PublishSafetyRule': {
      const newest = state.safetyRules.get(command.ruleId) ?? 0;
      return versionProblem(command.version, newest) ?? [{ type: 'SafetyRulePublished', data: content(command) }];
    }
  }
}

function decideSite(command: CommandOf<'OpenSite' | 'CloseSite'>, state: StudyState): Decision<StudyEvent> {
  const open = state.openSites.includes(command.siteId);
  if (command.type === 'OpenSite') {
    if (open) return refuse('SiteAlreadyOpen');
    return [{ type: 'SiteOpened', data: content(command) }];
  }
  if (!open) return refuse('SiteNotOpen', { siteId: command.siteId });
  return [{ type: 'SiteClosed', data: { siteId: command.siteId, reason: command.reason } }];
}

function decideStaff(
  command: CommandOf<'AppointStaff' | 'RemoveStaff' | 'CoverCaseload'>,
  state: StudyState,
): Decision<StudyEvent> {
  switch (command.type) {
    case 'AppointStaff': {
      if (command.siteId !== undefined && !state.openSites.includes(command.siteId)) {
        return refuse('SiteNotOpen', { siteId: command.siteId });
      }
      if (command.to !== undefined && command.to < command.from) return refuse('PeriodEndsBeforeItStarts');
      return state.staff.includes(post(command))
        ? refuse('RoleAlreadyHeld')
        : [{ type: 'StaffAppointed', data: content(command) }];
    }
    case 'RemoveStaff': {
      return state.staff.includes(post(command))
        ? [{ type: 'StaffRemoved', data: content(command) }]
        : refuse('RoleNotHeld');
    }
    case 'CoverCaseload': {
      if (command.coveredBy === command.staffId) return refuse('CoversThemselves');
      if (command.to < command.from) return refuse('PeriodEndsBeforeItStarts');
      return [{ type: 'CaseloadCovered', data: content(command) }];
    }
  }
}

function decideSupervision(
  command: CommandOf<'NameSupervisor' | 'ReleaseSupervisor'>,
  state: StudyState,
): Decision<StudyEvent> {
  const named = state.supervisions.includes(supervision(command));
  if (command.type === 'ReleaseSupervisor') {
    return named ? [{ type: 'SupervisorReleased', data: content(command) }] : refuse('SupervisorNotNamed');
  }
  if (command.supervisorId === command.staffId) return refuse('SupervisesThemselves');
  if (command.to !== undefined && command.to < command.from) return refuse('PeriodEndsBeforeItStarts');
  return named ? refuse('SupervisorAlreadyNamed') : [{ type: 'SupervisorNamed', data: content(command) }];
}

function decide(command: StudyCommand, state: StudyState): Decision<StudyEvent> {
  if (command.type === 'RegisterStudy') {
    if (state.registered) return refuse('StudyAlreadyRegistered');
    const { type: _, ...data } = command;
    return [{ type: 'StudyRegistered', data }];
  }
  if (!state.registered) return refuse('StudyNotRegistered');
  if (state.life === 'closed') return refuse('StudyIsClosed');
  if (command.type === 'UnlockStudy') {
    return state.locked ? [{ type: 'StudyUnlocked', data: { reason: command.reason } }] : refuse('StudyNotLocked');
  }
  return lockProblem(command.type, state) ?? decideOpen(command, state);
}

/** What there is to do with a study that is registered and, but for closing it, not locked. */
function decideOpen(
  command: Exclude<StudyCommand, { type: 'RegisterStudy' | 'UnlockStudy' }>,
  state: StudyState,
): Decision<StudyEvent> {
  switch (command.type) {
    case 'PublishProtocol':
    case 'PublishAnalysisPlan':
    case 'PublishAdherenceDefinition':
    case 'PublishInstrument':
    case 'PublishSafetyRule':
      return publish(command, state);
    case 'OpenSite':
    case 'CloseSite':
      return decideSite(command, state);
    case 'AppointStaff':
    case 'RemoveStaff':
    case 'CoverCaseload':
      return decideStaff(command, state);
    case 'NameSupervisor':
    case 'ReleaseSupervisor':
      return decideSupervision(command, state);
    case 'AssignRatingSample':
      return [{ type: 'RatingSampleAssigned', data: content(command) }];
    case 'PauseEnrolment':
      return state.enrolling
        ? [{ type: 'EnrolmentPaused', data: { reason: command.reason } }]
        : refuse('EnrolmentAlreadyPaused');
    case 'ResumeEnrolment':
      return state.enrolling
        ? refuse('EnrolmentNotPaused')
        : [{ type: 'EnrolmentResumed', data: { reason: command.reason } }];
    case 'StartDryRun':
    case 'GoLive':
    case 'CloseStudy':
      return decideLife(command, state);
    case 'LockStudy':
      return [{ type: 'StudyLocked', data: { reason: command.reason } }];
  }
}

export const studyDecider: Decider<StudyCommand, StudyState, StudyEvent> = {
  category: 'study',
  events: studyEvents,
  upcasts: studyUpcasts,
  keys: ['studyId'],
  commands: studyCommands,
  initialState: unregisteredStudy,
  idOf: (command) => command.studyId,
  subjectOf: (command) => ({ studyId: command.studyId }),
  decide,
  evolve: evolveStudy,
  misfit: studyMisfit,
};

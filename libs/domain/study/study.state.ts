import type { StudyStanding } from '../kernel/decider.ts';
import type { StudyEvent } from './study.events.ts';
import { type LivingStudy, amendmentProblem, evolveLife, lifeMisfit, protocolOf } from './study.life.ts';

export interface StudyState extends StudyStanding, LivingStudy {
  readonly studyId: string;
  readonly analysisPlanVersion: number;
  /** Posts that are held. */
  readonly staff: readonly string[];
  /** Who supervises whom. */
  readonly supervisions: readonly string[];
  /** Definition, instrument or rule id → its newest published version. */
  readonly definitions: ReadonlyMap<string, number>;
  readonly instruments: ReadonlyMap<string, number>;
  readonly safetyRules: ReadonlyMap<string, number>;
}

/** Before anything happened. */
export const unregisteredStudy: StudyState = {
  registered: false,
  studyId: '',
  timeZone: 'UTC',
  protocolVersion: 0,
  openSites: [],
  siteZones: new Map(),
  enrolling: true,
  locked: false,
  analysisPlanVersion: 0,
  staff: [],
  supervisions: [],
  definitions: new Map(),
  instruments: new Map(),
  safetyRules: new Map(),
  protocol: undefined,
  life: 'undeclared',
  dryRun: undefined,
};

/** A role somebody holds, at one site or in the whole study. */
export function post(held: { readonly staffId: string; readonly role: string; readonly siteId?: string | undefined }) {
  return [held.staffId, held.role, held.siteId ?? ''].join(' ');
}

/** Who supervises whom, as one word. */
export function supervision(pair: { readonly supervisorId: string; readonly staffId: string }): string {
  return [pair.supervisorId, pair.staffId].join(' ');
}

/** Folds a study's events into what its decisions need. */
export function evolveStudy(state: StudyState, event: StudyEvent, at: string): StudyState {
  switch (event.type) {
    case 'StudyRegistered':
      return { ...state, registered: true, studyId: event.data.studyId, timeZone: event.data.timeZone };
    case 'ProtocolPublished':
      return withProtocol(state, event.data);
    case 'AnalysisPlanPublished':
      return { ...state, analysisPlanVersion: event.data.version };
    case 'SiteOpened':
    case 'SiteClosed':
      return withSite(state, event);
    case 'StaffAppointed':
      return { ...state, staff: [...state.staff, post(event.data)] };
    case 'StaffRemoved':
      return { ...state, staff: state.staff.filter((held) => held !== post(event.data)) };
    case 'SupervisorNamed':
      return { ...state, supervisions: [...state.supervisions, supervision(event.data)] };
    case 'SupervisorReleased':
      return { ...state, supervisions: state.supervisions.filter((held) => held !== supervision(event.data)) };
    case 'CaseloadCovered':
    case 'RatingSampleAssigned':
      return state;
    case 'EnrolmentPaused':
      return { ...state, enrolling: false };
    case 'EnrolmentResumed':
      return { ...state, enrolling: true };
    case 'AdherenceDefinitionPublished':
    case 'InstrumentPublished':
    case 'SafetyRulePublished':
      return withPublished(state, event);
    case 'DryRunStarted':
    case 'StudyWentLive':
    case 'StudyClosed':
      return evolveLife(state, event, at);
    case 'StudyLocked':
      return { ...state, locked: true };
    case 'StudyUnlocked':
      return { ...state, locked: false };
  }
}

function withProtocol(state: StudyState, { version, protocol }: Fields<'ProtocolPublished'>): StudyState {
  const document = protocolOf(protocol);
  const drafted = document !== undefined && state.life === 'undeclared';
  return {
    ...state,
    protocolVersion: version,
    protocol: document ?? state.protocol,
    life: drafted ? 'draft' : state.life,
  };
}

type Fields<Type extends StudyEvent['type']> = Extract<StudyEvent, { type: Type }>['data'];
type Published = Extract<
  StudyEvent,
  { type: 'AdherenceDefinitionPublished' | 'InstrumentPublished' | 'SafetyRulePublished' }
>;

function withPublished(state: StudyState, event: Published): StudyState {
  switch (event.type) {
    case 'AdherenceDefinitionPublished': {
      const { definitionId, version } = event.data;
      return { ...state, definitions: new Map(state.definitions).set(definitionId, version) };
    }
    case 'InstrumentPublished': {
      const { instrumentId, version } = event.data;
      return { ...state, instruments: new Map(state.instruments).set(instrumentId, version) };
    }
    case 'SafetyRulePublished': {
      const { ruleId, version } = event.data;
      return { ...state, safetyRules: new Map(state.safetyRules).set(ruleId, version) };
    }
  }
}

function withSite(
  state: StudyState,
  { type, data }: Extract<StudyEvent, { type: 'SiteOpened' | 'SiteClosed' }>,
): StudyState {
  const others = state.openSites.filter((site) => site !== data.siteId);
  if (type === 'SiteClosed') return { ...state, openSites: others };
  return {
    ...state,
    openSites: [...others, data.siteId],
    siteZones: new Map(state.siteZones).set(data.siteId, data.timeZone),
  };
}

/** @returns the field in which an event does not fit the study as it stands before it */
export function studyMisfit(state: StudyState, event: StudyEvent): string | undefined {
  if (state.registered === (event.type === 'StudyRegistered')) return 'studyId';
  switch (event.type) {
    case 'ProtocolPublished':
      if (event.data.version !== state.protocolVersion + 1) return 'version';
      return amendmentProblem(event.data.protocol, state) === undefined ? undefined : 'protocol';
    case 'DryRunStarted':
    case 'StudyWentLive':
    case 'StudyClosed':
      return lifeMisfit(state, event);
    case 'AnalysisPlanPublished':
    case 'AdherenceDefinitionPublished':
    case 'InstrumentPublished':
    case 'SafetyRulePublished':
      return versionMisfit(state, event);
    case 'SiteOpened':
      return state.openSites.includes(event.data.siteId) ? 'siteId' : undefined;
    case 'SiteClosed':
      return state.openSites.includes(event.data.siteId) ? undefined : 'siteId';
    case 'StaffAppointed':
      return appointmentMisfit(state, event.data);
    case 'StaffRemoved':
      return state.staff.includes(post(event.data)) ? undefined : 'role';
    case 'CaseloadCovered':
      return periodMisfit(event.data);
    case 'SupervisorNamed':
      return state.supervisions.includes(supervision(event.data)) ? 'supervisorId' : undefined;
    case 'SupervisorReleased':
      return state.supervisions.includes(supervision(event.data)) ? undefined : 'supervisorId';
    case 'RatingSampleAssigned':
      return undefined;
    case 'EnrolmentPaused':
    case 'EnrolmentResumed':
    case 'StudyLocked':
    case 'StudyUnlocked':
      return switchMisfit(state, event);
    case 'StudyRegistered':
      return undefined;
  }
}

type Versioned = Published | Extract<StudyEvent, { type: 'AnalysisPlanPublished' }>;

function versionMisfit(state: StudyState, event: Versioned): string | undefined {
  switch (event.type) {
    case 'AnalysisPlanPublished':
      return event.data.version === state.analysisPlanVersion + 1 ? undefined : 'version';
    case 'AdherenceDefinitionPublished':
      return event.data.version === (state.definitions.get(event.data.definitionId) ?? 0) + 1 ? undefined : 'version';
    case 'InstrumentPublished':
      return event.data.version === (state.instruments.get(event.data.instrumentId) ?? 0) + 1 ? undefined : 'version';
    case 'SafetyRulePublished':
      return event.data.version === (state.safetyRules.get(event.data.ruleId) ?? 0) + 1 ? undefined : 'version';
  }
}

type Switch = Extract<StudyEvent, { type: 'EnrolmentPaused' | 'EnrolmentResumed' | 'StudyLocked' | 'StudyUnlocked' }>;

function switchMisfit(state: StudyState, event: Switch): string | undefined {
  switch (event.type) {
    case 'EnrolmentPaused':
      return state.enrolling ? undefined : 'reason';
    case 'EnrolmentResumed':
      return state.enrolling ? 'reason' : undefined;
    case 'StudyLocked':
      return state.locked ? 'reason' : undefined;
    case 'StudyUnlocked':
      return state.locked ? undefined : 'reason';
  }
}

function appointmentMisfit(state: StudyState, appointed: Parameters<typeof post>[0]): string | undefined {
  const { siteId } = appointed;
  if (siteId !== undefined && !state.openSites.includes(siteId)) return 'siteId';
  return state.staff.includes(post(appointed)) ? 'role' : undefined;
}

function periodMisfit({
  staffId,
  coveredBy,
  from,
  to,
}: {
  staffId: string;
  coveredBy: string;
  from: string;
  to: string;
}) {
  if (to < from) return 'to';
  return staffId === coveredBy ? 'coveredBy' : undefined;
}

import type { StudyStanding } from '../kernel/decider.ts';
import type { StudyEvent } from './study.events.ts';

export interface StudyState extends StudyStanding {
  readonly studyId: string;
  readonly analysisPlanVersion: number;
  /** `staff role` pairs that are held. */
  readonly staff: readonly string[];
  /** Definition or rule id → its newest published version. */
  readonly definitions: Readonly<Record<string, number>>;
  readonly safetyRules: Readonly<Record<string, number>>;
}

/** Before anything happened. */
export const unregisteredStudy: StudyState = {
  registered: false,
  studyId: '',
  timeZone: 'UTC',
  protocolVersion: 0,
  openSites: [],
  siteZones: {},
  enrolling: true,
  locked: false,
  analysisPlanVersion: 0,
  staff: [],
  definitions: {},
  safetyRules: {},
};

export const post = ({ staffId, role }: { readonly staffId: string; readonly role: string }): string =>
  `${staffId} ${role}`;

/** Folds a study's events into what its decisions need. */
export function evolveStudy(state: StudyState, event: StudyEvent): StudyState {
  switch (event.type) {
    case 'StudyRegistered':
      return { ...state, registered: true, studyId: event.data.studyId, timeZone: event.data.timeZone };
    case 'ProtocolPublished':
      return { ...state, protocolVersion: event.data.version };
    case 'AnalysisPlanPublished':
      return { ...state, analysisPlanVersion: event.data.version };
    case 'SiteOpened':
    case 'SiteClosed':
      return withSite(state, event);
    case 'StaffAppointed':
      return { ...state, staff: [...state.staff, post(event.data)] };
    case 'StaffRemoved':
      return { ...state, staff: state.staff.filter((held) => held !== post(event.data)) };
    case 'CaseloadCovered':
      return state;
    case 'EnrolmentPaused':
      return { ...state, enrolling: false };
    case 'EnrolmentResumed':
      return { ...state, enrolling: true };
    case 'AdherenceDefinitionPublished': {
      const { definitionId, version } = event.data;
      return { ...state, definitions: { ...state.definitions, [definitionId]: version } };
    }
    case 'SafetyRulePublished':
      return { ...state, safetyRules: { ...state.safetyRules, [event.data.ruleId]: event.data.version } };
    case 'StudyLocked':
      return { ...state, locked: true };
    case 'StudyUnlocked':
      return { ...state, locked: false };
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
    siteZones: { ...state.siteZones, [data.siteId]: data.timeZone },
  };
}

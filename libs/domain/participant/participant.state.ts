import { type ParticipantStanding, everEnrolled, zoneOn } from '../kernel/decider.ts';
import { firstDay } from '../kernel/primitives.ts';
import type { ParticipantEvent } from './participant.events.ts';

export interface ParticipantState extends ParticipantStanding {
  readonly participantId: string;
  readonly erased: boolean;
  /** Asked for, and not decided yet. */
  readonly erasureRequested: boolean;
  /** Still in the study after leaving the intervention: measured, but given no homework. */
  readonly followedUp: boolean;
  /** Ids of the persons linked. */
  readonly people: readonly string[];
  readonly therapistId?: string | undefined;
  readonly adverseEvents: readonly string[];
}

/** Before anything is known of a person. */
export const unknownParticipant: ParticipantState = {
  status: 'unknown',
  zones: [],
  participantId: '',
  erased: false,
  erasureRequested: false,
  followedUp: false,
  people: [],
  adverseEvents: [],
};

/** Whether somebody can still complete the study, or leave it: after leaving the intervention alone, only the study. */
export function canLeave({ status, followedUp }: ParticipantState, from: 'intervention' | 'study'): boolean {
  return status === 'enrolled' || (followedUp && from === 'study');
}

/** Folds a person's events into what decisions need. */
export function evolveParticipant(state: ParticipantState, event: ParticipantEvent, at: string): ParticipantState {
  switch (event.type) {
    case 'ParticipantScreened': {
      const { participantId, studyId, siteId, eligible } = event.data;
      return { ...state, status: eligible ? 'screened' : 'excluded', participantId, studyId, siteId };
    }
    case 'ParticipantEnrolled': {
      const { participantId, studyId, siteId, timeZone: zone } = event.data;
      const place = { participantId, studyId, siteId, timeZone: zone, zones: [{ from: '', timeZone: zone }] };
      return { ...state, ...place, status: 'enrolled' };
    }
    case 'TimeZoneChanged':
      return moved(state, event.data);
    case 'ConsentWithdrawn':
      return withdrawn(state, event.data.step);
    case 'ConsentGiven':
      return consentedAnew(state, event.data, at);
    case 'ReconsentPlanned':
      return { ...state, reconsent: event.data };
    case 'ErasureDecided':
      return { ...state, erasureRequested: false };
    case 'PersonLinked':
      return { ...state, people: [...state.people, event.data.personId] };
    case 'TherapistAssigned':
      return { ...state, therapistId: event.data.therapistId };
    case 'AdverseEventReported':
      return { ...state, adverseEvents: [...state.adverseEvents, event.data.adverseEventId] };
    case 'ParticipantDiscontinued':
      return { ...state, status: 'left', followedUp: event.data.from === 'intervention' };
    case 'ParticipantCompleted':
      return { ...state, status: 'completed', followedUp: false };
    case 'ParticipantFrozen':
    case 'ParticipantReleased':
      return { ...state, frozen: event.type === 'ParticipantFrozen' };
    case 'PersonalDataErased':
      return { ...state, erased: true };
    case 'BaselineRecorded':
    case 'ConcomitantTreatmentChanged':
    case 'FeatureShown':
    case 'ProtocolDeviationRecorded':
      return state;
  }
}

type Consent = Extract<ParticipantEvent, { type: 'ConsentGiven' }>['data'];
type Reconsent = Extract<ParticipantEvent, { type: 'ReconsentPlanned' }>['data'];

/**
 * Whether a consent is the one that was asked for. A guardian speaks for nobody who is of age; and what a minor says
 * before the day is the assent of a minor still.
 */
export function isReconsent(
  { because, due }: Reconsent,
  { consenter }: Pick<Consent, 'consenter'>,
  day: string,
): boolean {
  if (consenter === 'guardian' || consenter === 'participant-with-assent-of-guardian') return false;
  return because !== 'majority' || day >= firstDay(due);
}

function consentedAnew(state: ParticipantState, consent: Consent, at: string): ParticipantState {
  const { reconsent } = state;
  if (reconsent === undefined) return { ...state, consented: true };
  const given = isReconsent(reconsent, consent, dayIn(zoneOn(state, at.slice(0, 10)), at));
  return { ...state, consented: true, reconsent: given ? undefined : reconsent };
}

/** The day of a moment on a calendar, `YYYY-MM-DD`; before enrolment that of UTC. */
function dayIn(timeZone = 'UTC', at: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(at));
}

type Withdrawal = Extract<ParticipantEvent, { type: 'ConsentWithdrawn' }>['data']['step'];

/** Whoever wants no more contact is still in the study; data collected so far and to come stay consented to. */
function withdrawn(state: ParticipantState, step: Withdrawal): ParticipantState {
  const asked = step === 'erasure-requested';
  return {
    ...state,
    consented: state.consented === true && step === 'stop-contact',
    erasureRequested: state.erasureRequested || asked,
  };
}

type Zones = ParticipantStanding['zones'];

function moved(state: ParticipantState, to: Zones[number]): ParticipantState {
  const zones = withZone(state.zones, to);
  return { ...state, timeZone: zones.at(-1)?.timeZone, zones };
}

/** In order of days; of two for the same day the later told. */
function withZone(zones: Zones, { from, timeZone }: Zones[number]): Zones {
  const before = zones.filter((period) => period.from < from);
  const after = zones.filter((period) => period.from > from);
  return [...before, { from, timeZone }, ...after];
}

/** @returns the field in which an event does not fit the person's record as it stands before it */
export function participantMisfit(state: ParticipantState, event: ParticipantEvent): string | undefined {
  switch (event.type) {
    case 'ParticipantScreened':
      return state.status === 'unknown' ? undefined : 'participantId';
    case 'ParticipantEnrolled':
      return state.status === 'unknown' || state.status === 'screened' ? undefined : 'participantId';
    case 'ConsentGiven':
    case 'ReconsentPlanned':
    case 'BaselineRecorded':
      return everEnrolled(state) || state.status === 'screened' ? undefined : 'participantId';
    case 'ErasureDecided':
      return state.erasureRequested ? undefined : 'granted';
    case 'PersonLinked':
      return state.people.includes(event.data.personId) ? 'personId' : enrolmentMisfit(state);
    case 'AdverseEventReported':
      return state.adverseEvents.includes(event.data.adverseEventId) ? 'adverseEventId' : enrolmentMisfit(state);
    case 'ParticipantDiscontinued':
      return canLeave(state, event.data.from) ? undefined : 'from';
    case 'ParticipantCompleted':
      return canLeave(state, 'study') ? undefined : 'participantId';
    case 'ParticipantFrozen':
      return state.frozen === true ? 'reason' : enrolmentMisfit(state);
    case 'ParticipantReleased':
      return state.frozen === true ? undefined : 'reason';
    case 'ConsentWithdrawn':
    case 'TimeZoneChanged':
    case 'TherapistAssigned':
    case 'ConcomitantTreatmentChanged':
    case 'FeatureShown':
    case 'ProtocolDeviationRecorded':
    case 'PersonalDataErased':
      return enrolmentMisfit(state);
  }
}

function enrolmentMisfit(state: ParticipantState): string | undefined {
  return everEnrolled(state) ? undefined : 'participantId';
}

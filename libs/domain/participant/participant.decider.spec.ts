import { describe, expect, it } from '@jest/globals';
import { zoneOn } from '../kernel/decider.ts';
import { specificationOf, studyWith } from '../kernel/decider.specification.ts';
import type { ParticipantCommand } from './participant.commands.ts';
import { participantDecider, participantIdOf } from './participant.decider.ts';
import type { ParticipantEvent } from './participant.events.ts';
import { evolveParticipant, unknownParticipant } from './participant.state.ts';

const { given } = specificationOf(participantDecider);
const participantId = participantIdOf('stress', 'P001');
const who = { participantId, studyId: 'stress', code: 'P001' };
const enrolledIn = (timeZone: string, siteId?: string): ParticipantEvent => ({
  type: 'ParticipantEnrolled',
  data: { ...who, siteId, timeZone, protocolVersion: 1 },
});
const enrolled = enrolledIn('Europe/Stockholm');
const left: ParticipantEvent = { type: 'ParticipantDiscontinued', data: { from: 'study', reason: 'no-time' } };
const completed: ParticipantEvent = { type: 'ParticipantCompleted', data: {} };
const erased: ParticipantEvent = { type: 'PersonalDataErased', data: { requestedBy: 'participant' } };
const leave: ParticipantCommand = { type: 'DiscontinueParticipant', participantId, from: 'study', reason: 'no-time' };
const complete: ParticipantCommand = { type: 'CompleteParticipant', participantId };
const erase: ParticipantCommand = { type: 'ErasePersonalData', participantId, requestedBy: 'participant' };

const screenedAs = (eligible: boolean, exclusions: string[] = []) => ({ ...who, eligible, exclusions });
const screen = (eligible: boolean, exclusions: string[] = []): ParticipantCommand => ({
  type: 'ScreenParticipant',
  ...screenedAs(eligible, exclusions),
});
const screened = (eligible: boolean, exclusions: string[] = []): ParticipantEvent => ({
  type: 'ParticipantScreened',
  data: screenedAs(eligible, exclusions),
});
const enrol: ParticipantCommand = { type: 'EnrolParticipant', ...who };
const consented = {
  version: '2.1',
  scopes: ['treatment-data' as const],
  consenter: 'participant' as const,
  capacity: 'has-capacity' as const,
  language: 'sv',
};

describe('screening', () => {
  it('comes once, before enrolment, and says who was excluded and why', () => {
    given().when(screen(true)).then(screened(true));
    given()
      .when(screen(false, ['E1']))
      .then(screened(false, ['E1']));
    given()
      .when(screen(true, ['E1']))
      .thenRefused('EligibleDespiteExclusions');
    given(screened(true)).when(screen(true)).thenRefused('ParticipantAlreadyScreened', { status: 'screened' });
    given(enrolled).when(screen(true)).thenRefused('ParticipantAlreadyScreened', { status: 'enrolled' });
    given()
      .when(screen(true), studyWith({ registered: false }))
      .thenRefused('StudyNotRegistered', { studyId: 'stress' });
  });

  it('decides who may be enrolled, in that study', () => {
    given(screened(true)).when(enrol).then(enrolled);
    given(screened(false)).when(enrol).thenRefused('ParticipantNotEligible');
    given(screened(true))
      .when({ ...enrol, studyId: 'sleep' })
      .thenRefused('OtherStudy');
    given(screened(true))
      .when(enrol, studyWith({ enrolling: false }))
      .thenRefused('EnrolmentIsPaused');
  });

  it('may be followed by consent and baseline before enrolment, by nothing else', () => {
    const baseline = { characteristics: { age_band: '30-39', employed: true, children: 2, income: null } };
    given(screened(true))
      .when({ type: 'GiveConsent', participantId, ...consented })
      .then({ type: 'ConsentGiven', data: consented });
    given(screened(true))
      .when({ type: 'RecordBaseline', participantId, ...baseline })
      .then({ type: 'BaselineRecorded', data: baseline });
    given(screened(true)).when(leave).thenRefused('ParticipantNotEnrolled');
    given(screened(false))
      .when({ type: 'GiveConsent', participantId, ...consented })
      .thenRefused('ParticipantNotEnrolled');
  });
});

describe('the record of a participant', () => {
  it('holds consent, its withdrawal, and the decision on a request for erasure', () => {
    const withdraw = { step: 'erasure-requested' } as const;
    const withdrawn: ParticipantEvent = { type: 'ConsentWithdrawn', data: withdraw };
    const decide: ParticipantCommand = {
      type: 'DecideErasure',
      participantId,
      granted: true,
      reason: 'consent-withdrawn',
    };
    const decided: ParticipantEvent = { type: 'ErasureDecided', data: { granted: true, reason: 'consent-withdrawn' } };
    given(enrolled)
      .when({ type: 'WithdrawConsent', participantId, ...withdraw })
      .then(withdrawn);
    given(enrolled, withdrawn).when(decide).then(decided);
    given(enrolled).when(decide).thenRefused('ErasureNotRequested');
    given(enrolled, { type: 'ConsentWithdrawn', data: { step: 'stop-contact' } })
      .when(decide)
      .thenRefused('ErasureNotRequested');
    given(enrolled, withdrawn, decided).when(decide).thenRefused('ErasureNotRequested');
  });

  it('holds where the participant lives, by day', () => {
    const move = (timeZone: string, from: string): ParticipantCommand => ({
      type: 'ChangeTimeZone',
      participantId,
      timeZone,
      from,
    });
    const moved = (timeZone: string, from: string): ParticipantEvent => ({
      type: 'TimeZoneChanged',
      data: { timeZone, from },
    });
    given(enrolled).when(move('Asia/Tokyo', '2026-06-03')).then(moved('Asia/Tokyo', '2026-06-03'));
    given(enrolled).when(move('Europe/Stockholm', '2026-06-03')).thenRefused('TimeZoneUnchanged');
    const state = given(
      enrolled,
      moved('Europe/Rome', '2026-06-10'),
      moved('Asia/Tokyo', '2026-06-03'),
      moved('Asia/Seoul', '2026-06-03'),
    ).state();
    const days = ['1999-01-01', '2026-06-02', '2026-06-03', '2026-06-09', '2026-06-10'];
    expect(days.map((day) => zoneOn(state, day))).toEqual([
      'Europe/Stockholm',
      'Europe/Stockholm',
      'Asia/Seoul',
      'Asia/Seoul',
      'Europe/Rome',
    ]);
    expect(state.timeZone).toBe('Europe/Rome');
    expect(zoneOn(given().state(), '2026-06-03')).toBeUndefined();
  });

  it('holds people, therapists, treatments, deviations and adverse events', () => {
    const partner = { personId: 'stress:P001-partner', relation: 'partner' } as const;
    const therapist = { therapistId: 'stress:T01', from: '2026-03-01' };
    const medication = {
      treatment: 'sertraline',
      kind: 'medication',
      change: 'dose-raised',
      on: '2026-03-01',
    } as const;
    const deviation = { kind: 'late-session', severity: 'minor' } as const;
    const linked: ParticipantEvent = { type: 'PersonLinked', data: partner };
    const treated: ParticipantEvent = { type: 'TherapistAssigned', data: therapist };
    given(enrolled)
      .when({ type: 'LinkPerson', participantId, ...partner })
      .then(linked);
    given(enrolled, linked)
      .when({ type: 'LinkPerson', participantId, ...partner })
      .thenRefused('PersonAlreadyLinked');
    given(enrolled)
      .when({ type: 'AssignTherapist', participantId, ...therapist })
      .then(treated);
    given(enrolled, treated)
      .when({ type: 'AssignTherapist', participantId, ...therapist })
      .thenRefused('TherapistAlreadyAssigned');
    given(enrolled)
      .when({ type: 'ChangeConcomitantTreatment', participantId, ...medication })
      .then({ type: 'ConcomitantTreatmentChanged', data: medication });
    given(enrolled, left)
      .when({ type: 'RecordProtocolDeviation', participantId, ...deviation })
      .then({ type: 'ProtocolDeviationRecorded', data: deviation });
  });

  it('holds each adverse event once, also after the participant left', () => {
    const adverse = {
      adverseEventId: 'AE1',
      serious: true,
      severity: 'severe',
      relatedness: 'unlikely',
      expected: false,
      onset: '2026-02-20',
      outcome: 'recovering',
      description: 'Admitted to hospital.',
    } as const;
    const report: ParticipantCommand = { type: 'ReportAdverseEvent', participantId, ...adverse };
    const reported: ParticipantEvent = { type: 'AdverseEventReported', data: adverse };
    given(enrolled, left).when(report).then(reported);
    given(enrolled, reported).when(report).thenRefused('AdverseEventExists');
    given().when(report).thenRefused('ParticipantNotEnrolled');
  });
});

describe('a participant', () => {
  it('lives on their own calendar, or the site’s, or the study’s', () => {
    given()
      .when({ type: 'EnrolParticipant', ...who })
      .then(enrolledIn('Europe/Stockholm'));
    given()
      .when({ type: 'EnrolParticipant', ...who, siteId: 'north' })
      .then(enrolledIn('Europe/Helsinki', 'north'));
    given()
      .when({ type: 'EnrolParticipant', ...who, siteId: 'north', timeZone: 'Asia/Kathmandu' })
      .then(enrolledIn('Asia/Kathmandu', 'north'));
  });

  it('is enrolled once, in a registered study, at an open site', () => {
    const enrol: ParticipantCommand = { type: 'EnrolParticipant', ...who, siteId: 'south' };
    given().when(enrol).thenRefused('SiteNotOpen', { siteId: 'south' });
    given()
      .when(enrol, studyWith({ registered: false }))
      .thenRefused('StudyNotRegistered', { studyId: 'stress' });
    given(enrolled).when(enrol).thenRefused('ParticipantAlreadyEnrolled');
    given(enrolled, left).when(enrol).thenRefused('ParticipantAlreadyEnrolled');
  });

  it('leaves or completes once', () => {
    given(enrolled).when(leave).then(left);
    given(enrolled).when(complete).then(completed);
    given(enrolled, left).when(complete).thenRefused('ParticipantLeft', { status: 'left' });
    given(enrolled, completed).when(leave).thenRefused('ParticipantLeft', { status: 'completed' });
    for (const command of [leave, complete, erase]) given().when(command).thenRefused('ParticipantNotEnrolled');
  });

  it('who leaves the intervention is followed up, and may still complete or leave the study', () => {
    const stopped: ParticipantEvent = {
      type: 'ParticipantDiscontinued',
      data: { from: 'intervention', reason: 'moved' },
    };
    const stop: ParticipantCommand = {
      type: 'DiscontinueParticipant',
      participantId,
      from: 'intervention',
      reason: 'moved',
    };
    given(enrolled).when(stop).then(stopped);
    given(enrolled, stopped).when(stop).thenRefused('ParticipantLeft', { status: 'left' });
    given(enrolled, stopped).when(complete).then(completed);
    given(enrolled, stopped).when(leave).then(left);
    given(enrolled, stopped, left).when(complete).thenRefused('ParticipantLeft', { status: 'left' });
    given(enrolled, stopped, completed).when(leave).thenRefused('ParticipantLeft', { status: 'completed' });
  });

  it('has personal data erased once, also after leaving', () => {
    given(enrolled).when(erase).then(erased);
    given(enrolled, left).when(erase).then(erased);
    given(enrolled, erased).when(erase).thenRefused('PersonalDataAlreadyErased');
    expect(given(enrolled, left, erased).state()).toMatchObject({ status: 'left', erased: true });
  });
});

describe('consent', () => {
  const withdrawn = (step: 'stop-contact' | 'stop-collection' | 'erasure-requested'): ParticipantEvent => ({
    type: 'ConsentWithdrawn',
    data: { step },
  });
  const stands = (...events: readonly ParticipantEvent[]) =>
    events.reduce((state, event) => evolveParticipant(state, event, '2026-03-01T12:00:00.000Z'), unknownParticipant)
      .consented === true;

  it('stands once given, until collection is stopped or erasure asked for, and again when given anew', () => {
    const given: ParticipantEvent = { type: 'ConsentGiven', data: consented };
    expect(stands(enrolled)).toBe(false);
    expect(stands(enrolled, given)).toBe(true);
    expect(stands(enrolled, given, withdrawn('stop-contact'))).toBe(true);
    expect(stands(enrolled, withdrawn('stop-contact'))).toBe(false);
    expect(stands(enrolled, given, withdrawn('stop-collection'))).toBe(false);
    expect(stands(enrolled, given, withdrawn('erasure-requested'))).toBe(false);
    expect(stands(enrolled, given, withdrawn('stop-collection'), given)).toBe(true);
  });
});

describe('consent that has to be given anew', () => {
  const plan = (because: 'majority' | 'information-changed', due: string) => ({ because, due });
  const command = (planned: ReturnType<typeof plan>): ParticipantCommand => ({
    ...{ type: 'PlanReconsent', participantId },
    ...planned,
  });
  const planned = (...of: Parameters<typeof plan>): ParticipantEvent => ({
    type: 'ReconsentPlanned',
    data: plan(...of),
  });
  const consent = (consenter: 'participant' | 'guardian' | 'legal-representative', at: string) => ({
    event: { type: 'ConsentGiven', data: { ...consented, consenter } } as ParticipantEvent,
    at,
  });

  it('is planned for a day or a month, also before enrolment, and otherwise planned again', () => {
    given(screened(true))
      .when(command(plan('majority', '2027-08')))
      .then(planned('majority', '2027-08'));
    given(enrolled)
      .when(command(plan('majority', '2027-08-01')))
      .then(planned('majority', '2027-08-01'));
    given(enrolled, planned('majority', '2027-08'))
      .when(command(plan('majority', '2027-08')))
      .thenRefused('ReconsentPlannedAlready', { due: '2027-08' });
    given(enrolled, planned('majority', '2027-08'))
      .when(command(plan('majority', '2027-09')))
      .then(planned('majority', '2027-09'));
    given()
      .when(command(plan('majority', '2027-08')))
      .thenRefused('ParticipantNotEnrolled');
  });

  it.each(['2027', '2027-13', '2027-8', '2027-02-29', '2027-08-01T00:00:00.000Z', '', '08-2027'])(
    'is for no such time as %j',
    (due) => {
      const parsed = participantDecider.commands.safeParse({ ...command(plan('majority', '2027-08')), due });
      expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['due']);
    },
  );

  it('is given by the person or who represents them, once of age on their own calendar, and by no guardian', () => {
    const owed = (...after: readonly ReturnType<typeof consent>[]) =>
      given(enrolled, planned('majority', '2027-08'), ...after).state().reconsent?.due;
    expect(owed()).toBe('2027-08');
    expect(owed(consent('participant', '2027-07-31T12:00:00.000Z'))).toBe('2027-08');
    expect(owed(consent('guardian', '2027-08-02T12:00:00.000Z'))).toBe('2027-08');
    // Midnight has passed in Stockholm, not in Greenwich.
    expect(owed(consent('participant', '2027-07-31T22:30:00.000Z'))).toBeUndefined();
    expect(owed(consent('legal-representative', '2027-09-02T12:00:00.000Z'))).toBeUndefined();
    const changed = given(enrolled, planned('information-changed', '2027-08'));
    expect(changed.state().reconsent).toBeDefined();
    const early = consent('participant', '2026-04-01T12:00:00.000Z');
    expect(given(enrolled, planned('information-changed', '2027-08'), early).state().reconsent).toBeUndefined();
  });
});

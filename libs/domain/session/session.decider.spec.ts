import { describe, expect, it } from '@jest/globals';
import { specificationOf, standingAs, studyWith } from '../kernel/decider.specification.ts';
import { type SessionCommand, sessionDecider } from './session.decider.ts';
import type { SessionEvent } from './session.events.ts';

const { given } = specificationOf(sessionDecider);
const studyId = 'stress';
const one = 'stress:P001';
const other = 'stress:P002';
type Data<Type extends SessionEvent['type']> = Extract<SessionEvent, { type: Type }>['data'];
const held = (...participants: string[]): Data<'SessionHeld'> => ({
  sessionId: 'S1',
  sessionNumber: 1,
  participants,
  deliverers: ['clinician-1'],
  modality: 'in-person',
});
const missed: Data<'SessionMissed'> = { sessionId: 'S1', sessionNumber: 1, participants: [one], reason: 'no-show' };
const section = (participantId: string) => ({ participantId, reviewed: 'reviewed', assigned: 'assigned' }) as const;
const hold: SessionCommand = { type: 'HoldSession', studyId, ...held(one) };
const miss: SessionCommand = { type: 'MissSession', studyId, ...missed };
const log = (participantId: string): SessionCommand => ({
  type: 'LogHomeworkSection',
  sessionId: 'S1',
  studyId,
  ...section(participantId),
});
const heldWith = (...participants: string[]): SessionEvent => ({ type: 'SessionHeld', data: held(...participants) });
const logged: SessionEvent = { type: 'HomeworkSectionLogged', data: section(one) };

describe('a session', () => {
  it('has one outcome', () => {
    given().when(hold).then(heldWith(one));
    given().when(miss).then({ type: 'SessionMissed', data: missed });
    given(heldWith(one)).when(miss).thenRefused('SessionAlreadyLogged', { status: 'held' });
    given({ type: 'SessionMissed', data: missed }).when(hold).thenRefused('SessionAlreadyLogged', { status: 'missed' });
  });

  it('belongs to a registered study and to somebody who takes part in it', () => {
    given()
      .when(hold, studyWith({ registered: false }))
      .thenRefused('StudyNotRegistered', { studyId });
    given().when(hold, standingAs('unknown')).thenRefused('ParticipantNotEnrolled');
    given().when(hold, standingAs('enrolled', 'sleep')).thenRefused('OtherStudy');
  });

  it('of a group belongs to nobody’s record alone', () => {
    const group: SessionCommand = { type: 'HoldSession', studyId, ...held(one, other) };
    given().when(group, standingAs('unknown')).then(heldWith(one, other));
    expect(sessionDecider.subjectOf(group, sessionDecider.initialState)).toEqual({ studyId });
    expect(sessionDecider.subjectOf(hold, sessionDecider.initialState)).toEqual({ studyId, participantId: one });
  });
});

describe('a scheduled session', () => {
  const planned = { sessionId: 'S1', sessionNumber: 1, participants: [one], deliverers: ['clinician-1'] };
  const details = { ...planned, modality: 'video', startsAt: '2026-03-08T09:00:00.000Z' } as const;
  const schedule: SessionCommand = { type: 'ScheduleSession', studyId, ...details };
  const scheduled: SessionEvent = { type: 'SessionScheduled', data: details };
  const cancel: SessionCommand = { type: 'CancelSession', sessionId: 'S1', studyId, by: 'client', reason: 'illness' };
  const cancelled: SessionEvent = { type: 'SessionCancelled', data: { by: 'client', reason: 'illness' } };

  it('is scheduled once, and then held, missed or cancelled', () => {
    given().when(schedule).then(scheduled);
    given(scheduled).when(schedule).thenRefused('SessionAlreadyScheduled');
    given(scheduled).when(hold).then(heldWith(one));
    given(scheduled).when(miss).then({ type: 'SessionMissed', data: missed });
    given(scheduled).when(cancel).then(cancelled);
    given(scheduled, cancelled).when(hold).thenRefused('SessionAlreadyLogged', { status: 'cancelled' });
    given(heldWith(one)).when(schedule).thenRefused('SessionAlreadyLogged', { status: 'held' });
  });

  it('alone can be cancelled', () => {
    given().when(cancel).thenRefused('SessionNotScheduled');
    given(heldWith(one)).when(cancel).thenRefused('SessionAlreadyLogged', { status: 'held' });
  });
});

describe('a contact between sessions', () => {
  const contact = { sessionId: 'C1', participants: [one], by: 'caregiver', channel: 'telephone', minutes: 12 } as const;
  const make: SessionCommand = { type: 'MakeContact', studyId, ...contact, participants: [one] };
  const made: SessionEvent = { type: 'ContactMade', data: { ...contact, participants: [one] } };

  it('is made once and is no session', () => {
    given().when(make).then(made);
    given(made).when(make).thenRefused('SessionAlreadyLogged', { status: 'contact' });
    given(made)
      .when({ ...log(one), sessionId: 'C1' })
      .thenRefused('SessionNotHeld');
    given({
      type: 'SessionScheduled',
      data: { ...held(one), startsAt: '2026-03-08T09:00:00.000Z' },
    })
      .when(make)
      .thenRefused('SessionAlreadyScheduled');
  });
});

describe('a homework section', () => {
  it('is logged once for each who was there', () => {
    given(heldWith(one)).when(log(one)).then(logged);
    given(heldWith(one, other), logged)
      .when(log(other))
      .then({ type: 'HomeworkSectionLogged', data: section(other) });
    given(heldWith(one), logged).when(log(one)).thenRefused('HomeworkSectionAlreadyLogged');
    given(heldWith(one)).when(log(other)).thenRefused('NotInSession');
  });

  it('says why only where something was not done', () => {
    const said = { participantId: one, reviewed: 'not-reviewed', assigned: 'none', whyNotReviewed: 'crisis' } as const;
    const why = { ...said, whyNot: 'no-time' } as const;
    given(heldWith(one))
      .when({ type: 'LogHomeworkSection', sessionId: 'S1', studyId, ...why })
      .then({ type: 'HomeworkSectionLogged', data: why });
    given(heldWith(one))
      .when({ type: 'LogHomeworkSection', sessionId: 'S1', studyId, ...why, assigned: 'assigned' })
      .thenRefused('ReasonForNothing', { field: 'whyNot' });
    given(heldWith(one))
      .when({ type: 'LogHomeworkSection', sessionId: 'S1', studyId, ...why, reviewed: 'nothing-to-review' })
      .thenRefused('ReasonForNothing', { field: 'whyNotReviewed' });
  });

  it('needs a session that was held', () => {
    given().when(log(one)).thenRefused('SessionNotHeld');
    given({ type: 'SessionMissed', data: missed }).when(log(one)).thenRefused('SessionNotHeld');
  });
});

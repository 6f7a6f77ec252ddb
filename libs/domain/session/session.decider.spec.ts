import { describe, expect, it } from '@jest/globals';
import { ORDINARY, specificationOf } from '../kernel/decider.specification.ts';
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
      .when(hold, { study: { ...ORDINARY.study, registered: false } })
      .thenRefused('StudyNotRegistered', { studyId });
    given()
      .when(hold, { participant: { status: 'unknown' } })
      .thenRefused('ParticipantNotEnrolled');
    given()
      .when(hold, { participant: { status: 'enrolled', studyId: 'sleep' } })
      .thenRefused('OtherStudy');
  });

  it('of a group belongs to nobody’s record alone', () => {
    const group: SessionCommand = { type: 'HoldSession', studyId, ...held(one, other) };
    given()
      .when(group, { participant: { status: 'unknown' } })
      .then(heldWith(one, other));
    expect(sessionDecider.subjectOf(group, sessionDecider.initialState)).toEqual({ studyId });
    expect(sessionDecider.subjectOf(hold, sessionDecider.initialState)).toEqual({ studyId, participantId: one });
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

  it('needs a session that was held', () => {
    given().when(log(one)).thenRefused('SessionNotHeld');
    given({ type: 'SessionMissed', data: missed }).when(log(one)).thenRefused('SessionNotHeld');
  });
});

import { describe, expect, it } from '@jest/globals';
import { ORDINARY, specificationOf } from '../kernel/decider.specification.ts';
import { type ParticipantCommand, participantDecider, participantIdOf } from './participant.decider.ts';
import type { ParticipantEvent } from './participant.events.ts';

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
      .when(enrol, { study: { ...ORDINARY.study, registered: false } })
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

  it('has personal data erased once, also after leaving', () => {
    given(enrolled).when(erase).then(erased);
    given(enrolled, left).when(erase).then(erased);
    given(enrolled, erased).when(erase).thenRefused('PersonalDataAlreadyErased');
    expect(given(enrolled, left, erased).state()).toMatchObject({ status: 'left', erased: true });
  });
});

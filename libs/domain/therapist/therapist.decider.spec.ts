import { describe, expect, it } from '@jest/globals';
import { specificationOf, studyWith } from '../kernel/decider.specification.ts';
import { type TherapistCommand, therapistDecider } from './therapist.decider.ts';
import type { TherapistEvent } from './therapist.events.ts';

const { given } = specificationOf(therapistDecider);
const therapistId = 'stress:T01';
const who = { therapistId, studyId: 'stress', siteId: 'north', profession: 'psychologist', yearsOfExperience: 4 };
const register: TherapistCommand = { type: 'RegisterTherapist', ...who };
const registered: TherapistEvent = { type: 'TherapistRegistered', data: who };
const consent: TherapistCommand = { type: 'GiveTherapistConsent', therapistId, version: '1.0', scopes: ['recording'] };
const certify: TherapistCommand = {
  type: 'CertifyRater',
  therapistId,
  formId: 'HAACS',
  formVersion: 1,
  on: '2026-02-01',
};
const supervise: TherapistCommand = {
  type: 'HoldSupervision',
  therapistId,
  supervisorId: 'stress:T02',
  minutes: 45,
  cases: ['stress:P001'],
};

describe('a therapist', () => {
  it('is registered once, in a registered study, at an open site or none', () => {
    given().when(register).then(registered);
    given(registered).when(register).thenRefused('TherapistExists');
    given()
      .when(register, studyWith({ registered: false }))
      .thenRefused('StudyNotRegistered', { studyId: 'stress' });
    given()
      .when(register, studyWith({ openSites: [] }))
      .thenRefused('SiteNotOpen', { siteId: 'north' });
  });

  it('consents, is certified and supervised, once registered and as often as it happens', () => {
    const held = { supervisorId: 'stress:T02', minutes: 45, cases: ['stress:P001'] };
    given(registered)
      .when(consent)
      .then({ type: 'TherapistConsentGiven', data: { version: '1.0', scopes: ['recording'] } });
    given(registered)
      .when(certify)
      .then({ type: 'RaterCertified', data: { formId: 'HAACS', formVersion: 1, on: '2026-02-01' } });
    given(registered, { type: 'SupervisionHeld', data: held })
      .when(supervise)
      .then({ type: 'SupervisionHeld', data: held });
    for (const command of [consent, certify, supervise]) given().when(command).thenRefused('TherapistNotRegistered');
  });

  it('belongs to the study, at a site', () => {
    const place = { studyId: 'stress', siteId: 'north' };
    expect(therapistDecider.subjectOf(register, {})).toEqual(place);
    expect(therapistDecider.subjectOf(consent, given(registered).state())).toEqual(place);
  });
});

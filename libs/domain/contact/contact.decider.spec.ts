import { describe, it } from '@jest/globals';
import { specificationOf, standingAs } from '../kernel/decider.specification.ts';
import { type ContactCommand, contactDecider } from './contact.decider.ts';
import type { ContactEvent } from './contact.events.ts';

const { given } = specificationOf(contactDecider);
const person = { participantId: 'P1' };
const wish = { channels: ['push' as const, 'email' as const], times: ['08:30'], quiet: { from: '22:00', to: '07:00' } };
const set: ContactCommand = { type: 'SetReminderPreferences', ...person, ...wish };
const wished: ContactEvent = { type: 'ReminderPreferencesSet', data: wish };
const paused: ContactEvent = { type: 'RemindersPaused', data: { from: '2026-03-02', to: '2026-03-09' } };
const resume: ContactCommand = { type: 'ResumeReminders', ...person, from: '2026-03-05' };
const resumed: ContactEvent = { type: 'RemindersResumed', data: { from: '2026-03-05' } };

describe('how a participant may be reached', () => {
  it('is what they last said', () => {
    given().when(set).then(wished);
    given(wished).when(set).thenRefused('PreferencesUnchanged');
    given(wished)
      .when({ ...set, quiet: undefined })
      .then({ type: 'ReminderPreferencesSet', data: { channels: wish.channels, times: wish.times } });
    given().when(set, standingAs('screened')).thenRefused('ParticipantNotEnrolled');
  });

  it('is paused for a while or until told otherwise, and resumed', () => {
    const pause: ContactCommand = { type: 'PauseReminders', ...person, from: '2026-03-02', to: '2026-03-09' };
    given().when(pause).then(paused);
    given(paused).when(pause).thenRefused('RemindersAlreadyPaused');
    given(paused)
      .when({ type: 'PauseReminders', ...person, from: '2026-03-02' })
      .then({ type: 'RemindersPaused', data: { from: '2026-03-02' } });
    given()
      .when({ ...pause, to: '2026-03-01' })
      .thenRefused('PeriodEndsBeforeItStarts');
    given(paused).when(resume).then(resumed);
    given(paused, resumed).when(resume).thenRefused('RemindersNotPaused');
  });

  it('has each run of missed work noticed once, though it grows or loses its beginning', () => {
    const run = { missed: 3, since: '2026-03-02T20:00:00.000Z', through: '2026-03-04T20:00:00.000Z', policyVersion: 1 };
    const noticed: ContactEvent = { type: 'MissedWorkNoticed', data: run };
    const notice = (changes: object = {}): ContactCommand => ({
      type: 'NoticeMissedWork',
      ...person,
      ...run,
      ...changes,
    });
    given().when(notice()).then(noticed);
    given(noticed)
      .when(notice({ missed: 4, through: '2026-03-05T20:00:00.000Z' }))
      .thenRefused('MissedWorkAlreadyNoticed');
    given(noticed)
      .when(notice({ since: '2026-03-03T20:00:00.000Z' }))
      .thenRefused('MissedWorkAlreadyNoticed');
    const next = { since: '2026-03-09T20:00:00.000Z', through: '2026-03-11T20:00:00.000Z' };
    given(noticed)
      .when(notice(next))
      .then({ type: 'MissedWorkNoticed', data: { ...run, ...next } });
    given()
      .when(notice({ through: '2026-03-01T20:00:00.000Z' }))
      .thenRefused('PeriodEndsBeforeItStarts');
    const telling = { since: run.since, to: ['anna'], channel: 'email' as const, outcome: 'sent' as const };
    const tell: ContactCommand = { type: 'TellClinician', ...person, ...telling };
    const told: ContactEvent = { type: 'ClinicianTold', data: telling };
    given().when(tell).thenRefused('NoMissedWork');
    given(noticed).when(tell).then(told);
    given(noticed, told).when(tell).thenRefused('ClinicianAlreadyTold');
    given(noticed, { type: 'ClinicianTold', data: { ...telling, outcome: 'failed' } })
      .when(tell)
      .then(told);
  });
});

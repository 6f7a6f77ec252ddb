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
});

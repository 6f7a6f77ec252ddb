import { describe, expect, it } from '@jest/globals';
import { specificationOf, standingAs } from '../kernel/decider.specification.ts';
import { MOST_REMINDER_ATTEMPTS, type ReminderCommand, reminderDecider } from './reminder.decider.ts';
import type { ReminderEvent } from './reminder.events.ts';

const { given } = specificationOf(reminderDecider);
const reminderId = 'reminder-1';
const message = {
  ...{
    reminderId,
    participantId: 'P1',
    of: { kind: 'measure' as const, instrumentId: 'PHQ-9', occasion: 'week-1' },
    channel: 'email' as const,
  },
  ...{ at: '2026-03-02T17:00:00.000Z', localDate: '2026-03-02', policyVersion: 1 },
};
const plan: ReminderCommand = { type: 'PlanReminder', ...message };
const planned: ReminderEvent = { type: 'ReminderPlanned', data: message };
const begin: ReminderCommand = { type: 'BeginSendingReminder', reminderId };
const sending = (attempt = 1): ReminderEvent => ({ type: 'ReminderSending', data: { reminderId, attempt } });
const sent: ReminderEvent = { type: 'ReminderSent', data: { reminderId } };
const unknown: ReminderEvent = { type: 'ReminderOutcomeUnknown', data: { reminderId } };
const failure = (permanent: boolean) => ({ reminderId, failure: 'unreachable' as const, permanent });
const failed = (permanent = false): ReminderEvent => ({ type: 'ReminderFailed', data: failure(permanent) });
const cancel: ReminderCommand = { type: 'CancelReminder', reminderId, because: 'done-already' };
const opened: ReminderEvent = { type: 'ReminderOpened', data: { reminderId } };

describe('a reminder', () => {
  it('is planned once, for somebody who is or was in the study', () => {
    given().when(plan).then(planned);
    given().when(plan, standingAs('screened')).thenRefused('ParticipantNotEnrolled');
    given(planned).when(plan).thenRefused('ReminderExists', { status: 'planned' });
  });

  it('may come back after it was taken, also where nobody knew whether it left, and is never sent again', () => {
    const bounced = { reminderId, failure: 'bounced' as const, permanent: false };
    const back: ReminderCommand = { type: 'FailReminder', ...bounced };
    const came: ReminderEvent = { type: 'ReminderFailed', data: bounced };
    given(planned, sending(), sent).when(back).then(came);
    given(planned, sending(), unknown).when(back).then(came);
    given(planned, sending(), unknown)
      .when({ type: 'FailReminder', ...failure(false) })
      .thenRefused('ReminderNotSending', { status: 'unknown' });
    for (const before of [sent, unknown]) {
      given(planned, sending(), before, came).when(back).thenRefused('ReminderNotSending', { status: 'failed' });
      given(planned, sending(), before, came).when(begin).thenRefused('ReminderNotPlanned', { status: 'failed' });
    }
    given(planned).when(back).thenRefused('ReminderNotSending', { status: 'planned' });
  });

  it('is on the record as sending before anything leaves', () => {
    given(planned).when(begin).then(sending());
    given().when(begin).thenRefused('ReminderNotFound');
    given(planned)
      .when({ type: 'ConfirmReminderSent', reminderId })
      .thenRefused('ReminderNotSending', { status: 'planned' });
    given(planned, sending()).when({ type: 'ConfirmReminderSent', reminderId }).then(sent);
  });

  it('never leaves twice once it may have left', () => {
    for (const after of [[sending()], [sending(), sent], [sending(), unknown], [sending(), sent, failed()]]) {
      const { status } = given(planned, ...after).state();
      given(planned, ...after)
        .when(begin)
        .thenRefused('ReminderNotPlanned', { status });
      given(planned, ...after)
        .when(cancel)
        .thenRefused('ReminderNotPlanned', { status });
    }
  });

  it('is tried again, so many times, when it certainly did not leave', () => {
    given(planned, sending(), failed()).when(begin).then(sending(2));
    given(planned, sending(), failed(true)).when(begin).thenRefused('ReminderNotPlanned', { status: 'failed' });
    const tries = Array.from({ length: MOST_REMINDER_ATTEMPTS }, (_, at) => [sending(at + 1), failed()]).flat();
    given(planned, ...tries)
      .when(begin)
      .thenRefused('ReminderNotPlanned', { status: 'failed' });
  });

  it('comes back after it was taken, when an address is wrong', () => {
    given(planned, sending(), sent)
      .when({ type: 'FailReminder', ...failure(true) })
      .then(failed(true));
    given(planned)
      .when({ type: 'FailReminder', ...failure(true) })
      .thenRefused('ReminderNotSending', { status: 'planned' });
  });

  it('is moved and cancelled only while it waits', () => {
    const move = { at: '2026-03-03T07:00:00.000Z', localDate: '2026-03-03' };
    given(planned)
      .when({ type: 'MoveReminder', reminderId, ...move })
      .then({ type: 'ReminderMoved', data: { reminderId, ...move } });
    given(planned)
      .when({ type: 'MoveReminder', reminderId, at: message.at, localDate: message.localDate })
      .thenRefused('NothingToMove');
    given(planned)
      .when(cancel)
      .then({ type: 'ReminderCancelled', data: { reminderId, because: 'done-already' } });
  });

  it('shows that it arrived by being opened, whatever was known of it', () => {
    const open: ReminderCommand = { type: 'OpenReminder', reminderId };
    given(planned, sending(), unknown).when(open).then(opened);
    given(planned, sending(), sent, opened).when(open).thenRefused('ReminderAlreadyOpened');
    given(planned).when(open).thenRefused('ReminderNotSent', { status: 'planned' });
    expect(given(planned, sending(), sent, opened).state().opened).toBe(true);
  });
});

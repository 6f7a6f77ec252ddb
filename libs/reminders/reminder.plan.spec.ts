import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDateOf } from '#calendar';
import { isQuiet } from './quiet.hours.ts';
import { type Owed, planReminders, type Reachable } from './reminder.plan.ts';
import { parseReminderPolicy, REMINDER_FORMAT, type ReminderPolicy } from './reminder.policy.ts';

const policy: ReminderPolicy = {
  format: REMINDER_FORMAT,
  channels: ['push', 'email'],
  homework: { daysBefore: 0 },
  measures: { daysAfterOpening: 1 },
  at: '17:00',
  quiet: { from: '21:00', to: '08:00' },
  mostADay: 3,
  armsWithout: ['no-reminders'],
  tellClinicianAfter: 3,
};
const person: Reachable = {
  wishes: null,
  zones: [{ from: '', timeZone: 'Europe/Stockholm' }],
  pause: null,
  arm: null,
  mayBeContacted: true,
};
const owed = (changes: Partial<Owed> = {}): Owed => ({
  ...{ key: 'A1/2026-03-02', kind: 'homework' as const, day: '2026-03-02' },
  ...{ since: '2026-02-27T10:00:00.000Z', until: '2026-03-02T22:59:59.999Z', ...changes },
});
const wishes = (changes: Partial<NonNullable<Reachable['wishes']>> = {}) => ({
  channels: ['push' as const],
  times: [],
  ...changes,
});
const times = (given: readonly Owed[], who: Partial<Reachable> = {}) =>
  planReminders(policy, given, { ...person, ...who }).map(({ channel, at }) => `${channel} ${at}`);

describe('the messages a participant should get', () => {
  it('come by the study’s first channel at its time, where nothing else is wished', () => {
    expect(times([owed()])).toEqual(['push 2026-03-02T16:00:00.000Z']);
  });

  it('come by the channels and at the times that were wished, as far as the study has them', () => {
    expect(times([owed()], { wishes: wishes({ channels: ['sms', 'email'], times: ['09:15', '18:45'] }) })).toEqual([
      'email 2026-03-02T17:45:00.000Z',
    ]);
    expect(times([owed()], { wishes: wishes({ channels: [] }) })).toEqual([]);
  });

  it('do not come too late: an earlier time of that day, or none', () => {
    const until = '2026-03-02T12:00:00.000Z';
    const two = wishes({ times: ['09:15', '18:45'] });
    expect(times([owed({ until })], { wishes: two })).toEqual(['push 2026-03-02T08:15:00.000Z']);
    expect(times([owed({ until })])).toEqual([]);
  });

  it('do not come before the work was asked for', () => {
    const asked = { since: '2026-03-02T16:30:00.000Z', until: '2026-03-05T12:00:00.000Z' };
    expect(times([owed(asked)])).toEqual(['push 2026-03-03T16:00:00.000Z']);
  });

  it('keep quiet hours, of the study and their own, over midnight too', () => {
    expect(times([owed()], { wishes: wishes({ times: ['07:30', '22:10'] }) })).toEqual([]);
    const quiet = { from: '16:00', to: '18:00' };
    expect(times([owed()], { wishes: wishes({ quiet }) })).toEqual([]);
  });

  it('are on the clock the person lives by on that day', () => {
    const day = '2026-03-29';
    const spring = owed({ day, until: '2026-03-29T21:59:59.999Z' });
    expect(times([spring])).toEqual(['push 2026-03-29T15:00:00.000Z']);
    const zones = [...person.zones, { from: '2026-03-20', timeZone: 'Asia/Kathmandu' }];
    expect(times([spring], { zones })).toEqual(['push 2026-03-29T11:15:00.000Z']);
  });

  it('wait for the end of a pause where that is not too late, over a change of the clocks', () => {
    const by = owed({ day: '2026-03-28', until: '2026-03-31T10:00:00.000Z' });
    const pause = { from: '2026-03-27', to: '2026-03-28' };
    expect(times([by], { pause })).toEqual(['push 2026-03-29T15:00:00.000Z']);
    expect(times([by], { pause: { from: '2026-03-27', to: null } })).toEqual([]);
  });

  it('are none for arms without, for those who left or took back consent to contact', () => {
    expect(times([owed()], { arm: 'no-reminders' })).toEqual([]);
    expect(times([owed()], { arm: 'reminders' })).toHaveLength(1);
    expect(times([owed()], { mayBeContacted: false })).toEqual([]);
  });

  it('are of measures so many days after their window opens', () => {
    const measure = owed({ kind: 'measure', key: 'M1', until: '2026-03-09T22:59:59.999Z' });
    expect(times([measure])).toEqual(['push 2026-03-03T16:00:00.000Z']);
  });

  it('are no more on a day than the policy allows; what is due first stays', () => {
    const many = [5, 1, 4, 2, 3].map((hour) =>
      owed({
        key: `A${hour}`,
        until: `2026-03-02T2${hour}:00:00.000Z`
          .replace('2026-03-02T25', '2026-03-03T01')
          .replace('2026-03-02T24', '2026-03-03T00'),
      }),
    );
    expect(planReminders(policy, many, person).map(({ key }) => key)).toEqual(['A1', 'A2', 'A3']);
  });

  it('are at most one an obligation and channel, never quiet, never too late, whatever is asked', () => {
    const clock = fc.constantFrom('00:30', '02:30', '08:00', '12:00', '20:59', '21:00', '23:59');
    const day = fc
      .integer({ min: 0, max: 20 })
      .map((n) => new Date(Date.UTC(2026, 2, 20 + n)).toISOString().slice(0, 10));
    const zone = fc.constantFrom('Europe/Stockholm', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia');
    const obligation = fc.record({ day, span: fc.integer({ min: 1, max: 90 }), key: fc.uuid() });
    fc.assert(
      fc.property(
        fc.array(obligation, { maxLength: 12 }),
        fc.array(clock, { maxLength: 4 }),
        zone,
        (list, wanted, timeZone) => {
          const asked = list.map(({ day: due, span, key }) =>
            owed({
              key,
              day: due,
              until: new Date(Date.parse(due) + span * 3_600_000).toISOString(),
              since: '2026-03-01T00:00:00.000Z',
            }),
          );
          const who: Reachable = {
            ...person,
            zones: [{ from: '', timeZone }],
            wishes: wishes({ channels: ['push', 'email'], times: wanted }),
          };
          const planned = planReminders(policy, asked, who);
          expect(new Set(planned.map(({ key, channel }) => `${key} ${channel}`)).size).toBe(planned.length);
          for (const { key, at, localDate } of planned) {
            const of = asked.find((one) => one.key === key);
            expect(at < (of?.until ?? '')).toBe(true);
            expect(localDateOf(at, timeZone)).toBe(localDate);
            expect(planned.filter((other) => other.localDate === localDate).length).toBeLessThanOrEqual(
              policy.mostADay,
            );
          }
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('quiet hours', () => {
  it('may go over midnight, and may be none', () => {
    expect(['21:00', '23:59', '00:00', '07:59'].map((clock) => isQuiet(policy.quiet, clock))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['08:00', '20:59'].map((clock) => isQuiet(policy.quiet, clock))).toEqual([false, false]);
    expect(isQuiet({ from: '10:00', to: '10:00' }, '10:00')).toBe(false);
  });
});

describe('a reminder policy', () => {
  it('is read, and every error names its field', () => {
    expect(parseReminderPolicy(policy)).toEqual({ ok: true, document: policy });
    const wrong = { ...policy, at: '25:00', channels: [], extra: 1 };
    const parsed = parseReminderPolicy(wrong);
    expect(parsed.ok ? [] : parsed.errors.map(({ field }) => field)).toEqual(['channels', 'at', 'document']);
    expect(parseReminderPolicy('x').ok).toBe(false);
  });
});

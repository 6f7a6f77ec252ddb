import { addDays, momentOf, type ZonePeriod, zoneOfDay } from '#calendar';
import { isQuiet, type QuietHours } from './quiet.hours.ts';
import type { ReminderPolicy } from './reminder.policy.ts';

type Channel = ReminderPolicy['channels'][number];

/** Something a participant is asked to do, and has not done. */
export interface Owed {
  /** Names the obligation within the person’s record: one message a channel, whatever happens. */
  readonly key: string;
  readonly kind: 'homework' | 'measure';
  /** The participant’s day it is due on, `YYYY-MM-DD`; of a measure, the day its window opens. */
  readonly day: string;
  /** ISO 8601: a message at or after it would come too late. */
  readonly until: string;
  /** ISO 8601: when it was asked for; nobody is reminded of what is not asked yet. */
  readonly since: string;
}

/** What the participant wants. */
export interface ReminderWishes {
  readonly channels: readonly Channel[];
  /** `HH:MM`. */
  readonly times: readonly string[];
  readonly quiet?: QuietHours | undefined;
}

/** How one participant can be reached, as far as the plan has to know. */
export interface Reachable {
  /** Null where the participant said nothing: the study’s channels and time. */
  readonly wishes: ReminderWishes | null;
  /** In order of `from`. */
  readonly zones: readonly ZonePeriod[];
  /** Days without reminders, both included; `to` null until told otherwise. */
  readonly pause: { readonly from: string; readonly to: string | null } | null;
  /** The arm, where reminders differ by arm. */
  readonly arm: string | null;
  /** Consent to be contacted holds, and the person is still in the study. */
  readonly mayBeContacted: boolean;
}

export interface PlannedReminder {
  readonly key: string;
  readonly channel: Channel;
  /** ISO 8601. */
  readonly at: string;
  /** The participant’s day, `YYYY-MM-DD`. */
  readonly localDate: string;
}

/**
 * The messages that a participant should get: at most one an obligation and channel, at the times that suit them, none in
 * quiet hours or a pause, no more than the policy’s most on one of their days (the earliest due stay). A day is the
 * participant’s, on the clock they live by then. The same input always gives the same plan.
 */
export function planReminders(
  policy: ReminderPolicy,
  owed: readonly Owed[],
  person: Reachable,
): readonly PlannedReminder[] {
  if (!person.mayBeContacted || (person.arm !== null && policy.armsWithout.includes(person.arm))) return [];
  const offered = person.wishes === null ? policy.channels.slice(0, 1) : person.wishes.channels;
  const channels = offered.filter((channel) => policy.channels.includes(channel));
  const planned = owed
    .toSorted((one, other) => one.until.localeCompare(other.until) || one.key.localeCompare(other.key))
    .flatMap((obligation) => {
      const moment = momentFor(policy, obligation, person);
      return moment === undefined ? [] : channels.map((channel) => ({ key: obligation.key, channel, ...moment }));
    });
  return withinDays(planned, policy.mostADay);
}

type Moment = Pick<PlannedReminder, 'at' | 'localDate'>;

function momentFor(policy: ReminderPolicy, owed: Owed, person: Reachable): Moment | undefined {
  const wanted = wantedDay(policy, owed);
  if (wanted === undefined) return undefined;
  // What was asked for late in the day, or on a day without reminders, is reminded of on the next that is left.
  for (const day of [wanted, addDays(wanted, 1), addDays(wanted, 2)]) {
    const moment = isPaused(person, day) ? undefined : momentOn(day, policy, owed, person);
    if (moment !== undefined) return moment;
  }
  return undefined;
}

function wantedDay({ homework, measures }: ReminderPolicy, { kind, day }: Owed): string | undefined {
  if (kind === 'homework') return homework === null ? undefined : addDays(day, -homework.daysBefore);
  return measures === null ? undefined : addDays(day, measures.daysAfterOpening);
}

function isPaused({ pause }: Reachable, day: string): boolean {
  return pause !== null && pause.from <= day && (pause.to === null || day <= pause.to);
}

/** The last of the suitable times that is not too late: what is done in the morning needs no message in the evening. */
function momentOn(day: string, policy: ReminderPolicy, owed: Owed, { wishes, zones }: Reachable): Moment | undefined {
  const zone = zoneOfDay(zones, day);
  if (zone === undefined) return undefined;
  const times = wishes === null || wishes.times.length === 0 ? [policy.at] : wishes.times;
  const quiet = [policy.quiet, ...(wishes?.quiet === undefined ? [] : [wishes.quiet])];
  return times
    .filter((time) => !quiet.some((hours) => isQuiet(hours, time)))
    .toSorted()
    .map((time) => ({ at: momentOf(day, time, zone), localDate: day }))
    .findLast(({ at }) => owed.since < at && at < owed.until);
}

function withinDays(planned: readonly PlannedReminder[], most: number): PlannedReminder[] {
  const counts = new Map<string, number>();
  return planned.filter(({ localDate }) => {
    const count = (counts.get(localDate) ?? 0) + 1;
    counts.set(localDate, count);
    return count <= most;
  });
}

import {
  addDays,
  endOfDay,
  localDateOf,
  momentOf,
  studyWeek,
  WEEKDAYS,
  weekdayOfDay,
  type ZonePeriod,
  zoneOfDay,
} from '#calendar';
import type { AssignmentTermsColumns } from '../assignments/assignment-terms.columns.ts';
import type { SealedText } from '../kernel/row.columns.ts';
import type { OccurrenceStanding } from '../occurrences/person.obligations.ts';

/** `to-do`: not due before today. `untold`: was due on an earlier day and nobody told; that is not the same as not done. */
export type DayItemStanding = 'to-do' | 'untold' | 'done' | 'part' | 'alternative' | 'not-done' | 'void';

/** One thing that a participant is asked for: an obligation of homework, or a measure. */
export interface DayItem {
  readonly kind: 'homework' | 'measure';
  /** Of homework. `occurrence` is its day, or `whole`. */
  readonly assignmentId: string | null;
  readonly occurrence: string | null;
  readonly title: SealedText | null;
  readonly visibility: AssignmentTermsColumns['visibility'] | null;
  /** Of a measure. */
  readonly instrumentId: string | null;
  readonly instrumentVersion: number | null;
  readonly occasion: string | null;
  /** ISO 8601: from when on it can be done; null where it could be always. */
  readonly opensAt: string | null;
  /** ISO 8601, and the participant’s day; null for work without an end. What comes later is taken too. */
  readonly dueAt: string | null;
  readonly dueDate: string | null;
  readonly standing: DayItemStanding;
}

/** One day of the strip. */
export interface WeekDay {
  readonly date: string;
  /** Due on that day, without void ones. */
  readonly items: readonly DayItem[];
}

/** A participant’s day, and the week it lies in, from Monday on. */
export interface ParticipantWeek {
  readonly participantId: string;
  /** `YYYY-MM-DD`, on the calendar the participant lives by. */
  readonly today: string;
  /** The zone of today, IANA; null for readers who may not know where participants are. */
  readonly timeZone: string | null;
  /** Weeks since enrolment, 0 in the first; null where that is not known to the reader. */
  readonly studyWeek: number | null;
  /** What can be done today, and what was done today. First what is due first. */
  readonly items: readonly DayItem[];
  /** Seven, Monday first. */
  readonly days: readonly WeekDay[];
}

/** An obligation as it is read, with what its assignment says. */
export interface WeekHomework {
  readonly assignmentId: string;
  readonly occurrence: string;
  readonly title: SealedText;
  readonly visibility: AssignmentTermsColumns['visibility'];
  readonly active: boolean;
  readonly state: OccurrenceStanding;
  readonly assignedAt: Date;
  readonly dueAt: Date | null;
  readonly dueDate: string | null;
  readonly completedAt: Date | null;
}

/** A measure of the schedule as it is read. */
export interface WeekMeasure {
  readonly instrumentId: string;
  readonly instrumentVersion: number;
  readonly occasion: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly closesOn: string;
  readonly recorded: boolean;
  /** The day it was answered. */
  readonly answeredOn: string | null;
}

/** How long, in days, what nobody told of stays among the things of today. */
export const LATE_DAYS = 2;

/** Days of the participant’s calendar that a week has to be read for: a day’s own week, and what is late on it. */
export function spanOf(today: string): { readonly monday: string; readonly from: string; readonly to: string } {
  const monday = addDays(today, -WEEKDAYS.indexOf(weekdayOfDay(today)));
  const late = addDays(today, -LATE_DAYS);
  return { monday, from: late < monday ? late : monday, to: addDays(monday, 6) };
}

interface Calendar {
  readonly today: string;
  /** In order of `from`; never empty. */
  readonly zones: readonly ZonePeriod[];
}

interface Placed {
  readonly item: DayItem;
  readonly onToday: boolean;
}

/** Sorts what a participant is asked for into the day and its week. Pure. @throws RangeError for what is no day */
export function weekOf(
  read: { readonly homework: readonly WeekHomework[]; readonly measures: readonly WeekMeasure[] },
  calendar: Calendar,
): Pick<ParticipantWeek, 'items' | 'days'> {
  const placed = [
    ...read.homework.map((one) => placedHomework(one, calendar)),
    ...read.measures.map((one) => placedMeasure(one, calendar)),
  ].toSorted(({ item: one }, { item: other }) => byDue(one, other));
  const { monday } = spanOf(calendar.today);
  const asked = placed.filter(({ item }) => item.standing !== 'void').map(({ item }) => item);
  const days = Array.from({ length: 7 }, (_, n) => addDays(monday, n));
  return {
    items: placed.filter(({ onToday }) => onToday).map(({ item }) => item),
    days: days.map((date) => ({ date, items: asked.filter(({ dueDate }) => dueDate === date) })),
  };
}

function byDue(one: DayItem, other: DayItem): number {
  const [first, second] = [one.dueAt ?? '~', other.dueAt ?? '~'];
  if (first === second) return nameOf(one) < nameOf(other) ? -1 : 1;
  return first < second ? -1 : 1;
}

const nameOf = ({ assignmentId, occurrence, instrumentId, occasion }: DayItem): string =>
  [assignmentId, occurrence, instrumentId, occasion].join('/');

function placedHomework(read: WeekHomework, { today, zones }: Calendar): Placed {
  const { assignmentId, occurrence, title, visibility, active, state, assignedAt, dueAt, dueDate, completedAt } = read;
  const zone = zoneOfDay(zones, today) ?? 'UTC';
  const recurring = occurrence !== 'whole';
  const opens = recurring
    ? momentOf(occurrence, '00:00', zoneOfDay(zones, occurrence) ?? zone)
    : assignedAt.toISOString();
  const standing = standingOf(state, dueDate, today);
  const item: DayItem = {
    ...{ kind: 'homework', assignmentId, occurrence, title, visibility },
    ...{ instrumentId: null, instrumentVersion: null, occasion: null },
    ...{ opensAt: opens, dueAt: dueAt?.toISOString() ?? null, dueDate, standing },
  };
  const doneToday = completedAt !== null && localDateOf(completedAt.toISOString(), zone) === today;
  const open = standing === 'to-do' && active && !(recurring && occurrence !== today);
  const late = standing === 'untold' && dueDate !== null && dueDate >= addDays(today, -LATE_DAYS);
  return { item, onToday: standing !== 'void' && (open || late || doneToday || dueDate === today) };
}

function standingOf(state: OccurrenceStanding, dueDate: string | null, today: string): DayItemStanding {
  switch (state) {
    case 'open':
    case 'unknown':
      // The record may be as old as its newest event: today’s calendar says what is due.
      return dueDate !== null && dueDate < today ? 'untold' : 'to-do';
    case 'done':
    case 'part':
    case 'alternative':
    case 'not-done':
    case 'void':
      return state;
  }
}

function placedMeasure(read: WeekMeasure, { today, zones }: Calendar): Placed {
  const { instrumentId, instrumentVersion, occasion, opensOn, dueOn, closesOn, recorded, answeredOn } = read;
  const zoneOn = (day: string): string => zoneOfDay(zones, day) ?? 'UTC';
  const standing = recorded ? 'done' : closesOn < today ? 'untold' : 'to-do';
  const item: DayItem = {
    ...{ kind: 'measure', assignmentId: null, occurrence: null, title: null, visibility: null },
    ...{ instrumentId, instrumentVersion, occasion },
    opensAt: momentOf(opensOn, '00:00', zoneOn(opensOn)),
    ...{ dueAt: endOfDay(closesOn, zoneOn(closesOn)), dueDate: dueOn, standing },
  };
  const open = !recorded && opensOn <= today && today <= closesOn;
  return { item, onToday: open || (recorded && answeredOn === today) };
}

/** Weeks since enrolment. */
export function weekSince(enrolledOn: string | null, today: string): number | null {
  return enrolledOn === null ? null : studyWeek(enrolledOn, today);
}

import { z } from 'zod';
import { type DocumentError, type ParsedDocument, parseDocument } from './document.parser.ts';

export const DUTY_FORMAT = 'intersession.duty/1';

const person = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._~:-]{0,119}$/);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 08:30');
/** The end of a day may be written 24:00. */
const endTime = z.union([time, z.literal('24:00')]);
const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
export const WEEKDAYS = weekday.options;

const hours = { days: z.array(weekday).min(1).max(7), from: time, to: endTime };
const minutes = z.int().min(5).max(10_080);

/** Who looks after safety alerts at which hours of the week, on the rota’s own calendar. */
export const DutyRota = z.strictObject({
  format: z.literal(DUTY_FORMAT),
  timeZone: z.string().min(1).max(64),
  /** When the study promises that somebody is on duty. Every minute of it has a shift. */
  cover: z.array(z.strictObject(hours)).min(1).max(50),
  /** Who is on duty, first the one who is told first, then the deputy, and so on. */
  shifts: z
    .array(z.strictObject({ ...hours, people: z.array(person).min(2).max(10) }))
    .min(1)
    .max(200),
  /** Days on which somebody is away, both included. Their shifts go to those behind them. */
  away: z
    .array(z.strictObject({ staffId: person, from: z.iso.date(), to: z.iso.date() }))
    .max(500)
    .default([]),
  /** Who is told when nobody of the shift has answered. */
  last: person,
  /** Minutes until an alert that nobody acknowledged is passed on. For `high` they run by day and night, else in cover hours. */
  passOnAfter: z.strictObject({ low: minutes, moderate: minutes, high: minutes }),
  /** What participants and staff are told, in plain words: this is no crisis service, and when answers are read. */
  readingTimes: z.string().trim().min(20).max(1000),
  /** Whom to turn to at any hour. */
  contacts: z
    .array(z.strictObject({ name: z.string().min(1).max(200), how: z.string().min(1).max(200) }))
    .min(1)
    .max(10),
});
export type DutyRota = z.infer<typeof DutyRota>;
export type DutyRotaInput = z.input<typeof DutyRota>;

/** Reads a rota. One that leaves cover hours without anybody, in the week or through absences, is refused by name. */
export function parseDutyRota(input: unknown): ParsedDocument<DutyRota> {
  return parseDocument(DutyRota as z.ZodType<DutyRota>, input, rotaErrors);
}

function rotaErrors(rota: DutyRota): DocumentError[] {
  return [...zoneErrors(rota), ...hourErrors(rota), ...twiceErrors(rota), ...gapErrors(rota), ...awayErrors(rota)];
}

function zoneErrors({ timeZone }: DutyRota): DocumentError[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return [];
  } catch {
    return [{ field: 'timeZone', problem: 'is not an IANA time zone' }];
  }
}

function hourErrors({ cover, shifts }: DutyRota): DocumentError[] {
  const backwards = (list: string, all: readonly Hours[]): DocumentError[] =>
    all.flatMap(({ from, to }, at) =>
      to <= from
        ? [{ field: `${list}.${at}.to`, problem: 'must be after `from`; write night hours as two entries' }]
        : [],
    );
  return [...backwards('cover', cover), ...backwards('shifts', shifts)];
}

function twiceErrors({ shifts }: DutyRota): DocumentError[] {
  return shifts.flatMap(({ people }, at) =>
    new Set(people).size === people.length
      ? []
      : [{ field: `shifts.${at}.people`, problem: 'names somebody twice; a deputy is another person' }],
  );
}

type Hours = Pick<DutyRota['cover'][number], 'days' | 'from' | 'to'>;

/** Whether hours hold a minute of a weekday, by the clock. */
export function holds({ days, from, to }: Hours, day: (typeof WEEKDAYS)[number], clock: string): boolean {
  return days.includes(day) && from <= clock && clock < to;
}

/** The moments of a day at which anything begins or ends, and where the first uncovered minute lies. */
function gapErrors(rota: DutyRota): DocumentError[] {
  return WEEKDAYS.flatMap((day) => {
    const edges = [...new Set([...rota.cover, ...rota.shifts].flatMap(({ from, to }) => [from, to]))].sort();
    const gap = edges.find(
      (clock) =>
        rota.cover.some((hours_) => holds(hours_, day, clock)) &&
        !rota.shifts.some((shift) => holds(shift, day, clock)),
    );
    return gap === undefined ? [] : [{ field: 'shifts', problem: `nobody is on duty on ${day} at ${gap}` }];
  });
}

/** A shift whose people are all away on one day. */
function awayErrors({ shifts, away }: DutyRota): DocumentError[] {
  const backwards = away.flatMap(({ from, to }, at) =>
    to < from ? [{ field: `away.${at}.to`, problem: 'is before `from`' }] : [],
  );
  const empty = shifts.flatMap(({ people, days }, at) => {
    const day = dayWithout(people, days, away);
    return day === undefined ? [] : [{ field: `shifts.${at}.people`, problem: `everybody is away on ${day}` }];
  });
  return [...backwards, ...empty];
}

const DAY = 86_400_000;

function dayWithout(people: readonly string[], days: readonly string[], away: DutyRota['away']): string | undefined {
  const firstAway = away.filter(({ staffId }) => staffId === people[0]);
  for (const { from, to } of firstAway) {
    for (let at = Date.parse(from), last = Math.min(Date.parse(to), at + 400 * DAY); at <= last; at += DAY) {
      const date = new Date(at).toISOString().slice(0, 10);
      const weekdayName = WEEKDAYS[(new Date(at).getUTCDay() + 6) % 7] ?? 'monday';
      if (days.includes(weekdayName) && people.every((staffId) => isAway(staffId, date, away))) return date;
    }
  }
  return undefined;
}

/** Whether somebody is away on a day, `YYYY-MM-DD`. */
export function isAway(staffId: string, date: string, away: DutyRota['away']): boolean {
  return away.some((absence) => absence.staffId === staffId && absence.from <= date && date <= absence.to);
}

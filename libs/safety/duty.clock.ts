import { addDays, localDateOf, momentOf, weekdayOfDay } from '#calendar';
import { type DutyRota, holds, isAway } from './duty.rota.ts';

type Grade = keyof DutyRota['passOnAfter'];

/** Who is on duty at a moment. */
export interface DutyNow {
  /** First the one who is told first; who is away is left out. Outside cover hours those of the next shift. */
  readonly people: readonly string[];
  /** Whether the study promises that somebody is on duty now. */
  readonly inCover: boolean;
}

/** How far ahead the next shift is looked for: absences are refused where they leave a shift empty. */
const DAYS_AHEAD = 14;

/** Who is on duty at `instant` (ISO 8601), or next. @throws RangeError for what is no moment */
export function dutyAt(rota: DutyRota, instant: string): DutyNow {
  const inCover = covered(rota, instant);
  const now = onShift(rota, instant);
  if (now !== undefined) return { people: now, inCover };
  return { people: nextShift(rota, instant) ?? [rota.last], inCover };
}

function covered(rota: DutyRota, instant: string): boolean {
  const { day, clock } = readClock(rota, instant);
  return rota.cover.some((hours) => holds(hours, weekdayOfDay(day), clock));
}

function onShift(rota: DutyRota, instant: string): readonly string[] | undefined {
  const { day, clock } = readClock(rota, instant);
  const shift = rota.shifts.find((hours) => holds(hours, weekdayOfDay(day), clock));
  const people = shift?.people.filter((staffId) => !isAway(staffId, day, rota.away)) ?? [];
  return people.length === 0 ? undefined : people;
}

function nextShift(rota: DutyRota, instant: string): readonly string[] | undefined {
  const { day, clock } = readClock(rota, instant);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const date = addDays(day, ahead);
    const [next] = rota.shifts
      .filter(({ days, from }) => days.includes(weekdayOfDay(date)) && (ahead > 0 || from > clock))
      .toSorted((one, other) => one.from.localeCompare(other.from));
    const people = next?.people.filter((staffId) => !isAway(staffId, date, rota.away)) ?? [];
    if (people.length > 0) return people;
  }
  return undefined;
}

const CLOCKS = new Map<string, Intl.DateTimeFormat>();

function readClock({ timeZone }: DutyRota, instant: string): { readonly day: string; readonly clock: string } {
  const known = CLOCKS.get(timeZone);
  const clock =
    known ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (known === undefined) CLOCKS.set(timeZone, clock);
  return { day: localDateOf(instant, timeZone), clock: clock.format(new Date(instant)) };
}

/** When an alert that nobody acknowledged is passed on, and to whom. */
export interface Escalation {
  /** ISO 8601. */
  readonly at: string;
  /** Everybody behind the one who was told last; at the end of the line, everybody of the shift and the last in line. */
  readonly to: readonly string[];
}

/**
 * The next passing on of an alert.
 * @param level how often it was passed on before; 0 when only those first on duty were told
 * @param since ISO 8601, when it was raised or last passed on
 */
export function escalationOf(rota: DutyRota, grade: Grade, level: number, since: string): Escalation {
  const minutes = rota.passOnAfter[grade];
  const at = grade === 'high' ? later(since, minutes) : laterInCover(rota, since, minutes);
  const { people } = dutyAt(rota, at);
  const next = people[level + 1];
  return { at, to: next === undefined ? [...new Set([...people, rota.last])] : [next] };
}

const MINUTE = 60_000;
const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * MINUTE).toISOString();

/** So many minutes of cover later, counted over nights and weekends. */
function laterInCover(rota: DutyRota, since: string, minutes: number): string {
  let left = minutes * MINUTE;
  const first = localDateOf(since, rota.timeZone);
  for (let ahead = -1; ahead <= MOST_COVER_DAYS; ahead += 1) {
    for (const { from, to } of coverOf(rota, addDays(first, ahead))) {
      const start = Math.max(Date.parse(since), from);
      if (start + left <= to) return new Date(start + left).toISOString();
      left -= Math.max(0, to - start);
    }
  }
  return later(since, minutes);
}

/** A week of minutes at one cover hour a week takes this long. */
const MOST_COVER_DAYS = 400;

/** Cover of one day as moments, in order, without overlap. */
function coverOf(rota: DutyRota, day: string): { readonly from: number; readonly to: number }[] {
  const spans = rota.cover
    .filter(({ days }) => days.includes(weekdayOfDay(day)))
    .map(({ from, to }) => ({ from: moment(rota, day, from), to: moment(rota, day, to) }))
    .toSorted((one, other) => one.from - other.from);
  let reached = Number.NEGATIVE_INFINITY;
  return spans.flatMap(({ from, to }) => {
    const start = Math.max(from, reached);
    reached = Math.max(reached, to);
    return start < to ? [{ from: start, to }] : [];
  });
}

function moment({ timeZone }: DutyRota, day: string, clock: string): number {
  return Date.parse(clock === '24:00' ? momentOf(addDays(day, 1), '00:00', timeZone) : momentOf(day, clock, timeZone));
}

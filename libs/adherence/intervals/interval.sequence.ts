import type { AdherenceFacts, Session } from '../facts.schema.ts';
import {
  AdherenceFactsError,
  dateNumber,
  dateText,
  daysLater,
  elapsedDay,
  instantMs,
  instantText,
} from '../study-day.ts';
import { calendarIntervals } from './interval.calendar.ts';
import { type ClosedBy, type Interval, MAX_INTERVALS, type Opening } from './interval.ts';
import type { EndingRule, IntervalRules } from './interval.schema.ts';

/** A moment that opens or closes an interval. */
interface Mark {
  readonly ms: number;
  readonly date: number;
  readonly id: string | null;
  readonly number: number | null;
  readonly by: ClosedBy;
}

/** What bears on the cutting, read once. */
interface Course {
  readonly rules: IntervalRules;
  readonly atMostDays: number;
  readonly openings: readonly Mark[];
  /** Cancelled and missed sessions, where the rules let them close. */
  readonly closers: readonly Mark[];
  /** The end of participation, within what was observed. */
  readonly end: Mark | null;
  /** How far the record is known; null when it is complete. */
  readonly seenMs: number | null;
}

/**
 * Cuts a participant's time into intervals, in order of time; they never overlap.
 * @param rules as given by `defineIntervals` or `parseIntervalRules`, or an `intervals` window of a definition
 * @throws AdherenceFactsError naming a time that cannot be read, or dates that would give more than 2,000 intervals
 */
export function intervals(rules: IntervalRules, facts: AdherenceFacts): Interval[] {
  const { opens } = rules;
  if (opens.kind === 'calendar') return calendarIntervals(rules, opens.everyDays, facts);
  const course = read(rules, facts);
  if (course.openings.length === 0 && opens.kind !== 'module' && rules.withoutSessions !== undefined) {
    return calendarIntervals(rules, rules.withoutSessions.everyDays, facts);
  }
  const made: Interval[] = [];
  course.openings.every((opening, i) => follow(course, opening, course.openings[i + 1] ?? null, made));
  return made;
}

function read(rules: IntervalRules, facts: AdherenceFacts): Course {
  const sessions = (facts.sessions ?? []).map((session, i) => ({ session, mark: markOf(session, `sessions[${i}]`) }));
  const modules = (facts.modules ?? []).map(({ id, at, date }, i): Mark => ({
    ...moment(at, date, `modules[${i}]`),
    id,
    number: null,
    by: 'next-module',
  }));
  const came = ({ state, attended }: Session): boolean =>
    state === 'held' && (rules.opens.kind === 'held-session' || attended !== false);
  const opening = sessions.filter(({ session }) => came(session)).map(({ mark }) => mark);
  const closing = sessions.filter(
    ({ session }) =>
      !came(session) && (session.state === 'cancelled' ? rules.cancelledSession : rules.missedSession) === 'closes',
  );
  return {
    rules,
    atMostDays: rules.atMostDays ?? 366,
    openings: inOrder(rules.opens.kind === 'module' ? modules : opening),
    closers: inOrder(
      closing.map(({ session, mark }) => ({
        ...mark,
        by: session.state === 'cancelled' ? 'cancelled-session' : 'missed-session',
      })),
    ),
    end: endOf(facts),
    seenMs: facts.observedUntil == null ? null : instantMs(facts.observedUntil, 'observedUntil'),
  };
}

const moment = (at: string, date: string, field: string): Pick<Mark, 'ms' | 'date'> => ({
  ms: instantMs(at, `${field}.at`),
  date: dateNumber(date, `${field}.date`),
});

const markOf = ({ id, number, at, date }: Session, field: string): Mark => ({
  ...moment(at, date, field),
  id,
  number: number ?? null,
  by: 'next-session',
});

const inOrder = (marks: readonly Mark[]): Mark[] =>
  marks.toSorted((a, b) => a.ms - b.ms || ((a.id ?? '') < (b.id ?? '') ? -1 : 1));

function endOf({ endedAt, endedDate, ending, observedUntil }: AdherenceFacts): Mark | null {
  if (endedAt == null) return null;
  const ms = instantMs(endedAt, 'endedAt');
  if (observedUntil != null && ms > instantMs(observedUntil, 'observedUntil')) return null;
  const date = endedDate == null ? elapsedDay(0, ms) : dateNumber(endedDate, 'endedDate');
  return { ms, date, id: null, number: null, by: ending === 'discontinued' ? 'drop-out' : 'last-interval' };
}

/** Adds the interval or intervals that begin with one opening. @returns whether the next opening may follow */
function follow(course: Course, opening: Mark, next: Mark | null, made: Interval[]): boolean {
  const { rules, end, seenMs } = course;
  if (end !== null && opening.ms >= end.ms) return false;
  let [start, openedBy] = [opening, openingOf(opening)];
  for (;;) {
    const close = firstClose(course, start, next);
    const complete = seenMs === null && end === null && next === null;
    if ((complete && close.by === 'study-rule') || (end !== null && end.ms < close.ms)) {
      const last = lastMark(course, start, end);
      if (last !== null) add(made, start, openedBy, last);
      return false;
    }
    if (seenMs !== null && close.ms > seenMs) {
      add(made, start, openedBy, null);
      return false;
    }
    add(made, start, openedBy, close);
    if (close === next || rules.afterEarlyClose === 'waits') return true;
    [start, openedBy] = [close, { kind: 'early-close', id: close.id, number: close.number }];
  }
}

const openingOf = ({ by, id, number }: Mark): Opening => ({
  kind: by === 'next-module' ? 'module' : 'session',
  id,
  number,
});

/** What closes first; the next session goes before anything else at the same moment. */
function firstClose({ closers, atMostDays }: Course, start: Mark, next: Mark | null): Mark {
  const limit = after(start, atMostDays, 'study-rule');
  const early = closers.find(({ ms }) => ms > start.ms) ?? limit;
  const first = early.ms <= limit.ms ? early : limit;
  return next !== null && next.ms <= first.ms ? next : first;
}

const after = (start: Mark, days: number, by: ClosedBy): Mark => ({
  ms: daysLater(start.ms, days),
  date: start.date + days,
  id: null,
  number: null,
  by,
});

/** Where the last interval ends by the rules; null when they leave it out. */
function lastMark({ rules, atMostDays }: Course, start: Mark, end: Mark | null): Mark | null {
  const by = end?.by ?? 'last-interval';
  const rule: EndingRule = by === 'drop-out' ? rules.dropOut : rules.lastInterval;
  switch (rule.kind) {
    case 'at-end':
      return end ?? after(start, atMostDays, by);
    case 'after':
      return after(start, rule.days, by);
    case 'leave-out':
      return null;
  }
}

function add(made: Interval[], start: Mark, openedBy: Opening, close: Mark | null): void {
  if (made.length >= MAX_INTERVALS) {
    throw new AdherenceFactsError('sessions', `and the rules give more than ${MAX_INTERVALS} intervals`);
  }
  made.push({
    k: made.length + 1,
    openedBy,
    from: instantText(start.ms),
    to: close === null ? null : instantText(close.ms),
    fromDate: dateText(start.date),
    toDate: close === null ? null : dateText(close.date),
    lengthDays: close === null ? null : Math.max(0, close.date - start.date),
    closedBy: close?.by ?? null,
    closedById: close?.id ?? null,
    open: close === null,
  });
}

/**
 * An attacker knows some real session dates of somebody, and holds two releases under different keys. 500 simulated people,
 * 12 weekly sessions each, three in ten of them moved by up to three days.
 */
import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { personShift, pseudonyms } from '../people/pseudonyms.ts';
import { uniqueShare } from '../people/trajectories.ts';
import { coarsenDates, dayNumber, type StudyPeriod, type TimeRule } from './time.coarsening.ts';

const PEOPLE = 500;
const study: StudyPeriod = { first: '2023-01-01', last: '2026-12-31' };
const hmac = (key: Uint8Array, message: Uint8Array) => createHmac('sha256', key).update(message).digest();
const KEYS = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)] as const;

/** Mulberry32. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

interface Simulated {
  readonly id: string;
  readonly origin: string;
  readonly sessions: readonly string[];
}

function simulate(): Simulated[] {
  const random = chance(20_260_301);
  return Array.from({ length: PEOPLE }, (_, person) => {
    const first = dayNumber('2024-06-01') + Math.floor(random() * 365);
    const sessions = Array.from({ length: 12 }, (_unused, week) => {
      const moved = random() < 0.3 ? Math.floor(random() * 7) - 3 : 0;
      return dateOf(first + 7 * week + (week === 0 ? Math.abs(moved) : moved));
    });
    return { id: `person-${person}`, origin: dateOf(first), sessions };
  });
}

type Mode = 'real dates' | TimeRule['mode'];
const MODES: readonly Mode[] = ['real dates', 'shift-and-truncate', 'day-relative', 'study-week', 'session-index'];

/** What a release shows of each person: session times as numbers, under a pseudonym, in the order of pseudonyms. */
function release(people: readonly Simulated[], mode: Mode, key: Uint8Array) {
  const names = pseudonyms(
    hmac,
    key,
    'participant',
    people.map(({ id }) => id),
  );
  const rows = people.map((person) => {
    const times = timesOf(person, mode, key);
    return { owner: person.id, name: names.get(person.id)!, times, has: new Set(times) };
  });
  return rows.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function timesOf({ id, origin, sessions }: Simulated, mode: Mode, key: Uint8Array): number[] {
  if (mode === 'real dates') return sessions.map(dayNumber);
  const rule: TimeRule = mode === 'shift-and-truncate' ? { mode, maxShiftDays: 365 } : { mode };
  const shiftDays = personShift(hmac, key, id, 365);
  const shown = coarsenDates(sessions, rule, { origin, sessions, shiftDays }, study);
  return shown.flatMap((time) => (typeof time === 'string' ? [dayNumber(time)] : time === null ? [] : [time]));
}

type Row = ReturnType<typeof release>[number];

/** Whether the dates known could be those of this row, for an attacker who knows neither shift nor first day. */
function agrees(known: readonly number[], { times, has }: Row, mode: Mode): boolean {
  switch (mode) {
    case 'real dates':
      return known.every((day) => has.has(day));
    case 'shift-and-truncate':
    case 'day-relative':
      return times.some((time) => known.every((day) => has.has(day - known[0]! + time)));
    case 'study-week':
      return [0, 1, 2, 3, 4, 5, 6].some((phase) =>
        times.some((time) => known.every((day) => has.has(Math.floor((day - known[0]! + phase) / 7) + time))),
      );
    case 'session-index':
      return times.length >= known.length;
  }
}

/** Of 500, those whom the dates known single out, and rightly. */
function hits(people: readonly Simulated[], rows: readonly Row[], dates: number, mode: Mode): number {
  const random = chance(7);
  return people.filter((person) => {
    const order = person.sessions.map((date) => ({ day: dayNumber(date), draw: random() }));
    const known = order
      .sort((a, b) => a.draw - b.draw)
      .slice(0, dates)
      .map(({ day }) => day);
    const found = rows.filter((row) =>
      agrees(
        known.sort((a, b) => a - b),
        row,
        mode,
      ),
    );
    return found.length === 1 && found[0]!.owner === person.id;
  }).length;
}

/** What both releases have in common about a person: the times as they are, or from the first on. */
function trace({ times }: Row, mode: Mode): string {
  return (mode === 'shift-and-truncate' ? times.map((time) => time - times[0]!) : times).join();
}

function byTrace(rows: readonly Row[], mode: Mode): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(trace(row, mode), [...(found.get(trace(row, mode)) ?? []), row]);
  return found;
}

function relinked(one: readonly Row[], other: readonly Row[], mode: Mode): number {
  const there = byTrace(other, mode);
  return [...byTrace(one, mode)].filter(([wanted, own]) => {
    const candidates = there.get(wanted) ?? [];
    return own.length === 1 && candidates.length === 1 && candidates[0]!.owner === own[0]!.owner;
  }).length;
}

describe('an attempt at re-identification', () => {
  const people = simulate();
  const table = MODES.map((mode) => {
    const [one, other] = KEYS.map((key) => release(people, mode, key));
    return {
      mode,
      'unique %': 100 * uniqueShare(one!.map((row) => trace(row, mode))),
      '2 dates': hits(people, one!, 2, mode),
      '3 dates': hits(people, one!, 3, mode),
      '4 dates': hits(people, one!, 4, mode),
      relinked: relinked(one!, other!, mode),
    };
  });
  const of = (mode: Mode) => table.find((row) => row.mode === mode)!;

  it('shares no pseudonym between two releases', () => {
    const [one, other] = KEYS.map((key) => new Set(release(people, 'session-index', key).map(({ name }) => name)));
    expect([...one!].filter((name) => other!.has(name))).toEqual([]);
  });

  it('finds most people by real dates, and joins two releases by what a shift leaves: intervals', () => {
    console.info(['People of 500 found, by time mode:', ...table.map((row) => JSON.stringify(row))].join('\n'));
    expect(of('real dates')['unique %']).toBe(100);
    expect(of('real dates')['4 dates']).toBeGreaterThan(350);
    expect(of('shift-and-truncate').relinked).toBeGreaterThan(400);
  });

  it('finds few by study weeks and nobody by session numbers', () => {
    expect(of('study-week')['unique %']).toBeLessThan(of('day-relative')['unique %'] / 2);
    expect(of('study-week')['4 dates']).toBeLessThan(5);
    const { mode: _mode, ...found } = of('session-index');
    expect(Object.values(found)).toEqual([0, 0, 0, 0, 0]);
  });
});

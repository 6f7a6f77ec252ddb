import { describe, expect, it } from '@jest/globals';
import { spanOf, type WeekHomework, type WeekMeasure, weekOf } from './week.items.ts';

// Wednesday in the week in which clocks in Stockholm are set forward, on its Sunday.
const today = '2026-03-25';
const zones = [{ from: '', timeZone: 'Europe/Stockholm' }];
const homework = (changes: Partial<WeekHomework> = {}): WeekHomework => ({
  ...{ assignmentId: 'A1', occurrence: 'whole', title: 'Diary', visibility: 'therapist', active: true, state: 'open' },
  ...{ assignedAt: new Date('2026-03-20T09:00:00.000Z'), dueAt: new Date('2026-03-25T21:00:00.000Z'), dueDate: today },
  completedAt: null,
  ...changes,
});
const daily = (day: string, changes: Partial<WeekHomework> = {}): WeekHomework =>
  homework({ assignmentId: 'D', occurrence: day, dueDate: day, dueAt: new Date(`${day}T20:00:00.000Z`), ...changes });
const measure = (changes: Partial<WeekMeasure> = {}): WeekMeasure => ({
  ...{ instrumentId: 'phq-9', instrumentVersion: 1, occasion: 'week-1', opensOn: '2026-03-24', dueOn: '2026-03-27' },
  ...{ closesOn: '2026-03-29', recorded: false, answeredOn: null, ...changes },
});
const week = (work: readonly WeekHomework[], measures: readonly WeekMeasure[] = []) =>
  weekOf({ homework: work, measures }, { today, zones });
const names = (work: readonly WeekHomework[]) =>
  week(work).items.map(({ assignmentId, occurrence, standing }) => [assignmentId, occurrence, standing].join(' '));

describe('a participant’s day', () => {
  it('holds what can be done now: of recurring work that of the day, of other work what is still open', () => {
    const later = homework({ assignmentId: 'L', dueDate: '2026-04-02', dueAt: new Date('2026-04-02T21:59:59.999Z') });
    const endless = homework({ assignmentId: 'E', dueDate: null, dueAt: null });
    const work = [endless, later, daily('2026-03-26'), daily(today), homework()];
    expect(names(work)).toEqual(['D 2026-03-25 to-do', 'A1 whole to-do', 'L whole to-do', 'E whole to-do']);
  });

  it('keeps what nobody told of for two days, as untold and not as undone, and leaves out what is over', () => {
    const days = ['2026-03-22', '2026-03-23', '2026-03-24'].map((day) => daily(day, { state: 'unknown' }));
    expect(names(days)).toEqual(['D 2026-03-23 untold', 'D 2026-03-24 untold']);
    expect(names([homework({ dueDate: '2026-04-02', active: false }), homework({ state: 'void' })])).toEqual([]);
  });

  it('shows what was done today, on the participant’s clock, and what was due today', () => {
    const doneAt = (instant: string) =>
      homework({ dueDate: '2026-04-02', state: 'done', completedAt: new Date(instant) });
    expect(names([doneAt('2026-03-24T23:30:00.000Z')])).toEqual(['A1 whole done']);
    expect(names([doneAt('2026-03-25T23:30:00.000Z')])).toEqual([]);
    expect(names([daily(today, { state: 'not-done' })])).toEqual(['D 2026-03-25 not-done']);
  });

  it('has measures within their window, until they are answered', () => {
    const shown = (one: WeekMeasure) =>
      week([], [one]).items.map(({ standing, opensAt, dueAt }) => [standing, opensAt, dueAt]);
    expect(shown(measure())).toEqual([['to-do', '2026-03-23T23:00:00.000Z', '2026-03-29T21:59:59.999Z']]);
    expect(shown(measure({ opensOn: '2026-03-26' }))).toEqual([]);
    expect(shown(measure({ recorded: true, answeredOn: today }))[0]?.[0]).toBe('done');
    expect(shown(measure({ recorded: true, answeredOn: '2026-03-24' }))).toEqual([]);
  });
});

describe('a participant’s week', () => {
  it('goes from Monday to Sunday, over a change of the clocks, each thing on the day it is due', () => {
    const { days } = week([daily('2026-03-23', { state: 'done' }), daily('2026-03-29'), homework()], [measure()]);
    expect(days.map(({ date, items }) => `${date} ${items.map(({ standing }) => standing).join()}`)).toEqual([
      ...['2026-03-23 done', '2026-03-24 ', '2026-03-25 to-do', '2026-03-26 ', '2026-03-27 to-do', '2026-03-28 '],
      '2026-03-29 to-do',
    ]);
    const [sunday] = days[6]?.items ?? [];
    expect(sunday?.opensAt).toBe('2026-03-28T23:00:00.000Z');
  });

  it('is read together with what is late on its first days', () => {
    expect(spanOf('2026-03-23')).toEqual({ monday: '2026-03-23', from: '2026-03-21', to: '2026-03-29' });
    expect(spanOf('2026-03-29')).toEqual({ monday: '2026-03-23', from: '2026-03-23', to: '2026-03-29' });
  });
});

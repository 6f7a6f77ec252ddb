import { describe, expect, it } from '@jest/globals';
import { dayIn, daysAfter, weekOf } from './calendar.ts';
import { journalEntries } from './journal.ts';
import type { Day } from './participant.day.ts';
import { taskById, todayOf } from './today.ts';
import type { Waiting } from './waiting.ts';
import { wordsIn } from './written.words.ts';

const NOW = new Date('2026-11-22T22:30:00Z');
const DAILY = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

interface Given {
  readonly due: object;
  readonly status?: string;
  readonly title?: string;
}

function homework(assignmentId: string, { due, status = 'ACTIVE', title = assignmentId }: Given): object {
  const terms = { title: { text: title }, due: { weekdays: [], ...due }, template: null, dose: null };
  return { assignmentId, status, initiatedBy: 'THERAPIST', terms };
}

/** A day as the server tells it, with what a case is about. */
function dayWith(known: object): Day {
  const nodes = { nodes: [] };
  const empty = { assignments: nodes, occurrences: nodes, attempts: nodes, measures: nodes, clarifications: nodes };
  const others = { dueMeasures: [], builtInInstruments: [], assignedWorksheets: [], sessions: nodes, watch: null };
  const participant = { timeZone: 'Europe/Stockholm' };
  return {
    ...{ askedAt: NOW.toISOString(), studyId: 's', language: 'en' },
    known: { participant, ...empty, ...others, ...known } as unknown as Day['known'],
  };
}

const told = (name: string, input: object): Waiting => ({
  ...{ commandId: 'c', occurredAt: NOW.toISOString(), source: 'PHONE_OFFLINE', title: name, files: [] },
  command: { name, input } as unknown as Waiting['command'],
});

describe('what there is to do today', () => {
  const daily = homework('breathing', {
    due: { kind: 'RECURRING', weekdays: DAILY, from: '2026-11-01', to: '2026-12-01' },
  });
  const by = homework('record', { due: { kind: 'BY', date: '2026-11-24' } });
  const open = homework('friend', { due: { kind: 'OPEN' } });
  const day = dayWith({
    assignments: { nodes: [by, daily, open, homework('own', { due: { kind: 'OPEN' }, status: 'PROPOSED' })] },
  });

  it('is the day of recurring work on the participant’s own calendar, then what is due soon', () => {
    const { date, tasks, anyTime, suggested } = todayOf(day, [], NOW);
    expect(date).toBe('2026-11-22');
    expect(tasks.map(({ id }) => id)).toEqual(['breathing@2026-11-22', 'record@whole']);
    expect(anyTime.map(({ id }) => id)).toEqual(['friend@whole']);
    expect(suggested.map(({ assignmentId }) => assignmentId)).toEqual(['own']);
  });

  it('begins anew at their midnight, not at ours', () => {
    const { tasks } = todayOf(day, [], new Date('2026-11-22T23:30:00Z'));
    expect(tasks[0]?.id).toBe('breathing@2026-11-23');
  });

  it('leaves out what was done on this phone and waits, and counts it as done', () => {
    const waiting = told('submitWorksheet', { assignmentId: 'record', attemptId: 'a' });
    const { tasks, doneThisWeek } = todayOf(day, [waiting], NOW);
    expect(tasks.map(({ id }) => id)).toEqual(['breathing@2026-11-22']);
    expect(doneThisWeek).toMatchObject([{ attemptId: 'a', waits: true }]);
  });

  it('leaves out what was declined, and what the server knows to be over', () => {
    const declined = told('declineAssignment', { assignmentId: 'record' });
    const occurrence = {
      assignmentId: 'breathing',
      occurrence: '2026-11-22',
      dueDate: '2026-11-22',
      state: 'NOT_DONE',
    };
    const later = dayWith({ ...day.known, occurrences: { nodes: [occurrence] } });
    expect(todayOf(later, [declined], NOW).tasks).toEqual([]);
  });

  it('is found again by its address, also when it is no longer on the list', () => {
    expect(taskById(day, 'breathing@2026-11-20')).toMatchObject({ occurrence: '2026-11-20' });
    expect(taskById(day, 'nobody@whole')).toBeUndefined();
  });
});

describe('the journal', () => {
  const entry = { attemptId: 'a', assignmentId: 'journal-p', occurredAt: '2026-11-20T10:00:00Z', visibility: null };
  const day = dayWith({ attempts: { nodes: [{ ...entry, note: { text: 'Old', erased: false } }] } });

  it('holds what waits beside what was sent, newest first, private until somebody says otherwise', () => {
    const waiting = told('recordAttempt', { assignmentId: 'journal-p', attemptId: 'b', note: 'New' });
    const entries = journalEntries(day, [waiting], 'p');
    expect(entries.map(({ text, shared }) => [text, shared])).toEqual([
      ['New', false],
      ['Old', false],
    ]);
  });

  it('shows at once what was shared on this phone', () => {
    const share = told('changeSharing', { assignmentId: 'journal-p', attemptId: 'a', visibility: 'THERAPIST' });
    expect(journalEntries(day, [share], 'p')).toMatchObject([{ attemptId: 'a', shared: true }]);
  });
});

describe('days', () => {
  it('are those of the time zone, and weeks begin on Monday', () => {
    expect(dayIn('Pacific/Auckland', NOW)).toBe('2026-11-23');
    expect(daysAfter('2026-02-28', 1)).toBe('2026-03-01');
    expect(weekOf('2026-11-22')).toEqual(['16', '17', '18', '19', '20', '21', '22'].map((date) => `2026-11-${date}`));
  });
});

it('shows the words of whatever could not be sent, and no codes', () => {
  const answers = JSON.stringify({
    worksheet: { id: 'w', version: 1 },
    values: { a: 'Hello', rows: [{ b: 'there' }] },
  });
  const { command } = told('submitWorksheet', { assignmentId: 'x', outcome: 'FULL', answers, note: 'Mine' });
  expect(wordsIn(command)).toEqual(['Hello', 'there', 'Mine']);
});

import { describe, expect, it } from '@jest/globals';
import { type Happened, specificationOf } from '../kernel/decider.specification.ts';
import type { AssignmentCommand } from './assignment.commands.ts';
import { assignmentDecider } from './assignment.decider.ts';
import type { AssignmentEvent } from './assignment.events.ts';
import { weekdayOf } from './assignment.state.ts';
import type { AssignmentTerms, Due } from './assignment.terms.ts';
import { MOST_DAYS } from './terms.problem.ts';

const { given } = specificationOf(assignmentDecider);
const assignmentId = 'A1';
const MONDAYS: Due = { kind: 'recurring', weekdays: ['monday'], from: '2026-03-02', to: '2026-03-29', by: '20:00' };
const THURSDAYS: Due = { ...MONDAYS, weekdays: ['thursday'] };
const termsDue = (due: Due): AssignmentTerms => ({
  title: 'Breathing',
  focus: 'experiential',
  medium: 'practice',
  dose: { amount: 10, unit: 'minutes' },
  due,
  performers: ['client', 'partner'],
  setting: 'session',
  visibility: 'research',
});
const assignedDue = (due: Due): AssignmentEvent => ({
  type: 'HomeworkAssigned',
  data: { assignmentId, participantId: 'stress:P001', initiatedBy: 'therapist', terms: termsDue(due) },
});
const early = (event: AssignmentEvent, at = '2026-03-01T12:00:00.000Z'): Happened<AssignmentEvent> => ({ event, at });
const weekly = early(assignedDue(MONDAYS));
const once = early(assignedDue({ kind: 'open' }));
const moved = early(
  { type: 'AssignmentAdjusted', data: { version: 2, terms: { due: THURSDAYS }, trigger: 'practical' } },
  '2026-03-10T12:00:00.000Z',
);
const momentOf = (day: string) => ({ occurrence: day, dueAt: `${day}T19:00:00.000Z`, dueDate: day });
const fallDue = (day: string): AssignmentCommand => ({ type: 'DueOccurrence', assignmentId, ...momentOf(day) });
const due = (day: string, version = 1): AssignmentEvent => ({
  type: 'OccurrenceDue',
  data: { ...momentOf(day), version },
});
const notDone = (occurrence: string) => ({ occurrence, informant: 'partner', state: 'not-done' }) as const;
const report = (occurrence: string): AssignmentCommand => ({
  type: 'ReportOccurrence',
  assignmentId,
  ...notDone(occurrence),
});
const reported = (occurrence: string): AssignmentEvent => ({ type: 'OccurrenceReported', data: notDone(occurrence) });
const voidIt = (occurrence: string): AssignmentCommand => ({
  type: 'VoidOccurrence',
  assignmentId,
  occurrence,
  reason: 'hospital',
});
const voided = (occurrence: string): AssignmentEvent => ({
  type: 'OccurrenceVoided',
  data: { occurrence, reason: 'hospital' },
});
const withdrawnAt = (at: string): Happened<AssignmentEvent> => ({
  event: { type: 'AssignmentWithdrawn', data: { version: 1, reason: 'other' } },
  at,
});

describe('an occurrence', () => {
  it('of recurring work is one of its days; of other work the whole', () => {
    for (const day of ['2026-03-02', '2026-03-09', '2026-03-23']) given(weekly).when(report(day)).then(reported(day));
    for (const wrong of ['2026-03-03', '2026-02-23', '2026-03-30', 'whole']) {
      given(weekly).when(report(wrong)).thenRefused('OccurrenceNotFound', { occurrence: wrong });
      given(weekly).when(voidIt(wrong)).thenRefused('OccurrenceNotFound', { occurrence: wrong });
    }
    given(once).when(report('whole')).then(reported('whole'));
    given(once).when(report('2026-03-02')).thenRefused('OccurrenceNotFound', { occurrence: '2026-03-02' });
  });

  it('falls due once, early reports or not', () => {
    given(weekly).when(fallDue('2026-03-09')).then(due('2026-03-09'));
    given(weekly, due('2026-03-09')).when(fallDue('2026-03-09')).thenRefused('OccurrenceExists', {
      occurrence: '2026-03-09',
    });
    given(weekly, reported('2026-03-09')).when(fallDue('2026-03-09')).then(due('2026-03-09'));
    given(weekly, voided('2026-03-09')).when(fallDue('2026-03-09')).thenRefused('OccurrenceAlreadyVoided', {
      occurrence: '2026-03-09',
    });
    const otherDay: AssignmentCommand = { ...fallDue('2026-03-09'), dueDate: '2026-03-10' } as AssignmentCommand;
    given(weekly).when(otherDay).thenRefused('OccurrenceNotFound', {
      occurrence: '2026-03-09',
      dueDate: '2026-03-10',
    });
  });

  it('falls due under the version in force then; a later one does not undo it', () => {
    given(weekly, moved).when(fallDue('2026-03-09')).then(due('2026-03-09', 1));
    given(weekly, moved).when(fallDue('2026-03-12')).then(due('2026-03-12', 2));
    given(weekly, moved).when(fallDue('2026-03-16')).thenRefused('OccurrenceNotFound', {
      occurrence: '2026-03-16',
      dueDate: '2026-03-16',
    });
    given(weekly, moved).when(report('2026-03-09')).then(reported('2026-03-09'));
    given(weekly, moved).when(report('2026-03-12')).then(reported('2026-03-12'));
  });

  it('that fell due before the end is told of afterwards; what ended before was never due', () => {
    given(weekly, withdrawnAt('2026-03-10T12:00:00.000Z')).when(fallDue('2026-03-09')).then(due('2026-03-09'));
    given(weekly, withdrawnAt('2026-03-08T12:00:00.000Z'))
      .when(fallDue('2026-03-09'))
      .thenRefused('NotActive', { status: 'withdrawn' });
  });

  it('is voided once, and stays void whatever is reported of it', () => {
    given(weekly).when(voidIt('2026-03-09')).then(voided('2026-03-09'));
    const again = { occurrence: '2026-03-09' };
    given(weekly, voided('2026-03-09')).when(voidIt('2026-03-09')).thenRefused('OccurrenceAlreadyVoided', again);
    given(weekly, voided('2026-03-09')).when(report('2026-03-09')).then(reported('2026-03-09'));
    given(weekly, voided('2026-03-09'), reported('2026-03-09'))
      .when(voidIt('2026-03-09'))
      .thenRefused('OccurrenceAlreadyVoided', again);
  });
});

describe('an attempt at recurring work', () => {
  const at = { attemptId: 'T1', performer: 'partner', occurrence: '2026-03-09' } as const;
  const startedAt = '2026-03-09T08:00:00.000Z';
  const started: AssignmentEvent = { type: 'AttemptStarted', data: { ...at, version: 1, startedAt } };

  it('may say which occurrence it is for, when it starts or when it ends', () => {
    given(weekly)
      .when({ type: 'StartAttempt', assignmentId, ...at, startedAt })
      .then(started);
    const told = { attemptId: 'T1', performer: 'partner', informant: 'caregiver', outcome: 'part' } as const;
    const { occurrence } = at;
    given(weekly, started)
      .when({ type: 'RecordAttempt', assignmentId, ...told })
      .then({ type: 'AttemptRecorded', data: { ...told, occurrence, version: 1, startedAt } });
    given(weekly, started)
      .when({ type: 'RecordAttempt', assignmentId, ...told, occurrence: '2026-03-16' })
      .then({ type: 'AttemptRecorded', data: { ...told, occurrence: '2026-03-16', version: 1, startedAt } });
    given(weekly, started)
      .when({ type: 'AbandonAttempt', assignmentId, attemptId: 'T1', informant: 'client', barriers: ['symptom'] })
      .then({
        type: 'AttemptAbandoned',
        data: { attemptId: 'T1', informant: 'client', barriers: ['symptom'], occurrence, version: 1 },
      });
  });

  it('is not for an occurrence that there never was; several may be for one', () => {
    const told = { performer: 'client', informant: 'client', outcome: 'alternative' } as const;
    const record = (attemptId: string, occurrence: string): AssignmentCommand => ({
      type: 'RecordAttempt',
      assignmentId,
      attemptId,
      occurrence,
      ...told,
    });
    given(weekly).when(record('T1', '2026-03-10')).thenRefused('OccurrenceNotFound', { occurrence: '2026-03-10' });
    const first: AssignmentEvent = {
      type: 'AttemptRecorded',
      data: { attemptId: 'T1', occurrence: '2026-03-09', version: 1, ...told },
    };
    given(weekly, first)
      .when(record('T2', '2026-03-09'))
      .then({ type: 'AttemptRecorded', data: { attemptId: 'T2', occurrence: '2026-03-09', version: 1, ...told } });
  });
});

describe('a recurrence', () => {
  it.each<[string, Due, Parameters<ReturnType<ReturnType<typeof given>['when']>['thenRefused']>]>([
    [
      'ends before it starts',
      { ...MONDAYS, to: '2026-03-01' },
      ['PeriodEndsBeforeItStarts', { from: '2026-03-02', to: '2026-03-01' }],
    ],
    ['never closes', { ...MONDAYS, to: '2126-03-01' }, ['PeriodTooLong', { days: 36525 - 1, most: MOST_DAYS }]],
    [
      'holds none of its weekdays',
      { ...MONDAYS, from: '2026-03-03', to: '2026-03-08' },
      ['PeriodHoldsNoDay', { from: '2026-03-03', to: '2026-03-08' }],
    ],
  ])('that %s is not agreed on', (_, impossible, refusal) => {
    const content = { assignmentId, participantId: 'stress:P001', initiatedBy: 'therapist' } as const;
    for (const type of ['AssignHomework', 'ProposeHomework'] as const) {
      given()
        .when({ type, ...content, terms: termsDue(impossible) })
        .thenRefused(...refusal);
    }
    given(weekly)
      .when({ type: 'AdjustAssignment', assignmentId, terms: { due: impossible }, trigger: 'practical' })
      .thenRefused(...refusal);
  });

  it('of a single day is one', () => {
    const day: Due = { ...MONDAYS, from: '2026-03-09', to: '2026-03-09' };
    given(early(assignedDue(day)))
      .when(fallDue('2026-03-09'))
      .then(due('2026-03-09'));
  });

  it('counts weekdays without zones, leap days included', () => {
    const days = ['2026-03-01', '2026-03-02', '2024-02-29', '1970-01-01'];
    expect(days.map(weekdayOf)).toEqual(['sunday', 'monday', 'thursday', 'thursday']);
  });
});

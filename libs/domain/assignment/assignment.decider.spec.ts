import { describe, expect, it } from '@jest/globals';
import { type Happened, specificationOf, standingAs } from '../kernel/decider.specification.ts';
import type { AssignmentCommand } from './assignment.commands.ts';
import { assignmentDecider } from './assignment.decider.ts';
import type { AssignmentEvent } from './assignment.events.ts';
import type { AssignmentTerms } from './assignment.terms.ts';

const { given } = specificationOf(assignmentDecider);
const assignmentId = 'A1';
const participantId = 'stress:P001';
const DUE = '2026-03-08T12:00:00.000Z';
const terms: AssignmentTerms = {
  title: 'Thought record',
  focus: 'cognitive',
  medium: 'worksheet',
  dose: { amount: 3, unit: 'records' },
  due: { kind: 'by', at: DUE },
  performers: ['client'],
  setting: 'session',
  visibility: 'therapist',
};
const content = { assignmentId, participantId, initiatedBy: 'collaborative', terms } as const;
const assigned: AssignmentEvent = { type: 'HomeworkAssigned', data: content };
const assign: AssignmentCommand = { type: 'AssignHomework', ...content };
const adjust = (changes: Partial<AssignmentTerms>): AssignmentCommand => ({
  type: 'AdjustAssignment',
  assignmentId,
  terms: changes,
  trigger: 'too-difficult',
});
const adjusted = (version: number, changes: Partial<AssignmentTerms>): AssignmentEvent => ({
  type: 'AssignmentAdjusted',
  data: { version, terms: changes, trigger: 'too-difficult' },
});
const attempt = { attemptId: 'T1', performer: 'client', informant: 'client', outcome: 'full' } as const;
const record: AssignmentCommand = { type: 'RecordAttempt', assignmentId, ...attempt };
const recordedIn = (version: number): AssignmentEvent => ({ type: 'AttemptRecorded', data: { ...attempt, version } });
const startedAt = '2026-03-02T08:00:00.000Z';
const started: AssignmentEvent = {
  type: 'AttemptStarted',
  data: { attemptId: 'T1', version: 1, performer: 'client', startedAt },
};
const complete: AssignmentCommand = { type: 'CompleteHomework', assignmentId, informant: 'client' };
const expire: AssignmentCommand = { type: 'ExpireAssignment', assignmentId };
const withdraw: AssignmentCommand = { type: 'WithdrawAssignment', assignmentId, reason: 'replaced' };
const completed = (late: boolean): AssignmentEvent => ({
  type: 'HomeworkCompleted',
  data: { version: 1, informant: 'client', late },
});
const expired: AssignmentEvent = { type: 'AssignmentExpired', data: { version: 1, reported: false } };
const withdrawn: AssignmentEvent = { type: 'AssignmentWithdrawn', data: { version: 1, reason: 'replaced' } };
const notDone = { occurrence: 'whole', informant: 'client', state: 'not-done' } as const;

describe('homework', () => {
  it('is assigned once, to somebody who takes part', () => {
    given().when(assign).then(assigned);
    given(assigned).when(assign).thenRefused('AssignmentExists');
    given().when(assign, standingAs('unknown')).thenRefused('ParticipantNotEnrolled');
    given().when(assign, standingAs('left')).thenRefused('ParticipantLeft', { status: 'left' });
  });

  it('that was never assigned takes nothing', () => {
    for (const command of [adjust({ difficulty: 1 }), record, complete, expire, withdraw]) {
      given().when(command).thenRefused('NotAssigned');
    }
  });
});

describe('terms', () => {
  it('change in versions that hold only what differs', () => {
    given(assigned)
      .when(adjust({ ...terms, dose: { amount: 1, unit: 'records' } }))
      .then(adjusted(2, { dose: { amount: 1, unit: 'records' } }));
    given(assigned, adjusted(2, { difficulty: 1 }))
      .when(adjust({ difficulty: 2 }))
      .then(adjusted(3, { difficulty: 2 }));
  });

  it('that say the same are no adjustment, however their keys are ordered', () => {
    given(assigned).when(adjust({})).thenRefused('NothingToAdjust');
    given(assigned)
      .when(adjust({ due: { at: DUE, kind: 'by' } }))
      .thenRefused('NothingToAdjust');
    given(assigned, adjusted(2, { difficulty: 1 }))
      .when(adjust({ difficulty: 1 }))
      .thenRefused('NothingToAdjust');
  });

  it('can be taken away, but not set at once', () => {
    const without = { ...adjust({}), removed: ['dose', 'goal', 'dose'] } as AssignmentCommand;
    given(assigned)
      .when(without)
      .then({
        type: 'AssignmentAdjusted',
        data: { version: 2, terms: {}, removed: ['dose'], trigger: 'too-difficult' },
      });
    given(assigned)
      .when({ ...adjust({}), removed: ['goal'] } as AssignmentCommand)
      .thenRefused('NothingToAdjust');
    given(assigned)
      .when({ ...adjust({ difficulty: 1 }), removed: ['difficulty'] } as AssignmentCommand)
      .thenRefused('TermSetAndRemoved', { field: 'difficulty' });
  });

  it('stay as they are once the homework has ended', () => {
    given(assigned, withdrawn)
      .when(adjust({ difficulty: 1 }))
      .thenRefused('NotActive', { status: 'withdrawn' });
    given(assigned, expired)
      .when(adjust({ difficulty: 1 }))
      .thenRefused('NotActive', { status: 'expired' });
  });
});

describe('an attempt', () => {
  it('is recorded under the version in force', () => {
    given(assigned).when(record).then(recordedIn(1));
    given(assigned, adjusted(2, { difficulty: 1 }))
      .when(record)
      .then(recordedIn(2));
  });

  it('is bound to the version in force when the work was done, not when it is told', () => {
    const monday: Happened<AssignmentEvent> = { event: assigned, at: '2026-02-02T12:00:00.000Z' };
    const friday: Happened<AssignmentEvent> = {
      event: adjusted(2, { difficulty: 1, due: { kind: 'by', at: '2026-02-20T12:00:00.000Z' } }),
      at: '2026-02-06T12:00:00.000Z',
    };
    const told = (occurredAt: string) => given(monday, friday).when(record, { occurredAt });
    told('2026-02-06T11:59:59.999Z').then(recordedIn(1));
    told('2026-02-06T12:00:00.000Z').then(recordedIn(2));
    told('2026-01-01T12:00:00.000Z').then(recordedIn(1));
    given(monday, friday)
      .when(complete, { occurredAt: '2026-02-21T12:00:00.000Z' })
      .then({ type: 'HomeworkCompleted', data: { version: 2, informant: 'client', late: true } });
    given(monday, friday)
      .when({ type: 'ReviewHomework', assignmentId, reviewer: 'therapist' }, { occurredAt: '2026-02-05T12:00:00.000Z' })
      .then({ type: 'HomeworkReviewed', data: { version: 1, reviewer: 'therapist' } });
  });

  it('has whatever id, also one that JavaScript knows', () => {
    const named: AssignmentCommand = { ...record, attemptId: 'constructor' };
    given(assigned)
      .when(named)
      .then({ type: 'AttemptRecorded', data: { ...attempt, attemptId: 'constructor', version: 1 } });
  });

  it('is evidence in every state', () => {
    for (const end of [completed(false), expired, withdrawn]) given(assigned, end).when(record).then(recordedIn(1));
  });

  it('is closed once', () => {
    const abandon: AssignmentCommand = {
      type: 'AbandonAttempt',
      assignmentId,
      attemptId: 'T1',
      informant: 'client',
      barriers: ['forgetting'],
    };
    const abandoned: AssignmentEvent = {
      type: 'AttemptAbandoned',
      data: { attemptId: 'T1', version: 1, informant: 'client', barriers: ['forgetting'] },
    };
    given(assigned, started).when(abandon).then(abandoned);
    given(assigned, recordedIn(1)).when(record).thenRefused('AttemptAlreadyClosed', { attemptId: 'T1' });
    given(assigned, recordedIn(1)).when(abandon).thenRefused('AttemptAlreadyClosed', { attemptId: 'T1' });
    given(assigned, abandoned).when(record).thenRefused('AttemptAlreadyClosed', { attemptId: 'T1' });
    given(assigned, recordedIn(1))
      .when({ ...record, attemptId: 'constructor' })
      .then({ type: 'AttemptRecorded', data: { ...attempt, attemptId: 'constructor', version: 1 } });
  });

  it('starts once and ends after it started', () => {
    const start: AssignmentCommand = {
      type: 'StartAttempt',
      assignmentId,
      attemptId: 'T1',
      performer: 'client',
      startedAt,
    };
    given(assigned).when(start).then(started);
    given(assigned, started).when(start).thenRefused('AttemptAlreadyStarted', { attemptId: 'T1' });
    given(assigned, started)
      .when(record)
      .then({ type: 'AttemptRecorded', data: { ...attempt, version: 1, startedAt } });
    given(assigned, started)
      .when({ ...record, endedAt: '2026-03-02T07:59:59.999Z' })
      .thenRefused('AttemptEndsBeforeItStarts', { startedAt, endedAt: '2026-03-02T07:59:59.999Z' });
  });
});

describe('the end of homework', () => {
  it('is late after the due moment, by when it happened', () => {
    given(assigned).when(complete, { occurredAt: DUE }).then(completed(false));
    given(assigned).when(complete, { occurredAt: '2026-03-08T12:00:00.001Z' }).then(completed(true));
    given(assigned, expired).when(complete).then(completed(true));
    given(assigned, completed(false)).when(complete).thenRefused('AlreadyCompleted');
    given(assigned, withdrawn).when(complete).thenRefused('NotActive', { status: 'withdrawn' });
  });

  it('by expiry says whether anybody reported', () => {
    given(assigned).when(expire).then(expired);
    given(assigned, recordedIn(1))
      .when(expire)
      .then({ type: 'AssignmentExpired', data: { version: 1, reported: true } });
    given(assigned, { type: 'OccurrenceReported', data: notDone })
      .when(expire)
      .then({ type: 'AssignmentExpired', data: { version: 1, reported: true } });
    given(assigned, completed(false)).when(expire).thenRefused('NotActive', { status: 'completed' });
  });

  it('comes once', () => {
    given(assigned).when(withdraw).then(withdrawn);
    given(assigned, withdrawn).when(withdraw).thenRefused('NotActive', { status: 'withdrawn' });
    given(assigned)
      .when({ type: 'ReportOccurrence', assignmentId, ...notDone })
      .then({ type: 'OccurrenceReported', data: notDone });
  });
});

describe('whose homework it is', () => {
  it('is told by the command that assigns it, later by the record', () => {
    expect(assignmentDecider.subjectOf(assign, { status: 'none' })).toEqual({ participantId });
    expect(assignmentDecider.subjectOf(complete, given(assigned).state())).toEqual({ participantId });
    expect(assignmentDecider.subjectOf(complete, { status: 'none' })).toEqual({ participantId: undefined });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Fact } from '#domain';
import { at, DAY, exampleHistory, exampleTerms } from '../../../test/read-models/example.log.ts';
import { compliance } from '../compliance/compliance.projection.ts';
import { intervals } from './intervals.projection.ts';

type Given = Parameters<typeof exampleHistory>[1];
const own = (occurredAt: string) => ({ participantId: 'p1', occurredAt, localDate: occurredAt.slice(0, 10) });

const held = (n: number, day: number): readonly Fact[] =>
  exampleHistory(`session-v${n}`, [
    {
      type: 'SessionHeld',
      data: { sessionId: `v${n}`, sessionNumber: n, participants: ['p1'], deliverers: [], modality: 'video' },
      metadata: own(at(day * DAY)),
    },
  ]);

/** Homework for the next session, of three times. */
const homework = (n: number, day: number, ...told: Given): readonly Fact[] =>
  exampleHistory(`assignment-a${n}`, [
    {
      type: 'HomeworkAssigned',
      data: {
        ...{ assignmentId: `a${n}`, participantId: 'p1', initiatedBy: 'therapist' },
        terms: { ...exampleTerms(), due: { kind: 'next-session' } },
      },
      metadata: own(at(day * DAY + 1)),
    },
    ...told,
  ]);

const attempt = (amount: number, day: number): Given[number] => ({
  type: 'AttemptRecorded',
  data: {
    ...{ attemptId: 't1', version: 1, performer: 'client', informant: 'client', outcome: 'part' },
    done: { amount, unit: 'times' },
  },
  metadata: own(at(day * DAY)),
});

const enrolled = exampleHistory('participant-p1', [
  {
    type: 'ParticipantEnrolled',
    data: { participantId: 'p1', studyId: 's1', code: 'c', timeZone: 'UTC', protocolVersion: 1 },
    metadata: own(at(0)),
  },
]);
const withdrawn: Given[number] = {
  type: 'AssignmentWithdrawn',
  data: { version: 1, reason: 'replaced' },
  metadata: own(at(9 * DAY)),
};
const input = {
  participantId: 'p1',
  facts: [
    ...enrolled,
    ...[held(1, 1), held(2, 8), held(3, 15), held(4, 22)].flat(),
    ...homework(1, 1, attempt(3, 2)),
    ...homework(2, 8, attempt(1, 9)),
    ...homework(3, 8, withdrawn),
    ...homework(4, 15),
  ],
  study: [],
  knownUntil: at(25 * DAY),
};

describe('intervals', () => {
  const rows = intervals.derive(input);

  it('run from session to session, under both denominators', () => {
    const adjusted = rows.filter((row) => 'denominator' in row && row.denominator === 'as-adjusted');
    expect(adjusted).toMatchObject([
      { interval: 1, lengthDays: 7, closedBy: 'next-session', n: 1, nUnknown: 0, quantityUnit: 1 },
      { interval: 2, n: 1, reportingRate: 1, attemptRate: 1 },
      // Nobody told: unknown is not undone, and the bounds say so.
      { interval: 3, n: 1, nUnknown: 1, reportingRate: 0, quantityUnit: null, quantityUnitLow: 0, quantityUnitHigh: 1 },
      { interval: 4, closedBy: null, lengthDays: null, n: 0, quantityUnit: null },
    ]);
    expect(adjusted[1]).toHaveProperty('quantityUnit', expect.closeTo(1 / 3));
    const assigned = rows.filter((row) => 'denominator' in row && row.denominator === 'as-assigned');
    expect(assigned[1]).toMatchObject({ interval: 2, n: 2 });
    expect(assigned[1]).toHaveProperty('quantityUnit', expect.closeTo(1 / 6));
  });

  it('split the quantity into the person’s mean and what departs from it', () => {
    expect(rows[0]).toHaveProperty('hMean', expect.closeTo(2 / 3));
    expect(rows[0]).toHaveProperty('hDev', expect.closeTo(1 / 3));
    expect(rows[1]).toHaveProperty('hDev', expect.closeTo(-1 / 3));
    expect(rows[2]).toHaveProperty('hDev', null);
  });

  it('belong to people who were enrolled', () => {
    expect(intervals.derive({ ...input, facts: held(1, 1) })).toEqual([]);
  });

  it('have compliance ratings derived from events beside them, with bounds where nobody told', () => {
    expect(compliance.derive(input)).toMatchObject([
      { assignmentId: 'a1', rating: 5 },
      { assignmentId: 'a2', rating: 4, low: 4, high: 4, dueAt: at(15 * DAY) },
      { assignmentId: 'a4', rating: null, low: 1, high: 6 },
    ]);
  });
});

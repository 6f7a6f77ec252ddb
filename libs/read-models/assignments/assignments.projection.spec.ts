import { describe, expect, it } from '@jest/globals';
import type { DomainEvent, Fact } from '#domain';
import { at, DAY, exampleHistory, exampleId, exampleTerms } from '../../../test/read-models/example.log.ts';
import { standing } from '../kernel/standing.ts';
import { foldHistory } from '../runner/fold.batch.ts';
import { assignments } from './assignments.projection.ts';
import { assignmentVersions } from './assignment-versions.projection.ts';

type Given = Parameters<typeof exampleHistory>[1];

const assigned = {
  type: 'HomeworkAssigned',
  data: { assignmentId: 'a1', participantId: 'p1', initiatedBy: 'collaborative', terms: exampleTerms() },
  metadata: { participantId: 'p1', timeZone: 'Pacific/Auckland' },
} satisfies Given[number];
const adjusted = (version: number, amount: number): Given[number] => ({
  type: 'AssignmentAdjusted',
  data: { version, terms: { dose: { amount, unit: 'times' } }, trigger: 'too-difficult', note: 'private' },
  metadata: { participantId: 'p1', occurredAt: at(version * DAY) },
});
const own = { participantId: 'p1' };
const history = (...events: Given): readonly Fact[] => exampleHistory('assignment-a1', events);

describe('assignments', () => {
  it('hold the newest terms and what came of the work', () => {
    const facts = history(
      assigned,
      adjusted(2, 2),
      {
        type: 'AttemptStarted',
        data: { attemptId: 't1', version: 2, performer: 'client', startedAt: at(0) },
        metadata: own,
      },
      {
        type: 'AttemptRecorded',
        data: { attemptId: 't1', version: 2, performer: 'client', informant: 'client', outcome: 'part' },
        metadata: { ...own, occurredAt: at(3 * DAY) },
      },
      { type: 'HomeworkCompleted', data: { version: 2, informant: 'therapist', late: true }, metadata: own },
    );
    expect(foldHistory(assignments, facts)).toMatchObject([
      {
        assignmentId: 'a1',
        participantId: 'p1',
        studyId: 's1',
        ...{
          version: 2,
          adjustments: 1,
          doseAmount: 2,
          doseUnit: 'times',
          focus: 'cognitive',
          title: 'Thought record',
        },
        // The due moment is a Monday morning in UTC and already its evening, the same day, in Auckland.
        ...{ dueKind: 'by', dueAt: at(7 * DAY), dueDate: '2026-03-09' },
        ...{ attemptsStarted: 1, attemptsRecorded: 1, lastAttemptAt: at(3 * DAY) },
        ...{ status: 'completed', completedBy: 'therapist', late: true, reported: true },
      },
    ]);
  });

  it('keep unreported apart from undone', () => {
    const expired: DomainEvent = { type: 'AssignmentExpired', data: { version: 1, reported: false } };
    expect(foldHistory(assignments, history(assigned, expired))).toMatchObject([
      { status: 'expired', reported: false, reportedState: null, completedAt: null },
    ]);
  });

  it('read as if a voided adjustment had never been made', () => {
    const id = exampleId();
    const facts = standing(
      history(assigned, { ...adjusted(2, 2), id }, adjusted(3, 1), {
        type: 'EntryVoided',
        data: { entryId: id, entryType: 'AssignmentAdjusted', reason: 'entered-in-error' },
      }),
    );
    expect(foldHistory(assignments, facts)).toMatchObject([{ adjustments: 1, version: 3, doseAmount: 1 }]);
    expect(foldHistory(assignmentVersions, facts)).toMatchObject([
      { version: 1, status: 'superseded', doseAmount: 3, inForceTo: at(3 * DAY), trigger: null },
      { version: 3, status: 'in-force', doseAmount: 1, inForceFrom: at(3 * DAY), trigger: 'too-difficult' },
    ]);
  });

  it('move to another person with everything in them when the founding entry is corrected so', () => {
    const id = exampleId();
    const facts = standing(
      history({ ...assigned, id }, adjusted(2, 2), {
        type: 'EntryCorrected',
        data: {
          ...{ entryId: id, entryType: 'HomeworkAssigned', entryVersion: 1, reason: 'wrong-person' },
          replacement: JSON.parse(JSON.stringify({ ...assigned.data, participantId: 'p2' })) as Record<string, never>,
        },
      }),
    );
    expect(foldHistory(assignments, facts)).toMatchObject([{ participantId: 'p2', doseAmount: 2 }]);
    expect(facts.every(({ metadata }) => metadata.participantId === 'p2')).toBe(true);
  });

  it('make nothing of a record without its beginning', () => {
    expect(foldHistory(assignments, history(adjusted(2, 2)))).toEqual([]);
    expect(foldHistory(assignmentVersions, history(adjusted(2, 2)))).toEqual([]);
  });
});

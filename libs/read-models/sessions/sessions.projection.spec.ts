import { describe, expect, it } from '@jest/globals';
import { exampleHistory, exampleId } from '../../../test/read-models/example.log.ts';
import { standing } from '../kernel/standing.ts';
import { foldHistory } from '../runner/fold.batch.ts';
import { sessions } from './sessions.projection.ts';

const held = {
  type: 'SessionHeld',
  data: {
    ...{ sessionId: 'v1', sessionNumber: 3, participants: ['p1', 'p2'] },
    ...{ deliverers: ['d1'], modality: 'group' as const, minutes: 90 },
  },
} as const;
const section = (participantId: string) =>
  ({ type: 'HomeworkSectionLogged', data: { participantId, reviewed: 'reviewed', assigned: 'none' } }) as const;

function given(participants: string[]) {
  return { ...held, data: { ...held.data, participants, deliverers: ['d1'] } };
}

describe('sessions', () => {
  it('have a row for each participant; “none was set” differs from nobody logging it', () => {
    const facts = exampleHistory('session-v1', [given(['p1', 'p2']), section('p2')]);
    expect(foldHistory(sessions, facts)).toMatchObject([
      { participantId: 'p1', attended: true, sessionNumber: 3, minutes: 90, homeworkAssigned: null },
      { participantId: 'p2', attended: true, homeworkAssigned: 'none', homeworkReviewed: 'reviewed' },
    ]);
  });

  it('lose the row of somebody who, as corrected, was not there', () => {
    const id = exampleId();
    const facts = standing(
      exampleHistory('session-v1', [
        { ...given(['p1', 'p2']), id },
        section('p2'),
        {
          type: 'EntryCorrected',
          data: {
            ...{ entryId: id, entryType: 'SessionHeld', entryVersion: 1, reason: 'wrong-person' },
            replacement: JSON.parse(JSON.stringify({ ...held.data, participants: ['p1'] })) as Record<string, never>,
          },
        },
      ]),
    );
    expect(foldHistory(sessions, facts)).toMatchObject([{ participantId: 'p1' }]);
    expect(foldHistory(sessions, facts)).toHaveLength(1);
  });
});

describe('sessions that were arranged', () => {
  const scheduled = {
    type: 'SessionScheduled',
    data: {
      ...{ sessionId: 'v1', sessionNumber: 3, participants: ['p1', 'p2'], deliverers: ['d1'], modality: 'group' },
      startsAt: '2026-03-09T23:30:00.000Z',
    },
    metadata: { timeZone: 'Europe/Stockholm' },
  } satisfies Parameters<typeof exampleHistory>[1][number];
  const cancelled = { type: 'SessionCancelled', data: { by: 'site', reason: 'no-room' } } as const;

  it('stand at the time they were meant for, called off for everybody', () => {
    const rows = foldHistory(sessions, exampleHistory('session-v1', [scheduled, cancelled]));
    expect(rows).toMatchObject([
      { participantId: 'p1', state: 'cancelled', attended: null, cancelledBy: 'site', localDate: '2026-03-10' },
      { participantId: 'p2', state: 'cancelled', cancellationReason: 'no-room' },
    ]);
  });

  it('are held for those who came and missed by those who did not', () => {
    const missed = {
      type: 'SessionMissed',
      data: { sessionId: 'v1', sessionNumber: 3, participants: ['p2'], reason: 'no-show' },
    } satisfies Parameters<typeof exampleHistory>[1][number];
    const rows = foldHistory(sessions, exampleHistory('session-v1', [scheduled, given(['p1']), missed]));
    expect(rows).toMatchObject([
      { participantId: 'p1', state: 'held', attended: true, minutes: 90, scheduledAt: '2026-03-09T23:30:00.000Z' },
      { participantId: 'p2', state: 'missed', attended: false, missedReason: 'no-show', minutes: null },
    ]);
  });
});

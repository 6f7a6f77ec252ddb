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

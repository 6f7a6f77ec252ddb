import { describe, expect, it } from '@jest/globals';
import { at, exampleHistory } from '../../../test/read-models/example.log.ts';
import { foldHistory } from '../runner/fold.batch.ts';
import { attempts } from './attempts.projection.ts';

const MINUTE = 60_000;
const own = { participantId: 'p1' };

describe('attempts', () => {
  it('take the start from the entry that told it, and minutes from start to end', () => {
    const facts = exampleHistory('assignment-a1', [
      {
        type: 'AttemptStarted',
        data: { attemptId: 't1', version: 1, performer: 'client', startedAt: at(0) },
        metadata: own,
      },
      {
        type: 'AttemptRecorded',
        data: {
          ...{ attemptId: 't1', version: 1, performer: 'client', informant: 'client', outcome: 'full' },
          endedAt: at(15.1333 * MINUTE),
        },
        metadata: own,
      },
    ]);
    const [row] = foldHistory(attempts, facts);
    expect(row).toMatchObject({ attemptId: 't1', state: 'recorded', startedAt: at(0), participantId: 'p1' });
    expect(row).toHaveProperty('minutes', (Date.parse(at(15.1333 * MINUTE)) - Date.parse(at(0))) / MINUTE);
  });

  it('leave minutes open where an end is not known, and tell how late the entry was made', () => {
    const facts = exampleHistory('assignment-a1', [
      {
        type: 'AttemptAbandoned',
        data: { attemptId: 't1', version: 1, informant: 'client', barriers: ['practical'] },
        metadata: own,
      },
    ]).map((fact) => ({ ...fact, recordedAt: at(90 * MINUTE) }));
    expect(foldHistory(attempts, facts)).toMatchObject([
      { state: 'abandoned', minutes: null, barriers: ['practical'], entryLagHours: 1.5, outcome: null },
    ]);
  });

  it('stop at an attempt that is nobody’s', () => {
    const data = { attemptId: 't1', version: 1, informant: 'client', barriers: [] } as const;
    const facts = exampleHistory('assignment-a1', [{ type: 'AttemptAbandoned', data: { ...data, barriers: [] } }]);
    expect(() => foldHistory(attempts, facts)).toThrow('names no participant');
  });
});

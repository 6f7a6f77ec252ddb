import { describe, expect, it } from '@jest/globals';
import { decode, effective } from '#domain';
import { CommandExecutor } from './command.executor.ts';
import { CommandRefused } from './command.error.ts';
import { CLINICIAN, attempt, installWithHomework, request } from './executor.specification.ts';

// Executes E6-4.2.4.

const SUPERVISOR = { id: 'supervisor-1', role: 'supervisor' };
const done = { attemptId: 'T1', version: 1, performer: 'client', informant: 'client' };

describe('two people who correct an entry at once', () => {
  it('do not overwrite one another: one is told by whom it was changed, and may look and correct again', async () => {
    const home = await installWithHomework();
    const { executor, store, keys } = home;
    const { revision, eventIds } = await executor.execute(attempt('T1', { note: 'NOTE-MARKER' }));
    // Two processes, so that neither waits for the other.
    const elsewhere = new CommandExecutor({ store, keys, clock: () => home.now.value });
    const correct = (outcome: string, actor: typeof CLINICIAN, basedOn: number) =>
      request(
        'assignment',
        {
          type: 'CorrectEntry',
          category: 'assignment',
          recordId: 'A1',
          entryId: eventIds[0],
          basedOn,
          replacement: { ...done, outcome, note: 'NOTE-MARKER' },
          reason: 'typing-error',
        },
        { actor },
      );
    const first = correct('part', CLINICIAN, revision);
    const second = correct('unable', SUPERVISOR, revision);
    const outcomes = await Promise.allSettled([executor.execute(first), elsewhere.execute(second)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [failed] = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    const winner = outcomes[0]?.status === 'fulfilled' ? CLINICIAN : SUPERVISOR;
    expect(failed).toBeInstanceOf(CommandRefused);
    expect(failed).toMatchObject({
      code: 'EntryChangedMeanwhile',
      details: { revision: revision + 1, changedBy: winner.id, changedAt: home.now.value.toISOString() },
    });
    expect(JSON.stringify((failed as CommandRefused).details)).not.toContain('MARKER');
    const again = await executor.execute(correct('alternative', SUPERVISOR, revision + 1));
    expect(again.revision).toBe(revision + 2);
    const [, entry] = effective((await home.log()).filter(({ stream }) => stream === 'assignment-A1').map(decode));
    expect(entry?.data).toMatchObject({ outcome: 'alternative' });
    // The loser's command left nothing; the winner's, sent again, is answered as before.
    const resent = winner === CLINICIAN ? first : second;
    expect((await executor.execute(resent)).revision).toBe(revision + 1);
  });
});

describe('voiding what others depend on', () => {
  it('is refused until they are voided, last first', async () => {
    const { executor } = await installWithHomework();
    const { eventIds: attempted } = await executor.execute(attempt('T1'));
    const feedback = { type: 'GiveFeedback', assignmentId: 'A1', attemptId: 'T1', by: 'therapist', text: 'Good.' };
    const { eventIds: given } = await executor.execute(request('assignment', feedback));
    const voidIt = (entryId: string | undefined) =>
      executor.execute(
        request('assignment', {
          type: 'VoidEntry',
          category: 'assignment',
          recordId: 'A1',
          entryId,
          reason: 'entered-in-error',
        }),
      );
    const refusal = { code: 'OthersDependOnEntry', details: { others: 1 } };
    await expect(voidIt(attempted[0])).rejects.toMatchObject(refusal);
    await voidIt(given[0]);
    await voidIt(attempted[0]);
    await expect(voidIt(attempted[0])).rejects.toMatchObject({ code: 'EntryAlreadyVoided' });
  });
});

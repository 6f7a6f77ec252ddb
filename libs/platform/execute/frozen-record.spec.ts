import { describe, expect, it } from '@jest/globals';
import { attempt, enrol, installWithHomework, request } from './executor.specification.ts';

const participantId = 'stress:P001';
const person = (type: string, more: object = {}) => request('participant', { type, participantId, ...more });
const reason = { reason: 'Verified against the source' };

describe('a frozen record', () => {
  it('takes nothing on any stream until it is released, but questions and what cannot wait', async () => {
    const { executor, log } = await installWithHomework();
    await executor.execute(enrol('P002'));
    await expect(executor.execute(person('ReleaseParticipant', reason))).rejects.toMatchObject({
      code: 'ParticipantNotFrozen',
    });
    await executor.execute(person('FreezeParticipant', reason));
    const before = (await log()).length;
    for (const sent of [attempt('T1'), person('RecordBaseline', { characteristics: { age: 40 } })]) {
      await expect(executor.execute(sent)).rejects.toMatchObject({ code: 'ParticipantIsFrozen' });
    }
    const [, , homework] = await log();
    const fix = { category: 'assignment', recordId: 'A1', entryId: homework?.id, reason: 'other' };
    await expect(executor.execute(request('assignment', { type: 'VoidEntry', ...fix }))).rejects.toMatchObject({
      code: 'ParticipantIsFrozen',
    });
    expect(await log()).toHaveLength(before);
    const doubt = { queryId: 'Q1', participantId, kind: 'missing', question: 'Where is week 4?' };
    await executor.execute(request('query', { type: 'OpenQuery', ...doubt }));
    await executor.execute(person('WithdrawConsent', { step: 'stop-contact' }));
    await executor.execute(person('ReleaseParticipant', reason));
    await executor.execute(attempt('T1'));
  });
});

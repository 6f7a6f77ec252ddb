import { describe, expect, it } from '@jest/globals';
import { CommandExecutor } from './command.executor.ts';
import { attempt, enrol, installWithHomework, request } from './executor.specification.ts';

// Executes E6-4.2.6.

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

describe('one record that is frozen', () => {
  const record = { category: 'assignment', recordId: 'A1' };
  const homework = (type: string, more: object) => request('assignment', { type, ...record, ...more });

  it('takes nothing until it is released, while the rest of the participant’s record goes on', async () => {
    const { executor, log } = await installWithHomework();
    const { eventIds } = await executor.execute(attempt('T1'));
    const freeze = homework('FreezeRecord', reason);
    const receipt = await executor.execute(freeze);
    expect(await executor.execute(freeze)).toEqual(receipt);
    const before = (await log()).length;
    const fix = { entryId: eventIds[0], reason: 'other' };
    for (const sent of [attempt('T2'), homework('VoidEntry', fix), homework('FreezeRecord', reason)]) {
      await expect(executor.execute(sent)).rejects.toMatchObject({ code: 'RecordIsFrozen' });
    }
    expect(await log()).toHaveLength(before);
    await executor.execute(person('RecordBaseline', { characteristics: { age: 40 } }));
    await executor.execute(homework('SignRecord', { meaning: 'verified-against-source' }));
    // What was sent before the freeze is answered as it was then.
    await executor.execute(homework('ReleaseRecord', reason));
    await executor.execute(attempt('T2'));
    await expect(executor.execute(homework('ReleaseRecord', reason))).rejects.toMatchObject({
      code: 'RecordNotFrozen',
    });
  });

  it('is of no kind that is frozen as a whole, and named so', async () => {
    const { executor } = await installWithHomework();
    const whole = { type: 'FreezeRecord', category: 'participant', recordId: participantId, ...reason };
    await expect(executor.execute(request('participant', whole))).rejects.toMatchObject({
      code: 'RecordNotFreezable',
      details: { category: 'participant' },
    });
    const empty = { type: 'FreezeRecord', category: 'measure', recordId: 'M404', ...reason };
    await expect(executor.execute(request('measure', empty))).rejects.toMatchObject({ code: 'RecordEmpty' });
  });
});

describe('a signature', () => {
  const sign = () =>
    request('assignment', { type: 'SignRecord', category: 'assignment', recordId: 'A1', meaning: 'reviewed' });

  it('is bound to where the log has come to, and refused while the record is not numbered', async () => {
    const { store, keys, log, now } = await installWithHomework();
    const clock = () => now.value;
    const asked: bigint[] = [];
    const numberedTo = async (position: bigint) => {
      asked.push(position);
      return (await log()).length;
    };
    const executor = new CommandExecutor({ store, keys, clock, numberedTo });
    const before = await log();
    await executor.execute(sign());
    const [signed] = (await log()).slice(-1);
    expect(JSON.parse(signed?.data ?? '{}')).toMatchObject({ revision: 0, logIndex: before.length });
    expect(asked).toEqual([before.findLast(({ stream }) => stream === 'assignment-A1')?.position]);
    const lagging = new CommandExecutor({ store, keys, clock, numberedTo: async () => undefined });
    await expect(lagging.execute(sign())).rejects.toMatchObject({ code: 'RecordNotNumbered' });
  });
});

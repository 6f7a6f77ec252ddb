import { describe, expect, it } from '@jest/globals';
import { decode } from '#domain';
import { type Installation, assign, attempt, installWithHomework, request } from './executor.specification.ts';

const NOW = '2026-06-20T12:00:00.000Z';

async function installTravelling(): Promise<Installation> {
  const home = await installWithHomework({ now: NOW });
  const move = (timeZone: string, from: string) =>
    request('participant', { type: 'ChangeTimeZone', participantId: 'stress:P001', timeZone, from });
  await home.executor.execute(move('Asia/Tokyo', '2026-06-03'));
  await home.executor.execute(move('America/St_Johns', '2026-06-10'));
  return home;
}

async function lastMetadata(home: Installation) {
  const [stored] = (await home.log()).slice(-1);
  if (stored === undefined) throw new Error('nothing was stored');
  return decode(stored).metadata;
}

describe('the calendar of work', () => {
  it.each([
    ['2026-06-02T14:59:59.999Z', '2026-06-02', '+02:00', 'Europe/Stockholm'],
    ['2026-06-02T15:00:00.000Z', '2026-06-03', '+09:00', 'Asia/Tokyo'],
    ['2026-06-09T14:59:59.999Z', '2026-06-09', '+09:00', 'Asia/Tokyo'],
    ['2026-06-11T02:00:00.000Z', '2026-06-10', '-02:30', 'America/St_Johns'],
  ])('done at %s is the one of %s, where the participant was', async (occurredAt, localDate, offset, timeZone) => {
    const home = await installTravelling();
    await home.executor.execute(attempt('T1', {}, { occurredAt }));
    expect(await lastMetadata(home)).toMatchObject({ occurredAt, localDate, offset, timeZone });
  });

  it('is the corrected one once a journey was corrected or voided', async () => {
    const home = await installTravelling();
    const [entry] = (await home.log()).filter(({ type }) => type === 'TimeZoneChanged');
    const record = { category: 'participant', recordId: 'stress:P001', entryId: entry?.id, reason: 'wrong-date' };
    await home.executor.execute(request('participant', { type: 'VoidEntry', ...record }));
    await home.executor.execute(attempt('T1', {}, { occurredAt: '2026-06-05T12:00:00.000Z' }));
    expect(await lastMetadata(home)).toMatchObject({ timeZone: 'Europe/Stockholm', offset: '+02:00' });
  });

  it('is the new one for the change itself, when it takes hold at once', async () => {
    const home = await installWithHomework({ now: NOW });
    const change = { type: 'ChangeTimeZone', participantId: 'stress:P001', timeZone: 'Asia/Tokyo', from: '2026-06-20' };
    await home.executor.execute(request('participant', change));
    expect(await lastMetadata(home)).toMatchObject({ timeZone: 'Asia/Tokyo', localDate: '2026-06-20' });
  });
});

describe('paper work told later', () => {
  it('is bound to the version in force when it was done', async () => {
    const home = await installWithHomework({ now: '2026-03-01T12:00:00.000Z' });
    home.now.value = new Date('2026-03-08T12:00:00.000Z');
    const adjust = { type: 'AdjustAssignment', assignmentId: 'A1', terms: { difficulty: 1 }, trigger: 'too-difficult' };
    await home.executor.execute(request('assignment', adjust));
    const versions: unknown[] = [];
    for (const [attemptId, occurredAt] of [
      ['T1', '2026-03-05T12:00:00.000Z'],
      ['T2', '2026-03-08T12:00:00.000Z'],
    ] as const) {
      await home.executor.execute(attempt(attemptId, {}, { occurredAt, source: 'paper', occurredPrecision: 'day' }));
      const [stored] = (await home.log()).slice(-1);
      versions.push(stored === undefined ? undefined : (decode(stored).data as { version: number }).version);
    }
    expect(versions).toEqual([1, 2]);
    await home.executor.execute(assign('A2'));
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventStoreMigrations } from '#event-store';
import { createMigratedDatabase, type MigratedDatabase } from '../migrated.database.ts';
import { type FaultRound, faultTable, isSound } from './fault.round.ts';
import { account, repeatedAttempts } from './installation.ts';
import type { Receipt } from './receipts.ts';

let database: MigratedDatabase;
beforeAll(async () => {
  database = await createMigratedDatabase(eventStoreMigrations);
});
afterAll(async () => database.drop());

/** Writes events of one command past the store, and gives the receipt that would tell of them. */
async function write(stream: string, count: number, attemptId: string = randomUUID()): Promise<Receipt> {
  const commandId = randomUUID();
  const eventIds = Array.from({ length: count }, () => randomUUID());
  for (const id of eventIds) {
    await database.pool.query(
      `INSERT INTO events (stream, revision, type, id, data, metadata, recorded_at)
       VALUES ($1, (SELECT count(*) FROM events WHERE stream = $1), 'AttemptRecorded', $2, $3, $4, now())`,
      [stream, id, JSON.stringify({ attemptId }), JSON.stringify({ commandId })],
    );
  }
  return { commandId, stream, eventIds };
}

const accountsOf = (...receipts: readonly Receipt[]) => account(database.pool, receipts);

describe('the accounting after a fault', () => {
  it('finds what is in the log as acknowledged, receipts of resends counted once', async () => {
    const [one, two] = [await write('assignment-a', 1), await write('assignment-b', 2)];
    expect(await accountsOf(one, two, one)).toEqual({ acknowledged: 2, exactlyOnce: 2, missing: 0, duplicated: 0 });
  });

  it('finds what is missing, whole or in part', async () => {
    const half = await write('assignment-c', 1);
    const lost = { commandId: randomUUID(), stream: 'assignment-c', eventIds: [randomUUID()] };
    const accounts = await accountsOf(lost, { ...half, eventIds: [...half.eventIds, randomUUID()] });
    expect(accounts).toEqual({ acknowledged: 2, exactlyOnce: 0, missing: 2, duplicated: 0 });
  });

  it('finds what is there more often, elsewhere, or told otherwise by a resend', async () => {
    const twice = await write('assignment-d', 2);
    const [first, second] = twice.eventIds;
    const told = { ...twice, eventIds: [first ?? ''] };
    expect(await accountsOf(told)).toMatchObject({ exactlyOnce: 0, duplicated: 1 });
    expect(await accountsOf(told, { ...twice, eventIds: [second ?? ''] })).toMatchObject({ duplicated: 2 });
    expect(await accountsOf({ ...twice, stream: 'assignment-e' })).toMatchObject({ exactlyOnce: 0, missing: 1 });
  });

  it('finds one attempt that two commands recorded', async () => {
    const before = await repeatedAttempts(database.pool);
    await write('assignment-f', 1, 'same');
    await write('assignment-f', 1, 'same');
    expect(await repeatedAttempts(database.pool)).toBe(before + 1);
  });

  it('calls only that round sound which lost nothing', () => {
    const round: FaultRound = {
      ...{
        round: 1,
        victim: 'API',
        moment: '9 in',
        acknowledged: 9,
        inLog: 9,
        duplicates: 0,
        missing: 0,
        differing: [],
      },
    };
    expect(isSound(round)).toBe(true);
    const faults = [{ inLog: 8 }, { duplicates: 1 }, { missing: 1 }, { differing: ['attempts'] }];
    expect(faults.map((fault) => isSound({ ...round, ...fault }))).toEqual([false, false, false, false]);
    expect(faultTable([{ ...round, differing: ['attempts'] }])).toMatch(/NO: attempts$/);
  });
});

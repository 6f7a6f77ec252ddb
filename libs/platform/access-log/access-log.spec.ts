import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMigratedDatabase, type MigratedDatabase } from '../../../test/migrated.database.ts';
import type { AccessEntry } from './access.entry.ts';
import { AccessLog } from './access-log.ts';
import { accessLogMigrations } from './access-log.tables.ts';

let database: MigratedDatabase;
let log: AccessLog;
beforeAll(async () => {
  database = await createMigratedDatabase(accessLogMigrations);
  log = new AccessLog(database.pool);
});
afterAll(async () => database.drop());

const read = (more: Partial<AccessEntry> = {}): AccessEntry => ({
  ...{ at: '2026-03-02T09:00:00.000Z', act: 'read', outcome: 'done', accountId: 'a1', subjectId: 'st-1' },
  ...{ role: 'clinician', participantId: 'p1', studyId: 's1', addressClass: 'internet', logIndex: 7 },
  opened: { diary: ['e1', 'e2'] },
  ...more,
});

describe('the access log', () => {
  it('keeps entries in order under numbers without gaps, also from many writers at once', async () => {
    await log.record([]);
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        log.record([read({ participantId: `p${at}` }), read({ detail: `n${at}` })]),
      ),
    );
    const found = await log.find({ limit: 1_000 });
    expect(found.map(({ entry }) => entry)).toEqual(Array.from({ length: 40 }, (_, at) => 40 - at));
    expect(await log.verify()).toBeUndefined();
    expect(await log.head()).toEqual({ entry: 40, hash: found[0]!.hash });
  });

  it('is found by study, person, account, act, time and event', async () => {
    await log.record([
      read({ studyId: 's2', participantId: 'q', opened: { note: ['e9'] }, purpose: 'a complaint of 2 March' }),
      read({ act: 'sign-in', outcome: 'failed', studyId: 's2', accountId: 'a9', at: '2026-04-01T00:00:00.000Z' }),
    ]);
    const kinds = async (question: object) => (await log.find({ limit: 10, ...question })).map(({ act }) => act);
    expect(await kinds({ studyId: 's2' })).toEqual(['sign-in', 'read']);
    expect(await kinds({ studyId: 's2', acts: ['read'] })).toEqual(['read']);
    expect(await kinds({ participantId: 'q' })).toEqual(['read']);
    expect(await kinds({ accountId: 'a9' })).toEqual(['sign-in']);
    expect(await kinds({ eventId: 'e9' })).toEqual(['read']);
    expect(await kinds({ eventId: `' || true || '` })).toEqual([]);
    expect(await kinds({ from: '2026-03-03T00:00:00.000Z' })).toEqual(['sign-in']);
    expect(await kinds({ studyId: 's2', before: 42 })).toEqual(['read']);
  });

  it('takes no other words than its own', async () => {
    const { length } = await log.find({ limit: 1_000 });
    for (const wrong of [
      { act: 'peek' },
      { at: 'yesterday' },
      { purpose: '' },
      { purpose: 'x'.repeat(501) },
      { name: 'Anna' },
    ]) {
      await expect(log.record([read(), { ...read(), ...wrong } as AccessEntry])).rejects.toThrow();
    }
    expect(await log.find({ limit: 1_000 })).toHaveLength(length);
  });

  it.each(['UPDATE access_log SET content = content', 'DELETE FROM access_log', 'TRUNCATE access_log'])(
    'refuses %s',
    async (statement) => {
      await expect(database.pool.query(statement)).rejects.toThrow('only ever added to');
    },
  );

  it('tells a change and a gap that somebody forced', async () => {
    const force = async (statement: string) => {
      await database.pool.query('ALTER TABLE access_log DISABLE TRIGGER USER');
      await database.pool.query(statement);
      await database.pool.query('ALTER TABLE access_log ENABLE TRIGGER USER');
    };
    await force(`UPDATE access_log SET content = replace(content, '"st-1"', '"st-2"') WHERE entry = 5`);
    expect(await log.verify()).toEqual({ entry: 5, fault: 'changed' });
    await force(`UPDATE access_log SET content = replace(content, '"st-2"', '"st-1"') WHERE entry = 5`);
    expect(await log.verify()).toBeUndefined();
    await force('DELETE FROM access_log WHERE entry = 30');
    expect(await log.verify()).toEqual({ entry: 30, fault: 'missing' });
  });
});

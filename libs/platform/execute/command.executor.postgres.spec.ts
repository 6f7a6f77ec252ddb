import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { MemoryEventStore, PostgresEventStore, eventStoreMigrations } from '#event-store';
import { createMigratedDatabase, type MigratedDatabase } from '../../../test/migrated.database.ts';
import { PostgresKeyStore } from '../sealing/postgres.key-store.ts';
import { sealingEntities, sealingMigrations } from '../sealing/sealing.tables.ts';
import { CommandExecutor } from './command.executor.ts';
import { type Installation, attempt, installWithHomework, request } from './executor.specification.ts';

let database: MigratedDatabase;
let source: DataSource;
let stores: PostgresEventStore[];
beforeAll(async () => {
  database = await createMigratedDatabase([...eventStoreMigrations, ...sealingMigrations]);
  source = new DataSource({ type: 'postgres', url: database.url, entities: sealingEntities });
  await source.initialize();
  stores = await Promise.all([1, 2].map(() => PostgresEventStore.open({ pool: database.pool })));
});
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await source.destroy();
  await database.drop();
});

const home = async (): Promise<Installation> => {
  const [store = new MemoryEventStore()] = stores;
  return installWithHomework({ store, keyStore: new PostgresKeyStore(source) });
};

describe('on PostgreSQL', () => {
  it('fifty commands for one stream through two stores are each carried out once, and sent again answered alike', async () => {
    const here = await home();
    const [, store = here.store] = stores;
    const executors = [here.executor, new CommandExecutor({ store, keys: here.keys })];
    const sent = Array.from({ length: 50 }, (_, index) => attempt(`T${index}`, { note: `MARKER ${index}` }));
    const execute = (shift: number) =>
      Promise.all(sent.map((item, index) => (executors[(index + shift) % 2] ?? here.executor).execute(item)));
    const receipts = await execute(0);
    expect(new Set(receipts.map(({ revision }) => revision)).size).toBe(50);
    expect(await execute(1)).toEqual(receipts);
    await here.restart();
    expect(await Promise.all(sent.map((item) => here.executor.execute(item)))).toEqual(receipts);
    const { rows } = await database.pool.query<{ total: string; leaking: string }>(
      `SELECT count(*) AS total, count(*) FILTER (WHERE data || metadata LIKE '%MARKER%') AS leaking
       FROM events WHERE type = 'AttemptRecorded'`,
    );
    expect(rows).toEqual([{ total: '50', leaking: '0' }]);
    await here.executor.execute(
      request('participant', { type: 'ErasePersonalData', participantId: 'stress:P001', requestedBy: 'authority' }),
    );
    expect(await source.query('SELECT participant_id, wrapped_key FROM participant_keys')).toEqual([
      { participant_id: 'stress:P001', wrapped_key: null },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AppendOutcomeUnknown, StoreUnavailable } from '#event-store';
import { startTestPostgres } from '../../../test/postgres.ts';
import { PostgresKeyStore } from './postgres.key-store.ts';
import { sealingEntities, sealingMigrations } from './sealing.tables.ts';

describe('keys in PostgreSQL', () => {
  it('say that sending again is safe when the server has gone away', async () => {
    const server = await startTestPostgres();
    const source = await new DataSource({
      type: 'postgres',
      url: server.url,
      entities: sealingEntities,
      migrations: sealingMigrations,
      migrationsRun: true,
      poolErrorHandler: () => undefined,
    }).initialize();
    const store = new PostgresKeyStore(source);
    const key = { participantId: 'p1', masterKeyId: 'm1', wrappedKey: Buffer.alloc(60) };
    try {
      await store.insert(key);
      expect(await store.read(['p1'])).toHaveLength(1);
      await server.stop();
      await expect(store.read(['p1'])).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.insert({ ...key, participantId: 'p2' })).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.destroy(['p1'], 'm1')).rejects.toBeInstanceOf(AppendOutcomeUnknown);
    } finally {
      await source.destroy();
      await server.stop();
    }
  });
});

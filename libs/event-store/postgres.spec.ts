import { createMigratedDatabase } from '../../test/migrated.database.ts';
import { eventStoreContract } from './contract.ts';
import { eventStoreMigrations } from './postgres/events.migration.ts';
import { PostgresEventStore } from './postgres/postgres.store.ts';

eventStoreContract('the PostgreSQL store', async () => {
  const database = await createMigratedDatabase(eventStoreMigrations);
  return { store: await PostgresEventStore.open({ pool: database.pool }), dispose: () => database.drop() };
});

import pg from 'pg';
import { DataSource } from 'typeorm';
import { DatabaseIsNewer } from './database.error.ts';
import type { MigrationClass } from './migrations.ts';
import { typeormLog } from './typeorm-log.ts';

export const MIGRATIONS_TABLE = 'migrations';
/** Of the database, held by the process that migrates. */
const MIGRATION_LOCK = 4_719_031_203;

export interface MigrateOptions {
  readonly url: string;
  /** How to name the database in an error. */
  readonly where: string;
  readonly migrations: readonly MigrationClass[];
}

/**
 * Brings the durable tables up to date, each migration in its own transaction. Of several processes that start at once one does it
 * and the others wait; over a database that is up to date it does nothing.
 * @returns names of the migrations that were run
 * @throws DatabaseIsNewer before anything is changed
 */
export async function migrate({ url, where, migrations }: MigrateOptions): Promise<readonly string[]> {
  const lock = new pg.Client({ connectionString: url, application_name: 'intersession migration' });
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewer(lock, where, migrations);
    return await runMissing(url, migrations);
  } finally {
    await lock.end();
  }
}

async function refuseNewer(client: pg.Client, where: string, migrations: readonly MigrationClass[]): Promise<void> {
  const { rows: tables } = await client.query<{ present: boolean }>('SELECT to_regclass($1) IS NOT NULL AS present', [
    MIGRATIONS_TABLE,
  ]);
  if (!tables[0]?.present) return;
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`);
  const known = new Set(migrations.map((Migration) => new Migration().name ?? Migration.name));
  const unknown = rows.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new DatabaseIsNewer(where, unknown);
}

async function runMissing(url: string, migrations: readonly MigrationClass[]): Promise<readonly string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'each',
    logger: typeormLog,
    poolSize: 1,
  });
  await source.initialize();
  try {
    return (await source.runMigrations()).map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}

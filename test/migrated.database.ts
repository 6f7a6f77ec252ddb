import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { createDatabase } from './postgres.ts';

export interface MigratedDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Ends the pool and removes the database. */
  drop(): Promise<void>;
}

/** Applies migrations as the platform does. */
export async function migrate(url: string, migrations: readonly (new () => MigrationInterface)[]): Promise<void> {
  const source = new DataSource({ type: 'postgres', url, migrations: [...migrations] });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

/** A database of one spec, with a library's tables in it. */
export async function createMigratedDatabase(
  migrations: readonly (new () => MigrationInterface)[],
): Promise<MigratedDatabase> {
  const database = await createDatabase();
  const { url } = database;
  await migrate(url, migrations);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // A connection that is ended between two borrowers has nobody else to hear of it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  return {
    url,
    pool,
    async drop() {
      await pool.end();
      await database.drop();
    },
  };
}

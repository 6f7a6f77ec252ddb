import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded-postgres/embedded-postgres.ts';
import { errorCode } from '../error-code.ts';
import type { Log } from '../logging/log.ts';
import { DatabaseUnusable } from './database.error.ts';
import { durableEntities } from './entities.ts';
import { migrate, MIGRATIONS_TABLE } from './migrate.ts';
import { migrations, type MigrationClass } from './migrations.ts';
import { typeormLog } from './typeorm-log.ts';

/** The PostgreSQL of this process, migrated. */
export interface Database {
  /** For hand-written SQL: the event store, projections, bulk reads. */
  readonly pool: pg.Pool;
  /** For entities and query builders. */
  readonly dataSource: DataSource;
  readonly url: string;
  /** For people: a folder, or a server without its password. */
  readonly where: string;
  /** Closes connections, then gives up the embedded server. May be called again. */
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  readonly config: Pick<Config, 'database' | 'dataDir'>;
  readonly log: Log;
  /** Instead of those of the durable tables. */
  readonly entities?: DataSourceOptions['entities'];
  readonly migrations?: readonly MigrationClass[];
  /** Milliseconds to wait for a server that is not up yet; 15 s. */
  readonly patience?: number;
}

const OLDEST_SERVER = 140_000;
const CLOSE_MILLISECONDS = 5_000;

/**
 * Starts or joins the embedded PostgreSQL, or connects to DATABASE_URL, and migrates.
 * @throws StartupError for the operator; nothing is left running then
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { config, log } = options;
  const { database } = config;
  const embedded =
    database.kind === 'embedded'
      ? await startEmbeddedPostgres({ dataDir: config.dataDir, runAs: database.runAs, logger: log })
      : undefined;
  const url = database.kind === 'server' ? database.url : (embedded?.url ?? '');
  const where = embedded?.location ?? describeServer(url);
  try {
    if (embedded === undefined) await awaitServer(url, where, options);
    const ran = await migrate({ url, where, migrations: options.migrations ?? migrations });
    if (ran.length > 0) log.info({ migrations: ran }, 'Migrated the database');
    return await connect(url, where, embedded, options);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function connect(
  url: string,
  where: string,
  embedded: EmbeddedPostgres | undefined,
  { config, log, entities = durableEntities }: OpenDatabaseOptions,
): Promise<Database> {
  const half = Math.ceil(config.database.poolSize / 2);
  const pool = new pg.Pool({ connectionString: url, max: half, application_name: 'intersession', keepAlive: true });
  pool.on('error', (error) => log.warn({ reason: errorCode(error) ?? error.message }, 'Lost a database connection'));
  // A client between two borrowers has nobody listening; an error that comes in the same packet as an answer would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities,
    migrationsTableName: MIGRATIONS_TABLE,
    logger: typeormLog,
    poolSize: half,
    applicationName: 'intersession',
    poolErrorHandler: (error: unknown) => log.warn({ reason: errorCode(error) }, 'Lost a database connection'),
  });
  await dataSource.initialize();
  let closing: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    const ended = Promise.allSettled([pool.end(), dataSource.destroy()]);
    await Promise.race([ended, sleep(CLOSE_MILLISECONDS, undefined, { ref: false })]);
    await embedded?.stop();
  };
  return { pool, dataSource, url, where, close: () => (closing ??= end()) };
}

/** Host, port and database of an address, without user and password. */
export function describeServer(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
}

/** A server that is still coming up gets some time; one that says no does not. */
async function awaitServer(url: string, where: string, { log, patience = 15_000 }: OpenDatabaseOptions): Promise<void> {
  const deadline = Date.now() + patience;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await inspectServer(url, where);
      return;
    } catch (error) {
      if (error instanceof DatabaseUnusable) throw error;
      const code = errorCode(error) ?? '';
      const mayComeUp = ['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', '57P03'].includes(code);
      if (!mayComeUp || Date.now() > deadline) {
        throw new DatabaseUnusable(`DATABASE_URL: ${where} cannot be used: ${reasonOf(error)}.`);
      }
      if (attempt === 1) log.info({ where, reason: code }, 'Waiting for the database server');
      await sleep(250);
    }
  }
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  return text === '' ? (errorCode(error) ?? 'it does not answer') : text;
}

async function inspectServer(url: string, where: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string; standby: boolean }>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS standby`,
    );
    const fault = faultOf(rows[0]);
    if (fault !== undefined) throw new DatabaseUnusable(`DATABASE_URL: ${where} cannot be used: ${fault}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function faultOf(server: { version: number; encoding: string; standby: boolean } | undefined): string | undefined {
  if (server === undefined) return 'it does not answer';
  if (server.version < OLDEST_SERVER) {
    return `PostgreSQL 14 or newer is expected, and it is ${Math.floor(server.version / 10_000)}`;
  }
  if (server.encoding !== 'UTF8') return `a database with encoding UTF8 is expected, and it has ${server.encoding}`;
  if (server.standby) return 'it is a standby, and events need the primary';
  return undefined;
}

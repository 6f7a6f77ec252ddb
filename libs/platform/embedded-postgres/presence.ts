import pg from 'pg';
import { LOOPBACK } from './server-process.ts';

/** Every process that uses the server holds this lock shared; who can take it alone is the last one. */
const PRESENCE_LOCK = 4_719_031_201;
const PREPARATION_LOCK = 4_719_031_202;
export const APPLICATION = 'intersession';

/** One process's claim that it is using the server. It ends with the process, however that ends. */
export interface Presence {
  /** Where the server believes its data to be. */
  readonly dataDirectory: string;
  /** Settles when the server or the connection is gone. */
  readonly lost: Promise<void>;
  /** Gives up the claim. @returns whether nobody else holds one; then nobody can join until `close`. */
  leave(): Promise<boolean>;
  close(): Promise<void>;
}

/** @throws the driver's error when the server does not answer, or is being stopped by its last user */
export async function join(port: number, password: string): Promise<Presence> {
  const client = new pg.Client({
    host: LOOPBACK,
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    application_name: 'intersession presence',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
  });
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return {
      dataDirectory: rows[0]?.data_directory ?? '',
      lost,
      leave: () => leave(client),
      close: () => client.end().catch(() => undefined),
    };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function leave(client: pg.Client): Promise<boolean> {
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE_LOCK]);
    const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [
      PRESENCE_LOCK,
    ]);
    return rows[0]?.alone === true;
  } catch {
    return false;
  }
}

/** Makes the application's role and database when they are missing. */
export async function prepareDatabase(port: number, superuser: string, application: string): Promise<void> {
  const client = new pg.Client({ host: LOOPBACK, port, user: 'postgres', password: superuser, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PREPARATION_LOCK]);
    const { rows } = await client.query<{ role: boolean; base: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role, EXISTS (SELECT FROM pg_database WHERE datname = $1) AS base`,
      [APPLICATION],
    );
    const secret = client.escapeLiteral(application);
    if (!rows[0]?.role) await client.query(`CREATE ROLE ${APPLICATION} LOGIN CREATEDB PASSWORD ${secret}`);
    if (!rows[0]?.base) await client.query(`CREATE DATABASE ${APPLICATION} OWNER ${APPLICATION}`);
  } finally {
    await client.end();
  }
}

/** Where the log lives: names resolved once, so that no session's search_path can lead a statement elsewhere. */
import type pg from 'pg';
import { StoreUnavailable } from '../port.ts';

export interface EventsTable {
  /** Qualified and quoted. */
  readonly name: string;
  readonly sequence: string;
}

export async function findEventsTable(client: pg.ClientBase): Promise<EventsTable> {
  const { rows } = await client.query<{ name: string | null; sequence: string | null }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name, pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), 'position') AS sequence
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = to_regclass('events')`);
  const [row] = rows;
  if (!row?.name || !row.sequence) throw new StoreUnavailable('the events table is missing: run the migrations');
  return { name: row.name, sequence: row.sequence };
}

/** @throws StoreUnavailable when this server would let committed events be lost or read too early. */
export async function refuseUnsafeServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ standby: boolean; commit: string; cache: string | null }>(`
    SELECT pg_is_in_recovery() AS standby, current_setting('synchronous_commit') AS commit,
      (SELECT seqcache::text FROM pg_sequence
       WHERE seqrelid = to_regclass(pg_get_serial_sequence(to_regclass('events')::text, 'position'))) AS cache`);
  const [found] = rows;
  if (!found || found.standby) throw new StoreUnavailable('the server is a standby: the log needs the primary');
  if (found.commit === 'off') {
    throw new StoreUnavailable('synchronous_commit is off: a crash would take back events that readers have seen');
  }
  if (found.cache !== null && found.cache !== '1') {
    throw new StoreUnavailable('the sequence of positions must have CACHE 1: sessions would write behind the readers');
  }
}

/** One forgotten transaction that has written would hold every reader back: the server ends it. */
export async function limitIdleTransactions(client: pg.ClientBase): Promise<void> {
  const set = `DO $$ BEGIN
    IF (SELECT setting FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout') = '0' THEN
      EXECUTE format('ALTER DATABASE %I SET idle_in_transaction_session_timeout = %L', current_database(), '60s');
    END IF;
  END $$`;
  // Two processes that open at once may meet in the catalogue; the second time it is done.
  await client
    .query(set)
    .catch(() => client.query(set))
    .catch((cause: unknown) => {
      throw new StoreUnavailable(
        'idle_in_transaction_session_timeout is 0 and may not be set: ALTER DATABASE … SET it, 60s for example',
        { cause },
      );
    });
}

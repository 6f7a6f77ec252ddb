import pg from 'pg';
import { isKurrentUrl } from './kurrentdb/connection.url.ts';
import { KurrentEventStore } from './kurrentdb/kurrentdb.store.ts';
import { StoreUnavailable, type EventStore } from './port.ts';
import { PostgresEventStore } from './postgres/postgres.store.ts';

/** Which engine keeps a log. */
export type EngineName = 'postgresql' | 'kurrentdb';

export interface OpenedEventStore {
  readonly store: EventStore;
  readonly engine: EngineName;
  /** Closes the store and what was opened for it. */
  close(): Promise<void>;
}

export interface EventStoreOpening {
  /** For a `postgres://` URL: the caller's pool to use, and the caller's to end, instead of one of the store's own. */
  readonly pool?: pg.Pool;
  /** Told what an operator should know. No participant data, no credentials. */
  readonly log?: (message: string) => void;
}

/** @returns undefined for a URL that no engine answers to */
export function engineOf(url: string): EngineName | undefined {
  if (isKurrentUrl(url)) return 'kurrentdb';
  return /^postgres(?:ql)?:\/\//.test(url) ? 'postgresql' : undefined;
}

/**
 * Opens the log at a URL, whichever engine keeps it: `postgres://`, `postgresql://` (a database with
 * `eventStoreMigrations` applied), `esdb://`, `esdb+discover://`, `kurrentdb://`, `kurrentdb+discover://`.
 * @throws StoreUnavailable naming the problem, without the URL's credentials
 */
export async function openEventStore(url: string, { pool, log }: EventStoreOpening = {}): Promise<OpenedEventStore> {
  const engine = engineOf(url);
  const telling = log === undefined ? {} : { log };
  switch (engine) {
    case 'kurrentdb': {
      const store = await KurrentEventStore.open({ url, ...telling });
      return { store, engine, close: () => store.close() };
    }
    case 'postgresql':
      return openPostgres(url, pool, telling);
    case undefined:
      throw new StoreUnavailable('the URL of the event store has a scheme that no engine answers to');
  }
}

async function openPostgres(
  url: string,
  given: pg.Pool | undefined,
  telling: Pick<EventStoreOpening, 'log'>,
): Promise<OpenedEventStore> {
  const pool = given ?? new pg.Pool({ connectionString: url, max: 5 });
  const endOwn = async () => {
    if (!given) await pool.end();
  };
  try {
    const store = await PostgresEventStore.open({ pool, ...telling });
    const close = async () => {
      await store.close();
      await endOwn();
    };
    return { store, engine: 'postgresql', close };
  } catch (error) {
    await endOwn();
    throw error;
  }
}

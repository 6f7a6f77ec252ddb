import pg from 'pg';
import { engineOf, type EventStore, flawOfKurrentUrl, openEventStore, StoreUnavailable } from '#event-store';
import { hasLeader } from '#read-models';
import { type Log, createLog, errorCode, loadConfig, migrate, migrations, startEmbeddedPostgres } from '#platform';
import { Interrupted, Unusable } from './cli.error.ts';
import type { Terminal } from './terminal.ts';

/** The option that names a log. */
export type Side = '--from' | '--to';

/** A log, opened beside whatever program uses it. */
export interface OpenedLog {
  readonly store: EventStore;
  /** For people: an address without user and password. */
  readonly shown: string;
  /** Whether a program is running that numbers or projects it, as far as its database tells. */
  isInUse(): Promise<boolean>;
  close(): Promise<void>;
}

/** Where a log is, as far as the option says. */
export interface LogPlace {
  readonly side: Side;
  readonly kind: 'embedded' | 'postgresql' | 'kurrentdb';
  readonly url: string;
  readonly shown: string;
}

export const PLACE_HELP =
  'postgres://…, esdb://… or kurrentdb://…; DATABASE_URL or EVENTSTORE_URL for the value of that variable; or embedded';
const EMBEDDED = 'the embedded PostgreSQL';

/** Reads what an option names. Nothing is opened. @throws Unusable naming the option, and nothing of a password */
export function placeOf(side: Side, text: string): LogPlace {
  if (text === 'embedded') return { side, kind: 'embedded', url: '', shown: EMBEDDED };
  const variable = text === 'DATABASE_URL' || text === 'EVENTSTORE_URL' ? text : undefined;
  const url = variable === undefined ? text : (process.env[variable] ?? '');
  if (variable !== undefined && url === '') throw new Unusable(`${side}: ${variable} is not set`);
  const kind = engineOf(url);
  const flaw = kind === 'kurrentdb' ? flawOfKurrentUrl(url) : undefined;
  if (kind === undefined || (kind === 'postgresql' && !URL.canParse(url)))
    throw new Unusable(`${side}: expected ${PLACE_HELP}`);
  if (flaw !== undefined) throw new Unusable(`${side}: ${flaw}`);
  return { side, kind, url, shown: url.replace(/\/\/[^/?]*@/, '//').replace(/\?.*$/s, '') };
}

/**
 * Opens a log to read it, or to write a copy into it: then the tables are made where they are missing.
 * @throws Interrupted naming the option, when it cannot be reached; Unusable when there is no log
 */
export async function openLog(place: LogPlace, terminal: Terminal): Promise<OpenedLog> {
  const log = createLog({ level: 'warn', format: 'json' }, { write: (line) => terminal.error(line.trimEnd()) });
  try {
    switch (place.kind) {
      case 'embedded':
        return await openEmbedded(place, log);
      case 'postgresql':
        return await openPostgres(place, log, () => Promise.resolve());
      case 'kurrentdb': {
        const opened = await openEventStore(place.url, { log: (message) => log.warn(message) });
        const { shown } = place;
        return { store: opened.store, shown, isInUse: () => Promise.resolve(false), close: () => opened.close() };
      }
    }
  } catch (error) {
    throw refusalOf(place, error);
  }
}

async function openEmbedded(place: LogPlace, log: Log): Promise<OpenedLog> {
  const { dataDir, database } = loadConfig();
  const runAs = database.kind === 'embedded' ? database.runAs : undefined;
  const server = await startEmbeddedPostgres({ dataDir, runAs, logger: log });
  const shown = `${EMBEDDED} in ${server.location}`;
  try {
    return await openPostgres({ ...place, url: server.url, shown }, log, () => server.stop());
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openPostgres(
  { side, url, shown }: LogPlace,
  log: Log,
  giveUp: () => Promise<unknown>,
): Promise<OpenedLog> {
  if (side === '--to') await migrate({ url, where: shown, migrations });
  const pool = new pg.Pool({
    ...{ connectionString: url, max: 5, keepAlive: true, connectionTimeoutMillis: 10_000 },
    application_name: 'intersession log copy',
  });
  pool.on('error', () => undefined).on('connect', (client) => void client.on('error', () => undefined));
  try {
    const opened = await openEventStore(url, { pool, log: (message) => log.warn(message) });
    return {
      ...{ shown, store: opened.store },
      isInUse: async () => (await hasLeader(pool, 'numbering')) || (await hasLeader(pool, 'projections')),
      close: async () => {
        await opened.close();
        await pool.end();
        await giveUp();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** What an operator is told of a log that cannot be opened. */
function refusalOf({ side, shown }: LogPlace, error: unknown): unknown {
  if (error instanceof StoreUnavailable && error.message.includes('run the migrations'))
    return new Unusable(`${side}: ${shown} holds no log of Intersession`);
  if (error instanceof StoreUnavailable) return new Interrupted(`${side}: ${shown}: ${error.message}`);
  const code = errorCode(error);
  if (code === undefined) return error;
  const reason = error instanceof Error && error.message !== '' ? error.message : code;
  return new Interrupted(`${side}: ${shown} cannot be used: ${reason}`);
}

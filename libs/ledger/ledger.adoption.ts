import type pg from 'pg';
import { BEGINNING, type EventStore, type Position, type RecordedEvent } from '#event-store';
import { eventHash } from './event.hash.ts';

/** A ledger, and the log it is to number. */
export interface LedgerOverLog {
  readonly store: EventStore;
  /** Of the database with the ledger. */
  readonly pool: pg.Pool;
}

/** The numbering is of another log, or of another engine's copy of this one: positions mean something else here. */
export class LedgerOfAnotherLog extends Error {
  readonly code = 'LedgerOfAnotherLog';
}

interface NumberedEvent {
  readonly index: string;
  readonly position: string;
  readonly hash: string;
}

/**
 * Looks whether the first and the last event that were numbered stand in the log where they were: engines number positions each
 * in their own way, so a ledger must not be carried on over a log that was moved.
 * @throws LedgerOfAnotherLog
 */
export async function refuseOtherLog({ store, pool }: LedgerOverLog): Promise<void> {
  const { rows } = await pool.query<NumberedEvent>(
    `SELECT "index", position, encode(hash, 'hex') AS hash FROM ledger
     WHERE "index" IN (1, (SELECT max("index") FROM ledger)) ORDER BY "index"`,
  );
  for (const { index, position, hash } of rows) {
    // The first is looked for from the beginning: another engine may refuse to begin at a position that it never gave.
    const after = index === '1' ? BEGINNING : ((BigInt(position) - 1n) as Position);
    const there = await firstEvent(store, after);
    if (there !== undefined && String(there.position) === position && eventHash(there) === hash) continue;
    throw new LedgerOfAnotherLog(`event ${index} of the numbering is not at its place in this log`);
  }
}

async function firstEvent(store: EventStore, after: Position): Promise<RecordedEvent | undefined> {
  for await (const { events } of store.readAll({ after })) if (events[0] !== undefined) return events[0];
  return undefined;
}

const CHUNK = 5_000;

/**
 * Carries the numbering over to a copy of its log: every index keeps its hash and gets the position that the event has now. All
 * or nothing; nobody may number meanwhile.
 * @param together what else is to happen in the same transaction
 * @returns how many events are numbered
 * @throws LedgerOfAnotherLog when any hash differs, or the log is shorter than its numbering
 */
export async function adoptLog(
  { store, pool }: LedgerOverLog,
  together: (client: pg.ClientBase) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN; LOCK TABLE ledger IN ACCESS EXCLUSIVE MODE');
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    // Out of the way of the new ones, which must be unique at every moment.
    const { rowCount } = await client.query('UPDATE ledger SET position = -2 - position');
    const numbered = rowCount ?? 0;
    let events: RecordedEvent[] = [];
    let done = 0;
    for await (const batch of store.readAll({ after: BEGINNING })) {
      events.push(...batch.events.slice(0, numbered - done - events.length));
      if (events.length < CHUNK && done + events.length < numbered) continue;
      done += await carryOver(client, done, events);
      events = [];
      if (done >= numbered) break;
    }
    done += await carryOver(client, done, events);
    if (done < numbered) throw new LedgerOfAnotherLog(`the log has ${done} events, and ${numbered} are numbered`);
    await together(client);
    await client.query('COMMIT');
    return numbered;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** @returns how many */
async function carryOver(client: pg.ClientBase, after: number, events: readonly RecordedEvent[]): Promise<number> {
  if (events.length === 0) return 0;
  const { rowCount } = await client.query(
    `UPDATE ledger SET position = moved.position
     FROM unnest($2::bigint[], $3::text[]) WITH ORDINALITY AS moved (position, hash, n)
     WHERE ledger."index" = $1::bigint + moved.n AND ledger.hash = decode(moved.hash, 'hex')`,
    [after, events.map(({ position }) => String(position)), events.map(eventHash)],
  );
  if (rowCount === events.length) return events.length;
  throw new LedgerOfAnotherLog(`one of the events ${after + 1} to ${after + events.length} is another in this log`);
}

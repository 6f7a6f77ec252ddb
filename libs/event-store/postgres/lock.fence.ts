/**
 * The lock fence: up to which position every number that was ever handed out is settled, that is visible or rolled back.
 *
 * A number is drawn before its row is committed, so a cursor on position can pass a row that is not there yet. An INSERT
 * takes RowExclusiveLock on the table before it draws a number and gives it up after its rows are visible. So: read the
 * sequence's last value H, then list who holds that lock; once they are gone, everything up to H is settled.
 */
import type pg from 'pg';
import { BEGINNING, type Position } from '../port.ts';
import type { EventsTable } from './events.table.ts';

/** Several statements in one message: the order matters, and statements of one message run in order. */
const lookText = (table: EventsTable) => `
  SELECT last_value, is_called FROM ${table.sequence};
  SELECT virtualtransaction FROM pg_locks
  WHERE locktype = 'relation' AND mode = 'RowExclusiveLock' AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND relation = '${table.name.replaceAll("'", "''")}'::regclass;
  SELECT position FROM ${table.name} ORDER BY position DESC LIMIT 1`;

/** One look at the server. */
export interface FenceLook {
  /** Every number up to this one had been handed out. */
  readonly drawn: bigint;
  /** Transactions that might still commit one of them. */
  readonly writers: ReadonlySet<string>;
  /** Highest position that is visible. */
  readonly last: bigint;
}

export async function lookAtFence(client: pg.ClientBase, table: EventsTable): Promise<FenceLook> {
  const results: unknown = await client.query(lookText(table));
  const [sequence, locks, newest] = results as [
    pg.QueryResult<{ last_value: string; is_called: boolean }>,
    pg.QueryResult<{ virtualtransaction: string }>,
    pg.QueryResult<{ position: string }>,
  ];
  const [row] = sequence.rows;
  return {
    drawn: row?.is_called ? BigInt(row.last_value) : 0n,
    writers: new Set(locks.rows.map(({ virtualtransaction }) => virtualtransaction)),
    last: BigInt(newest.rows[0]?.position ?? BEGINNING),
  };
}

/** More than this many looks waiting for old writers tell nothing that fewer do not. */
const MAX_PENDING = 32;

interface Pending {
  readonly drawn: bigint;
  readonly number: number;
  readonly writers: Set<string>;
}

/** Folds looks into what is settled. */
export class LockFence {
  #pending: Pending[] = [];
  #settled = BEGINNING;
  #settledLook = 0;

  /** @param number Of the look: 1, 2, 3 … in the order in which they were asked for. */
  add({ drawn, writers, last }: FenceLook, number: number): void {
    for (const pending of this.#pending) {
      for (const writer of pending.writers) if (!writers.has(writer)) pending.writers.delete(writer);
    }
    this.#pending.push({ drawn, number, writers: new Set(writers) });
    const index = this.#pending.findLastIndex((pending) => pending.writers.size === 0);
    const done = this.#pending[index];
    if (done) {
      // Numbers that were only rolled back may be handed out again after a crash: nobody is to pass them before a row does.
      this.#settled = (done.drawn < last ? done.drawn : last) as Position;
      this.#settledLook = done.number;
      this.#pending.splice(0, index + 1);
    }
    // Any but the first and the newest may go: what waits in between waits for a part of the same writers.
    if (this.#pending.length > MAX_PENDING) this.#pending.splice(-2, 1);
  }

  /** Everything up to here may be read, by a statement that starts now. */
  get settled(): Position {
    return this.#settled;
  }

  /** Number of the newest look whose writers are gone. */
  get settledLook(): number {
    return this.#settledLook;
  }

  /** Whether a look waits for writers. */
  get waiting(): boolean {
    return this.#pending.length > 0;
  }

  /** For a new connection: after a restart the names of transactions begin anew. */
  forgetWriters(): void {
    this.#pending = [];
  }
}

/** The statements over the ledger's table. */
import pg from 'pg';
import { BEGINNING, type Position } from '#event-store';

declare const brand: unique symbol;

/** The public position: an event's ordinal in the log, from 1, without gaps; 0 is before the first. Equal on every engine and in every copy. */
export type LogIndex = bigint & { readonly [brand]: 'LogIndex' };

export interface LedgerHead {
  readonly index: LogIndex;
  readonly position: Position;
  /** The latest `recordedAt` so far, in ms since 1970; -Infinity while there are no events. */
  readonly latest: number;
}

export interface LedgerRow {
  readonly position: Position;
  /** 64 hexadecimal digits. */
  readonly hash: string;
  readonly latest: string;
}

export const EMPTY: LedgerHead = { index: 0n as LogIndex, position: BEGINNING, latest: -Infinity };

export async function readHead(pool: pg.Pool): Promise<LedgerHead> {
  const { rows } = await pool.query<{ index: string; position: string; latest: Date }>({
    name: 'ledger-head',
    text: 'SELECT "index", position, latest FROM ledger ORDER BY "index" DESC LIMIT 1',
  });
  const [row] = rows;
  if (!row) return EMPTY;
  return { index: logIndex(row.index), position: BigInt(row.position) as Position, latest: row.latest.getTime() };
}

/**
 * Appends rows after `head`. The primary key is the compare-and-set: when another process has numbered on, the first
 * index is taken and nothing is written.
 * @returns Whether the rows were written.
 */
export async function insertRows(pool: pg.Pool, head: LedgerHead, rows: readonly LedgerRow[]): Promise<boolean> {
  try {
    await pool.query({
      name: 'ledger-insert',
      text: `
        INSERT INTO ledger ("index", position, hash, latest)
        SELECT $1::bigint + n, position, substring($3::bytea FROM (n::int - 1) * 32 + 1 FOR 32), latest
        FROM unnest($2::bigint[], $4::timestamptz[]) WITH ORDINALITY AS r (position, latest, n)`,
      values: [
        String(head.index),
        `{${rows.map(({ position }) => position).join()}}`,
        Buffer.from(rows.map(({ hash }) => hash).join(''), 'hex'),
        `{${rows.map(({ latest }) => latest).join()}}`,
      ],
    });
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '23505') return false;
    throw error;
  }
}

/** Of the last event at or before a position. */
export async function findIndexAt(pool: pg.Pool, position: Position): Promise<LogIndex> {
  return findIndex(pool, 'ledger-index-at', 'position <= $1 ORDER BY position DESC', String(position));
}

/** Of the last event of the longest prefix without a later `recordedAt`. */
export async function findIndexAtTime(pool: pg.Pool, time: Date): Promise<LogIndex> {
  return findIndex(pool, 'ledger-index-at-time', 'latest <= $1 ORDER BY latest DESC, "index" DESC', time.toISOString());
}

async function findIndex(pool: pg.Pool, name: string, condition: string, value: string): Promise<LogIndex> {
  const text = `SELECT "index" FROM ledger WHERE ${condition} LIMIT 1`;
  const { rows } = await pool.query<{ index: string }>({ name, text, values: [value] });
  return logIndex(rows[0]?.index ?? 0);
}

export async function findPositionAt(pool: pg.Pool, index: LogIndex): Promise<Position | undefined> {
  const { rows } = await pool.query<{ position: string }>({
    name: 'ledger-position-at',
    text: 'SELECT position FROM ledger WHERE "index" = $1',
    values: [String(index)],
  });
  return rows[0] && (BigInt(rows[0].position) as Position);
}

function logIndex(value: string | number): LogIndex {
  return BigInt(value) as LogIndex;
}

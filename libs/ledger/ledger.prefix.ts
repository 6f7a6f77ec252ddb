import type pg from 'pg';
import { LogRoot } from './log.root.ts';

/** What stands of a log up to an index. */
export interface LedgerPrefix {
  /** RFC 9162 over the hashes of the events, 64 hexadecimal digits. */
  readonly root: string;
  /** The latest `recordedAt`; null of an empty log. */
  readonly latest: Date | null;
}

const PAGE = 20_000;

/** The root and the latest moment of the log’s first events. @throws RangeError for more events than there are */
export async function ledgerPrefix(pool: pg.Pool, index: number): Promise<LedgerPrefix> {
  const root = new LogRoot();
  let latest: Date | null = null;
  while (root.size < index) {
    const { rows } = await pool.query<{ hash: string; latest: Date }>(
      `SELECT encode(hash, 'hex') AS hash, latest FROM ledger WHERE "index" > $1 AND "index" <= $2 ORDER BY "index" LIMIT ${PAGE}`,
      [root.size, index],
    );
    if (rows.length === 0) throw new RangeError(`index: ${index} is beyond the ${root.size} numbered events`);
    for (const row of rows) {
      root.add(row.hash);
      latest = row.latest;
    }
  }
  return { root: root.value, latest };
}

import type pg from 'pg';
import { StoreUnavailable } from '../port.ts';
import { failureOf, messageOf } from './postgres.failure.ts';

/** A client that loses its connection tells its query, and then everyone: unheard, that would end the process. */
export function ignoreError(): void {}

/** Lends a connection for as long as `use` takes; one that was lost is not given back. @throws StoreUnavailable */
export async function withClient<Result>(
  pool: pg.Pool,
  use: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw new StoreUnavailable(`no connection: ${messageOf(error)}`, { cause: error });
  }
  client.on('error', ignoreError);
  let lost = false;
  try {
    return await use(client);
  } catch (error) {
    lost = failureOf(error) === 'lost';
    throw error;
  } finally {
    client.off('error', ignoreError);
    client.release(lost);
  }
}

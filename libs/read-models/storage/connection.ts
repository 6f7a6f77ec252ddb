import pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

/** The connection went away, or none could be had: nothing of an open transaction was kept. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** Lost connections, deadlocks, full disks, servers that start or stop: waiting helps, the statement was not at fault. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true;
  return error instanceof pg.DatabaseError && /^(?:08|53|57P|40001|40P01|55P03|25P|58)/.test(error.code ?? '');
}

/** The pool that a data source borrows its connections from. */
export function poolOf({ driver }: DataSource): pg.Pool {
  return (driver as unknown as { readonly master: pg.Pool }).master;
}

/** One connection of the pool. Statements given to it at the same time wait for each other. */
export class Connection {
  readonly #runner: QueryRunner;
  readonly #client: pg.PoolClient;
  #last: Promise<unknown> = Promise.resolve();
  #locks = false;

  private constructor(runner: QueryRunner, client: pg.PoolClient) {
    this.#runner = runner;
    this.#client = client;
  }

  /** @throws ConnectionLost */
  static async open(dataSource: DataSource): Promise<Connection> {
    const runner = dataSource.createQueryRunner();
    try {
      return new Connection(runner, (await runner.connect()) as pg.PoolClient);
    } catch (error) {
      await runner.release().catch(() => undefined);
      throw error instanceof pg.DatabaseError ? error : new ConnectionLost('no connection', { cause: error });
    }
  }

  /** @throws ConnectionLost, pg.DatabaseError */
  async query<Raw extends object>(text: string, parameters: readonly unknown[] = []): Promise<pg.QueryResult<Raw>> {
    const answer = this.#last.then(async () => this.#client.query<Raw>(text, [...parameters]));
    this.#last = answer.catch(() => undefined);
    try {
      return await answer;
    } catch (error) {
      if (error instanceof pg.DatabaseError) throw error;
      throw new ConnectionLost('the connection was lost', { cause: error });
    }
  }

  async sql<Raw extends object>(text: string, parameters?: readonly unknown[]): Promise<Raw[]> {
    return (await this.query<Raw>(text, parameters)).rows;
  }

  /** Hands the client to what has to stream, in its turn. */
  async stream<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    const answer = this.#last.then(async () => work(this.#client));
    this.#last = answer.catch(() => undefined);
    try {
      return await answer;
    } catch (error) {
      if (error instanceof pg.DatabaseError) throw error;
      throw new ConnectionLost('the connection was lost', { cause: error });
    }
  }

  /** Gives the connection back to the pool, without the session's locks. */
  async close(): Promise<void> {
    await this.#last;
    if (this.#locks) await this.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await this.#runner.release();
  }

  /** Takes a lock that many may share, until the connection closes. Waits for one that is held alone. */
  async shareLock(first: number, second: number): Promise<void> {
    this.#locks = true;
    await this.query('SELECT pg_advisory_lock_shared($1, $2)', [first, second]);
  }
}

/** Runs `work` in a transaction on a connection of its own; whatever it throws rolls back. */
export async function inTransaction<Result>(
  dataSource: DataSource,
  work: (connection: Connection) => Promise<Result>,
  begin = 'BEGIN',
): Promise<Result> {
  const connection = await Connection.open(dataSource);
  try {
    await connection.query(begin);
    const result = await work(connection);
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await connection.close();
  }
}

/** Runs `work` so that its failure undoes its own statements only. */
export async function inSavepoint<Result>(connection: Connection, work: () => Promise<Result>): Promise<Result> {
  await connection.query('SAVEPOINT attempt');
  try {
    const result = await work();
    await connection.query('RELEASE SAVEPOINT attempt');
    return result;
  } catch (error) {
    if (!(error instanceof ConnectionLost)) await connection.query('ROLLBACK TO SAVEPOINT attempt');
    throw error;
  }
}

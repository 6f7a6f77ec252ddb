import type { Position } from '#event-store';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Projection } from '../kernel/projection.ts';
import { Connection, inTransaction } from '../storage/connection.ts';
import { tableStatements } from '../storage/ddl.ts';
import {
  type Checkpoint,
  type Fingerprint,
  type Generation,
  type GenerationScope,
  type GenerationStatus,
  schemaOf,
} from './generation.ts';

/** First key of the advisory locks that say a generation is being built or read; the second is its number. */
export const GENERATION_LOCK = 5_203_110;

/** First key of the advisory locks of transactions that write a generation; the second is its number. */
export const WRITER_LOCK = 5_203_112;

export interface GenerationRecord {
  readonly number: number;
  readonly kind: 'live' | 'as-of';
  readonly study_id: string | null;
  readonly up_to_index: string | null;
  readonly tables: string;
  readonly projections: string;
  readonly status: GenerationStatus;
}

export const GENERATION_COLUMNS = 'number, kind, study_id, up_to_index, tables, projections, status';

export function generationOf(record: GenerationRecord): Generation {
  const { number, status, tables, projections } = record;
  const scope: GenerationScope =
    record.kind === 'live'
      ? { kind: 'live' }
      : { kind: 'as-of', studyId: record.study_id ?? '', upToIndex: Number(record.up_to_index) };
  return { number, scope, status, fingerprint: { tables, projections } };
}

/**
 * What tables and rows are made by. `timeZones` is the version of the time zone rules that this program knows: where a law
 * changed, due moments that are still to come are others, so everything is computed anew.
 */
export async function fingerprintOf(
  dataSource: DataSource,
  projections: readonly Projection[],
  timeZones: string = process.versions['tz'] ?? '',
): Promise<Fingerprint> {
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  const versions = projections.map(({ name, version }) => `${name} ${version}`).sort();
  return {
    tables: digest((await tableStatements(dataSource)).join('\n')),
    projections: digest([...versions, `time zones ${timeZones}`].join('\n')),
  };
}

/** The durable side of generations: which there are, and their checkpoints. */
export class GenerationStore {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  async live(): Promise<Generation | undefined> {
    return (await this.#find(`status = 'live'`))[0];
  }

  async asOf(
    studyId: string,
    upToIndex: number,
    { tables, projections }: Fingerprint,
  ): Promise<Generation | undefined> {
    const found = await this.#find(
      `kind = 'as-of' AND study_id = $1 AND up_to_index = $2 AND tables = $3 AND projections = $4 AND status IN ('building', 'ready')`,
      [studyId, upToIndex, tables, projections],
    );
    return found[0];
  }

  /**
   * Makes a schema with empty tables and its record. `builder` holds the generation's lock from before anybody can see it
   * until it closes, which also a crash does.
   * @returns undefined when the same moment of the same study is there already
   */
  async create(
    builder: Connection,
    scope: GenerationScope,
    status: 'building' | 'live',
    fingerprint: Fingerprint,
    projectionNames: readonly string[],
  ): Promise<Generation | undefined> {
    const [drawn] = await builder.sql<{ number: number }>(
      `SELECT nextval(pg_get_serial_sequence('read_model_generations', 'number'))::int AS number`,
    );
    const number = drawn?.number ?? 0;
    await builder.shareLock(GENERATION_LOCK, number);
    const statements = await tableStatements(this.#dataSource);
    const made = await inTransaction(this.#dataSource, async (connection) => {
      const [studyId, upTo] = scope.kind === 'as-of' ? [scope.studyId, scope.upToIndex] : [null, null];
      const { rowCount } = await connection.query(
        `INSERT INTO public.read_model_generations (number, kind, study_id, up_to_index, tables, projections, status)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        [number, scope.kind, studyId, upTo, fingerprint.tables, fingerprint.projections, status],
      );
      if (rowCount === 0) return false;
      await connection.query(
        `INSERT INTO public.read_model_checkpoints (generation, projection, position)
         SELECT $1, name, -1 FROM unnest($2::text[]) AS name`,
        [number, projectionNames],
      );
      await connection.query(`CREATE SCHEMA ${schemaOf(number)}`);
      await connection.query(`SET LOCAL search_path TO ${schemaOf(number)}, public`);
      for (const statement of statements) {
        if (status === 'live' || !isDeferrable(statement)) await connection.query(statement);
      }
      return true;
    });
    if (!made) await builder.query('SELECT pg_advisory_unlock_shared($1, $2)', [GENERATION_LOCK, number]);
    return made ? { number, scope, status, fingerprint } : undefined;
  }

  /** Makes the indexes that a generation was filled without. */
  async completeIndexes(number: number): Promise<void> {
    const statements = await tableStatements(this.#dataSource);
    await inTransaction(this.#dataSource, async (connection) => {
      await connection.query(`SET LOCAL search_path TO ${schemaOf(number)}, public`);
      for (const statement of statements) if (isDeferrable(statement)) await connection.query(statement);
      for (const table of tablesOf(statements)) await connection.query(`ANALYZE ${table}`);
    });
  }

  async checkpoints(number: number): Promise<ReadonlyMap<string, Checkpoint>> {
    return inTransaction(this.#dataSource, async (connection) => readCheckpoints(connection, number));
  }

  /** Of the live generation; empty before the first. */
  async liveCheckpoints(): Promise<ReadonlyMap<string, Checkpoint>> {
    const connection = await Connection.open(this.#dataSource);
    try {
      const rows = await connection.sql<CheckpointRecord>(
        `SELECT projection, position, problem FROM public.read_model_checkpoints
         WHERE generation = (SELECT number FROM public.read_model_generations WHERE status = 'live') ORDER BY projection`,
      );
      return checkpointsOf(rows);
    } finally {
      await connection.close();
    }
  }

  /**
   * Ends sessions that write a generation: for whoever leads now, when the one before hangs in the middle of a batch. Its rows are
   * rolled back with its checkpoints.
   * @returns how many there were
   */
  async endWriters(number: number): Promise<number> {
    return inTransaction(this.#dataSource, async (connection) => {
      const { rowCount } = await connection.query(
        `SELECT pg_terminate_backend(pid) FROM pg_locks
         WHERE locktype = 'advisory' AND classid = $1 AND objid = $2 AND objsubid = 2 AND pid <> pg_backend_pid()
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        [WRITER_LOCK, number],
      );
      return rowCount ?? 0;
    });
  }

  /** Lets stopped projections try again. */
  async clearProblems(number: number): Promise<void> {
    await inTransaction(this.#dataSource, async (connection) => {
      await connection.query('UPDATE public.read_model_checkpoints SET problem = NULL WHERE generation = $1', [number]);
    });
  }

  async setReady(number: number): Promise<void> {
    await inTransaction(this.#dataSource, async (connection) => {
      await connection.query(`UPDATE public.read_model_generations SET status = 'ready' WHERE number = $1`, [number]);
    });
  }

  async touch(number: number): Promise<void> {
    await inTransaction(this.#dataSource, async (connection) => {
      await connection.query('UPDATE public.read_model_generations SET last_used_at = now() WHERE number = $1', [
        number,
      ]);
    });
  }

  async retire(number: number): Promise<void> {
    await inTransaction(this.#dataSource, async (connection) => {
      await connection.query(
        `UPDATE public.read_model_generations SET status = 'retired', retired_at = now() WHERE number = $1 AND status <> 'retired'`,
        [number],
      );
    });
  }

  /** Retires the least recently used moments beyond the budget. */
  async evictAsOf(budget: number): Promise<void> {
    await inTransaction(this.#dataSource, async (connection) => {
      await connection.query(
        `UPDATE public.read_model_generations SET status = 'retired', retired_at = now() WHERE number IN (
           SELECT number FROM public.read_model_generations WHERE kind = 'as-of' AND status = 'ready'
           ORDER BY last_used_at DESC, number DESC OFFSET $1)`,
        [budget],
      );
    });
  }

  /**
   * Drops generations that were retired at least so long ago, and those whose builder is gone. One that somebody reads is
   * left for the next time.
   * @param graceMs null: only those whose builder is gone
   * @returns the numbers that were dropped
   */
  async cleanUp(graceMs: number | null): Promise<readonly number[]> {
    const candidates = await this.#find(
      `status = 'building' OR (status = 'retired' AND retired_at <= now() - make_interval(secs => $1))`,
      [graceMs === null ? null : graceMs / 1000],
    );
    const dropped: number[] = [];
    for (const { number } of candidates) if (await this.#drop(number)) dropped.push(number);
    return dropped;
  }

  async #drop(number: number): Promise<boolean> {
    return inTransaction(this.#dataSource, async (connection) => {
      const [lock] = await connection.sql<{ free: boolean }>('SELECT pg_try_advisory_xact_lock($1, $2) AS free', [
        GENERATION_LOCK,
        number,
      ]);
      if (lock?.free !== true) return false;
      const { rowCount } = await connection.query(
        `DELETE FROM public.read_model_generations WHERE number = $1 AND status IN ('building', 'retired')`,
        [number],
      );
      if (rowCount === 0) return false;
      await connection.query(`DROP SCHEMA IF EXISTS ${schemaOf(number)} CASCADE`);
      return true;
    });
  }

  async #find(where: string, parameters: readonly unknown[] = []): Promise<readonly Generation[]> {
    const text = `SELECT ${GENERATION_COLUMNS} FROM public.read_model_generations WHERE ${where} ORDER BY number`;
    return inTransaction(this.#dataSource, async (connection) =>
      (await connection.sql<GenerationRecord>(text, parameters)).map(generationOf),
    );
  }
}

/** Gives up every table that was made, in a transaction of the caller's: they are of a log that is no longer followed. */
export async function retireGenerations(client: pg.ClientBase): Promise<void> {
  await client.query(
    `UPDATE public.read_model_generations SET status = 'retired', retired_at = now() WHERE status IN ('live', 'ready')`,
  );
}

/** While a generation is filled only its streams are looked up: indexes that begin otherwise are faster made afterwards. */
function isDeferrable(statement: string): boolean {
  return statement.startsWith('CREATE INDEX') && !statement.includes('("stream"');
}

function tablesOf(statements: readonly string[]): readonly string[] {
  return statements.flatMap((statement) => /^CREATE TABLE ("\w+")/.exec(statement)?.[1] ?? []);
}

interface CheckpointRecord {
  readonly projection: string;
  readonly position: string;
  readonly problem: string | null;
}

const checkpointsOf = (rows: readonly CheckpointRecord[]): ReadonlyMap<string, Checkpoint> =>
  new Map(
    rows.map(({ projection, position, problem }) => [projection, { position: BigInt(position) as Position, problem }]),
  );

export async function readCheckpoints(
  connection: Connection,
  number: number,
): Promise<ReadonlyMap<string, Checkpoint>> {
  const rows = await connection.sql<CheckpointRecord>(
    'SELECT projection, position, problem FROM public.read_model_checkpoints WHERE generation = $1 ORDER BY projection',
    [number],
  );
  return checkpointsOf(rows);
}

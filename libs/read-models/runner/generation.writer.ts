import { BEGINNING, type Position } from '#event-store';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import {
  CheckpointMoved,
  type Checkpoint,
  type Generation,
  GenerationReplaced,
  schemaOf,
} from '../generations/generation.ts';
import { readCheckpoints, WRITER_LOCK } from '../generations/generation.store.ts';
import type { Projection } from '../kernel/projection.ts';
import { type Connection, inSavepoint, inTransaction, isPassing } from '../storage/connection.ts';
import { deriveAll, deriveBatch } from './derivation.batch.ts';
import { FACTS, recordFacts } from './fact.recorder.ts';
import { foldBatch, foldFilter } from './fold.batch.ts';
import type { LogBatch, LogEvent } from './log.event.ts';
import type { TableRegistry } from './table.registry.ts';

/** How far a projection got with a batch. */
interface Progress {
  readonly position: Position;
  readonly problem: string | null;
}

/**
 * Writes batches of the log into one generation: rows and checkpoints of all projections in one transaction, each
 * projection undone alone when it fails. Exactly once in effect, whoever else is writing.
 */
export class GenerationWriter {
  readonly generation: Generation;
  readonly #dataSource: DataSource;
  readonly #tables: TableRegistry;
  readonly #projections: readonly Projection[];
  readonly #concerns: ReadonlyMap<string, (event: LogEvent) => boolean>;
  #checkpoints: ReadonlyMap<string, Checkpoint> = new Map();

  private constructor(
    generation: Generation,
    dataSource: DataSource,
    tables: TableRegistry,
    projections: readonly Projection[],
  ) {
    this.generation = generation;
    this.#dataSource = dataSource;
    this.#tables = tables;
    this.#projections = projections;
    this.#concerns = new Map(
      projections.map((projection) => [
        projection.name,
        projection.kind === 'fold' ? foldFilter(projection) : () => true,
      ]),
    );
  }

  static async open(
    generation: Generation,
    dataSource: DataSource,
    tables: TableRegistry,
    projections: readonly Projection[],
  ): Promise<GenerationWriter> {
    const writer = new GenerationWriter(generation, dataSource, tables, projections);
    writer.#checkpoints = await inTransaction(dataSource, async (connection) =>
      readCheckpoints(connection, generation.number),
    );
    return writer;
  }

  get checkpoints(): ReadonlyMap<string, Checkpoint> {
    return this.#checkpoints;
  }

  /** Where to read on: everything up to here is in the rows of every projection that runs. */
  get position(): Position {
    const running = [...this.#checkpoints.values()].filter(({ problem }) => problem === null);
    return running
      .map(({ position }) => position)
      .reduce((low, position) => (position < low ? position : low), this.#furthest());
  }

  /** Log index of the last event at or before a position of this generation, from its own facts; 0 before the first. */
  async indexAt(position: Position): Promise<number> {
    return inTransaction(this.#dataSource, async (connection) => {
      await this.#enter(connection);
      return indexAt(connection, position);
    });
  }

  /**
   * Applies a batch; events a projection has had are skipped.
   * @param derive false while a generation is being filled: derivations are then made once, at the end, by `deriveAll`
   * @throws CheckpointMoved, GenerationReplaced; whatever passes (a lost connection): nothing was written then
   */
  async apply(batch: LogBatch, derive = true): Promise<void> {
    const before = this.#checkpoints;
    const after = await inTransaction(this.#dataSource, async (connection) => {
      await this.#enter(connection);
      await this.#takeCheckpoints(connection);
      const progress = new Map<string, Progress>();
      progress.set(FACTS, await this.#record(connection, batch));
      for (const projection of this.#projections) {
        if (projection.kind === 'derivation' && !derive) continue;
        const checkpoint = before.get(projection.name);
        if (checkpoint === undefined || checkpoint.problem !== null || checkpoint.position >= batch.position) continue;
        progress.set(projection.name, await this.#project(connection, projection, checkpoint.position, batch));
      }
      await this.#move(connection, before, progress);
      return new Map([...before, ...progress]);
    });
    this.#checkpoints = after;
  }

  /** Makes every derivation's rows at the position of the facts. */
  async deriveAll(): Promise<void> {
    const before = this.#checkpoints;
    const upTo = before.get(FACTS)?.position ?? BEGINNING;
    this.#checkpoints = await inTransaction(this.#dataSource, async (connection) => {
      await this.#enter(connection);
      await this.#takeCheckpoints(connection);
      const progress = new Map<string, Progress>();
      for (const projection of this.#projections) {
        if (projection.kind !== 'derivation') continue;
        await deriveAll(connection, this.#tables, projection, upTo);
        progress.set(projection.name, { position: upTo, problem: null });
      }
      await this.#move(connection, before, progress);
      return new Map([...before, ...progress]);
    });
  }

  /** Joins the generation's schema, and keeps it from being swapped out until the transaction ends. */
  async #enter(connection: Connection): Promise<void> {
    const { number } = this.generation;
    const [found] = await connection.sql<{ status: string }>(
      `SELECT status, pg_advisory_xact_lock_shared($2, $1) FROM public.read_model_generations WHERE number = $1 FOR KEY SHARE`,
      [number, WRITER_LOCK],
    );
    if (found === undefined || found.status === 'retired') {
      throw new GenerationReplaced(`generation ${number} was replaced`);
    }
    await connection.query(`SET LOCAL search_path TO ${schemaOf(number)}, public`);
  }

  /** Waits for another writer's batch to end, and gives way when it moved what this one builds upon. */
  async #takeCheckpoints(connection: Connection): Promise<void> {
    const rows = await connection.sql<{ projection: string; position: string }>(
      'SELECT projection, position FROM public.read_model_checkpoints WHERE generation = $1 ORDER BY projection FOR UPDATE',
      [this.generation.number],
    );
    const isMine = ({ projection, position }: { projection: string; position: string }): boolean =>
      String(this.#checkpoints.get(projection)?.position) === position;
    if (!rows.every(isMine)) throw this.#moved();
  }

  #moved(): CheckpointMoved {
    return new CheckpointMoved(`another runner writes generation ${this.generation.number}`);
  }

  async #record(connection: Connection, batch: LogBatch): Promise<Progress> {
    const position = this.#checkpoints.get(FACTS)?.position ?? BEGINNING;
    if (position >= batch.position) return { position, problem: null };
    await recordFacts(
      connection,
      this.#tables,
      batch.events.filter((event) => event.position > position),
    );
    return { position: batch.position, problem: null };
  }

  async #project(connection: Connection, projection: Projection, from: Position, batch: LogBatch): Promise<Progress> {
    const concerns = this.#concerns.get(projection.name) ?? (() => true);
    const own = batch.events.filter((event) => event.position > from && concerns(event));
    const { position, problem } = await this.#attempt(connection, projection, own, from);
    return problem === null ? { position: batch.position, problem } : { position, problem };
  }

  /** All events, or, when that fails, those before the one that cannot be projected. */
  async #attempt(
    connection: Connection,
    projection: Projection,
    events: readonly LogEvent[],
    from: Position,
  ): Promise<Progress> {
    const last = events.at(-1);
    if (last === undefined) return { position: from, problem: null };
    const upTo = last.position;
    try {
      await inSavepoint(connection, async () =>
        projection.kind === 'fold'
          ? foldBatch(connection, this.#tables, projection, events, upTo)
          : deriveBatch(connection, this.#tables, projection, events, { from, upTo }),
      );
      return { position: upTo, problem: null };
    } catch (error) {
      if (isPassing(error)) throw error;
      if (events.length === 1) return { position: from, problem: describe(error, last) };
      const half = Math.ceil(events.length / 2);
      const first = await this.#attempt(connection, projection, events.slice(0, half), from);
      return first.problem === null ? this.#attempt(connection, projection, events.slice(half), first.position) : first;
    }
  }

  /** The one place where checkpoints move: from exactly where they were, or not at all. */
  async #move(
    connection: Connection,
    before: ReadonlyMap<string, Checkpoint>,
    progress: ReadonlyMap<string, Progress>,
  ): Promise<void> {
    const moves = [...progress].map(([name, { position, problem }]) => ({
      ...{ name, problem },
      old: String(before.get(name)?.position ?? BEGINNING),
      new: String(position),
    }));
    const { rowCount } = await connection.query(
      `UPDATE public.read_model_checkpoints c SET position = m.new, problem = m.problem, updated_at = now()
       FROM json_to_recordset($2::json) AS m(name text, old bigint, new bigint, problem text)
       WHERE c.generation = $1 AND c.projection = m.name AND c.position = m.old`,
      [this.generation.number, JSON.stringify(moves)],
    );
    if (rowCount !== moves.length) throw this.#moved();
  }

  #furthest(): Position {
    return this.#checkpoints.get(FACTS)?.position ?? BEGINNING;
  }
}

export async function indexAt(connection: Connection, position: Position): Promise<number> {
  const [last] = await connection.sql<{ log_index: string }>(
    'SELECT log_index FROM facts WHERE position <= $1::bigint ORDER BY position DESC LIMIT 1',
    [String(position)],
  );
  return last === undefined ? 0 : Number(last.log_index);
}

/** Which event and what kind of error; never content. */
function describe(error: unknown, { stored }: LogEvent): string {
  const code =
    error instanceof pg.DatabaseError ? ` ${error.code ?? ''} ${error.constraint ?? error.column ?? ''}`.trimEnd() : '';
  const name = error instanceof Error ? error.constructor.name : typeof error;
  return `${name}${code} at ${stored.type} ${stored.id} (revision ${stored.revision}, position ${stored.position})`;
}

import type { Position } from '#event-store';
import type { DataSource } from 'typeorm';
import { type Fingerprint, type Generation, schemaOf } from '../generations/generation.ts';
import {
  GENERATION_COLUMNS,
  GENERATION_LOCK,
  generationOf,
  type GenerationRecord,
  readCheckpoints,
} from '../generations/generation.store.ts';
import type { EntityClass } from '../kernel/projection.ts';
import type { ReadSubject, Scope } from '../scope/scope.ts';
import { type ScopedTables, scopedTables } from '../scope/scoped.statement.ts';
import { indexAt } from '../runner/generation.writer.ts';
import type { TableRegistry } from '../runner/table.registry.ts';
import { Connection } from '../storage/connection.ts';
import type { Table } from '../storage/table.ts';
import type { ReadSnapshot } from './read-snapshot.ts';
import { InvalidRead, ReadModelsPreparing } from './read.error.ts';

export interface SnapshotSource {
  readonly dataSource: DataSource;
  readonly tables: TableRegistry;
  readonly fingerprint: Fingerprint;
}

/** A snapshot over one connection, which it gives back when closed. */
class DatabaseSnapshot implements ReadSnapshot {
  #closed: Promise<void> | undefined;

  constructor(
    readonly logIndex: number,
    readonly positions: ReadonlyMap<string, Position>,
    readonly position: Position,
    readonly studyId: string | null,
    private readonly connection: Connection,
    private readonly tables: TableRegistry,
    private readonly scoped: ScopedTables | undefined,
  ) {}

  table<Row extends object>(entity: EntityClass<Row>): Table<Row> {
    return this.tables.of(entity);
  }

  sql<Raw extends object>(text: string, parameters?: readonly unknown[]): Promise<Raw[]> {
    return this.#run(text, parameters);
  }

  computing(subject: ReadSubject): Pick<ReadSnapshot, 'sql'> {
    return { sql: (text, parameters) => this.#run(text, parameters, subject) };
  }

  async #run<Raw extends object>(
    text: string,
    parameters: readonly unknown[] = [],
    computing?: ReadSubject,
  ): Promise<Raw[]> {
    if (this.#closed !== undefined) throw new Error('the snapshot is closed');
    // PostgreSQL would refuse it, and so end the snapshot for everything else that is asked of it.
    if (parameters.flat().some(isUnstorable)) throw new InvalidRead('argument', 'is not text that can be stored');
    if (this.scoped === undefined) return this.connection.sql<Raw>(text, parameters);
    const statement = this.scoped.statement(text, parameters, computing);
    return this.connection.sql<Raw>(statement.text, statement.parameters);
  }

  close(): Promise<void> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #end(): Promise<void> {
    await this.connection.query('ROLLBACK').catch(() => undefined);
    await this.connection.close();
  }
}

function isUnstorable(value: unknown): boolean {
  return typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed());
}

/**
 * Opens a snapshot of the live generation, or of one that was made for a moment.
 * @throws ReadModelsPreparing while there are no tables that this software can read
 */
export async function openDatabaseSnapshot(
  source: SnapshotSource,
  reader: Scope,
  asOf?: Generation,
): Promise<ReadSnapshot> {
  const connection = await Connection.open(source.dataSource);
  try {
    await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const generation = await enter(connection, source, asOf);
    const checkpoints = await readCheckpoints(connection, generation.number);
    const positions = new Map([...checkpoints].map(([name, { position }]) => [name, position]));
    const position = [...positions.values()].reduce((low, one) => (one < low ? one : low));
    const { scope } = generation;
    const logIndex = scope.kind === 'as-of' ? scope.upToIndex : await indexAt(connection, position);
    const studyId = scope.kind === 'as-of' ? scope.studyId : null;
    const scoped = scopedTables(reader, schemaOf(generation.number), source.tables.byName());
    // Nothing is found by its plain name any more but what a scoped statement brings along.
    if (scoped !== undefined) await connection.query('SET LOCAL search_path TO pg_catalog');
    return new DatabaseSnapshot(logIndex, positions, position, studyId, connection, source.tables, scoped);
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => undefined);
    await connection.close();
    throw error;
  }
}

/** Takes a share in the generation, so that its tables outlive this transaction, and looks into its schema. */
async function enter(connection: Connection, { fingerprint }: SnapshotSource, asOf?: Generation): Promise<Generation> {
  const where = asOf === undefined ? `status = 'live'` : `number = ${asOf.number} AND status = 'ready'`;
  const [record] = await connection.sql<GenerationRecord>(
    `SELECT ${GENERATION_COLUMNS} FROM public.read_model_generations WHERE ${where}`,
  );
  const what = asOf === undefined ? 'the first set of read models' : 'that moment';
  if (record === undefined) throw new ReadModelsPreparing(what);
  const generation = generationOf(record);
  // Older tables with the columns of newer entities would answer wrongly or not at all.
  if (generation.fingerprint.tables !== fingerprint.tables)
    throw new ReadModelsPreparing('a new form of the read models');
  const schema = schemaOf(generation.number);
  const [found] = await connection.sql<{ there: boolean }>(
    `SELECT pg_advisory_xact_lock_shared($1, $2) IS NOT NULL AND to_regnamespace($3) IS NOT NULL AS there`,
    [GENERATION_LOCK, generation.number, schema],
  );
  if (found?.there !== true) throw new ReadModelsPreparing(what);
  await connection.query(`SET LOCAL search_path TO ${schema}, public`);
  return generation;
}

/** A read side over a throw-away database, and what its tables hold. */
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { EventStore } from '#event-store';
import { Ledger, ledgerMigrations } from '#ledger';
import {
  readModelEntities,
  readModelMigrations,
  ReadModels,
  type ReadModelsOptions,
  type ReadSnapshot,
  type RunnerLog,
  EVERYTHING,
  type SnapshotRequest,
} from '#read-models';
import { createDatabase, type TestDatabase } from '../postgres.ts';

type Choices = Partial<Pick<ReadModelsOptions, 'projections' | 'asOfBudget' | 'graceMs' | 'log'>>;

export interface LogLine {
  readonly level: keyof RunnerLog;
  readonly details: object;
  readonly message: string;
}

/** One database with a ledger that runs; read models are opened over it, several if need be, as processes would. */
export class ReadSide {
  readonly lines: LogLine[] = [];
  readonly #opened: ReadModels[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly dataSource: DataSource,
    readonly store: EventStore,
    readonly ledger: Ledger,
    readonly pool: pg.Pool,
    private readonly ending: AbortController,
    private readonly numbering: Promise<void>,
  ) {}

  static async open(store: EventStore): Promise<ReadSide> {
    const database = await createDatabase();
    const dataSource = await new DataSource({
      type: 'postgres',
      url: database.url,
      entities: readModelEntities,
      migrations: [...ledgerMigrations, ...readModelMigrations],
      migrationsRun: true,
      poolSize: 12,
    }).initialize();
    const pool = new pg.Pool({ connectionString: database.url, max: 4 });
    pool.on('error', () => undefined);
    const ledger = new Ledger({ store, pool });
    const ending = new AbortController();
    return new ReadSide(database, dataSource, store, ledger, pool, ending, ledger.run(ending.signal));
  }

  async readModels(choices: Choices = {}): Promise<ReadModels> {
    const { dataSource, store, ledger } = this;
    const say =
      (level: keyof RunnerLog) =>
      (details: object, message: string): void =>
        void this.lines.push({ level, details, message });
    const log: RunnerLog = { info: say('info'), warn: say('warn'), error: say('error') };
    const opened = await ReadModels.open({ dataSource, store, ledger, log, ...choices });
    this.#opened.push(opened);
    return opened;
  }

  /** Starts read models and waits until they have caught up. */
  async running(choices: Choices = {}): Promise<ReadModels> {
    const models = await this.readModels(choices);
    models.start();
    await models.waitFor(await this.store.head(), 60_000);
    return models;
  }

  /** @param keepStore the store is somebody else's to close */
  async close({ keepStore = false } = {}): Promise<void> {
    for (const models of this.#opened) await models.stop();
    this.ending.abort();
    if (!keepStore) await this.store.close();
    await this.numbering;
    await this.pool.end();
    await this.dataSource.destroy();
    await this.database.drop();
  }
}

/** Every row of every table a snapshot sees, as text, in an order of its own: equal contents are equal values. */
export async function contentsOf(snapshot: ReadSnapshot): Promise<Record<string, readonly string[]>> {
  const contents: Record<string, readonly string[]> = {};
  for (const entity of readModelEntities) {
    const { name } = snapshot.table<object>(entity);
    const rows = await snapshot.sql<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM ${name} t ORDER BY to_jsonb(t)::text COLLATE "C"`,
    );
    contents[name] = rows.map(({ row }) => row);
  }
  return contents;
}

/** Opens a snapshot for as long as `read` takes. */
export async function reading<Result>(
  models: ReadModels,
  request: Partial<SnapshotRequest>,
  read: (snapshot: ReadSnapshot) => Promise<Result>,
): Promise<Result> {
  const snapshot = await models.openSnapshot({ scope: EVERYTHING, ...request });
  try {
    return await read(snapshot);
  } finally {
    await snapshot.close();
  }
}

import { type EventStore, PostgresEventStore } from '#event-store';
import { Ledger } from '#ledger';
import { ReadModels } from '#read-models';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import type { CommandExecutorOptions } from '../execute/command.executor.ts';
import type { Log } from '../logging/log.ts';
import { KeyDestructionLedger } from '../sealing/key-destruction.ledger.ts';
import { ParticipantKeys } from '../sealing/participant.keys.ts';
import { PostgresKeyStore } from '../sealing/postgres.key-store.ts';

export interface EngineParts {
  readonly config: Pick<Config, 'masterKey' | 'keyDestructionLedger'>;
  readonly log: Log;
  /** Opened with `engineEntities` and every migration. */
  readonly database: Pick<Database, 'pool' | 'dataSource'>;
}

/**
 * The log with everything that writes and reads it, over one database: what an API, a projector and an operator's command
 * share. Opening it starts nothing; `start` numbers the log and runs the projections.
 */
export class Engine {
  readonly #log: Log;
  readonly #stopping = new AbortController();
  #numbering: Promise<void> | undefined;
  #problem: string | null = null;

  private constructor(
    readonly store: EventStore,
    readonly ledger: Ledger,
    readonly readModels: ReadModels,
    readonly keys: ParticipantKeys,
    log: Log,
  ) {
    this.#log = log;
  }

  /** @throws StartupError for the operator, StoreUnavailable */
  static async open({ config, log, database: { pool, dataSource } }: EngineParts): Promise<Engine> {
    const tell = (message: string): void => log.warn(message);
    const keys = await ParticipantKeys.open({
      masterKey: config.masterKey,
      store: new PostgresKeyStore(dataSource),
      ledger: await KeyDestructionLedger.open(config.keyDestructionLedger),
    });
    const store = await PostgresEventStore.open({ pool, log: tell });
    const ledger = new Ledger({ store, pool, log: tell });
    const readModels = await ReadModels.open({ dataSource, store, ledger, log });
    return new Engine(store, ledger, readModels, keys, log);
  }

  /** What the command handler needs. */
  get executor(): CommandExecutorOptions {
    return { store: this.store, keys: this.keys, log: this.#log };
  }

  /** Why the log is no longer numbered; null while all is well. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Numbers the log and runs the projections in this process, or stands by while another does. */
  start(): void {
    this.#numbering ??= this.ledger.run(this.#stopping.signal).catch((err: unknown) => {
      this.#problem = err instanceof Error ? err.name : 'numbering failed';
      this.#log.error({ err }, 'The log is no longer numbered');
    });
    this.readModels.start();
  }

  /** Lets what is under way finish. The database stays the caller's. May be called again. */
  async close(): Promise<void> {
    await this.readModels.stop();
    this.#stopping.abort();
    await this.#numbering;
    await this.store.close();
  }
}

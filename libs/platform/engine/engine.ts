import {
  type EngineName,
  type EventStore,
  openEventStore,
  type OpenedEventStore,
  type Position,
  PostgresEventStore,
  StoreUnavailable,
} from '#event-store';
import { adoptLog, Ledger, LedgerBehind, LedgerOfAnotherLog, refuseOtherLog } from '#ledger';
import { hasLeader, ReadModels, retireGenerations } from '#read-models';
import type pg from 'pg';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import type { CommandExecutorOptions } from '../execute/command.executor.ts';
import type { Log } from '../logging/log.ts';
import { KeyDestructionLedger } from '../sealing/key-destruction.ledger.ts';
import { ParticipantKeys } from '../sealing/participant.keys.ts';
import { PostgresKeyStore } from '../sealing/postgres.key-store.ts';
import { StartupError } from '../startup.error.ts';
import { Numbering, type NumberingState } from './numbering.ts';

export interface EngineParts {
  readonly config: Pick<Config, 'masterKey' | 'keyDestructionLedger'> & Partial<Pick<Config, 'eventStoreUrl'>>;
  readonly log: Log;
  /** Opened with `engineEntities` and every migration. */
  readonly database: Pick<Database, 'pool' | 'dataSource'>;
  /**
   * Carries the numbering over when the log is a copy of the one that was numbered, instead of refusing it, and gives up the tables
   * that were made from that.
   */
  readonly adopt?: boolean;
}

/**
 * The log with everything that writes and reads it, over one database: what an API, a projector and an operator's command
 * share. Opening it starts nothing; `start` numbers the log and runs the projections.
 */
export class Engine {
  readonly #log: Log;
  readonly #pool: pg.Pool;
  readonly #numbering: Numbering;
  readonly store: EventStore;

  private constructor(
    private readonly opened: OpenedEventStore,
    readonly ledger: Ledger,
    readonly readModels: ReadModels,
    readonly keys: ParticipantKeys,
    log: Log,
    pool: pg.Pool,
  ) {
    this.store = opened.store;
    this.#log = log;
    this.#pool = pool;
    this.#numbering = new Numbering({ ledger, pool, log });
  }

  /** @throws StartupError for the operator, StoreUnavailable */
  static async open({ config, log, database: { pool, dataSource }, adopt = false }: EngineParts): Promise<Engine> {
    const tell = (message: string): void => log.warn(message);
    const keys = await ParticipantKeys.open({
      masterKey: config.masterKey,
      store: new PostgresKeyStore(dataSource),
      ledger: await KeyDestructionLedger.open(config.keyDestructionLedger),
    });
    const opened = await openStore({ url: config.eventStoreUrl, pool, tell });
    const { store } = opened;
    try {
      await (adopt ? adoptLog({ store, pool }, retireGenerations) : refuseOtherLog({ store, pool }));
    } catch (error) {
      await opened.close();
      throw error instanceof LedgerOfAnotherLog ? new StartupError(movedLog(error, adopt)) : error;
    }
    const ledger = new Ledger({ store, pool, log: tell });
    const readModels = await ReadModels.open({ dataSource, store, ledger, log });
    return new Engine(opened, ledger, readModels, keys, log, pool);
  }

  /** What the command handler needs. */
  get executor(): CommandExecutorOptions {
    const numberedTo = (position: Position): Promise<number | undefined> => this.#numberedTo(position);
    return { store: this.store, keys: this.keys, log: this.#log, numberedTo };
  }

  async #numberedTo(position: Position): Promise<number | undefined> {
    try {
      await this.ledger.waitFor(position);
      return Number((await this.ledger.head()).index);
    } catch (error) {
      if (error instanceof LedgerBehind) return undefined;
      throw error;
    }
  }

  /** What keeps the log. */
  get storeEngine(): EngineName {
    return this.opened.engine;
  }

  /** How the numbering of the log is in this process. */
  get numbering(): NumberingState {
    return this.#numbering.state;
  }

  /** Whether some process numbers the log, this one or another. */
  async isNumbered(): Promise<boolean> {
    return hasLeader(this.#pool, 'numbering');
  }

  /** Numbers the log and runs the projections in this process, or stands by while another does. */
  start(): void {
    this.#numbering.start();
    this.readModels.start();
  }

  /** Lets what is under way finish. The database stays the caller's. May be called again. */
  async close(): Promise<void> {
    await this.readModels.stop();
    await this.#numbering.stop();
    await this.opened.close();
  }
}

function movedLog({ message }: LedgerOfAnotherLog, adopting: boolean): string {
  const what = 'EVENTSTORE_URL and DATABASE_URL: the log is not the one that this database has numbered';
  const how = adopting
    ? 'Copy that log first.'
    : 'Put back the log that it was, or, when this one was made by `npm run cli -- log copy`, run `npm run cli -- log adopt`.';
  return `${what}: ${message}. ${how}`;
}

interface StoreChoice {
  readonly url: string | undefined;
  readonly pool: pg.Pool;
  readonly tell: (message: string) => void;
}

/** @throws StartupError naming the variable whose event store cannot be used */
async function openStore({ url, pool, tell }: StoreChoice): Promise<OpenedEventStore> {
  if (url === undefined) {
    const store = await PostgresEventStore.open({ pool, log: tell });
    return { store, engine: 'postgresql', close: () => store.close() };
  }
  try {
    return await openEventStore(url, { log: tell });
  } catch (error) {
    if (error instanceof StoreUnavailable) throw new StartupError(`EVENTSTORE_URL: ${error.message}`, { cause: error });
    throw error;
  }
}

import type { EventStore, Position } from '#event-store';
import { type Ledger, LedgerBehind } from '#ledger';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { AsOfGenerations } from './generations/as-of.generations.ts';
import { type BuildReport, rebuildLive, type Workshop } from './generations/generation.builder.ts';
import { fingerprintOf, GenerationStore } from './generations/generation.store.ts';
import type { Projection } from './kernel/projection.ts';
import { projections as allProjections } from './read-models.catalogue.ts';
import { readHealth, type ReadModelsHealth } from './runner/health.ts';
import { Projector, type RunnerLog } from './runner/projector.ts';
import { TableRegistry } from './runner/table.registry.ts';
import { openDatabaseSnapshot } from './snapshot/database.snapshot.ts';
import type { ReadSnapshot, SnapshotRequest } from './snapshot/read-snapshot.ts';
import { InvalidRead, ReadModelsBehind, UnknownLogIndex } from './snapshot/read.error.ts';
import { poolOf } from './storage/connection.ts';

export interface ReadModelsOptions {
  /** With `readModelEntities` as entities, `readModelMigrations` applied; the caller's to end. */
  readonly dataSource: DataSource;
  readonly store: EventStore;
  /** Of the same log; somebody has to `run` it. */
  readonly ledger: Ledger;
  readonly log?: RunnerLog;
  /** How many past moments are kept ready; the least recently used goes first. 8. */
  readonly asOfBudget?: number;
  /** How long retired tables are kept at least, in milliseconds. 60,000. */
  readonly graceMs?: number;
  /** Instead of all of this software's: for specs. */
  readonly projections?: readonly Projection[];
}

const TIMEOUT_MS = 5_000;
const QUIET: RunnerLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The read side: keeps the tables up with the log, rebuilds them, and opens views of them, now or as of an index. */
export class ReadModels {
  readonly #workshop: Workshop;
  readonly #ledger: Ledger;
  readonly #projector: Projector;
  readonly #asOf: AsOfGenerations;

  private constructor(workshop: Workshop, options: ReadModelsOptions) {
    this.#workshop = workshop;
    this.#ledger = options.ledger;
    this.#projector = new Projector({ ...workshop, log: options.log ?? QUIET, graceMs: options.graceMs ?? 60_000 });
    this.#asOf = new AsOfGenerations(workshop, options.asOfBudget ?? 8);
  }

  static async open(options: ReadModelsOptions): Promise<ReadModels> {
    const { dataSource, store, projections = allProjections } = options;
    const workshop: Workshop = {
      ...{ dataSource, store, projections },
      generations: new GenerationStore(dataSource),
      tables: new TableRegistry(dataSource),
      fingerprint: await fingerprintOf(dataSource, projections),
    };
    return new ReadModels(workshop, options);
  }

  /** Runs the projections in this process, or stands by while another does. Stopped projections try again. */
  start(): void {
    this.#projector.start();
  }

  /** Lets the batch under way finish, and builds of past moments. Reading goes on to work. */
  async stop(): Promise<void> {
    await this.#projector.stop();
    await this.#asOf.settled();
  }

  /**
   * One consistent view. Close it.
   * @throws InvalidRead, UnknownLogIndex, ReadModelsBehind, ReadModelsPreparing
   */
  async openSnapshot(request: SnapshotRequest): Promise<ReadSnapshot> {
    const timeoutMs = request.timeoutMs ?? TIMEOUT_MS;
    const deadline = performance.now() + timeoutMs;
    if (request.after !== undefined) await this.#caughtUp(request.after, timeoutMs, deadline);
    if (request.asOf === undefined) return openDatabaseSnapshot(this.#workshop, request.scope);
    const { studyId } = request;
    if (studyId === undefined) throw new InvalidRead('studyId', 'must be given with asOf');
    const index = await this.#indexOf(request.asOf);
    const upTo = await this.#positionOf(index);
    await this.#caughtUp(upTo, timeoutMs, deadline);
    const past = await this.#asOf.ready({ studyId, upToIndex: index, upTo }, deadline);
    return openDatabaseSnapshot(this.#workshop, request.scope, past);
  }

  /** Waits until every projection and the ledger have come to a position, whichever process runs them. @throws ReadModelsBehind */
  async waitFor(position: Position, timeoutMs: number = TIMEOUT_MS): Promise<void> {
    await this.#caughtUp(position, timeoutMs, performance.now() + timeoutMs);
  }

  /**
   * Fills new live tables beside the present ones and swaps them in; works from any process while another runs.
   * @throws BuildFailed when an event cannot be projected: the present tables stay
   */
  async rebuild(signal?: AbortSignal): Promise<BuildReport> {
    return rebuildLive(this.#workshop, signal);
  }

  async health(): Promise<ReadModelsHealth> {
    const { store, generations, dataSource } = this.#workshop;
    return readHealth({
      store,
      ledger: this.#ledger,
      generations,
      pool: poolOf(dataSource),
      runner: this.#projector,
    });
  }

  async #caughtUp(position: Position, timeoutMs: number, deadline: number): Promise<void> {
    const head = await this.#workshop.store.head();
    if (position > head) throw new InvalidRead('after', 'is a position beyond the end of the log');
    for (let pause = 2; ; pause = Math.min(50, pause * 1.5)) {
      const behind = await this.#behind(position);
      if (behind.length === 0) break;
      if (performance.now() + pause > deadline) throw new ReadModelsBehind(timeoutMs, behind);
      await sleep(pause);
    }
    try {
      await this.#ledger.waitFor(position, { timeoutMs: Math.max(0, deadline - performance.now()) });
    } catch (error) {
      throw error instanceof LedgerBehind ? new ReadModelsBehind(timeoutMs, ['ledger']) : error;
    }
  }

  async #behind(position: Position): Promise<readonly string[]> {
    const { generations } = this.#workshop;
    const rows = await generations.liveCheckpoints();
    if (rows.size === 0) return ['all'];
    return [...rows].filter(([, checkpoint]) => checkpoint.position < position).map(([name]) => name);
  }

  /** @throws UnknownLogIndex, InvalidRead */
  async #indexOf(asOf: number | { readonly time: string }): Promise<number> {
    if (typeof asOf !== 'number') {
      const time = new Date(asOf.time);
      if (Number.isNaN(time.getTime())) throw new InvalidRead('asOf', 'is not a moment (ISO 8601, UTC)');
      return Number(await this.#ledger.indexAtTime(time));
    }
    if (!Number.isSafeInteger(asOf) || asOf < 0) throw new InvalidRead('asOf', 'is not a log index');
    const head = Number((await this.#ledger.head()).index);
    if (asOf > head) throw new UnknownLogIndex(asOf, head);
    return asOf;
  }

  /** A past moment is made from the live tables' facts, so those must get there first. */
  async #positionOf(index: number): Promise<Position> {
    // A branded index comes only from the ledger itself; this one was checked against its head.
    const position = await this.#ledger.positionAt(BigInt(index) as Parameters<Ledger['positionAt']>[0]);
    if (position === undefined) throw new UnknownLogIndex(index, Number((await this.#ledger.head()).index));
    return position;
  }
}

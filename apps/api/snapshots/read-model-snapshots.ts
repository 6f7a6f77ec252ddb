import { InvalidRead, type ReadModels, type ReadSnapshot, type SnapshotRequest } from '#read-models';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { Turns } from './turns.ts';
import { MOST_MOMENTS, Snapshots } from './snapshot-scope.ts';

/** Connections of the data source that requests leave to the projections, to past moments being made, and to keys. */
const OTHERS = 4;

/**
 * Snapshots of the read models. Each holds a connection, so they wait for their turn: a first snapshot for one of a few, a
 * further one of the same request for the connections that are kept for one such request at a time. So no two requests
 * can wait for what the other holds.
 */
export class ReadModelSnapshots extends Snapshots {
  readonly #first: Turns;
  readonly #further = new Turns(1);

  /** @param poolSize connections of this process, half of which are the data source’s */
  constructor(
    private readonly readModels: Pick<ReadModels, 'openSnapshot' | 'waitFor'>,
    poolSize: number,
  ) {
    super();
    this.#first = new Turns(Math.max(1, Math.ceil(poolSize / 2) - OTHERS - (MOST_MOMENTS - 1)));
  }

  override async open(request: SnapshotRequest): Promise<ReadSnapshot> {
    await this.#written(request);
    const release = await this.#first.take();
    try {
      return until(await this.readModels.openSnapshot(request), release);
    } catch (error) {
      release();
      throw error;
    }
  }

  override takeFurtherTurn(): Promise<() => void> {
    return this.#further.take();
  }

  override async openFurther(request: SnapshotRequest): Promise<ReadSnapshot> {
    await this.#written(request);
    return this.readModels.openSnapshot(request);
  }

  /** Waits for one’s own writes before taking a turn: waiting needs no connection. */
  async #written({ after }: SnapshotRequest): Promise<void> {
    if (after === undefined) return;
    try {
      await this.readModels.waitFor(after);
    } catch (error) {
      if (!(error instanceof InvalidRead)) throw error;
      throw new BadInput([{ field: 'afterPosition', problem: 'is no position of a receipt of this server' }]);
    }
  }
}

/** The snapshot, which gives its turn back when it closes. */
function until(snapshot: ReadSnapshot, release: () => void): ReadSnapshot {
  return {
    logIndex: snapshot.logIndex,
    positions: snapshot.positions,
    position: snapshot.position,
    studyId: snapshot.studyId,
    table: (entity) => snapshot.table(entity),
    sql: (text, parameters) => snapshot.sql(text, parameters),
    computing: (subject) => snapshot.computing(subject),
    close: () => snapshot.close().finally(release),
  };
}

import type { ReadSnapshot, SnapshotRequest } from '#read-models';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { RequestTimedOut } from '../graphql/errors/request.error.ts';
import { LIMITS } from '../graphql/limits/limits.ts';

/** Opens views of the read models. */
export abstract class Snapshots {
  abstract open(request: SnapshotRequest): Promise<ReadSnapshot>;
}

/** How many different moments one request may ask about. */
const MOST = 4;

/**
 * The snapshots of one request. First-level fields that ask for the same moment share one, nested fields answer from that
 * of their first-level field, and all of them are closed when the request ends, however it ends.
 */
export class SnapshotScope {
  readonly #byMoment = new Map<string, Promise<ReadSnapshot>>();
  readonly #byField = new Map<string, Promise<ReadSnapshot>>();
  readonly #deadline: NodeJS.Timeout;
  /** First-level field → the log index it is answered at. */
  readonly logIndexes = new Map<string, number>();
  #ended: Error | undefined;

  constructor(
    private readonly snapshots: Snapshots,
    milliseconds: number = LIMITS.milliseconds,
  ) {
    this.#deadline = setTimeout(() => void this.end(new RequestTimedOut()), milliseconds);
    this.#deadline.unref();
  }

  /**
   * The snapshot of a first-level field.
   * @param field its key in the answer
   * @throws BadInput for more moments than one request may ask about; RequestTimedOut
   */
  openFor(field: string, request: SnapshotRequest): Promise<ReadSnapshot> {
    const moment = JSON.stringify([request.studyId, request.asOf, request.after?.toString()]);
    let snapshot = this.#byMoment.get(moment);
    if (snapshot === undefined) {
      if (this.#ended !== undefined) return Promise.reject(this.#ended);
      if (this.#byMoment.size >= MOST) {
        return Promise.reject(new BadInput([{ field: 'asOf', problem: `one request may ask about ${MOST} moments` }]));
      }
      snapshot = this.snapshots.open(request);
      this.#byMoment.set(moment, snapshot);
    }
    this.#byField.set(field, snapshot);
    return snapshot.then((opened) => {
      this.logIndexes.set(field, opened.logIndex);
      return opened;
    });
  }

  /** The snapshot a nested field answers from: that of the first-level field it is part of. */
  async of(field: string): Promise<ReadSnapshot> {
    if (this.#ended !== undefined) throw this.#ended;
    const snapshot = this.#byField.get(field);
    if (snapshot === undefined) throw new Error(`the field ${field} has opened no snapshot`);
    return snapshot;
  }

  /** Closes all of them, also those that are still being opened. May be called again. */
  async end(reason: Error = new Error('the request has ended')): Promise<void> {
    clearTimeout(this.#deadline);
    this.#ended ??= reason;
    const opened = [...this.#byMoment.values()];
    this.#byMoment.clear();
    await Promise.all(opened.map((snapshot) => snapshot.then(close, () => undefined)));
  }
}

/** A snapshot that will not close is its pool’s affair: the answer is not kept back for it. */
async function close(snapshot: ReadSnapshot): Promise<void> {
  await snapshot.close().catch(() => undefined);
}

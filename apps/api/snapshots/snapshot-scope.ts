import type { ReadSnapshot, Scope, SnapshotRequest } from '#read-models';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { RequestTimedOut } from '../graphql/errors/request.error.ts';
import { LIMITS } from '../graphql/limits/limits.ts';

/** Opens views of the read models. */
export abstract class Snapshots {
  /** The first of a request. */
  abstract open(request: SnapshotRequest): Promise<ReadSnapshot>;
  /** Waits until this request may open further ones. @returns ends its turn */
  abstract takeFurtherTurn(): Promise<() => void>;
  /** One more of a request that has had its turn. */
  abstract openFurther(request: SnapshotRequest): Promise<ReadSnapshot>;
}

/** What a request asks of a view; whose view it is is not the question’s to say. */
export type SnapshotQuestion = Omit<SnapshotRequest, 'scope'>;

/** How many different moments one request may ask about. */
export const MOST_MOMENTS = 4;

/**
 * The snapshots of one request. First-level fields that ask for the same moment share one, nested fields answer from that
 * of their first-level field, and all of them are closed when the request ends, however it ends.
 */
export class SnapshotScope {
  readonly #byMoment = new Map<string, Promise<ReadSnapshot>>();
  readonly #byField = new Map<string, Promise<ReadSnapshot>>();
  readonly #opened = new Set<ReadSnapshot>();
  /** First-level field → the log index it is answered at. */
  readonly logIndexes = new Map<string, number>();
  readonly #deadline: NodeJS.Timeout;
  #turn: Promise<() => void> | undefined;
  #ended: Error | undefined;

  constructor(
    private readonly snapshots: Snapshots,
    /** What the caller may see: of every snapshot of the request. */
    private readonly scope: Scope,
    milliseconds: number = LIMITS.milliseconds,
  ) {
    this.#deadline = setTimeout(() => void this.end(new RequestTimedOut()), milliseconds);
    this.#deadline.unref();
  }

  /**
   * The snapshot of a first-level field.
   * @param field its key in the answer
   * @throws BadInput for more moments than one request may ask about; RequestTimedOut; what opening it throws
   */
  async openFor(field: string, request: SnapshotQuestion): Promise<ReadSnapshot> {
    const moment = JSON.stringify([request.studyId, request.asOf, request.after?.toString()]);
    const snapshot = this.#byMoment.get(moment) ?? this.#open(request);
    this.#byMoment.set(moment, snapshot);
    this.#byField.set(field, snapshot);
    const { logIndex } = await snapshot;
    this.logIndexes.set(field, logIndex);
    return snapshot;
  }

  /** The snapshot a nested field answers from: that of the first-level field it is part of. */
  async of(field: string): Promise<ReadSnapshot> {
    if (this.#ended !== undefined) throw this.#ended;
    const snapshot = this.#byField.get(field);
    if (snapshot === undefined) throw new Error(`the field ${field} has opened no snapshot`);
    return snapshot;
  }

  /** Closes all of them; one that is still being opened is closed as soon as it is there. May be called again. */
  async end(reason: Error = new Error('the request has ended')): Promise<void> {
    clearTimeout(this.#deadline);
    this.#ended ??= reason;
    const opened = [...this.#opened];
    this.#opened.clear();
    await Promise.all(opened.map(close));
    void this.#turn?.then((release) => release());
  }

  async #open(question: SnapshotQuestion): Promise<ReadSnapshot> {
    if (this.#ended !== undefined) throw this.#ended;
    const { size } = this.#byMoment;
    if (size >= MOST_MOMENTS) {
      throw new BadInput([{ field: 'asOf', problem: `one request may ask about ${MOST_MOMENTS} moments` }]);
    }
    const request = { ...question, scope: this.scope };
    const snapshot = await (size === 0 ? this.snapshots.open(request) : this.#openFurther(request));
    this.#opened.add(snapshot);
    await this.#unlessEnded(snapshot);
    return snapshot;
  }

  /** The request may have ended while the snapshot was being opened. */
  async #unlessEnded(snapshot: ReadSnapshot): Promise<void> {
    if (this.#ended === undefined) return;
    await close(snapshot);
    throw this.#ended;
  }

  async #openFurther(request: SnapshotRequest): Promise<ReadSnapshot> {
    this.#turn ??= this.snapshots.takeFurtherTurn();
    await this.#turn;
    if (this.#ended !== undefined) throw this.#ended;
    return this.snapshots.openFurther(request);
  }
}

/** A snapshot that will not close is its pool’s affair: the answer is not kept back for it. */
async function close(snapshot: ReadSnapshot): Promise<void> {
  await snapshot.close().catch(() => undefined);
}

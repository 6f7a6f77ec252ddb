import { BEGINNING, type EventStore, type Position, type RecordedEvent } from '#event-store';
import { eventHash } from './event.hash.ts';
import { LogRoot } from './log.root.ts';

export interface LogCopy {
  readonly from: EventStore;
  /** Nobody else reads it or appends to it meanwhile. */
  readonly to: EventStore;
  /** Stops between two portions; the copy can be taken up again. */
  readonly signal?: AbortSignal;
  /** What is under way, and how far along the source it is. */
  readonly onProgress?: (progress: CopyProgress) => void;
}

export interface CopyProgress {
  readonly doing: 'comparing' | 'copying' | 'verifying';
  /** Events so far, in this part of the work. */
  readonly events: number;
  /** From 0 to 1. */
  readonly share: number;
}

export interface CopyReport {
  /** Events that both hold now. */
  readonly events: number;
  /** Of them, those written by this call. */
  readonly copied: number;
  /** `LogRoot` of both. */
  readonly root: string;
  /** The source has more by now: somebody appends to it. */
  readonly grown: boolean;
}

/** The target holds something that is no beginning of the source: nothing was written. */
export class NotACopy extends Error {
  override readonly name = 'NotACopy';
  constructor(
    /** Log index of the first event that differs, from 1. */
    readonly index: number,
    problem: string,
  ) {
    super(problem);
  }
}

/** What was written is not what was read: the target must not be used. */
export class CopyDamaged extends Error {
  override readonly name = 'CopyDamaged';
}

const MAX_EVENTS = 1_000;
const MAX_CHARACTERS = 8_000_000;

/**
 * Copies a log into an empty one, or into one that holds its beginning: order, ids, streams, revisions, both times and every byte
 * of data and metadata, so that log indexes and hashes are the same. Reads the target again in the end and compares roots.
 * @throws NotACopy before anything is written, CopyDamaged, the signal's reason, and what the stores throw
 */
export async function copyLog(copy: LogCopy): Promise<CopyReport> {
  const { from, to, signal, onProgress = () => undefined } = copy;
  const root = new LogRoot();
  const end = Number(await from.head());
  const share = (position: Position): number => (end <= 0 ? 1 : Math.min(1, Math.max(0, Number(position)) / end));
  let last = await compare(copy, root, (position) =>
    onProgress({ doing: 'comparing', events: root.size, share: share(position) }),
  );
  const present = root.size;
  for await (const events of portions(from, last)) {
    signal?.throwIfAborted();
    await to.restore(events);
    for (const event of events) root.add(eventHash(event));
    last = events.at(-1)?.position ?? last;
    onProgress({ doing: 'copying', events: root.size, share: share(last) });
  }
  await verify(copy, root);
  return { events: root.size, copied: root.size - present, root: root.value, grown: await hasMore(from, last) };
}

async function* eventsOf(store: EventStore, after: Position = BEGINNING): AsyncGenerator<RecordedEvent, void> {
  for await (const { events } of store.readAll({ after })) yield* events;
}

async function hasMore(store: EventStore, after: Position): Promise<boolean> {
  for await (const { events } of store.readAll({ after })) if (events.length > 0) return true;
  return false;
}

/**
 * Goes through what the target holds beside the source.
 * @returns position, in the source, of the last event that both hold
 */
async function compare(
  { from, to, signal }: LogCopy,
  root: LogRoot,
  onEvent: (position: Position) => void,
): Promise<Position> {
  let last = BEGINNING;
  const source = eventsOf(from);
  try {
    for await (const event of eventsOf(to)) {
      signal?.throwIfAborted();
      const { value, done } = await source.next();
      const index = root.size + 1;
      if (done === true || value === undefined) throw new NotACopy(index, 'it holds more events than the source');
      if (eventHash(value) !== eventHash(event)) {
        throw new NotACopy(index, `its event ${index} (${event.id}) is not the source's (${value.id})`);
      }
      root.add(eventHash(event));
      last = value.position;
      onEvent(last);
    }
  } finally {
    await source.return();
  }
  return last;
}

/** What one `restore` is given. */
async function* portions(store: EventStore, after: Position): AsyncGenerator<readonly RecordedEvent[], void> {
  let portion: RecordedEvent[] = [];
  let characters = 0;
  for await (const event of eventsOf(store, after)) {
    portion.push(event);
    characters += event.data.length + event.metadata.length;
    if (portion.length < MAX_EVENTS && characters < MAX_CHARACTERS) continue;
    yield portion;
    [portion, characters] = [[], 0];
  }
  if (portion.length > 0) yield portion;
}

/** @throws CopyDamaged */
async function verify({ to, signal, onProgress = () => undefined }: LogCopy, expected: LogRoot): Promise<void> {
  const root = new LogRoot();
  for await (const event of eventsOf(to)) {
    signal?.throwIfAborted();
    root.add(eventHash(event));
    onProgress({ doing: 'verifying', events: root.size, share: Math.min(1, root.size / expected.size) });
  }
  if (root.size !== expected.size || root.value !== expected.value) {
    const [read, found] = [`${expected.size} events (${expected.value})`, `${root.size} events (${root.value})`];
    throw new CopyDamaged(`${read} were read from the source, and the target holds ${found}`);
  }
}

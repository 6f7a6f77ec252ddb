/** What the server sends of the log as it grows, in order, with its checkpoints. */
import { eventTypeFilter, type AllStreamResolvedEvent, type AllStreamSubscription } from '@eventstore/db-client';
import type { Position } from '../port.ts';
import type { Connection } from './client.connection.ts';
import { AHEAD, ClientStream } from './client.stream.ts';
import { fromResolved, placeOf, type StoredEvent } from './event.envelope.ts';
import { readHead } from './log.reader.ts';
import { placeAfter, positionOf } from './log.position.ts';

const PAGE = 500;
/** Events that the server looks through for one checkpoint. */
const WINDOW = 500;
/** Not the server's own, whose types begin with a dollar; these include links and the metadata of streams. */
const ANY_OWN = '^[^$]';
/** Types of this log need no escaping; what is none cannot be in it. */
const TYPE = /^[A-Za-z0-9]+$/;
const NONE = '^$';

/** A part of the log, in order. */
export interface Heard {
  readonly events: readonly StoredEvent[];
  /** All that was asked for, up to here, has been heard. */
  readonly position: Position;
  /** The server had no more to send when it said so. */
  readonly caughtUp: boolean;
}

/** Anchored: a server that looks for a part of a name would send `AttemptRecordedLate` with `AttemptRecorded`. */
export function typePattern(types: readonly string[] | undefined): string {
  if (types === undefined) return ANY_OWN;
  const known = types.filter((type) => TYPE.test(type));
  return known.length === 0 ? NONE : `^(?:${known.join('|')})$`;
}

/**
 * Ends when the signal aborts or the server ends the subscription.
 *
 * Having caught up, a server need not have sent a checkpoint for what it looked through last; but what was committed
 * before the subscription began it has then looked through, whence the head is read first.
 * @throws StoreUnavailable, and what the client throws
 */
export async function* hear(
  connection: Connection,
  range: { readonly after: Position; readonly types?: readonly string[] | undefined; readonly signal: AbortSignal },
): AsyncGenerator<Heard> {
  const { client } = connection;
  const head = await readHead(connection);
  const checkpoints = new Checkpoints();
  const filter = eventTypeFilter({
    regex: typePattern(range.types),
    maxSearchWindow: WINDOW,
    checkpointInterval: 1,
    checkpointReached: async (_, place) => checkpoints.arrive(positionOf(place)),
  });
  const options = { fromPosition: placeAfter(range.after), filter, requiresLeader: true };
  const subscription = client.subscribeToAll(options, AHEAD);
  const stream = new ClientStream<AllStreamResolvedEvent>(subscription, () => subscription.unsubscribe());
  checkpoints.wake = () => stream.wake();
  try {
    yield* inOrder(stream, checkpoints, { ...range, head, subscription });
  } finally {
    checkpoints.release();
    stream.close();
  }
}

interface Hearing {
  readonly after: Position;
  readonly head: Position;
  readonly signal: AbortSignal;
  readonly subscription: AllStreamSubscription;
}

/**
 * Events come through a buffer, checkpoints and the word that it has caught up come past it: those count once the buffer
 * is empty, for then everything that was sent before them has been read.
 */
async function* inOrder(
  stream: ClientStream<AllStreamResolvedEvent>,
  checkpoints: Checkpoints,
  { after, head, signal, subscription }: Hearing,
): AsyncGenerator<Heard> {
  let position = after;
  let caughtUp = false;
  subscription.on('caughtUp', () => {
    caughtUp = true;
    stream.wake();
  });
  subscription.on('fellBehind', () => (caughtUp = false));
  while (!signal.aborted) {
    const page = stream.take(PAGE);
    const emptied = page.length < PAGE;
    const checkpoint = emptied ? checkpoints.take() : undefined;
    const said = emptied && caughtUp;
    if (page.length > 0 || checkpoint !== undefined || said) {
      position = later(placeOf(page.at(-1) ?? {}), later(checkpoint, position));
      if (said) {
        position = later(head, position);
        caughtUp = false;
      }
      yield { events: page.map(fromResolved).filter((event) => event !== undefined), position, caughtUp: said };
    } else if (stream.ended()) return;
    else await stream.change(undefined, signal);
  }
}

function later(one: Position | undefined, other: Position): Position {
  return one !== undefined && one > other ? one : other;
}

/** Holds the server back at a checkpoint until the reader has come to it. */
class Checkpoints {
  #arrived: Position | undefined;
  #pass: (() => void) | undefined;
  #open = false;
  wake = (): void => undefined;

  async arrive(position: Position | undefined): Promise<void> {
    if (this.#open) return;
    this.#arrived = position;
    const passed = new Promise<void>((resolve) => (this.#pass = resolve));
    this.wake();
    await passed;
  }

  take(): Position | undefined {
    const position = this.#arrived;
    this.#arrived = undefined;
    this.#pass?.();
    this.#pass = undefined;
    return position;
  }

  release(): void {
    this.#open = true;
    this.take();
  }
}

import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { MaxAppendSizeExceededError, NO_STREAM, type EventData } from '@eventstore/db-client';
import {
  AppendOutcomeUnknown,
  EventIdTaken,
  InvalidEvent,
  StoreUnavailable,
  StreamDamaged,
  WrongExpectedRevision,
  type Appended,
  type Revision,
  type StreamName,
  type StreamWrite,
} from '../port.ts';
import type { Connection } from './client.connection.ts';
import { asStoreError, failureOf, messageOf, Unusable, type Failure } from './client.failure.ts';
import { toEventData, type StoredEvent } from './event.envelope.ts';
import { readStreamEvents } from './log.reader.ts';
import type { StreamIndex } from './stream.index.ts';

const MAX_BACK_OFF = 1_000;

export interface AppendContext {
  readonly connection: Connection;
  readonly index: StreamIndex;
  /** ms to keep asking whether a write survived a lost connection. */
  readonly outcomePatience: number;
}

/** What an append may do next: the stream is read as far as it takes to say. */
type Next = { readonly send: Revision | 'none' } | { readonly stored: Revision };

/**
 * One append, until its outcome is known. It always names the exact revision it expects, even where the caller expects
 * any: the server then compares ids in its index, for good, and not only among those it happens to have in memory. So the
 * same write may be sent again whenever its outcome is in doubt.
 */
export async function appendOnce(context: AppendContext, write: StreamWrite): Promise<Appended> {
  const name = randomBytes(12).toString('base64url');
  const events = write.events.map((event) => toEventData(event, name));
  const deadline = performance.now() + context.outcomePatience;
  let doubt = false;
  for (let attempts = 1; ; attempts += 1) {
    try {
      const next = await nextOf(context, write);
      if ('stored' in next) return await outcomeOf(context, { write, name, revision: next.stored });
      const revision = await send(context, { stream: write.stream, events, expected: next.send });
      doubt = true;
      return await outcomeOf(context, { write, name, revision });
    } catch (error) {
      const failure = failureOf(error);
      doubt ||= failure === 'lost';
      refuse(context, write, { error, failure, doubt, late: performance.now() > deadline });
      if (failure === 'conflict') await refresh(context, write.stream);
      await sleep(Math.random() * Math.min(MAX_BACK_OFF, 5 * 2 ** attempts));
    }
  }
}

interface Trouble {
  readonly error: unknown;
  readonly failure: Failure;
  readonly doubt: boolean;
  readonly late: boolean;
}

/** @throws what the caller is told, unless the append is to be tried again */
function refuse({ connection }: AppendContext, { stream }: StreamWrite, trouble: Trouble): void {
  const { error, failure, doubt, late } = trouble;
  const again = failure === 'conflict' || failure === 'untaken' || failure === 'lost';
  const unread = error instanceof StoreUnavailable && !(error instanceof Unusable);
  if ((again || unread) && !late) return;
  if (failure === 'deleted') throw new StreamDamaged(stream, 'was deleted on the server');
  if (failure === 'large') throw tooLarge(error);
  if (doubt) {
    throw new AppendOutcomeUnknown(`the append may have happened or not: ${messageOf(error)}`, { cause: error });
  }
  throw asStoreError(error, connection.address.shown);
}

function tooLarge(error: unknown): InvalidEvent {
  const limit = error instanceof MaxAppendSizeExceededError ? ` (${String(error.maxAppendSize)} bytes)` : '';
  const message = `events: more bytes together than the server takes in one append${limit}; nothing was stored`;
  return new InvalidEvent(message, { cause: error });
}

/** @throws WrongExpectedRevision, EventIdTaken */
async function nextOf(context: AppendContext, write: StreamWrite): Promise<Next> {
  const { index } = context;
  const { stream, expected } = write;
  const known = storedIn(index, write);
  if (known !== undefined) return { stored: known };
  if (expected === 'none' && index.last(stream) < 0) return { send: 'none' };
  if (typeof expected === 'number' && index.last(stream) === expected) return { send: expected };
  await refresh(context, stream);
  const found = storedIn(index, write);
  if (found !== undefined) return { stored: found };
  const last = index.last(stream);
  const actual = last < 0 ? 'none' : last;
  if (!matches(expected, last)) throw new WrongExpectedRevision(stream, expected, actual);
  return { send: actual };
}

function matches(expected: StreamWrite['expected'], last: Revision): boolean {
  if (expected === 'any') return true;
  if (expected === 'none') return last < 0;
  if (expected === 'exists') return last >= 0;
  return last === expected;
}

/** @returns revision of the write's last event when all are in the stream @throws EventIdTaken when only some are */
function storedIn(index: StreamIndex, { stream, events }: StreamWrite): Revision | undefined {
  const revisions = events.map(({ id }) => index.revisionOf(stream, id));
  const taken = events.find((_, at) => revisions[at] !== undefined);
  if (!taken) return undefined;
  if (revisions.includes(undefined)) throw new EventIdTaken(taken.id);
  return revisions.at(-1);
}

/** Reads on from what is known of a stream. */
async function refresh({ connection, index }: AppendContext, stream: StreamName): Promise<void> {
  const from = index.last(stream) + 1;
  for await (const { id, revision } of readStreamEvents(connection, stream, { from })) {
    index.learn(stream, revision, id);
  }
}

interface Sending {
  readonly stream: StreamName;
  readonly events: EventData[];
  readonly expected: Revision | 'none';
}

/** @returns revision of the last event @throws what the client throws, StreamDamaged */
export async function send({ connection, index }: AppendContext, sending: Sending): Promise<Revision> {
  const { stream, events, expected } = sending;
  const { nextExpectedRevision } = await connection.client.appendToStream(stream, events, {
    expectedRevision: expected === 'none' ? NO_STREAM : BigInt(expected),
    requiresLeader: true,
    deadline: connection.address.deadline,
  });
  const revision = Number(nextExpectedRevision);
  const first = revision - events.length + 1;
  if (first !== (expected === 'none' ? 0 : expected + 1)) {
    index.forget(stream);
    throw new StreamDamaged(
      stream,
      `was deleted on the server; what was appended now is its event ${String(revision)}`,
    );
  }
  events.forEach(({ id }, at) => index.learn(stream, first + at, id));
  return revision;
}

interface Stored {
  readonly write: StreamWrite;
  readonly name: string;
  readonly revision: Revision;
}

/** The server's answer tells neither the time nor, for a repetition, the place: the event does. */
async function outcomeOf({ connection }: AppendContext, { write, name, revision }: Stored): Promise<Appended> {
  const { stream } = write;
  let last: StoredEvent | undefined;
  for await (const event of readStreamEvents(connection, stream, { from: revision, limit: 1 })) last = event;
  if (last === undefined)
    throw new StoreUnavailable(`stream ${stream} does not show its event ${String(revision)} yet`);
  const { position, recordedAt } = last;
  return { stream, revision, position, recordedAt, repeated: last.write !== name };
}

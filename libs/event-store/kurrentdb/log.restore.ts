/** Writes a copy of a log: own ids, revisions and times, in the order given. */
import { randomBytes } from 'node:crypto';
import {
  AppendOutcomeUnknown,
  EventIdTaken,
  InvalidEvent,
  WrongExpectedRevision,
  type RecordedEvent,
  type Revision,
  type StreamName,
} from '../port.ts';
import { asStoreError, failureOf, messageOf } from './client.failure.ts';
import { send, type AppendContext } from './event.append.ts';
import { toEventData } from './event.envelope.ts';
import { Persistence, readStreamEvents } from './log.reader.ts';

/** Of one append: well under what the server takes. */
const MAX_EVENTS = 500;
const MAX_BYTES = 500_000;

/** Everything is checked before anything is written; a copy that was cut short may be restored again. */
export async function restoreEvents(context: AppendContext, events: readonly RecordedEvent[]): Promise<void> {
  const held = await holdings(context, new Set(events.map(({ stream }) => stream)));
  const fresh = withoutPrefix(held, events);
  refuseGaps(held, fresh);
  const name = randomBytes(12).toString('base64url');
  for (const run of runsOf(fresh)) await writeRun(context, run, name);
}

type Holdings = ReadonlyMap<StreamName, ReadonlyMap<string, Revision>>;

async function holdings({ connection }: AppendContext, streams: ReadonlySet<StreamName>): Promise<Holdings> {
  const held = new Map<StreamName, Map<string, Revision>>();
  for (const stream of streams) {
    const ids = new Map<string, Revision>();
    for await (const { id, revision } of readStreamEvents(connection, stream, {})) ids.set(id, revision);
    held.set(stream, ids);
  }
  return held;
}

/** Without the events at its start that the log holds already. */
function withoutPrefix(held: Holdings, events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const end = events.findIndex(({ id, stream, revision }) => held.get(stream)?.get(id) !== revision);
  const fresh = end < 0 ? [] : events.slice(end);
  const taken = fresh.find(({ id, stream }) => held.get(stream)?.has(id));
  if (taken) throw new EventIdTaken(taken.id);
  return fresh;
}

function refuseGaps(held: Holdings, events: readonly RecordedEvent[]): void {
  const lengths = new Map([...held].map(([stream, ids]) => [stream, ids.size]));
  for (const { stream, revision } of events) {
    const length = lengths.get(stream) ?? 0;
    if (revision !== length) throw new WrongExpectedRevision(stream, revision - 1, length === 0 ? 'none' : length - 1);
    lengths.set(stream, length + 1);
  }
}

/** Neighbours of one stream go together. Streams do not: their order is the order of the log. */
function* runsOf(events: readonly RecordedEvent[]): Generator<readonly RecordedEvent[]> {
  let run: RecordedEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(event.data) + 2 * Buffer.byteLength(event.metadata);
    const full = run.length >= MAX_EVENTS || bytes + size > MAX_BYTES;
    if (run.length > 0 && (full || run[0]?.stream !== event.stream)) {
      yield run;
      [run, bytes] = [[], 0];
    }
    run.push(event);
    bytes += size;
  }
  if (run.length > 0) yield run;
}

async function writeRun(context: AppendContext, run: readonly RecordedEvent[], name: string): Promise<void> {
  const [first] = run;
  if (!first) return;
  const { stream, revision } = first;
  const events = run.map((event) => toEventData(event, name, event.recordedAt));
  const persistence = new Persistence(context.connection.address.shown);
  for (;;) {
    try {
      await send(context, { stream, events, expected: revision === 0 ? 'none' : revision - 1 });
      return;
    } catch (error) {
      const failure = failureOf(error);
      if (failure === 'conflict') throw new WrongExpectedRevision(stream, revision - 1, 'none');
      if (failure === 'large') throw new InvalidEvent(`stream ${stream}: an event is larger than the server takes`);
      await persistence.after(error).catch((final: unknown) => {
        if (failure !== 'lost') throw asStoreError(final, context.connection.address.shown);
        throw new AppendOutcomeUnknown(`the copy was cut short: ${messageOf(error)}`, { cause: error });
      });
    }
  }
}

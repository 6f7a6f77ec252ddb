/** What every engine promises: one suite, called by the spec of each adapter. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from './memory/memory.store.ts';
import {
  BEGINNING,
  EventIdTaken,
  InvalidEvent,
  MAX_EVENT_BYTES,
  MAX_EVENTS_PER_APPEND,
  StoreClosed,
  streamName,
  WrongExpectedRevision,
  type Appended,
  type Batch,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type StreamName,
} from './port.ts';

/** One log. It need not be empty: the suite begins at its head, with streams of its own, and is alone in writing to it. */
export interface StoreUnderTest {
  readonly store: EventStore;
  /** Removes the log and what the factory started. Called after `store.close()`. */
  dispose(): Promise<void>;
}

export type StoreFactory = () => Promise<StoreUnderTest>;

export interface ContractTerms {
  /** Where an event id is unique: in the whole log, or in its stream where the engine has no index of ids. */
  readonly ids: 'log' | 'stream';
}

/** An event that differs from every other. */
export function newEvent(overrides: Partial<NewEvent> = {}): NewEvent {
  return { id: randomUUID(), type: 'SomethingHappened', data: '{}', metadata: '{}', ...overrides };
}

export function newStream(): StreamName {
  return streamName(`test-${randomUUID()}`);
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Every event of batches, checked on the way: positions ascend, within and between batches. */
export async function eventsOf(batches: AsyncIterable<Batch>): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  let position: bigint = BEGINNING;
  for await (const batch of batches) {
    for (const event of batch.events) {
      expect(event.position > position).toBe(true);
      position = event.position;
      all.push(event);
    }
    expect(batch.position >= position).toBe(true);
    position = batch.position;
  }
  return all;
}

/** Follows a log from `after` until `enough`, then ends the subscription. */
export async function follow(
  store: EventStore,
  options: {
    after?: Position;
    types?: readonly string[];
    until: (events: readonly RecordedEvent[], batch: Batch) => boolean;
  },
): Promise<{ events: RecordedEvent[]; batches: Batch[] }> {
  const stop = new AbortController();
  const { after = BEGINNING, types, until } = options;
  const events: RecordedEvent[] = [];
  const batches: Batch[] = [];
  for await (const batch of store.subscribe({ after, signal: stop.signal, ...(types && { types }) })) {
    events.push(...batch.events);
    batches.push(batch);
    if (until(events, batch)) stop.abort();
  }
  return { events, batches };
}

const ids = (events: readonly { id: string }[]) => events.map(({ id }) => id);

export function eventStoreContract(name: string, factory: StoreFactory, { ids: unique }: ContractTerms): void {
  describe(`${name} keeps the event store contract`, () => {
    let tested: StoreUnderTest;
    let store: EventStore;
    let origin: Position;

    beforeEach(async () => {
      tested = await factory();
      ({ store } = tested);
      origin = await store.head();
    });

    afterEach(async () => {
      await store.close();
      await tested.dispose();
    });

    const everything = () => eventsOf(store.readAll({ after: origin }));
    const append = (stream: StreamName, events: readonly NewEvent[], expected: ExpectedRevision = 'any') =>
      store.append({ stream, expected, events });
    const appendMany = (stream: StreamName, count: number, overrides: Partial<NewEvent> = {}) =>
      append(
        stream,
        Array.from({ length: count }, () => newEvent(overrides)),
      );

    describe('append', () => {
      it('numbers the events of a stream from 0 and tells where the last one is', async () => {
        const stream = newStream();
        const first = await append(stream, [newEvent(), newEvent()], 'none');
        const second = await append(stream, [newEvent()], 1);
        expect(first).toMatchObject({ stream, revision: 1, repeated: false });
        expect(second).toMatchObject({ stream, revision: 2, repeated: false });
        expect(second.position > first.position).toBe(true);
        const events = await collect(store.readStream(stream));
        expect(events.map(({ revision }) => revision)).toEqual([0, 1, 2]);
        expect(events.at(-1)).toMatchObject({ position: second.position, recordedAt: second.recordedAt });
      });

      it('stamps the time of storing, in UTC milliseconds', async () => {
        const before = Date.now();
        const { recordedAt } = await append(newStream(), [newEvent()]);
        expect(recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(Math.abs(Date.parse(recordedAt) - before)).toBeLessThan(60_000);
      });

      it('keeps data and metadata byte for byte', async () => {
        const texts = [
          '{"b":1,"a":[1,2.50]}',
          '"\\u0000 \\\\ \\" {}, NULL"',
          '"žluťoučký 🐎 \u2028"',
          'null',
          '"a\\\\ud800"',
        ];
        const stream = newStream();
        await append(
          stream,
          texts.map((text) => newEvent({ data: text, metadata: text })),
        );
        const events = await collect(store.readStream(stream));
        expect(events.map(({ data }) => data)).toEqual(texts);
        expect(events.map(({ metadata }) => metadata)).toEqual(texts);
        expect((await everything()).map(({ data }) => data)).toEqual(texts);
      });

      it.each<[ExpectedRevision, number, boolean]>([
        ['any', 0, true],
        ['any', 2, true],
        ['none', 0, true],
        ['none', 2, false],
        ['exists', 0, false],
        ['exists', 2, true],
        [0, 0, false],
        [0, 2, false],
        [1, 2, true],
        [2, 2, false],
      ])('expecting %p of a stream with %i events: stored is %p', async (expected, length, stored) => {
        const stream = newStream();
        if (length > 0) await appendMany(stream, length);
        const attempt = append(stream, [newEvent()], expected);
        if (stored) await expect(attempt).resolves.toMatchObject({ revision: length, repeated: false });
        else await expect(attempt).rejects.toBeInstanceOf(WrongExpectedRevision);
        if (!stored)
          await expect(attempt).rejects.toMatchObject({ expected, actual: length === 0 ? 'none' : length - 1 });
        expect(await collect(store.readStream(stream))).toHaveLength(length + (stored ? 1 : 0));
      });

      it('lets exactly one of many that expect the same revision win', async () => {
        const stream = newStream();
        await append(stream, [newEvent()]);
        const attempts = await Promise.allSettled(Array.from({ length: 30 }, () => append(stream, [newEvent()], 0)));
        expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        for (const attempt of attempts) {
          if (attempt.status === 'rejected') expect(attempt.reason).toBeInstanceOf(WrongExpectedRevision);
        }
        expect(await collect(store.readStream(stream))).toHaveLength(2);
      });

      it('stores all of many that expect nothing, each once, without gaps', async () => {
        const streams = Array.from({ length: 5 }, newStream);
        const appended = await Promise.all(
          streams.flatMap((stream) => Array.from({ length: 20 }, () => append(stream, [newEvent(), newEvent()]))),
        );
        expect(new Set(appended.map(({ position }) => position)).size).toBe(100);
        for (const stream of streams) {
          const events = await collect(store.readStream(stream));
          expect(events.map(({ revision }) => revision)).toEqual(Array.from({ length: 40 }, (_, n) => n));
        }
        expect(await everything()).toHaveLength(200);
      });

      it('gives every write its own outcome, whatever goes with it', async () => {
        const [good, wrong, held, used] = [newStream(), newStream(), newStream(), newEvent()];
        await append(held, [used]);
        const [one, two, three] = await Promise.allSettled([
          append(good, [newEvent()], 'none'),
          append(wrong, [newEvent()], 3),
          append(held, [newEvent(), used], 'any'),
        ]);
        expect(one).toMatchObject({ status: 'fulfilled', value: { revision: 0 } });
        expect(two).toMatchObject({ status: 'rejected', reason: { code: 'WrongExpectedRevision', actual: 'none' } });
        expect(three).toMatchObject({ status: 'rejected', reason: { code: 'EventIdTaken', eventId: used.id } });
        expect(await everything()).toHaveLength(2);
      });
    });

    describe('the same ids again', () => {
      it.each<ExpectedRevision>(['any', 'none', 'exists', 0, 7])(
        'gives the original result when %p is expected, after later events too',
        async (expected) => {
          const stream = newStream();
          const events = [newEvent(), newEvent()];
          const original = await append(stream, events, 'none');
          await append(stream, [newEvent()]);
          expect(await append(stream, events, expected)).toEqual({ ...original, repeated: true });
          expect(await collect(store.readStream(stream))).toHaveLength(3);
        },
      );

      it('stores once what is sent many times at once', async () => {
        const stream = newStream();
        const events = [newEvent(), newEvent()];
        const outcomes = await Promise.all(Array.from({ length: 12 }, () => append(stream, events, 'none')));
        expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1);
        expect(new Set(outcomes.map(({ position }) => position)).size).toBe(1);
        expect(await collect(store.readStream(stream))).toHaveLength(2);
      });

      it(unique === 'log' ? 'refuses an id of another stream' : 'keeps the ids of each stream apart', async () => {
        const used = newEvent();
        await append(newStream(), [used]);
        const elsewhere = append(newStream(), [used]);
        if (unique === 'stream') await expect(elsewhere).resolves.toMatchObject({ repeated: false, revision: 0 });
        else await expect(elsewhere).rejects.toBeInstanceOf(EventIdTaken);
        if (unique === 'log') await expect(elsewhere).rejects.toMatchObject({ eventId: used.id });
        expect(await everything()).toHaveLength(unique === 'log' ? 1 : 2);
      });

      it('refuses an id beside new ones, and stores nothing', async () => {
        const stream = newStream();
        const used = newEvent();
        await append(stream, [used]);
        for (const expected of ['any', 0, 'none'] as const) {
          await expect(append(stream, [newEvent(), used], expected)).rejects.toBeInstanceOf(EventIdTaken);
        }
        expect(await everything()).toHaveLength(1);
      });
    });

    describe('input that is no event', () => {
      const id = randomUUID();
      it.each<[string, readonly Partial<NewEvent>[], RegExp]>([
        ['no events', [], /^events: none/],
        ['too many', Array.from({ length: MAX_EVENTS_PER_APPEND + 1 }, () => ({})), /^events: 1001/],
        ['an id that is no UUID', [{}, { id: 'x' }], /^events\[1\]\.id/],
        ['a UUID in upper case', [{ id: randomUUID().toUpperCase().replace(/^./, 'A') }], /^events\[0\]\.id/],
        ['the same id twice', [{ id }, { id }], /^events\[1\]\.id/],
        ['an empty type', [{ type: '' }], /^events\[0\]\.type/],
        ['a type with a quote', [{ type: "A'; --" }], /^events\[0\]\.type/],
        ['an endless type', [{ type: 'A'.repeat(101) }], /^events\[0\]\.type/],
        ['text that is no JSON', [{ data: '{' }], /^events\[0\]\.data/],
        ['a raw NUL', [{ metadata: '"\0"' }], /^events\[0\]\.metadata/],
        ['an unpaired surrogate', [{ data: '"\ud800"' }], /^events\[0\]\.data/],
        ['an escaped unpaired surrogate', [{ data: '"\\udfff"' }], /^events\[0\]\.data/],
        ['too big', [{ data: `"${'x'.repeat(MAX_EVENT_BYTES)}"` }], /^events\[0\]\.data/],
        ['too big in bytes', [{ data: `"${'ž'.repeat(MAX_EVENT_BYTES / 2)}"` }], /^events\[0\]\.data/],
      ])('is refused: %s', async (_, overrides, message) => {
        const attempt = append(newStream(), overrides.map(newEvent));
        await expect(attempt).rejects.toBeInstanceOf(InvalidEvent);
        await expect(attempt).rejects.toThrow(message);
        expect(await store.head()).toBe(origin);
      });

      it.each([-1, 0.5, Number.NaN, 2 ** 40])('is refused: an expected revision of %p', async (expected) => {
        await expect(append(newStream(), [newEvent()], expected)).rejects.toThrow(/^expected/);
      });

      it.each(['', 'test', 'Test-1', 'test-', "test-';--", `test-${'x'.repeat(300)}`])(
        'is refused: the stream name %p',
        async (stream) => {
          await expect(append(stream as StreamName, [newEvent()])).rejects.toBeInstanceOf(InvalidEvent);
        },
      );

      it('takes the largest event there may be', async () => {
        const stream = newStream();
        const data = `"${'x'.repeat(MAX_EVENT_BYTES - 4)}"`;
        await append(stream, [newEvent({ data })]);
        expect((await collect(store.readStream(stream)))[0]?.data).toBe(data);
        expect((await everything())[0]?.data).toBe(data);
      });
    });

    describe('readStream', () => {
      it('yields nothing for a stream that does not exist', async () => {
        expect(await collect(store.readStream(newStream()))).toEqual([]);
      });

      it.each([
        [{}, 0, 599],
        [{ from: 250 }, 250, 599],
        [{ from: 598, limit: 10 }, 598, 599],
        [{ limit: 300 }, 0, 299],
        [{ backwards: true }, 599, 0],
        [{ backwards: true, from: 300 }, 300, 0],
        [{ backwards: true, limit: 1 }, 599, 599],
        [{ from: 600 }, undefined, undefined],
        [{ limit: 0 }, undefined, undefined],
      ])('with %p goes from %p to %p', async (options, first, last) => {
        const stream = newStream();
        await appendMany(stream, 600);
        const revisions = (await collect(store.readStream(stream, options))).map(({ revision }) => revision);
        expect([revisions[0], revisions.at(-1)]).toEqual([first, last]);
        expect(revisions).toHaveLength(first === undefined ? 0 : Math.abs(last - first) + 1);
      });
    });

    describe('readAll and head', () => {
      it('has nothing at first', async () => {
        expect(await store.head()).toBe(origin);
        expect(await everything()).toEqual([]);
      });

      it('yields every event once in the order of positions, from any of them on', async () => {
        const streams = [newStream(), newStream()];
        for (let round = 0; round < 3; round += 1) for (const stream of streams) await appendMany(stream, 2);
        const all = await everything();
        expect(all).toHaveLength(12);
        expect(await store.head()).toBe(all.at(-1)?.position);
        for (const [index, event] of all.entries()) {
          expect(ids(await eventsOf(store.readAll({ after: event.position })))).toEqual(ids(all.slice(index + 1)));
        }
        expect(all.filter(({ stream }) => stream === streams[0])).toEqual(await collect(store.readStream(streams[0]!)));
      });

      it('shows an event as soon as its append has returned', async () => {
        for (let round = 0; round < 10; round += 1) {
          const { position } = await append(newStream(), [newEvent()]);
          expect(await store.head()).toBe(position);
        }
      });

      it('filters by type and still ends at the head', async () => {
        const stream = newStream();
        await appendMany(stream, 3);
        const rare = newEvent({ type: 'SomethingRare' });
        await append(stream, [rare]);
        await appendMany(stream, 700);
        const batches = await collect(store.readAll({ after: origin, types: ['SomethingRare', 'NeverSeen'] }));
        expect(batches.flatMap(({ events }) => ids(events))).toEqual([rare.id]);
        expect(batches.at(-1)?.position).toBe(await store.head());
      });
    });

    describe('subscribe', () => {
      it('says that it is live when there is nothing to catch up with', async () => {
        const { batches } = await follow(store, { after: origin, until: (_, { live }) => live });
        expect(batches.flatMap(({ events }) => events)).toEqual([]);
        expect(batches.at(-1)!.position >= origin).toBe(true);
      });

      it('catches up, then hands on what is appended', async () => {
        const stream = newStream();
        await appendMany(stream, 1_000);
        await appendMany(stream, 500);
        let later: Promise<Appended[]> | undefined;
        const { events, batches } = await follow(store, {
          after: origin,
          until: (seen, { live }) => {
            if (live) later ??= Promise.all(Array.from({ length: 50 }, () => append(newStream(), [newEvent()])));
            return seen.length === 1_550;
          },
        });
        await later;
        expect(ids(events)).toEqual(ids(await everything()));
        expect(batches.at(-1)?.live).toBe(true);
      });

      it('resumes after any position', async () => {
        const stream = newStream();
        await appendMany(stream, 20);
        const all = await everything();
        const { events } = await follow(store, { after: all[12]!.position, until: (_, { live }) => live });
        expect(ids(events)).toEqual(ids(all.slice(13)));
      });

      it('advances over types that are not asked for', async () => {
        const { position } = await appendMany(newStream(), 30);
        const { batches } = await follow(store, {
          after: origin,
          types: ['SomethingRare'],
          until: (_, { live }) => live,
        });
        expect(batches.flatMap(({ events }) => events)).toEqual([]);
        expect(batches.at(-1)!.position >= position).toBe(true);
      });

      it('lets a live reader of rare types know that others have come', async () => {
        let other: Promise<Appended> | undefined;
        const { events, batches } = await follow(store, {
          after: origin,
          types: ['SomethingRare'],
          until: (_, { live, position }) => {
            if (live) other ??= append(newStream(), [newEvent()]);
            return other !== undefined && position > origin;
          },
        });
        expect(events).toEqual([]);
        expect(batches.at(-1)!.position >= (await other)!.position).toBe(true);
      });

      it('takes the name of a type as a whole', async () => {
        const types = ['Something', 'SomethingRareIndeed', 'NotSomethingRare'];
        for (const type of types) await append(newStream(), [newEvent({ type })]);
        const rare = newEvent({ type: 'SomethingRare' });
        await append(newStream(), [rare]);
        const options = { after: origin, types: ['SomethingRare'] };
        const { events } = await follow(store, { ...options, until: (_, { live }) => live });
        expect(ids(events)).toEqual([rare.id]);
        expect(ids(await eventsOf(store.readAll(options)))).toEqual([rare.id]);
      });

      it('waits for a slow reader and loses nothing', async () => {
        const stop = new AbortController();
        const seen: string[] = [];
        const reading = (async () => {
          for await (const { events } of store.subscribe({ after: origin, signal: stop.signal })) {
            seen.push(...ids(events));
            await sleep(15);
            if (seen.length === 300) stop.abort();
          }
        })();
        for (let round = 0; round < 30; round += 1) await appendMany(newStream(), 10);
        await reading;
        expect(seen).toEqual(ids(await everything()));
      });

      it('serves several readers, each at its own pace', async () => {
        const until = (seen: readonly RecordedEvent[]) => seen.length === 40;
        const readers = Array.from({ length: 5 }, () => follow(store, { after: origin, until }));
        for (let round = 0; round < 40; round += 1) await append(newStream(), [newEvent()]);
        const expected = ids(await everything());
        for (const { events } of await Promise.all(readers)) expect(ids(events)).toEqual(expected);
      });

      /** Reads until the subscription ends; `live` once it has caught up for the first time. */
      const listen = (signal: AbortSignal) => {
        let caughtUp = (): void => undefined;
        const live = new Promise<void>((resolve) => (caughtUp = resolve));
        const reading = (async () => {
          const events: RecordedEvent[] = [];
          for await (const batch of store.subscribe({ after: origin, signal })) {
            events.push(...batch.events);
            if (batch.live) caughtUp();
          }
          return events;
        })();
        return { live, reading };
      };

      it('ends when it is aborted while it waits, and before it starts', async () => {
        const stop = new AbortController();
        const { live, reading } = listen(stop.signal);
        await live;
        await sleep(10);
        stop.abort();
        expect(await reading).toEqual([]);
        expect(await collect(store.subscribe({ after: origin, signal: stop.signal }))).toEqual([]);
      });

      it('ends when its reader leaves or the store closes', async () => {
        await append(newStream(), [newEvent()]);
        const { signal } = new AbortController();
        for await (const { events } of store.subscribe({ after: origin, signal })) {
          if (events.length === 1) break;
        }
        const { live, reading } = listen(signal);
        await live;
        await sleep(10);
        await store.close();
        expect(await reading).toHaveLength(1);
      });
    });

    describe('restore', () => {
      const copyOf = async (length: number): Promise<RecordedEvent[]> => {
        const source = new MemoryEventStore();
        const streams = [newStream(), newStream(), newStream()];
        for (let n = 0; n < length; n += 1) {
          await source.append({
            stream: streams[n % 3]!,
            expected: 'any',
            events: [newEvent({ data: String(n) })],
          });
        }
        const events = await eventsOf(source.readAll());
        return events.map((event) => ({ ...event, recordedAt: '2001-02-03T04:05:06.070Z' }));
      };
      const withoutPosition = (events: readonly RecordedEvent[]) => events.map((event) => ({ ...event, position: 0n }));

      it('keeps ids, revisions, times and the order, and lets appends go on', async () => {
        const copy = await copyOf(30);
        await store.restore(copy);
        expect(withoutPosition(await everything())).toEqual(withoutPosition(copy));
        const { stream } = copy[0]!;
        const { revision, position } = await append(stream, [newEvent()], 9);
        expect(revision).toBe(10);
        expect(await store.head()).toBe(position);
        expect(await append(stream, [copy[0]!], 'none')).toMatchObject({ repeated: true, revision: 0 });
      });

      it('may begin again, or go on with the next part', async () => {
        const copy = await copyOf(20);
        await store.restore(copy.slice(0, 8));
        await store.restore(copy.slice(0, 8));
        await store.restore(copy.slice(4));
        await store.restore([]);
        expect(withoutPosition(await everything())).toEqual(withoutPosition(copy));
      });

      it('refuses a copy with a gap, another order or a flaw, and stores none of it', async () => {
        const copy = await copyOf(9);
        await store.restore(copy.slice(0, 3));
        const gap = [...copy.slice(3, 5), ...copy.slice(6)];
        await expect(store.restore([...gap, copy[5]!])).rejects.toBeInstanceOf(WrongExpectedRevision);
        await expect(store.restore([copy[3]!, copy[0]!])).rejects.toBeInstanceOf(EventIdTaken);
        await expect(store.restore([{ ...copy[3]!, recordedAt: 'today' }])).rejects.toThrow(/^events\[0\]\.recordedAt/);
        await expect(store.restore([{ ...copy[3]!, revision: -1 }])).rejects.toThrow(/^events\[0\]\.revision/);
        expect(await everything()).toHaveLength(3);
      });
    });

    describe('close', () => {
      it('lets appends finish and refuses what comes after', async () => {
        const underWay = Promise.all(Array.from({ length: 20 }, () => append(newStream(), [newEvent()])));
        await Promise.all([underWay, sleep(1).then(() => store.close())]);
        await expect(append(newStream(), [newEvent()])).rejects.toBeInstanceOf(StoreClosed);
        await expect(store.head()).rejects.toBeInstanceOf(StoreClosed);
        await expect(collect(store.readAll())).rejects.toBeInstanceOf(StoreClosed);
        await expect(collect(store.readStream(newStream()))).rejects.toBeInstanceOf(StoreClosed);
        await store.close();
      });
    });
  });
}

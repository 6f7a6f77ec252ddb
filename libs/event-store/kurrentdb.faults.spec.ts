import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { TestServer, type TestServerOptions } from '../../test/kurrentdb/test.server.ts';
import { collect, eventsOf, follow, newEvent, newStream } from './contract.ts';
import { KurrentEventStore, type KurrentEventStoreOptions } from './kurrentdb/kurrentdb.store.ts';
import { BEGINNING, type Appended, type ExpectedRevision, type RecordedEvent } from './port.ts';

/** How long the restarts go on: seconds in `npm test`, minutes by INTERSESSION_TEST_FAULT_ROUNDS. */
const ROUNDS = Number(process.env['INTERSESSION_TEST_FAULT_ROUNDS'] ?? 3);

let server: TestServer;
let stores: KurrentEventStore[] = [];

afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  stores = [];
  await server.stop();
});

const serve = async (options: TestServerOptions = {}) => (server = await TestServer.start(options));
const open = async (options: Partial<KurrentEventStoreOptions> = {}) => {
  const store = await KurrentEventStore.open({ url: server.url, ...options });
  stores.push(store);
  return store;
};
const ids = (events: readonly { id: string }[]) => events.map(({ id }) => id);

describe('the KurrentDB store whose connection is cut in an append', () => {
  it.each<['before' | 'after', ExpectedRevision]>([
    ['before', 'none'],
    ['after', 'none'],
    ['before', 'any'],
    ['after', 'any'],
    ['before', 1],
    ['after', 1],
  ])('%s it is committed, expecting %p: stores it once', async (when, expected) => {
    await serve({ arguments: ['--window', '0'] });
    const store = await open();
    const stream = newStream();
    if (expected !== 'none') await store.append({ stream, expected: 'none', events: [newEvent(), newEvent()] });
    const events = [newEvent(), newEvent()];
    await server.obey({ cutAppend: { when, at: 1 } });
    const appended = await store.append({ stream, expected, events });
    expect(appended).toMatchObject({ revision: expected === 'none' ? 1 : 3, repeated: false });
    const held = await collect(store.readStream(stream));
    expect(ids(held).slice(-2)).toEqual(ids(events));
    expect(held.at(-1)).toMatchObject({ position: appended.position, recordedAt: appended.recordedAt });
    expect(held).toHaveLength(appended.revision + 1);
  });

  it('again and again, under load: no acknowledged append is lost, none is there twice', async () => {
    await serve({ arguments: ['--window', '0'] });
    const store = await open();
    const streams = Array.from({ length: 6 }, newStream);
    let cutting = true;
    const cuts = (async () => {
      for (let round = 0; cutting; round += 1) {
        await server.obey({ cutAppend: { when: round % 2 === 0 ? 'before' : 'after', at: 4 } });
        await sleep(20);
      }
    })();
    const acknowledged = await Promise.all(
      streams.map(async (stream) => {
        const sent: string[] = [];
        for (let n = 0; n < 12 * ROUNDS; n += 1) {
          const event = newEvent();
          await store.append({ stream, expected: n === 0 ? 'none' : n % 2 === 0 ? 'any' : n - 1, events: [event] });
          sent.push(event.id);
        }
        return sent;
      }),
    );
    cutting = false;
    await cuts;
    for (const [n, stream] of streams.entries())
      expect(ids(await collect(store.readStream(stream)))).toEqual(acknowledged[n]);
    expect(await eventsOf(store.readAll())).toHaveLength(6 * 12 * ROUNDS);
  });
});

describe('the KurrentDB store whose server is killed and started again', () => {
  it('loses no acknowledged append, doubles none, and its subscriptions go on where they were', async () => {
    await serve();
    const [writer, reader] = [await open({ outcomePatience: 30_000 }), await open()];
    const acknowledged: Appended[] = [];
    let writing = true;
    const writers = Array.from({ length: 4 }, async () => {
      for (let n = 0; writing; n += 1) {
        acknowledged.push(
          await writer.append({ stream: newStream(), expected: n % 2 ? 'none' : 'any', events: [newEvent()] }),
        );
        await sleep(5);
      }
    });
    const stop = new AbortController();
    const heard: RecordedEvent[] = [];
    const reading = (async () => {
      for await (const { events } of reader.subscribe({ after: BEGINNING, signal: stop.signal })) heard.push(...events);
    })();
    const progress = async () => {
      for (const goal = acknowledged.length + 20; acknowledged.length < goal;) await sleep(5);
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      await progress();
      server = await server.startAgain();
    }
    await progress();
    writing = false;
    await Promise.all(writers);
    const all = await eventsOf(writer.readAll());
    for (let waited = 0; heard.length < all.length && waited < 60_000; waited += 20) await sleep(20);
    stop.abort();
    await reading;
    expect(acknowledged.length).toBeGreaterThan(20 * ROUNDS);
    expect(all.map(({ position }) => position)).toEqual(
      acknowledged.map(({ position }) => position).sort((one, other) => (one < other ? -1 : 1)),
    );
    expect(heard).toEqual(all);
  });

  it('gives up clearly while there is no server, and serves again after', async () => {
    await serve();
    const store = await open({ outcomePatience: 300 });
    await server.kill();
    const write = { stream: newStream(), expected: 'none' as const, events: [newEvent()] };
    await expect(store.append(write)).rejects.toMatchObject({ code: 'StoreUnavailable' });
    server = await server.startAgain();
    expect(await store.append(write)).toMatchObject({ revision: 0, repeated: false });
  });
});

describe('the KurrentDB store whose subscription is cut', () => {
  it.each([1, 37, 499, 500, 501])('after %i events, while it catches up: hands on every event once', async (after) => {
    await serve();
    const store = await open();
    for (let n = 0; n < 8; n += 1) {
      const events = Array.from({ length: 100 }, (_, i) => newEvent({ type: i % 3 === 0 ? 'SomethingRare' : 'Other' }));
      await store.append({ stream: newStream(), expected: 'none', events });
    }
    const all = await eventsOf(store.readAll());
    await server.obey({ cutSubscription: after });
    const { events } = await follow(store, { until: (_, { live }) => live });
    expect(ids(events)).toEqual(ids(all));
    await server.obey({ cutSubscription: Math.min(after, 200) });
    const rare = await follow(store, { types: ['SomethingRare'], until: (_, { live }) => live });
    expect(ids(rare.events)).toEqual(ids(all.filter(({ type }) => type === 'SomethingRare')));
  });

  it.each(['page-start', 'page-end'])(
    'at a checkpoint that names a %s: skips no event that begins there',
    async (name) => {
      await serve({ arguments: ['--checkpoints', name, '--system-events', 'no'] });
      const store = await open();
      const others = () => Array.from({ length: 500 }, () => newEvent({ type: 'Other' }));
      const rare = newEvent({ type: 'SomethingRare' });
      for (let n = 0; n < 3; n += 1) await store.append({ stream: newStream(), expected: 'none', events: others() });
      await store.append({ stream: newStream(), expected: 'none', events: [rare] });
      for (const at of [1, 2, 3]) {
        await server.obey({ cutCheckpoint: at });
        const { events } = await follow(store, { types: ['SomethingRare'], until: (_, { live }) => live });
        expect(ids(events)).toEqual([rare.id]);
      }
    },
  );

  it('and cut again while it is live: hands on every event once', async () => {
    await serve();
    const [writer, reader] = [await open(), await open()];
    const appending = (async () => {
      for (let n = 0; n < 60; n += 1) {
        if (n % 12 === 5) await server.obey({ cutSubscription: 3 });
        await writer.append({ stream: newStream(), expected: 'none', events: [newEvent(), newEvent()] });
      }
    })();
    const { events } = await follow(reader, { until: (seen) => seen.length >= 120 });
    await appending;
    expect(ids(events)).toEqual(ids(await eventsOf(writer.readAll())));
  });
});

describe('the KurrentDB store whose server is slow', () => {
  it('waits, up to its deadline', async () => {
    await serve();
    const store = await open();
    await server.obey({ slow: 150 });
    const write = { stream: newStream(), expected: 'any' as const, events: [newEvent()] };
    expect(await store.append(write)).toMatchObject({ revision: 0, repeated: false });
    const { batches } = await follow(store, { until: (_, { live }) => live });
    expect(batches.flatMap(({ events }) => events)).toHaveLength(1);
  });

  it('says that it does not know what became of an append, which may be sent again', async () => {
    await serve();
    const store = await open({ outcomePatience: 1_500, url: `${server.url}&defaultDeadline=1000` });
    const write = { stream: newStream(), expected: 'none' as const, events: [newEvent()] };
    await server.obey({ slow: 2_500 });
    await expect(store.append(write)).rejects.toMatchObject({ code: 'AppendOutcomeUnknown' });
    await server.obey({ slow: 0 });
    await sleep(500);
    expect(await store.append(write)).toMatchObject({ revision: 0 });
    expect(await eventsOf(store.readAll())).toHaveLength(1);
  });

  it('sends again what a busy server turned away', async () => {
    await serve();
    const store = await open();
    await server.obey({ busy: 4 });
    const write = { stream: newStream(), expected: 'none' as const, events: [newEvent()] };
    expect(await store.append(write)).toMatchObject({ revision: 0, repeated: false });
  });
});

describe('the KurrentDB store whose leader changes', () => {
  it.each(['esdb', 'esdb+discover', 'kurrentdb+discover'])('follows it, by %s', async (scheme) => {
    await serve();
    const [first] = [server];
    const store = await open({ url: first.url.replace('esdb', scheme) });
    const stream = newStream();
    await store.append({ stream, expected: 'none', events: [newEvent()] });
    const second = await TestServer.start({ data: first.data });
    try {
      const following = follow(store, { until: (seen) => seen.length === 2 });
      await sleep(50);
      await first.obey({ follow: second.port, cut: true });
      expect(await store.append({ stream, expected: 0, events: [newEvent()] })).toMatchObject({ revision: 1 });
      expect((await following).events).toHaveLength(2);
    } finally {
      await store.close();
      await second.stop();
    }
  });
});

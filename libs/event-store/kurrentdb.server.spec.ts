/** What a server of the family holds and says besides the events of this log. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { TestServer } from '../../test/kurrentdb/test.server.ts';
import { collect, eventsOf, follow, newEvent, newStream } from './contract.ts';
import { flawOfKurrentUrl, readKurrentUrl } from './kurrentdb/connection.url.ts';
import { KurrentEventStore } from './kurrentdb/kurrentdb.store.ts';
import { placeAfter, positionOf } from './kurrentdb/log.position.ts';
import { typePattern } from './kurrentdb/log.subscription.ts';
import { BEGINNING, MAX_EVENT_BYTES, type RecordedEvent } from './port.ts';

const TLS = 'test/kurrentdb/tls';
const SECURE = ['--certificate', `${TLS}/server.pem`, '--key', `${TLS}/server.key`];
const LOGIN = ['--user', 'admin', '--password', 'a:b@c/%'];

let server: TestServer;
let stores: KurrentEventStore[] = [];
let clients: EventStoreDBClient[] = [];

afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await Promise.all(clients.map((client) => client.dispose()));
  [stores, clients] = [[], []];
  await server.stop();
});

const serve = async (...parameters: string[]) => (server = await TestServer.start({ arguments: parameters }));
const open = async (url = server.url) => {
  const store = await KurrentEventStore.open({ url });
  stores.push(store);
  return store;
};
/** Another program, with the client as it comes. */
const stranger = () => {
  const client = EventStoreDBClient.connectionString(server.url);
  clients.push(client);
  return client;
};

describe('a log in KurrentDB', () => {
  it('shows nothing of the server’s own, of links, of metadata and of other programs', async () => {
    await serve();
    const [store, other] = [await open(), stranger()];
    const appended = [newEvent(), newEvent(), newEvent()];
    for (const event of appended) {
      await store.append({ stream: newStream(), expected: 'none', events: [event] });
      await other.appendToStream(`foreign-${event.id}`, jsonEvent({ type: event.type, data: { of: 'another' } }));
      await other.setStreamMetadata(`foreign-${event.id}`, { maxCount: 10 });
    }
    const raw: string[] = [];
    for await (const { event } of other.readAll()) raw.push(event?.type ?? '');
    expect(raw).toEqual(expect.arrayContaining(['$UserCreated', '$>', '$metadata', 'SomethingHappened']));
    const expected = appended.map(({ id }) => id);
    const ids = (events: readonly RecordedEvent[]) => events.map(({ id }) => id);
    expect(ids(await eventsOf(store.readAll()))).toEqual(expected);
    expect(ids((await follow(store, { until: (_, { live }) => live })).events)).toEqual(expected);
    const types = ['SomethingHappened'];
    expect(ids((await follow(store, { types, until: (_, { live }) => live })).events)).toEqual(expected);
    expect(await store.head()).toBe((await eventsOf(store.readAll())).at(-1)?.position);
  });

  it('keeps what is appended again for good, not only as long as the server remembers ids', async () => {
    await serve('--window', '4');
    const store = await open();
    const write = { stream: newStream(), expected: 'any' as const, events: [newEvent(), newEvent()] };
    const original = await store.append(write);
    for (let n = 0; n < 10; n += 1) await store.append({ stream: newStream(), expected: 'any', events: [newEvent()] });
    const later = await open();
    for (const expected of ['any', 'exists', 'none', 1, 0] as const) {
      expect(await later.append({ ...write, expected })).toEqual({ ...original, repeated: true });
    }
    expect(await collect(later.readStream(write.stream))).toHaveLength(2);
    // What the client would have done: the server has forgotten, and writes it again.
    const [{ id = '' } = {}] = write.events;
    const again = binaryEvent({ id, type: 'SomethingHappened', data: new Uint8Array() });
    expect((await stranger().appendToStream(write.stream, again)).nextExpectedRevision).toBe(2n);
  });

  it('tells the repetition from the original, across processes', async () => {
    await serve();
    const [one, other] = [await open(), await open()];
    for (let round = 0; round < 10; round += 1) {
      const write = { stream: newStream(), expected: 'none' as const, events: [newEvent(), newEvent()] };
      const outcomes = await Promise.all([one.append(write), other.append(write)]);
      expect(outcomes.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
      expect(outcomes[0].position).toBe(outcomes[1].position);
    }
  });

  it('refuses an append that is larger than the server takes, by name, and stores none of it', async () => {
    await serve();
    const store = await open();
    const large = () => newEvent({ data: `"${'x'.repeat(MAX_EVENT_BYTES / 2)}"` });
    const stream = newStream();
    const attempt = store.append({ stream, expected: 'none', events: [large(), large(), large()] });
    await expect(attempt).rejects.toMatchObject({ code: 'InvalidEvent' });
    await expect(attempt).rejects.toThrow(/^events: more bytes .* \(1048576 bytes\)/);
    expect(await collect(store.readStream(stream))).toEqual([]);
    expect(await store.append({ stream, expected: 'none', events: [large()] })).toMatchObject({ revision: 0 });
  });

  it('says so when somebody deletes, truncates or writes to a stream past it', async () => {
    await serve();
    const [store, admin] = [await open(), stranger()];
    const streams = [newStream(), newStream(), newStream(), newStream()] as const;
    const [soft, hard, truncated, foreign] = streams;
    for (const stream of streams) {
      await store.append({ stream, expected: 'none', events: [newEvent(), newEvent(), newEvent()] });
    }
    await admin.deleteStream(soft);
    await admin.tombstoneStream(hard);
    await admin.setStreamMetadata(truncated, { truncateBefore: 2 });
    await admin.appendToStream(foreign, jsonEvent({ type: 'SomethingHappened', data: {} }));
    const later = await open();
    const damaged = { code: 'StreamDamaged' };
    const append = (stream: (typeof streams)[number]) =>
      later.append({ stream, expected: 'none', events: [newEvent()] });
    await expect(append(soft)).rejects.toMatchObject(damaged);
    await expect(append(hard)).rejects.toMatchObject(damaged);
    for (const stream of [hard, truncated, foreign]) {
      await expect(collect(later.readStream(stream))).rejects.toMatchObject({ ...damaged, stream });
    }
    await expect(collect(later.readStream(truncated, { backwards: true }))).rejects.toMatchObject(damaged);
  });
});

describe('a server that cannot be used', () => {
  const problem = async (url: string) =>
    open(url).then(
      () => 'opened',
      (error: unknown) => error,
    );

  it.each([
    [['--version', '22.10.5'], /is of version 22\.10\.5; EventStoreDB 23\.10 or KurrentDB is needed/],
    [['--version', 'none'], /does not tell its version/],
  ])('%j: too old', async (parameters, message) => {
    await serve(...parameters);
    expect(await problem(server.url)).toMatchObject({
      code: 'StoreUnavailable',
      message: expect.stringMatching(message),
    });
  });

  it.each([['26.1.0'], ['25.0.0-rc.1'], ['23.10.0'], ['0.0.0.0']])('is not one of version %s', async (version) => {
    await serve('--version', version);
    expect((await open()).version).toBe(version);
  });

  it('cannot be reached: told at once, without the credentials', async () => {
    await serve();
    const { port } = server;
    await server.kill();
    const error = await problem(`kurrentdb://admin:hunter2@127.0.0.1:${String(port)}?tls=false`);
    expect(error).toMatchObject({ code: 'StoreUnavailable' });
    expect(String(error)).toMatch(
      new RegExp(`kurrentdb://127.0.0.1:${String(port)} cannot be reached: .*ECONNREFUSED`),
    );
    expect(String(error)).not.toContain('hunter2');
    const cluster = `kurrentdb+discover://127.0.0.1:${String(port)}?tls=false&maxDiscoverAttempts=2&discoveryInterval=10`;
    expect(String(await problem(cluster))).toMatch(/cannot be reached: Failed to discover after 2 attempts/);
  });

  it('asks for TLS, an authority and credentials, and tells which is missing', async () => {
    await serve(...SECURE, ...LOGIN);
    const at = `127.0.0.1:${String(server.port)}`;
    const authority = `tlsCAFile=${encodeURIComponent(`${TLS}/authority.pem`)}`;
    const login = `admin:${encodeURIComponent('a:b@c/%')}`;
    const store = await open(`esdb://${login}@${at}?${authority}`);
    const write = { stream: newStream(), expected: 'none' as const, events: [newEvent()] };
    expect(await store.append(write)).toMatchObject({ revision: 0 });
    expect((await follow(store, { until: (_, { live }) => live })).events).toHaveLength(1);
    const refused = /refuses the credentials, or their right to its log/;
    expect(String(await problem(`esdb://admin:wrong@${at}?${authority}`))).toMatch(refused);
    expect(String(await problem(`esdb://${at}?${authority}`))).toMatch(refused);
    expect(String(await problem(`esdb://${login}@${at}`))).toMatch(/cannot be reached: .*(?:certificate|issuer)/i);
    expect(String(await problem(`esdb://${login}@${at}?tls=false`))).toMatch(/cannot be reached/);
    expect(String(await problem(`esdb://${login}@${at}?tlsCAFile=nowhere.pem`))).toMatch(/Failed to load certificate/);
  });
});

describe('the URL of a KurrentDB', () => {
  it.each([
    ['esdb://localhost', 'esdb://localhost?connectionName=intersession'],
    ['kurrentdb://a:2113,b:2114,c/?tls=false', 'esdb://a:2113,b:2114,c?tls=false&connectionName=intersession'],
    ['kurrentdb+discover://u:p%40@db:2113?connectionName=me', 'esdb+discover://u:p%40@db:2113?connectionName=me'],
    ['esdb://h?nodePreference=leader&tlsVerifyCert=true&TLS=true', 'esdb://h?TLS=true&connectionName=intersession'],
  ])('%s is taken as %s', (url, connectionString) => {
    expect(flawOfKurrentUrl(url)).toBeUndefined();
    expect(readKurrentUrl(url).connectionString).toBe(connectionString);
  });

  it.each([
    ['http://h', /^its scheme is none of esdb,/],
    ['esdb:h', /^its scheme/],
    ['esdb://', /^it is not scheme/],
    ['esdb://u:hunter2@', /^it is not scheme/],
    ['esdb://u@h', /^its credentials/],
    ['esdb://u:hun:ter2@h', /^its credentials/],
    ['esdb://h:0', /^"h:0" is not host:port/],
    ['esdb://h,,g', /^"" is not host:port/],
    ['esdb://h?tls=maybe', /^its option tls has a value/],
    ['esdb://h?tls=true&tls=false', /^its option tls is there twice/],
    ['esdb://h?nodePreference=follower', /^its option nodePreference has to be leader/],
    ['esdb://h?tlsVerifyCert=false', /tlsCAFile$/],
    ['esdb://h?colour=hunter2', /^it has an option that is not known: "colour"/],
    ['esdb://h?userCertFile=a.pem', /go together$/],
    ['esdb://h?keepAliveInterval=5', /^its option keepAliveInterval has a value/],
  ])('%s is refused', (url, flaw) => {
    expect(flawOfKurrentUrl(url)).toMatch(flaw);
    expect(flawOfKurrentUrl(url)).not.toContain('hunter2');
  });
});

describe('a position in KurrentDB', () => {
  it('holds an event apart from the place before it, in order, within 64 bits', () => {
    const event = positionOf({ commit: 1_000n, prepare: 1_000n })!;
    const before = positionOf({ commit: 1_000n, prepare: 0n })!;
    expect(before < event).toBe(true);
    expect(positionOf({ commit: 999n, prepare: 999n })! < before).toBe(true);
    expect(placeAfter(event)).toEqual({ commit: 1_000n, prepare: 1_000n });
    expect(placeAfter(before)).toEqual({ commit: 1_000n, prepare: 0n });
    expect(placeAfter(BEGINNING)).toBe('start');
    expect(positionOf({ commit: 2n ** 61n, prepare: 2n ** 61n })! < 2n ** 63n).toBe(true);
    expect(positionOf({ commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n })).toBeUndefined();
  });

  it('is followed by the types that are asked for, as a whole', () => {
    expect(typePattern(['AttemptRecorded', 'AttemptStarted'])).toBe('^(?:AttemptRecorded|AttemptStarted)$');
    expect(typePattern(['.*', '$metadata'])).toBe('^$');
    expect(typePattern(undefined)).toBe('^[^$]');
  });
});

import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemoryEventStore, type RecordedEvent, streamName } from '#event-store';
import { eventHash } from './event.hash.ts';
import { CopyDamaged, copyLog, type CopyProgress, NotACopy } from './log.copy.ts';
import { LogRoot } from './log.root.ts';

const sha256 = (...parts: readonly Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** As RFC 9162 words it, over leaves that are hashed already. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0] ?? Buffer.alloc(0);
  let left = 1;
  while (left * 2 < leaves.length) left *= 2;
  return sha256(Buffer.from([1]), treeHash(leaves.slice(0, left)), treeHash(leaves.slice(left)));
}

function rootOf(leaves: readonly Buffer[]): string {
  const root = new LogRoot();
  for (const leaf of leaves) root.add(leaf.toString('hex'));
  expect(root.size).toBe(leaves.length);
  return root.value;
}

describe('the root of a log', () => {
  // Of RFC 6962's reference implementation (google/certificate-transparency, merkletree tests).
  it('is that of the published test vectors', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const leaves = inputs.map((hex) => sha256(Buffer.from([0]), Buffer.from(hex, 'hex')));
    expect(rootOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(rootOf(leaves.slice(0, 1))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(rootOf(leaves.slice(0, 2))).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125');
    expect(rootOf(leaves.slice(0, 3))).toBe('aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77');
    expect(rootOf(leaves)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  it('is the tree hash for any number of events', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 70 }), (hashes) => {
        const leaves = hashes.map((bytes) => Buffer.from(bytes));
        expect(rootOf(leaves)).toBe(treeHash(leaves).toString('hex'));
      }),
    );
  });
});

describe('a copy of a log', () => {
  let from: MemoryEventStore;
  let to: MemoryEventStore;
  beforeEach(() => {
    from = new MemoryEventStore({ clock: () => new Date('2026-03-01T09:00:00.000Z') });
    to = new MemoryEventStore();
  });

  async function record(store: MemoryEventStore, count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const event = { id: randomUUID(), type: 'SomethingHappened', data: `{"n":${n}}`, metadata: '{"ž":"\\u0000"}' };
      await store.append({ stream: streamName(`test-${n % 7}`), expected: 'any', events: [event] });
    }
  }

  async function eventsOf(store: MemoryEventStore): Promise<readonly RecordedEvent[]> {
    const all: RecordedEvent[] = [];
    for await (const { events } of store.readAll()) all.push(...events);
    return all;
  }

  it('holds the same events in the same order, under the same root', async () => {
    await record(from, 2_500);
    const progress: CopyProgress[] = [];
    const report = await copyLog({ from, to, onProgress: (one) => progress.push(one) });
    const [source, target] = [await eventsOf(from), await eventsOf(to)];
    expect(target.map((event) => ({ ...event, position: 0n }))).toEqual(
      source.map((event) => ({ ...event, position: 0n })),
    );
    const root = new LogRoot();
    for (const event of source) root.add(eventHash(event));
    expect(report).toEqual({ events: 2_500, copied: 2_500, root: root.value, grown: false });
    expect(progress.filter(({ doing }) => doing === 'copying').map(({ events }) => events)).toEqual([
      1_000, 2_000, 2_500,
    ]);
    expect(progress.at(-1)).toEqual({ doing: 'verifying', events: 2_500, share: 1 });
    expect(await copyLog({ from, to })).toEqual({ ...report, copied: 0 });
  });

  it('of nothing is nothing', async () => {
    const root = new LogRoot().value;
    expect(await copyLog({ from, to })).toEqual({ events: 0, copied: 0, root, grown: false });
  });

  it('is taken up where it was cut short, and again when the source has grown', async () => {
    await record(from, 2_500);
    const stop = new AbortController();
    const cut = copyLog({
      ...{ from, to, signal: stop.signal },
      onProgress: ({ doing }) => doing === 'copying' && stop.abort(new Error('cut')),
    });
    await expect(cut).rejects.toThrow('cut');
    expect(await eventsOf(to)).toHaveLength(1_000);
    expect(await copyLog({ from, to })).toMatchObject({ events: 2_500, copied: 1_500 });
    await record(from, 3);
    expect(await copyLog({ from, to })).toMatchObject({ events: 2_503, copied: 3, grown: false });
  });

  it('says when somebody appended to the source meanwhile', async () => {
    await record(from, 10);
    const restore = to.restore.bind(to);
    to.restore = async (events) => {
      await restore(events);
      await record(from, 1);
    };
    expect(await copyLog({ from, to })).toMatchObject({ events: 10, grown: true });
  });

  it.each<[string, (target: MemoryEventStore) => Promise<void>, number, RegExp]>([
    ['another log', (target) => record(target, 2), 1, /its event 1 \(.{36}\) is not the source's/],
    [
      'the beginning and something else',
      async (target) => {
        await target.restore((await eventsOf(from)).slice(0, 4));
        await record(target, 1);
      },
      5,
      /its event 5/,
    ],
    [
      'more than the source',
      async (target) => {
        await target.restore(await eventsOf(from));
        await record(target, 1);
      },
      11,
      /more events than the source/,
    ],
    [
      'the same events, stored at other times',
      async (target) => {
        for (const { id, type, data, metadata, stream } of await eventsOf(from))
          await target.append({ stream, expected: 'any', events: [{ id, type, data, metadata }] });
      },
      1,
      /its event 1/,
    ],
  ])('refuses a target that holds %s, and writes nothing', async (_, fill, index, message) => {
    await record(from, 10);
    await fill(to);
    const before = await eventsOf(to);
    const attempt = copyLog({ from, to });
    await expect(attempt).rejects.toBeInstanceOf(NotACopy);
    await expect(attempt).rejects.toThrow(message);
    await expect(attempt).rejects.toMatchObject({ index });
    expect(await eventsOf(to)).toEqual(before);
  });

  it('finds out when the target keeps other bytes than it was given', async () => {
    await record(from, 10);
    const restore = to.restore.bind(to);
    to.restore = (events) => restore(events.map((event, n) => (n === 7 ? { ...event, data: '{"n":70}' } : event)));
    await expect(copyLog({ from, to })).rejects.toBeInstanceOf(CopyDamaged);
  });
});

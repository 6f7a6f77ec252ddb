import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestServer } from '../../test/kurrentdb/test.server.ts';
import { follow, newEvent, newStream } from './contract.ts';
import { KurrentEventStore } from './kurrentdb/kurrentdb.store.ts';

let server: TestServer;
beforeAll(async () => (server = await TestServer.start()));
afterAll(async () => server.stop());

it('readers that begin together in a process miss nothing that is appended meanwhile', async () => {
  const writer = await KurrentEventStore.open({ url: server.url });
  for (let round = 0; round < 15; round += 1) {
    const reader = await KurrentEventStore.open({ url: server.url });
    const after = await writer.head();
    const appended: string[] = [];
    const appending = (async () => {
      for (let n = 0; n < 25; n += 1) {
        const event = newEvent();
        await writer.append({ stream: newStream(), expected: 'none', events: [event] });
        appended.push(event.id);
      }
    })();
    const last = newEvent();
    const until = (events: readonly { id: string }[]) => events.at(-1)?.id === last.id;
    const reading = Array.from({ length: 6 }, () => follow(reader, { after, until }));
    await appending;
    await writer.append({ stream: newStream(), expected: 'none', events: [last] });
    for (const { events } of await Promise.all(reading)) {
      expect(events.map(({ id }) => id)).toEqual([...appended, last.id]);
    }
    await reader.close();
  }
  await writer.close();
}, 120_000);

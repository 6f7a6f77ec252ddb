import { afterAll, beforeAll } from '@jest/globals';
import { TestServer } from '../../test/kurrentdb/test.server.ts';
import { eventStoreContract } from './contract.ts';
import { KurrentEventStore } from './kurrentdb/kurrentdb.store.ts';

let server: TestServer;

beforeAll(async () => (server = await TestServer.start()));
afterAll(async () => server.stop());

eventStoreContract(
  'the KurrentDB store',
  async () => ({
    store: await KurrentEventStore.open({ url: server.url }),
    dispose: async () => {
      // the log stays for the next
    },
  }),
  { ids: 'stream' },
);

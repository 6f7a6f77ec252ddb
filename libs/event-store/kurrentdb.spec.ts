import { afterAll, beforeAll } from '@jest/globals';
import { TestServer } from '../../test/kurrentdb/test.server.ts';
import { eventStoreContract } from './contract.ts';
import { KurrentEventStore } from './kurrentdb/kurrentdb.store.ts';

/** A real server, by `npm run test:kurrentdb`. */
const REAL = process.env['TEST_EVENTSTORE_URL'];

let server: TestServer | undefined;
let url = REAL ?? '';

beforeAll(async () => {
  if (REAL !== undefined) return;
  server = await TestServer.start();
  ({ url } = server);
});
afterAll(async () => server?.stop());

eventStoreContract(
  REAL === undefined ? 'the KurrentDB store' : 'the KurrentDB store over a real server',
  async () => ({
    store: await KurrentEventStore.open({ url }),
    dispose: async () => {
      // the log stays for the next
    },
  }),
  { ids: 'stream' },
);

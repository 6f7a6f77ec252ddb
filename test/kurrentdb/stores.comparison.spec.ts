import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { KurrentEventStore } from '#event-store';
import { CommandExecutor, createLog, KeyDestructionLedger, MemoryKeyStore, ParticipantKeys } from '#platform';
import { seedDemonstration } from '../../apps/api/demonstration/demonstration.seed.ts';
import { compareWithPostgres, describeComparison } from './stores.comparison.ts';
import { TestServer } from './test.server.ts';

/** People of the seeded trial: as many as a spec has time for; 60, the whole demonstration, by the variable. */
const PARTICIPANTS = Number(process.env['INTERSESSION_TEST_PARTICIPANTS'] ?? 6);
const log = createLog({ level: 'silent', format: 'json' });

let server: TestServer;
let folder: string;
let store: KurrentEventStore;
beforeAll(async () => {
  server = await TestServer.start();
  folder = await mkdtemp(join(tmpdir(), 'intersession-trial-'));
  store = await KurrentEventStore.open({ url: server.url });
});
afterAll(async () => {
  await store.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

it('the seeded trial gives the same tables over KurrentDB as over PostgreSQL, row for row, and the same log index', async () => {
  const ledger = await KeyDestructionLedger.open(join(folder, 'destroyed.jsonl'));
  const masterKey = { bytes: randomBytes(32), demonstration: false };
  const keys = await ParticipantKeys.open({ masterKey, store: new MemoryKeyStore(), ledger });
  await seedDemonstration({ store, executor: new CommandExecutor({ store, keys }), log, participants: PARTICIPANTS });
  const comparison = await compareWithPostgres(store);
  expect(comparison).toMatchObject({ differing: [], indexesDiffering: 0 });
  expect(comparison.events).toBeGreaterThan(50 * PARTICIPANTS);
  expect(comparison.rows).toBeGreaterThan(comparison.events);
  expect(describeComparison(comparison)).toMatch(/: the same \d+ rows in \d+ tables, and the same \d+ log indexes/);
}, 1_200_000);

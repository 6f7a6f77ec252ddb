import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { createDatabase, type TestDatabase } from '../../../test/postgres.ts';
import { StartupError } from '../startup.error.ts';
import { KeyDestructionLedger } from './key-destruction.ledger.ts';
import type { ParticipantKeyStore } from './key-store.port.ts';
import { MemoryKeyStore } from './memory.key-store.ts';
import { KEY_STALENESS, ParticipantKeys } from './participant.keys.ts';
import { PostgresKeyStore } from './postgres.key-store.ts';
import { sealingEntities, sealingMigrations } from './sealing.tables.ts';

const masterKey = { bytes: randomBytes(32), demonstration: false };
let now = new Date('2026-03-01T12:00:00.000Z');
const clock = () => now;
const newLedger = async () =>
  KeyDestructionLedger.open(join(await mkdtemp(join(tmpdir(), 'intersession-ledger-')), 'destroyed.jsonl'));

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await createDatabase();
  source = new DataSource({
    type: 'postgres',
    url: database.url,
    entities: sealingEntities,
    migrations: sealingMigrations,
    migrationsRun: true,
  });
  await source.initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const stores: [string, () => Promise<ParticipantKeyStore>][] = [
  ['memory', async () => new MemoryKeyStore()],
  [
    'PostgreSQL',
    async () => {
      await source.query('TRUNCATE participant_keys, master_key_check');
      return new PostgresKeyStore(source);
    },
  ],
];

describe.each(stores)('keys in %s', (_, newStore) => {
  let store: ParticipantKeyStore;
  let ledger: KeyDestructionLedger;
  const open = (over: Partial<Parameters<typeof ParticipantKeys.open>[0]> = {}) =>
    ParticipantKeys.open({ masterKey, store, ledger, clock, ...over });
  beforeEach(async () => {
    store = await newStore();
    ledger = await newLedger();
  });

  it('are made on first need, differ, and are the same after a restart', async () => {
    const keys = await open();
    expect(await keys.of(['P1'])).toEqual(new Map());
    const [one, two] = [await keys.ensure('P1'), await keys.ensure('P2')];
    expect(one).not.toEqual(two);
    expect(await (await open()).of(['P2', 'P1', 'P1', 'P3'])).toEqual(
      new Map([
        ['P1', one],
        ['P2', two],
      ]),
    );
  });

  it('are one for all processes that need it first at once', async () => {
    const processes = await Promise.all(Array.from({ length: 5 }, () => open()));
    const made = await Promise.all([...processes, ...processes].map((keys) => keys.ensure('P1')));
    for (const key of made) expect(key).toEqual(made[0]);
  });

  it('are stored wrapped, bound to their participant', async () => {
    const keys = await open();
    const key = await keys.ensure('P1');
    if (key === 'destroyed') throw new Error('destroyed');
    const [stored] = await store.read(['P1']);
    expect(stored?.wrappedKey).toHaveLength(12 + 32 + 16);
    const wrappedKey = stored?.wrappedKey ?? Buffer.alloc(0);
    await store.insert({ participantId: 'P2', masterKeyId: keys.masterKeyId, wrappedKey });
    await expect(keys.of(['P2'])).rejects.toThrow('do not fit their key and place');
  });

  it('once destroyed stay so: here, in other processes after a moment, and for who never had one', async () => {
    const [here, elsewhere] = [await open(), await open({ ledger: await newLedger() })];
    await Promise.all([here, elsewhere].map((keys) => keys.ensure('P1')));
    await here.destroy('P1');
    await here.destroy('P1');
    await here.destroy('never');
    for (const id of ['P1', 'never']) {
      expect(await here.ensure(id)).toBe('destroyed');
      expect((await here.of([id])).get(id)).toBe('destroyed');
    }
    now = new Date(now.getTime() + KEY_STALENESS);
    expect(await elsewhere.ensure('P1')).toBe('destroyed');
    expect(await store.read(['P1'])).toMatchObject([{ wrappedKey: null }]);
    expect(await (await open()).ensure('P1')).toBe('destroyed');
  });

  it('stay destroyed when a backup of them is restored', async () => {
    const keys = await open();
    await keys.ensure('P1');
    await keys.ensure('P2');
    const backup = await store.read(['P1', 'P2']);
    await keys.destroy('P1');
    store = await newStore();
    for (const { wrappedKey, ...key } of backup) {
      await store.insert({ ...key, wrappedKey: wrappedKey ?? Buffer.alloc(0) });
    }
    const restored = await open();
    expect(await restored.ensure('P1')).toBe('destroyed');
    expect(await restored.ensure('P2')).not.toBe('destroyed');
    expect(await store.read(['P1'])).toMatchObject([{ wrappedKey: null }]);
  });

  it('that another machine destroyed are remembered by this one’s ledger too', async () => {
    const there = await open({ ledger: await newLedger() });
    await there.destroy('P1');
    await open();
    expect(ledger.destroyed()).toEqual(['P1']);
  });

  it('wrapped by another master key are refused at start, saying which', async () => {
    const { masterKeyId } = await open();
    const other = { bytes: randomBytes(32), demonstration: false };
    await expect(open({ masterKey: other })).rejects.toThrow(StartupError);
    await expect(open({ masterKey: other })).rejects.toThrow(
      `MASTER_KEY: this database is sealed under master key ${masterKeyId}`,
    );
    const demonstration = { ...other, demonstration: true };
    await expect(open({ masterKey: demonstration })).rejects.toThrow('the demonstration key is in use');
    await expect(open()).resolves.toMatchObject({ masterKeyId });
  });
});

describe('the tables', () => {
  it('match their entities', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});

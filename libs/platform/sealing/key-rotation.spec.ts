import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { StartupError } from '../startup.error.ts';
import { KeyDestructionLedger } from './key-destruction.ledger.ts';
import { MemoryKeyStore } from './memory.key-store.ts';
import { ParticipantKeys } from './participant.keys.ts';

const [old, fresh, foreign] = [randomBytes(32), randomBytes(32), randomBytes(32)] as const;

async function process(store: MemoryKeyStore, bytes: Buffer, also?: Buffer, ledgerPath?: string) {
  const path = ledgerPath ?? join(await mkdtemp(join(tmpdir(), 'intersession-rotation-')), 'ledger.jsonl');
  const ledger = await KeyDestructionLedger.open(path);
  const masterKey = { bytes, demonstration: false, ...(also === undefined ? {} : { also }) };
  return ParticipantKeys.open({ masterKey, store, ledger });
}

describe('the master key', () => {
  it('is changed while processes with either go on reading and writing', async () => {
    const store = new MemoryKeyStore();
    const before = await process(store, old);
    const first = await before.ensure('P1');
    // One by one the processes learn of the new key, then write with it.
    const learning = await process(store, old, fresh);
    const turned = await process(store, fresh, old);
    const second = await turned.ensure('P2');
    expect(await learning.ensure('P2')).toEqual(second);
    expect(await turned.ensure('P1')).toEqual(first);
    expect(await turned.rotate()).toBe(1);
    expect(await turned.rotate()).toBe(0);
    const after = await process(store, fresh);
    expect(await after.ensure('P1')).toEqual(first);
    expect(await after.ensure('P2')).toEqual(second);
    expect((await store.read(['P1', 'P2'])).map(({ masterKeyId }) => masterKeyId)).toEqual([
      after.masterKeyId,
      after.masterKeyId,
    ]);
  });

  it('that was replaced, or was never ours, is refused at the start and named', async () => {
    const store = new MemoryKeyStore();
    await (await process(store, old)).ensure('P1');
    await expect(process(store, fresh)).rejects.toThrow(StartupError);
    await expect(process(store, fresh, foreign)).rejects.toThrow(
      'MASTER_KEY: this database is sealed under master key',
    );
    await (await process(store, fresh, old)).rotate();
    await expect(process(store, old)).rejects.toThrow(StartupError);
  });

  it('brings nothing back that was destroyed', async () => {
    const store = new MemoryKeyStore();
    const keys = await process(store, old);
    await keys.ensure('P1');
    await keys.destroy('P1');
    const turned = await process(store, fresh, old);
    expect(await turned.rotate()).toBe(0);
    expect(await turned.ensure('P1')).toBe('destroyed');
    expect(await turned.erasedParticipants()).toEqual(['P1']);
  });
});

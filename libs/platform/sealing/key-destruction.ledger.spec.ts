import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFile, chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartupError } from '../startup.error.ts';
import { KeyDestructionLedger } from './key-destruction.ledger.ts';

const AT = new Date('2026-03-01T12:00:00.000Z');
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intersession-ledger-'));
  path = join(folder, 'apart', 'destroyed.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the key destruction ledger', () => {
  it('remembers across restarts, each step once', async () => {
    const ledger = await KeyDestructionLedger.open(path);
    await ledger.record('P1', 'ordered', AT);
    await ledger.record('P2', 'ordered', AT);
    await ledger.record('P1', 'destroyed', AT);
    await ledger.record('P1', 'destroyed', AT);
    await ledger.record('P1', 'ordered', AT);
    const again = await KeyDestructionLedger.open(path);
    for (const known of [ledger, again]) {
      expect(known.ordered()).toEqual(['P2']);
      expect(known.destroyed()).toEqual(['P1']);
      expect(['P1', 'P2', 'P3'].map((id) => known.isDestroyed(id))).toEqual([true, false, false]);
    }
    const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      { at: AT.toISOString(), participantId: 'P1', step: 'ordered' },
      { at: AT.toISOString(), participantId: 'P2', step: 'ordered' },
      { at: AT.toISOString(), participantId: 'P1', step: 'destroyed' },
    ]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('is shared by processes', async () => {
    const [one, other] = [await KeyDestructionLedger.open(path), await KeyDestructionLedger.open(path)];
    await one.record('P1', 'destroyed', AT);
    expect(other.isDestroyed('P1')).toBe(false);
    await Promise.all([other.refresh(), other.refresh()]);
    expect(other.isDestroyed('P1')).toBe(true);
    await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 ? one : other).record(`Q${n}`, 'destroyed', AT)));
    expect((await KeyDestructionLedger.open(path)).destroyed()).toHaveLength(41);
  });

  it('passes over what an interrupted write left, and goes on after it', async () => {
    const ledger = await KeyDestructionLedger.open(path);
    await ledger.record('P1', 'destroyed', AT);
    await appendFile(path, '\n{"at":"2026-03-01T12:00:00.000Z","participa');
    const again = await KeyDestructionLedger.open(path);
    await again.record('P2', 'destroyed', AT);
    expect((await KeyDestructionLedger.open(path)).destroyed()).toEqual(['P1', 'P2']);
  });

  it.each([
    ['a changed line', '{"at":"2026-03-01T12:00:00.000Z","participantId":"P1","step":"kept"}'],
    ['another file', '{"name":"package"}'],
    ['not JSON', '}{}'],
  ])('that is damaged is refused by line: %s', async (_, line) => {
    await (await KeyDestructionLedger.open(path)).record('P1', 'destroyed', AT);
    await appendFile(path, `${line}\n`);
    const opening = KeyDestructionLedger.open(path);
    await expect(opening).rejects.toThrow(StartupError);
    await expect(opening).rejects.toThrow(`${path} is damaged in line 3`);
  });

  it('that cannot be opened is refused by name', async () => {
    await writeFile(join(folder, 'apart'), 'a file where a folder should be');
    await expect(KeyDestructionLedger.open(path)).rejects.toThrow(`${path} cannot be opened (`);
    await chmod(join(folder, 'apart'), 0o600);
  });
});

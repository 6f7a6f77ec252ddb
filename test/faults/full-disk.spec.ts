import 'reflect-metadata';
import { afterAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillTheDisk, isSoundDisk } from './full.disk.ts';
import { whyNoSmallDisk } from './small.disk.ts';

// Executes E6-4.3.6.

const folder = await mkdtemp(join(tmpdir(), 'full-disk-'));
await chmod(folder, 0o755);
const reason = await whyNoSmallDisk(folder);
if (reason !== undefined) console.warn(`SKIPPED: what a full disk does is not tested here: ${reason}.`);
const withDisk = reason === undefined ? it : it.skip;

afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('a full disk', () => {
  withDisk(
    'stops imports and mutations with a clear error, and all go on when there is room',
    async () => {
      const outcome = await fillTheDisk({ folder, mutations: 300, rows: 1_200 });
      expect(outcome.stopped.code).toBe(1);
      // By the statement that failed, or by the PostgreSQL that did not come back.
      expect(outcome.stopped.said).toMatch(/No space left on device|the disk is full/);
      expect(outcome.stopped.said).toContain('Import again to go on from there.');
      expect(outcome.stopped.said).not.toMatch(/\n\s+at /);
      expect(outcome.answers['STORE_UNAVAILABLE']).toBeGreaterThan(150);
      for (const unclear of ['INTERNAL_SERVER_ERROR', 'unacknowledged'])
        expect(outcome.answers).not.toHaveProperty(unclear);
      expect(outcome.finished.code).toBe(0);
      expect(outcome).toMatchObject({ storedAllTheSame: 0, survived: true, missing: 0, duplicates: 0, differing: [] });
      expect(isSoundDisk(outcome)).toBe(true);
    },
    240_000,
  );
});

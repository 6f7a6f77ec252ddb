import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killPostgres } from './program.process.ts';
import { killProjectors } from './projector.kills.ts';

// Fewer rounds than `npm run faults`, which measures too; the checks are the same.
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'projectors '));
  await chmod(folder, 0o755);
});
afterAll(async () => {
  await killPostgres(join(folder, 'data', 'postgres'));
  await rm(folder, { recursive: true, force: true });
});

describe('two projectors beside an API that runs no projections', () => {
  it('take over from each other under load, killed or hung: nothing is applied twice, nothing missed', async () => {
    const kills = { dataDir: join(folder, 'data'), studyId: 'kills', rounds: 3, interval: 0, senders: 4 };
    const { handOvers, acknowledged, events, ...found } = await killProjectors(kills);
    expect(handOvers.map(({ departure }) => departure)).toEqual(['killed', 'killed', 'hung']);
    expect(acknowledged).toBeGreaterThan(0);
    expect(events).toBeGreaterThan(acknowledged);
    expect(found).toEqual({ missed: 0, twice: 0, misnumbered: 0, differing: [] });
  }, 480_000);
});

import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSound } from './fault.round.ts';
import { killDuringImport } from './import.kills.ts';
import { killDuringMutations } from './mutation.kills.ts';
import { killPostgres } from './program.process.ts';

// Executes E6-4.3.6, P11-10(c).

// Fewer and smaller rounds than `npm run faults`, which is for looking; the checks are the same.
let folder: string;
const seed = 20_261_121;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faults '));
  await chmod(folder, 0o755);
});
afterAll(async () => {
  await killPostgres(join(folder, 'data', 'postgres'));
  await rm(folder, { recursive: true, force: true });
});

describe('kill -9', () => {
  it('during an import loses nothing, doubles nothing, and the import goes on', async () => {
    const kills = { folder, rounds: 2, rows: 200, participants: 10, seed };
    const { rounds, finished, again, started, recorded } = await killDuringImport(kills);
    expect(rounds).toHaveLength(2);
    expect(rounds.filter((round) => !isSound(round))).toEqual([]);
    expect(finished).toMatchObject({ code: 0 });
    expect([started, recorded]).toEqual([200, 200]);
    expect(again).toMatchObject({
      code: 0,
      said: expect.stringMatching(/already there +200\n[^]*events written +0\n/),
    });
  }, 480_000);

  it('during concurrent mutations loses nothing, doubles nothing, and all are carried out in the end', async () => {
    const kills = { dataDir: join(folder, 'data'), studyId: 'kills', rounds: 3, mutations: 200, seed };
    const { rounds, refused } = await killDuringMutations(kills);
    expect(rounds.map(({ victim }) => victim)).toEqual(['API', 'API and PostgreSQL', 'PostgreSQL']);
    expect(rounds.filter((round) => !isSound(round))).toEqual([]);
    expect(refused).toEqual([]);
  }, 480_000);
});

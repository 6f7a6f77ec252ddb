import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { type StagedApi, startStagedApi } from '../api/acting.ts';
import { ARM_NAMES, BLINDED_ROLES, BLINDED_STUDY, personOf, setWorld, UNBLINDED } from './blinding.scene.ts';
import { type Attempt, attempts } from './inference.attempts.ts';
import { compared } from './two.worlds.ts';

/**
 * Two worlds, alike in everything but the arms. Whatever somebody blind asks of both, the answers are the same to the
 * letter; so nothing they can ask says anything of an arm.
 */
let worlds: readonly [StagedApi, StagedApi];
let tried: readonly Attempt[];

beforeAll(async () => {
  const schema = buildSchema(await readFile('schema.graphql', 'utf8'));
  const place = { studyId: BLINDED_STUDY, people: [personOf(1), personOf(3)], instrumentId: 'phq-9' } as const;
  tried = attempts(schema, { ...place, moments: [8, 10, 11, 12, 20, 30, 48] });
  worlds = [await startStagedApi(), await startStagedApi()];
  for (const [index, api] of worlds.entries()) {
    const position = await setWorld(api.stage, index === 0 ? 0 : 1);
    await api.stage.data('query($p: Position) { log(afterPosition: $p) { index } }', { p: position });
  }
}, 120_000);
afterAll(async () => {
  await Promise.all(worlds.map((api) => api.stop()));
});

/** Every seventh, from another one on for each: enough to see that a role is as blind as the others. */
const some = (from: number): readonly Attempt[] => tried.filter((_, at) => at % 7 === from);

describe('arms', () => {
  it('are asked for in at least two hundred ways', () => {
    expect(tried.length).toBeGreaterThanOrEqual(200);
    process.stdout.write(`${tried.length} scripted attempts to infer an arm, as people who are blind.\n`);
  });

  it.each(['researcher', 'site-investigator'])(
    'are not told to a %s by any of them',
    async (role) => {
      const { told, answered } = await compared(worlds, role, tried);
      expect(told).toEqual([]);
      // They are answered, and blind all the same.
      expect(answered).toBeGreaterThan(60);
    },
    240_000,
  );

  it.each([...BLINDED_ROLES.entries()])(
    'are not told to others who are blind (%i, %s)',
    async (from, role) => {
      expect((await compared(worlds, role, some(from))).told).toEqual([]);
    },
    240_000,
  );

  it('are told to those who may know, by some of the same questions', async () => {
    const asking = tried.filter(({ document }) => /arms?\b|Group|characteristics/.test(document));
    expect((await compared(worlds, UNBLINDED, asking)).told.length).toBeGreaterThan(8);
  }, 240_000);

  it('are in no line that was logged', () => {
    const lines = worlds.flatMap((api) => api.lines);
    expect(lines.filter((line) => ARM_NAMES.some((arm) => line.includes(arm)))).toEqual([]);
  });
});

import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { type StagedApi, startStagedApi } from '../api/acting.ts';
import type { GraphqlClient } from '../api/graphql-client.ts';
import { ARM_NAMES, BLINDED_ROLES, setWorld, UNBLINDED } from './blinding.scene.ts';
import { type Attempt, attempts } from './inference.attempts.ts';

/**
 * Two worlds, alike in everything but the arms. Whatever somebody blind asks of both, the answers are the same to the
 * letter; so nothing they can ask says anything of an arm.
 */
let worlds: readonly [StagedApi, StagedApi];
let schema: GraphQLSchema;

beforeAll(async () => {
  schema = buildSchema(await readFile('schema.graphql', 'utf8'));
  worlds = [await startStagedApi(), await startStagedApi()];
  for (const [index, api] of worlds.entries()) {
    const position = await setWorld(api.stage, index === 0 ? 0 : 1);
    await api.stage.data('query($p: Position) { log(afterPosition: $p) { index } }', { p: position });
  }
}, 120_000);
afterAll(async () => {
  await Promise.all(worlds.map((api) => api.stop()));
});

/** An answer without what no two runs share: when it was stored, and under which name it was logged. */
async function answer(api: StagedApi, client: GraphqlClient, { document, variables }: Attempt): Promise<string> {
  const body = await api.retryPreparing(async () => {
    const { data, errors } = await client.ask(document, variables);
    const preparing = errors?.some(({ extensions }) => extensions.code === 'AS_OF_PREPARING') === true;
    if (preparing) return { errors: errors ?? [] };
    return {
      data: { data, errors: errors?.map(({ message, path, extensions: { code } }) => ({ message, path, code })) },
    };
  });
  return JSON.stringify(body).replaceAll(/20\d\d-(?!03)\d\d-\d\dT[\d:.]+Z/g, 'then');
}

/** Attempts that were told otherwise in the other world, and how many were told anything at all. */
async function compared(who: string, tried: readonly Attempt[]) {
  const [one, other] = worlds;
  const told: string[] = [];
  let answered = 0;
  for (const attempt of tried) {
    const both = await Promise.all([answer(one, one.as(who), attempt), answer(other, other.as(who), attempt)]);
    if (both[0] !== both[1]) told.push(`${attempt.how}: ${both[0].slice(0, 200)} | ${both[1].slice(0, 200)}`);
    if (!both[0].includes('"errors":[')) answered += 1;
  }
  return { told, answered };
}

/** Every seventh, from another one on for each: enough to see that a role is as blind as the others. */
const some = (from: number): readonly Attempt[] => attempts(schema).filter((_, at) => at % 7 === from);

describe('arms', () => {
  it('are asked for in at least two hundred ways', () => {
    expect(attempts(schema).length).toBeGreaterThanOrEqual(200);
    process.stdout.write(`${attempts(schema).length} scripted attempts to infer an arm, as people who are blind.\n`);
  });

  it.each(['researcher', 'site-investigator'])(
    'are not told to a %s by any of them',
    async (role) => {
      const { told, answered } = await compared(role, attempts(schema));
      expect(told).toEqual([]);
      // They are answered, and blind all the same.
      expect(answered).toBeGreaterThan(60);
    },
    240_000,
  );

  it.each([...BLINDED_ROLES.entries()])(
    'are not told to others who are blind (%i, %s)',
    async (from, role) => {
      expect((await compared(role, some(from))).told).toEqual([]);
    },
    240_000,
  );

  it('are told to those who may know, by some of the same questions', async () => {
    const asking = attempts(schema).filter(({ document }) => /arms?\b|Group|characteristics/.test(document));
    expect((await compared(UNBLINDED, asking)).told.length).toBeGreaterThan(8);
  }, 240_000);

  it('are in no line that was logged', () => {
    const lines = worlds.flatMap((api) => api.lines);
    expect(lines.filter((line) => ARM_NAMES.some((arm) => line.includes(arm)))).toEqual([]);
  });
});

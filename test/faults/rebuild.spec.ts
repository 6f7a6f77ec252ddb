import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { digests, lookInto } from './installation.ts';
import { type Ending, killPostgres, ProgramProcess, type RunningApi, startApiProcess } from './program.process.ts';

let dataDir: string;
let folder: string;
let api: RunningApi;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rebuild '));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
  api = await startApiProcess({ dataDir, variables: { DEMONSTRATION_PARTICIPANTS: '12' } });
  await lookInto(dataDir, async ({ engine: { readModels, store } }) => readModels.waitFor(await store.head(), 60_000));
}, 120_000);
afterAll(async () => {
  if (api.process.running) await api.process.stop();
  await killPostgres(api.where);
  await rm(folder, { recursive: true, force: true });
});

const rebuild = (...parameters: readonly string[]): Promise<Ending> =>
  new ProgramProcess('cli', { dataDir, parameters: ['rebuild', ...parameters] }).ended;

const QUERY = `{ participants(studyId: "demo", first: 100) { totalCount edges { node { participantId assignments(first: 10) { edges { node {
  assignmentId attemptsRecorded attempts(first: 10) { edges { node { outcome } } } } } } } } } }`;

/** What GraphQL answers, as text. @throws when it does not answer with data */
async function answer(): Promise<string> {
  const response = await fetch(`${api.address}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer demo-everything' },
    body: JSON.stringify({ query: QUERY }),
  });
  const text = await response.text();
  if (response.status !== 200 || !text.startsWith('{"data"') || text.includes('"errors"')) throw new Error(text);
  return text;
}

const tables = () => lookInto(dataDir, async ({ engine }) => digests(engine));
const generation = () => lookInto(dataDir, async ({ engine }) => (await engine.readModels.health()).generation);

describe('npm run cli -- rebuild', () => {
  it('makes the same tables while queries keep being answered', async () => {
    const [before, first, usual] = [await tables(), await generation(), await answer()];
    expect(before.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(1_000);
    const ending = rebuild('--all');
    let over = false;
    void ending.finally(() => (over = true));
    let answered = 0;
    const ask = async (): Promise<void> => {
      while (!over) {
        expect(await answer()).toBe(usual);
        answered += 1;
        await sleep(5);
      }
    };
    await Promise.all([ask(), ask(), ask(), ask()]);
    const { code, said } = await ending;
    expect({ code, said }).toMatchObject({
      code: 0,
      said: expect.stringContaining('Every table holds the rows it held'),
    });
    expect(said).toMatch(/from [\d,]+ events in [\d.]+ s, [\d,]+ events\/s/);
    expect(said).toMatch(/\nassignments +\d+ +the same\n/);
    expect(answered).toBeGreaterThan(10);
    expect(await tables()).toEqual(before);
    expect(await generation()).toBeGreaterThan(first ?? 0);
    expect(await answer()).toBe(usual);
  }, 120_000);

  it('works when no server runs, and tells when the tables were not what the log says', async () => {
    await api.process.stop();
    const before = await lookInto(dataDir, async ({ pool, engine }) => {
      const kept = await digests(engine);
      const live = (await engine.readModels.health()).generation;
      await pool.query(`UPDATE read_models_${live}.assignments SET attempts_recorded = attempts_recorded + 1 WHERE
        assignment_id = (SELECT min(assignment_id) FROM read_models_${live}.assignments)`);
      return kept;
    });
    const { code, said } = await rebuild('--all');
    expect(said).toMatch(/\nassignments +\d+ +other content\n/);
    expect(said).toMatch(/\n1 of \d+ tables differ/);
    expect(code).toBe(3);
    expect(await tables()).toEqual(before);
  }, 120_000);

  it('explains itself, and does nothing when it is not told what to rebuild', async () => {
    const help = await rebuild('--help');
    expect(help.code).toBe(0);
    expect(help.said).toContain('A running server\nanswers from the present ones until then');
    const bare = await rebuild();
    expect(bare.code).toBe(2);
    expect(bare.said).toContain(`required option '--all' not specified`);
  }, 120_000);
});

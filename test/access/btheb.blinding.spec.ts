import 'reflect-metadata';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { definitionsOf, importTables, readMappingFile } from '#imports';
import { CommandExecutor, Engine } from '#platform';
import { importPorts } from '../../apps/cli/import.ports.ts';
import { type StagedApi, startStagedApi } from '../api/acting.ts';
import { BTHEB_FILE, BTHEB_SOURCE } from '../reference/btheb.reference.ts';
import { missingData, referenceFile } from '../reference/reference.data.ts';
import { type Attempt, attempts } from './inference.attempts.ts';
import { enumName } from './trial.scene.ts';
import { compared, type Worlds } from './two.worlds.ts';

/** Beat the Blues, imported twice: as published, and with everybody in the other arm. */

const file = referenceFile(BTHEB_FILE);
if (file === undefined) console.warn(missingData(BTHEB_FILE, BTHEB_SOURCE));
const withData = file === undefined ? it.skip : it;

const MAPPING = 'examples/imports/btheb.mapping.json';
const studyId = 'btheb';
const BLIND = ['researcher', 'outcome-assessor', 'monitor', 'analyst'] as const;
const UNBLINDED = 'coordinator';
const VISITS = [
  { occasion: 'month-2', followedUp: 97 },
  { occasion: 'month-3', followedUp: 73 },
  { occasion: 'month-5', followedUp: 58 },
  { occasion: 'month-8', followedUp: 52 },
];
const TOTALS = 'stages { stage people } followUp(instrumentId: "bdi") { occasion followedUp }';

interface Flow {
  readonly stages: readonly { readonly stage: string; readonly people: number }[];
  readonly followUp: readonly { readonly occasion: string; readonly followedUp: number }[];
}

let worlds: Worlds;
let tried: readonly Attempt[];
let folder: string;

beforeAll(async () => {
  if (file === undefined) return;
  folder = await mkdtemp(join(tmpdir(), 'btheb-worlds-'));
  const published = await readFile(file, 'utf8');
  const swapped = published.replaceAll(/"(TAU|BtheB)"/g, (_, arm) => (arm === 'TAU' ? '"BtheB"' : '"TAU"'));
  worlds = [await startStagedApi(), await startStagedApi()];
  await settle(worlds[0], published);
  const head = await settle(worlds[1], swapped);
  const schema = buildSchema(await readFile('schema.graphql', 'utf8'));
  const people = [`${studyId}:P1`, `${studyId}:P2`] as const;
  // Around the first allocations, halfway, and at the end.
  const moments = [3, 4, 5, 6, 10, Math.round(head / 2), head];
  tried = attempts(schema, { studyId, people, instrumentId: 'bdi', moments });
}, 300_000);
afterAll(async () => {
  if (file === undefined) return;
  await Promise.all(worlds.map((api) => api.stop()));
  await rm(folder, { recursive: true, force: true });
});

/** @returns the last log index */
async function settle(api: StagedApi, table: string): Promise<number> {
  const copy = join(folder, 'patients.csv');
  await writeFile(copy, table);
  const engine = api.app.get(Engine);
  const mapping = await readMappingFile(MAPPING);
  // One after another, so that the order of the log is that of the file in both worlds.
  const request = {
    mapping,
    file: copy,
    definitions: definitionsOf(mapping, MAPPING),
    now: Date.now(),
    concurrency: 1,
  };
  await importTables(
    { ...request, actor: { id: 'importer', role: 'operator' } },
    importPorts(new CommandExecutor(engine.executor), engine.store, engine.keys),
  );
  let position = '';
  for (const role of [...BLIND, UNBLINDED]) {
    const post = { studyId, staffId: role, role: enumName(role), from: '2000-01-01' };
    ({ position } = await api.stage.receipt('appointStaff', post));
  }
  const told = await api.stage.data<{ log: { index: number } }>(
    'query($p: Position) { log(afterPosition: $p) { index } }',
    { p: position },
  );
  return told.log.index;
}

async function flowFor<Told>(api: StagedApi, role: string, fields: string): Promise<Told> {
  const { flow } = await api.as(role).data<{ flow: Told }>(`{ flow(studyId: "${studyId}") { ${fields} } }`);
  return flow;
}

const allocated = ({ stages }: Flow) => stages.find(({ stage }) => stage === 'ALLOCATED')?.people;
const afterBaseline = ({ followUp }: Flow) => followUp.filter(({ occasion }) => occasion !== 'baseline');

describe('Beat the Blues with its allocation sealed', () => {
  withData('flows by arm for who is not blind: 48 and 52, and 97, 73, 58 and 52 followed up', async () => {
    // Asked of both worlds alike: that somebody read the arms is itself on the record.
    type ByArm = Flow & { arms: (Flow & { arm: string })[] };
    const question = `${TOTALS} arms { arm ${TOTALS} }`;
    const flow = await flowFor<ByArm>(worlds[0], UNBLINDED, question);
    await flowFor<ByArm>(worlds[1], UNBLINDED, question);
    const arms = Object.fromEntries(flow.arms.map((arm) => [arm.arm, allocated(arm)]));
    const seen = VISITS.map(({ occasion }) => flow.followUp.find((told) => told.occasion === occasion)?.followedUp);
    process.stdout.write(`BtheB: allocated ${arms['TAU']}/${arms['BtheB']}, followed up ${seen.join('/')}\n`);
    expect(arms).toEqual({ TAU: 48, BtheB: 52 });
    expect(afterBaseline(flow)).toEqual(VISITS);
  });

  withData.each(BLIND)('flows in total for a blind %s, and tells no arm', async (role) => {
    const flow = await flowFor<Flow>(worlds[0], role, TOTALS);
    expect(allocated(flow)).toBe(100);
    expect(afterBaseline(flow)).toEqual(VISITS);
    const { errors } = await worlds[0].as(role).ask(`{ flow(studyId: "${studyId}") { arms { arm } } }`);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  withData(
    'lets nobody who is blind tell the one world from the other',
    async () => {
      expect(tried.length).toBeGreaterThanOrEqual(200);
      const { told, answered } = await compared(worlds, 'researcher', tried);
      process.stdout.write(
        `BtheB: ${tried.length} scripted attempts to infer an arm, ${answered} answered, ${told.length} told.\n`,
      );
      expect(told).toEqual([]);
      expect(answered).toBeGreaterThan(60);
    },
    240_000,
  );

  withData.each([...BLIND.entries()])(
    'tells others who are blind no more (%i, %s)',
    async (from, role) => {
      const own = tried.filter((_, at) => at % BLIND.length === from);
      expect((await compared(worlds, role, own)).told).toEqual([]);
    },
    240_000,
  );

  withData(
    'tells those who may know, by some of the same questions',
    async () => {
      const asking = tried.filter(({ document }) => /arms?\b|Group|characteristics/.test(document));
      expect((await compared(worlds, UNBLINDED, asking)).told.length).toBeGreaterThan(2);
    },
    240_000,
  );

  withData('stores no arm that could be read, and logs none', async () => {
    for (const { database, lines } of worlds) {
      const { rows } = await database.pool.query<{ text: string; events: string }>(
        `SELECT string_agg(data || metadata, ' ') AS text, count(*) AS events FROM events
         WHERE type = 'ParticipantAllocated'`,
      );
      // In quotes: among so many letters of sealed text three fall into any order by chance.
      expect(rows).toEqual([{ events: '100', text: expect.not.stringMatching(/"(TAU|BtheB)\\?"/) as unknown }]);
      expect(lines.filter((line) => /"TAU"|"BtheB"/.test(line))).toEqual([]);
    }
  });
});

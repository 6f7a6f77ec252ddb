/** What becomes of releases: made by a worker that is stopped, cancelled and killed; compared and recalled at the console. */
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type DatasetSpecificationInput,
  type DocumentWriter,
  parseDataset,
  previewDataset,
  progressOf,
  readArchive,
} from '#datasets';
import { createLog } from '#platform';
import { DatasetWorker, engineSources, previewSources } from '#processes';
import { EVERYTHING } from '#read-models';
import { operate } from '../operator.command.ts';
import { ExportScene, specificationOf, TRIAL } from './export.scene.ts';

const studyId = 'small';
const SIGNED = { studyId, protocol: 'HW@1', riskAssessment: 'RA-1', model: { k: 2, maxSuppressed: 0.2 } } as const;
const silent = createLog({ level: 'silent', format: 'json' });
let scene: ExportScene;
let index: number;
let exportsFolder: string;

beforeAll(async () => {
  scene = await ExportScene.open();
  await scene.record({ ...TRIAL, studyId, title: 'Small', participants: 12, weeks: 1, seed: 3 });
  index = await scene.ready();
  exportsFolder = scene.place('exports');
}, 120_000);
afterAll(() => scene.close());

const usual = (changes: Partial<DatasetSpecificationInput> = {}) =>
  specificationOf(index, ['participants', 'attempts'], { ...SIGNED, ...changes }, []);

const worker = (documents: readonly DocumentWriter[]): DatasetWorker =>
  new DatasetWorker({
    ...{ making: scene.making(documents), readModels: scene.engine.readModels, pool: scene.database.pool },
    ...{ log: silent, folder: exportsFolder, pace: 50 },
  });

async function statusOf(releaseId: string): Promise<string> {
  const after = await scene.engine.store.head();
  const snapshot = await scene.engine.readModels.openSnapshot({ scope: EVERYTHING, after, timeoutMs: 60_000 });
  try {
    const [row] = await snapshot.sql<{ status: string }>('SELECT status FROM releases WHERE release_id = $1', [
      releaseId,
    ]);
    return row?.status ?? 'unknown';
  } finally {
    await snapshot.close();
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(25);
}

/** A document that is written for as long as one likes. */
function slowDocument() {
  let [reached, goOn]: [() => void, () => void] = [() => undefined, () => undefined];
  const begun = new Promise<void>((resolve) => (reached = resolve));
  const allowed = new Promise<void>((resolve) => (goOn = resolve));
  const write = async () => {
    reached();
    await allowed;
    return [];
  };
  return { begun, goOn, document: { name: 'slow', for: [], write } satisfies DocumentWriter };
}

const leftOf = async (releaseId: string): Promise<string[]> =>
  (await readdir(exportsFolder).catch(() => [])).filter((entry) => entry.startsWith(releaseId));

describe('a release that the server makes', () => {
  it('is given up when it is cancelled meanwhile, and nothing of it stays', async () => {
    await scene.request(usual(), 'cancelled');
    const { begun, goOn, document } = slowDocument();
    const working = worker([document]);
    working.start();
    await begun;
    await scene.send('dataset', { type: 'CancelDataset', studyId, releaseId: 'cancelled', reason: 'Not needed' });
    goOn();
    await until(async () => (await progressOf(scene.database.pool, studyId)).length === 0);
    await until(async () => (await leftOf('cancelled')).length === 0);
    await working.stop();
    expect([await statusOf('cancelled'), await leftOf('cancelled')]).toEqual(['cancelled', []]);
  }, 60_000);

  it('is made anew after a stop, over what a killed process left behind', async () => {
    await scene.request(usual({ recipient: 'lab-w', releaseKeyId: 'rk-w' }), 'restarted');
    const { begun, goOn, document } = slowDocument();
    const stopped = worker([document]);
    stopped.start();
    await begun;
    const stopping = stopped.stop();
    goOn();
    await stopping;
    expect([await statusOf('restarted'), await leftOf('restarted')]).toEqual(['requested', []]);
    for (const left of ['restarted', 'restarted.partial-restarted', 'other.partial-other']) {
      await mkdir(join(exportsFolder, left), { recursive: true });
      await writeFile(join(exportsFolder, left, 'half'), 'half');
    }
    const [one, other] = [worker([]), worker([])];
    one.start();
    other.start();
    await until(async () => (await statusOf('restarted')) === 'released');
    await Promise.all([one.stop(), other.stop()]);
    expect(await readdir(exportsFolder)).toEqual(['restarted']);
    expect((await readArchive(join(exportsFolder, 'restarted'))).damaged).toEqual([]);
  }, 60_000);
});

describe('a signed assessment', () => {
  const few = (kept: string): Partial<DatasetSpecificationInput> => ({
    tables: specificationOf(index, ['participants', 'outcomes'], SIGNED, [kept]).tables,
    recipient: 'lab-j',
  });

  it('lets two releases be held together only where it names the earlier one', async () => {
    const making = scene.making();
    const make = async (releaseId: string, specification: ReturnType<typeof usual>) => {
      index = await scene.ready();
      const place = await scene.request({ ...specification, index }, releaseId);
      return making.make({ studyId, releaseId, place, signal: new AbortController().signal });
    };
    await make('j-1', usual({ ...few('sex'), releaseKeyId: 'rk-j1' }));
    const second = { ...few('education'), releaseKeyId: 'rk-j2' };
    await expect(make('j-2', usual(second))).rejects.toMatchObject({
      stage: 'join',
      message: expect.stringMatching(/together with release j-1, which lab-j has, k is \d, not 2/),
    });
    await expect(make('j-3', usual({ ...second, assessedWith: ['j-0'] }))).rejects.toMatchObject({ stage: 'join' });
    const made = await make('j-4', usual({ ...second, assessedWith: ['j-1'] }));
    expect(made?.risk.joined).toMatchObject([{ releaseId: 'j-1' }]);
    const { riskAssessment: _, ...unsigned } = usual({ assessedWith: ['j-1'] });
    const parsed = parseDataset({ ...unsigned, model: { k: 5 } });
    expect(parsed.ok ? [] : parsed.errors.map(({ path }) => path)).toEqual(['assessedWith']);
  }, 60_000);
});

describe('a preview', () => {
  it('says what the export comes to, and makes no key', async () => {
    index = await scene.ready();
    const specification = specificationOf(index, ['participants', 'sessions', 'outcomes'], {
      ...{ ...SIGNED, recipient: 'lab-p', releaseKeyId: 'rk-p' },
    });
    const snapshot = await scene.engine.readModels.openSnapshot({ scope: EVERYTHING });
    const parts = { engine: scene.engine, pool: scene.database.pool };
    const { signal } = new AbortController();
    const preview = await previewDataset({ specification, snapshot, sources: previewSources(parts), signal });
    const ended = previewDataset({
      specification,
      snapshot,
      sources: previewSources(parts),
      signal: AbortSignal.abort(),
    });
    await expect(ended).rejects.toThrow('abort');
    await snapshot.close();
    const verifying = engineSources({ ...parts, releaseId: 'p', mode: 'verify' });
    await expect(verifying.releaseKey(studyId, 'rk-p')).rejects.toThrow('has no key here');
    const { risk } = await scene.export(specification, 'previewed', { releaseId: 'p' });
    const { k, uniques } = risk.after.anonymity;
    expect(preview).toMatchObject({ people: risk.people, wanted: 2, after: { k, uniques, belowK: 0 }, refusal: null });
    expect(preview.before).toMatchObject({ k: risk.before.anonymity.k, uniques: risk.before.anonymity.uniques });
    expect(preview.suppressedShare).toBeCloseTo(risk.suppressedShare, 12);
  }, 60_000);
});

describe('at the console', () => {
  const run = (...parameters: readonly string[]) =>
    operate({ DATABASE_URL: scene.server.url, DATA_DIR: scene.folder, LOG_LEVEL: 'fatal' }, 'export', ...parameters);

  it('two archives are told apart cell by cell, with what explains it', async () => {
    index = await scene.ready();
    await scene.export(usual({ releaseKeyId: 'rk-d1' }), 'before', { releaseId: 'd1' });
    const person = (await scene.participantsOf(studyId)).at(-1) ?? '';
    await scene.send('assignment', {
      ...{ type: 'RecordAttempt', assignmentId: await homeworkOf(person), attemptId: 'late', outcome: 'full' },
      ...{ performer: 'client', informant: 'client' },
    });
    index = await scene.ready();
    await scene.export(usual({ releaseKeyId: 'rk-d2' }), 'after', { releaseId: 'd2' });
    const [before, after] = [scene.place('before'), scene.place('after')];
    const told = await run('diff', before, after);
    expect(told.code).toBe(3);
    expect(told.printed).toMatch(/attempts P-\w+ row \d+: \(missing\) → row {3}\[\d+ AttemptRecorded\]/);
    expect(await run('diff', before, before)).toEqual({
      code: 0,
      printed: expect.stringContaining('No cell differs.'),
    });
    expect(await run('diff', before, scene.place('nowhere'))).toEqual({
      ...{ code: 2, printed: expect.stringContaining('has no manifest.json that can be read') },
    });
  }, 60_000);

  it('a release is recalled once, and says so from then on', async () => {
    const place = join(exportsFolder, 'restarted');
    const recall = ['recall', 'restarted', '--study', studyId, '--reason', 'A column too many'];
    expect(await run(...recall)).toEqual({
      ...{
        code: 0,
        printed: expect.stringContaining('Release restarted is recalled. Ask lab-w to destroy it, in writing.'),
      },
    });
    expect(await run(...recall)).toMatchObject({ code: 2, printed: expect.stringContaining('ReleaseNotThere') });
    expect((await run('verify', place)).printed).toContain('It was recalled: A column too many');
    const { printed } = await run('releases', studyId);
    expect(printed).toMatch(/restarted {2}recalled \(A column too many\)\n {2}controlled, to lab-w, at log index \d+/);
    expect(printed).toMatch(/cancelled {2}cancelled \(Not needed\)/);
  }, 60_000);
});

/** Some homework of a participant. */
async function homeworkOf(participantId: string): Promise<string> {
  for await (const { events } of scene.engine.store.readAll())
    for (const { type, stream, data } of events)
      if (type === 'HomeworkAssigned' && data.includes(`"${participantId}"`)) return stream.slice('assignment-'.length);
  throw new Error(`no homework of ${participantId}`);
}

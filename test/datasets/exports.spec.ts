import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  canonicalJson,
  type DatasetSpecificationInput,
  documentWriters,
  ErasedMeanwhile,
  exportDataset,
  parseDataset,
  readArchive,
  type VerificationOutcome,
  verifyArchive,
} from '#datasets';
import { engineSources, softwareVersion } from '#processes';
import { SmallDisk, whyNoSmallDisk } from '../faults/small.disk.ts';
import { digestsOf, ExportScene, specificationOf, TRIAL, USUAL } from './export.scene.ts';

let scene: ExportScene;
let index: number;
const TINY = { ...TRIAL, studyId: 'tiny', title: 'Tiny', participants: 12, weeks: 1, seed: 3 };

beforeAll(async () => {
  scene = await ExportScene.open();
  await scene.record();
  await scene.record(TINY);
  index = await scene.ready();
}, 240_000);
afterAll(() => scene.close());

const never = new AbortController().signal;

async function verify(name: string, releaseId: string): Promise<VerificationOutcome> {
  const sources = engineSources({ engine: scene.engine, pool: scene.database.pool, releaseId, mode: 'verify' });
  const parts = { place: scene.place(name), scratch: scene.place(`${name}-again`), sources, signal: never };
  return (await verifyArchive({ ...parts, documents: documentWriters, software: softwareVersion() })).outcome;
}

const refusal = (stage: string, problem: RegExp) => ({
  name: 'ExportRefused',
  stage,
  message: expect.stringMatching(problem),
});

/** Nothing of an export that was refused lies about. */
async function leftOf(name: string): Promise<string[]> {
  return (await readdir(scene.folder)).filter((entry) => entry.startsWith(name));
}

describe('an archive', () => {
  it('is the same made again, verified, and not the same after an erasure', async () => {
    const specification = specificationOf(index, USUAL, { formats: ['csv', 'sav', 'parquet', 'psych-ds', 'odm'] });
    const { manifest, risk } = await scene.export(specification, 'first', { documents: documentWriters });
    expect(manifest).toMatchObject({ logIndex: index, erasureEpoch: 0, earlierReleases: [] });
    expect(canonicalJson(risk.output)).toBe(canonicalJson(risk.after));
    expect(risk.output.anonymity.k).toBeGreaterThanOrEqual(5);
    expect(await verify('first', 'r1')).toBe('identical');
    const csv = join(scene.place('first'), manifest.files.find(({ path }) => path.endsWith('sessions_data.csv'))!.path);
    const before = await readFile(csv);
    await writeFile(csv, Buffer.concat([before, Buffer.from(' ')]));
    expect(await verify('first', 'r1')).toBe('damaged');
    await writeFile(csv, before);
    const [participantId] = await scene.participantsOf('shared');
    await scene
      .send('participant', { type: 'RequestErasure', participantId, requestedBy: 'participant' })
      .catch(() => undefined);
    await scene.send('participant', { type: 'ErasePersonalData', participantId, requestedBy: 'participant' });
    expect(await verify('first', 'r1')).toBe('erasure-epoch');
  }, 120_000);
});

describe('what cannot be made', () => {
  const fault = (changes: Partial<DatasetSpecificationInput> | object): string => {
    const parsed = parseDataset({ ...specificationOf(index), ...changes });
    return parsed.ok ? 'none' : parsed.errors.map(({ path, message }) => `${path} ${message}`).join('; ');
  };

  it('is refused by its specification, naming the field', () => {
    const { sessions, participants, ...rest } = specificationOf(index).tables;
    const { modality: _, ...unclassified } = sessions!.columns;
    expect(fault({ tables: { ...rest, participants, sessions: { columns: unclassified } } })).toBe(
      'tables.sessions.columns.modality is in the table and has no rule',
    );
    expect(fault({ format: 'intersession.dataset/2' })).toContain('is version 2; this program reads up to 1');
    expect(fault({ tables: { ...rest, sessions } })).toContain('tables.participants is needed beside');
    expect(fault({ tables: { participants, arms: { columns: {} } } })).toContain('arms is not for a blinded recipient');
    expect(fault({ features: [] })).toContain('features leave out sessions_attended');
    expect(fault({ tier: 'public', model: { k: 5 } })).toContain('give controlled access');
    expect(fault({ recipient: '=cmd', purpose: '' })).toContain('recipient holds other characters');
    const open = { columns: { ...sessions!.columns, day: { role: 'open' } } };
    expect(fault({ tables: { ...rest, participants, sessions: open } })).toContain(
      'has the role open; drop, time are for it',
    );
  });

  it('is refused where a hierarchy does not cover a value, or the protocol is another', async () => {
    const { participants, ...rest } = specificationOf(index).tables;
    const sex = { role: 'quasi', hierarchy: 'sexes', level: 1, cost: 1 } as const;
    const tables = { ...rest, participants: { columns: { ...participants!.columns, sex } } };
    const specification = specificationOf(index, USUAL, { tables, hierarchies: { sexes: [['female', 'any']] } });
    await expect(scene.export(specification, 'uncovered')).rejects.toMatchObject(
      refusal('generalise', /hierarchy sexes: does not cover \d+ of \d+ values/),
    );
    const other = specificationOf(index, USUAL, { protocol: 'HW@9' });
    await expect(scene.export(other, 'uncovered')).rejects.toMatchObject(refusal('select', /version 1 is in force/));
    expect(await leftOf('uncovered')).toEqual([]);
  });

  it('is refused where k cannot be had, and asks for controlled access with a signed assessment: a trial of 12', async () => {
    const tiny = { studyId: 'tiny', protocol: 'T@1', releaseKeyId: 'rk-tiny' };
    const specification = specificationOf(index, USUAL, { ...tiny, model: { maxSuppressed: 0 } });
    await expect(scene.export(specification, 'tiny')).rejects.toMatchObject(
      refusal('assess', /controlled access with a signed riskAssessment/),
    );
    expect(await leftOf('tiny')).toEqual([]);
    const signed = specificationOf(index, ['participants', 'outcomes'], {
      ...{ ...tiny, model: { k: 2, maxSuppressed: 0.2 }, riskAssessment: 'RA-1' },
    });
    const made = await scene.export(signed, 'tiny');
    expect(made.risk).toMatchObject({ people: 12, k: { source: 'signed-assessment' }, signedAssessment: 'RA-1' });
  });

  it('is nothing when the disk is full at 90 %', async () => {
    if ((await whyNoSmallDisk(scene.folder)) !== undefined) return;
    const mount = scene.place('disk');
    await mkdir(mount);
    const whole = (await scene.export(specificationOf(index), 'whole')).manifest.files;
    const bytes = whole.reduce((sum, file) => sum + file.bytes, 0);
    const disk = await SmallDisk.mount(mount, 4);
    try {
      await disk.fill(Math.round(1.6 * bytes));
      await expect(scene.export(specificationOf(index), 'disk/archive')).rejects.toMatchObject(
        refusal('write', /no room left on the disk: nothing of the export was kept/),
      );
      expect(await readdir(mount)).toEqual(['filler']);
    } finally {
      await disk.unmount();
    }
  }, 60_000);

  it('is nothing when it is cancelled', async () => {
    const cancelling = new AbortController();
    const exporting = scene.export(specificationOf(index), 'cancelled', { signal: cancelling.signal });
    cancelling.abort(new Error('not wanted'));
    await expect(exporting).rejects.toThrow('not wanted');
    expect(await leftOf('cancelled')).toEqual([]);
  });
});

describe('a recipient', () => {
  const quiet = { tables: specificationOf(0, ['participants', 'outcomes']).tables };

  it('gets two exports at once only where both together hide people', async () => {
    const at = Number((await scene.engine.ledger.head()).index);
    const one = specificationOf(at, [], { ...quiet, recipient: 'lab-y', releaseKeyId: 'rk-y' });
    const places = [await scene.request(one, 'y-1'), await scene.request({ ...one, title: 'Again' }, 'y-2')];
    const ends = await Promise.allSettled(
      ['y-1', 'y-2'].map((releaseId, which) =>
        scene.making().make({ studyId: 'shared', releaseId, place: places[which]!, signal: never }),
      ),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = ends.find((end) => end.status === 'rejected');
    expect(String(refused?.reason)).toMatch(/index-too-old|ReleasedMeanwhile/);
    const left = (await readdir(scene.folder)).filter((entry) => /^y-[12]/.test(entry));
    expect(left).toHaveLength(1);
  }, 60_000);

  it('who asks twice with different columns is told what both together show', async () => {
    const at = Number((await scene.engine.ledger.head()).index);
    const { participants, outcomes } = quiet.tables;
    const { sex, ethnicity } = participants!.columns;
    const swapped = { ...participants!.columns, sex: ethnicity!, ethnicity: sex! };
    const changes = { recipient: 'lab-y', releaseKeyId: 'rk-y2', model: { k: 5, maxSuppressed: 0.2 } };
    const other = specificationOf(at, [], {
      ...changes,
      tables: { participants: { columns: swapped }, outcomes: outcomes! },
    });
    const place = await scene.request(other, 'y-3');
    const made = scene.making().make({ studyId: 'shared', releaseId: 'y-3', place, signal: never });
    await expect(made).rejects.toMatchObject(refusal('join', /which lab-y has, k is \d, not 5 \(new: participants/));
    const stolen = { ...other, recipient: 'lab-z' };
    await expect(scene.request(stolen, 'z-1')).rejects.toMatchObject({ code: 'ReleaseKeyOfAnother' });
  }, 60_000);

  it('gets nothing of before when somebody is erased during the run: it is run again', async () => {
    const at = Number((await scene.engine.ledger.head()).index);
    const [, participantId] = await scene.participantsOf('shared');
    const specification = specificationOf(at, [], { ...quiet, recipient: 'lab-e', releaseKeyId: 'rk-e' });
    const place = await scene.request(specification, 'e-1');
    let erasing: Promise<void> | undefined;
    const slow = {
      ...{ name: 'erasure', for: [] },
      write: async () => {
        erasing ??= scene.send('participant', { type: 'ErasePersonalData', participantId, requestedBy: 'participant' });
        await erasing;
        return [];
      },
    };
    const made = await scene.making([slow]).make({ studyId: 'shared', releaseId: 'e-1', place, signal: never });
    expect(made?.manifest.erasureEpoch).toBe(2);
    const sources = engineSources({ engine: scene.engine, pool: scene.database.pool, releaseId: 'x', mode: 'make' });
    let epoch = 0;
    const restless = {
      ...sources,
      erasures: () => Promise.resolve({ epoch: (epoch += 1), people: new Set<string>() }),
    };
    const parts = { releaseId: 'x', specification, sources: restless, documents: [], software: softwareVersion() };
    await expect(exportDataset({ ...parts, place: scene.place('x'), signal: never })).rejects.toThrow(ErasedMeanwhile);
    expect(await leftOf('x')).toEqual([]);
    expect(Object.keys(await digestsOf(place)).length).toBe(made?.manifest.files.length! + 1);
    expect((await readArchive(place)).damaged).toEqual([]);
  }, 60_000);
});

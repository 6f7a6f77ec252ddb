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
  PEOPLE_TABLES,
  readArchive,
  type VerificationOutcome,
  verifyArchive,
} from '#datasets';
import { engineSources, softwareVersion } from '#processes';
import { SmallDisk, whyNoSmallDisk } from '../faults/small.disk.ts';
import { ProgramProcess } from '../faults/program.process.ts';
import { TestServer } from '../kurrentdb/test.server.ts';
import { ARMS, digestsOf, ExportScene, filesOf, MASTER_KEY, specificationOf, TRIAL, USUAL } from './export.scene.ts';

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

/** Of so few people, attendance would give some away: their study has a signed assessment. */
const SIGNED = { riskAssessment: 'RA-1', model: { k: 2, maxSuppressed: 0.2 } } as const;
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
    const specification = specificationOf(index, USUAL, {
      ...SIGNED,
      formats: ['csv', 'sav', 'parquet', 'psych-ds', 'odm'],
    });
    const { manifest, risk } = await scene.export(specification, 'first', { documents: documentWriters });
    expect(manifest).toMatchObject({ logIndex: index, erasureEpoch: 0, earlierReleases: [] });
    expect(canonicalJson(risk.output)).toBe(canonicalJson(risk.after));
    expect(risk.output.anonymity.k).toBeGreaterThanOrEqual(2);
    expect(await verify('first', 'r1')).toBe('identical');
    const csv = join(scene.place('first'), manifest.files.find(({ path }) => path.endsWith('sessions_data.csv'))!.path);
    const before = await readFile(csv);
    await writeFile(csv, Buffer.concat([before, Buffer.from(' ')]));
    expect(await verify('first', 'r1')).toBe('damaged');
    await writeFile(csv, before);
    const [participantId] = await scene.participantsOf('shared');
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
    const sex = { role: 'quasi', hierarchy: 'sexes', level: 1 } as const;
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
    const specification = specificationOf(index, USUAL, { ...tiny, model: { maxSuppressed: 0.05 } }, [
      'sex',
      'education',
      'ethnicity',
    ]);
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
    const whole = (await scene.export(specificationOf(index, USUAL, SIGNED), 'whole')).manifest.files;
    const bytes = whole.reduce((sum, file) => sum + file.bytes, 0);
    const disk = await SmallDisk.mount(mount, 4);
    try {
      await disk.fill(Math.round(1.6 * bytes));
      await expect(scene.export(specificationOf(index, USUAL, SIGNED), 'disk/archive')).rejects.toMatchObject(
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
  const few = (kept: string) => ({ tables: specificationOf(0, ['participants', 'outcomes'], {}, [kept]).tables });
  const quiet = few('sex');

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
    const other = specificationOf(at, [], { ...few('education'), recipient: 'lab-y', releaseKeyId: 'rk-y2' });
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
    const unseen = { ...specification, recipient: 'lab-f', releaseKeyId: 'rk-f' };
    let epoch = 0;
    const restless = {
      ...sources,
      erasures: () => Promise.resolve({ epoch: (epoch += 1), people: new Set<string>() }),
    };
    const parts = {
      releaseId: 'x',
      specification: unseen,
      sources: restless,
      documents: [],
      software: softwareVersion(),
    };
    await expect(exportDataset({ ...parts, place: scene.place('x'), signal: never })).rejects.toThrow(ErasedMeanwhile);
    expect(await leftOf('x')).toEqual([]);
    expect(Object.keys(await digestsOf(place))).toHaveLength((made?.manifest.files ?? []).length + 1);
    expect((await readArchive(place)).damaged).toEqual([]);
  }, 60_000);
});

/** A small generator with a seed: the same twenty exports in every run. */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const MODES = ['session-index', 'study-week', 'day-relative'] as const;
const OPTIONAL = PEOPLE_TABLES.map(({ definition }) => definition.name).filter(
  (name) => name !== 'participants' && name !== 'arms',
);

function randomSpecification(at: number, draw: (below: number) => number) {
  const chosen = OPTIONAL.filter(() => draw(4) === 0);
  const tables = specificationOf(at, ['participants', ...chosen, 'flow']).tables;
  const varied = Object.entries(tables).map(([table, { columns }]) => {
    const rules = Object.entries(columns).map(([column, rule]) => {
      const isText = rule.role === 'freetext';
      return [column, isText && draw(2) === 0 ? ({ role: 'freetext', export: 'completed' } as const) : rule] as const;
    });
    return [table, { columns: Object.fromEntries(rules) }] as const;
  });
  return specificationOf(at, [], {
    ...{ ...SIGNED, tables: Object.fromEntries(varied), time: { mode: MODES[draw(3)]! } },
    ...{ recipient: 'scanned', releaseKeyId: `rk-${draw(1e6)}`, languages: draw(2) === 0 ? ['en'] : ['sv', 'en'] },
    formats: ['csv', ...(['sav', 'parquet', 'psych-ds', 'odm'] as const).filter(() => draw(3) === 0)],
  });
}

/** What must be in no byte: ids of people, records, staff and events, texts that were marked, and arms. */
async function plantedMarks(): Promise<string[]> {
  const ids = new Set<string>();
  for await (const { events } of scene.engine.store.readAll())
    for (const { id, stream, data } of events) {
      ids.add(id);
      const name = stream.slice(stream.indexOf('-') + 1);
      if (name.length > 10) ids.add(name);
      for (const [, therapist] of data.matchAll(/"therapistId":"([^"]+)"/g)) ids.add(therapist!);
    }
  const people = await scene.participantsOf('shared');
  const chosen = [...ids].filter((id) => !people.includes(id)).slice(-175);
  return [...people, ...chosen, 'MARK', 'TEXT of a private', 'Simulated note', ...ARMS].slice(0, 220);
}

describe('every byte of twenty random exports', () => {
  it('holds no identifier, no text and no arm', async () => {
    const [at, marks, draw] = [Number((await scene.engine.ledger.head()).index), await plantedMarks(), drawing(5)];
    expect(marks.length).toBeGreaterThanOrEqual(190);
    let [files, bytes, hits] = [0, 0, 0];
    for (let made = 0; made < 20; made += 1) {
      const name = `scan-${made}`;
      await scene.export(randomSpecification(at, draw), name, { releaseId: name, documents: documentWriters });
      for (const path of await filesOf(scene.place(name))) {
        const content = await readFile(join(scene.place(name), path));
        files += 1;
        bytes += content.length;
        hits += marks.filter((mark) => content.includes(mark)).length;
      }
    }
    console.log(`20 exports, ${files} files, ${bytes} bytes, ${marks.length} marks: ${hits} hits`);
    expect(hits).toBe(0);
    const told = specificationOf(at, ['participants', 'arms'], { blinded: false, releaseKeyId: 'rk-arms' });
    await scene.export(told, 'arms');
    expect(await readFile(join(scene.place('arms'), 'data/arms.csv'), 'utf8')).toContain(ARMS[0]);
  }, 240_000);
});

describe('the same specification, index and release key', () => {
  it('give the same bytes in another zone and locale, after a rebuild, and on the other engine', async () => {
    const at = Number((await scene.engine.ledger.head()).index);
    const specification = specificationOf(at, ['participants', 'sessions', 'outcomes'], {
      ...{ ...SIGNED, recipient: 'lab-s', releaseKeyId: 'rk-s', languages: ['sv', 'en'] },
      formats: ['csv', 'sav', 'parquet', 'psych-ds', 'odm'],
    });
    await scene.request(specification, 'same');
    const made = await scene.making(documentWriters).make({
      ...{ studyId: 'shared', releaseId: 'same', place: scene.place('same'), signal: never },
    });
    const expected = await digestsOf(scene.place('same'));
    expect(Object.keys(expected).length).toBe(made!.manifest.files.length + 1);

    const cli = new ProgramProcess('cli', {
      dataDir: scene.folder,
      parameters: ['export', 'verify', scene.place('same')],
      variables: {
        ...{ DATABASE_URL: scene.server.url, MASTER_KEY },
        ...{ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      },
    });
    const verified = await cli.ended;
    expect(verified).toMatchObject({
      code: 0,
      said: expect.stringContaining('Every byte is made again from the log.'),
    });

    const again = async (name: string) => {
      await scene.export(specification, name, { releaseId: 'same', documents: documentWriters });
      return digestsOf(scene.place(name));
    };
    await scene.engine.readModels.rebuild();
    await scene.database.pool.query(`UPDATE read_model_generations SET status = 'retired' WHERE kind = 'as-of'`);
    expect(await again('rebuilt')).toEqual(expected);

    const server = await TestServer.start();
    try {
      await scene.moveTo(server.url);
      expect(scene.engine.storeEngine).toBe('kurrentdb');
      expect(await again('moved')).toEqual(expected);
      console.log(
        `${Object.keys(expected).length} files: identical SHA-256 in zone Pacific/Kiritimati and locale tr_TR, after a rebuild, on KurrentDB after a copy`,
      );
    } finally {
      await scene.close();
      await server.stop();
    }
  }, 500_000);
});

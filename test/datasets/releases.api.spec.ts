/** Data sets over GraphQL, and their archives over HTTP, as the roles that ask for them. */
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendFile, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromBuffer } from 'yauzl';
import { sha256 } from '#datasets';
import { CommandExecutor, CONFIG, type Config, Engine, Identity } from '#platform';
import { exportsFolder } from '#processes';
import { sendSimulated, simulate } from '#simulator';
import { type StagedApi, startStagedApi } from '../api/acting.ts';
import type { GraphqlClient } from '../api/graphql-client.ts';
import { ARMS, specificationOf, TRIAL } from './export.scene.ts';

const studyId = 'small';
let api: StagedApi;
let folder: string;
let researcher: GraphqlClient;
let coordinator: GraphqlClient;
let position: string;

beforeAll(async () => {
  api = await startStagedApi();
  folder = exportsFolder(api.app.get<Config>(CONFIG));
  const executor = new CommandExecutor(api.app.get(Engine).executor);
  const small = { ...TRIAL, studyId, title: 'Small', participants: 12, weeks: 1, seed: 3 };
  let arms = 0;
  await sendSimulated(simulate(small), {
    execute: async (asked) => {
      const receipt = await executor.execute(asked);
      const { type, participantId } = asked.command as { type: string; participantId?: string };
      if (type === 'EnrolParticipant')
        await executor.execute({
          ...{ category: 'allocation', context: { ...asked.context, commandId: crypto.randomUUID() } },
          command: { type: 'RecordAllocation', studyId, participantId, arm: ARMS[(arms += 1) % 2] },
        });
      return receipt;
    },
  });
  for (const role of ['researcher', 'coordinator', 'privacy-officer', 'monitor']) {
    const enumName = role.toUpperCase().replace('-', '_');
    ({ position } = await api.stage.receipt('appointStaff', {
      ...{ studyId, staffId: role, role: enumName, from: '2026-01-01' },
    }));
  }
  researcher = api.as('researcher');
  coordinator = api.as('coordinator');
  await researcher.data('query($p: Position) { log(afterPosition: $p) { index } }', { p: position });
}, 120_000);
afterAll(async () => api.stop());

/** Few people can have no more. */
const SIGNED = { studyId, protocol: 'HW@1', riskAssessment: 'RA-1', model: { k: 2, maxSuppressed: 0.2 } } as const;
const TABLES = ['participants', 'sessions', 'outcomes'];

const PREVIEW = `query($s: ID!, $spec: JSON!) { previewDataset(studyId: $s, specification: $spec) {
  people wanted before { k uniques belowK } generalised { k } after { k uniques belowK } features suppressedShare maxSuppressed
  withheldCourses columns { column hierarchy level levels valuesBefore valuesAfter suppressed } refusal { stage problems } } }`;

interface Release {
  readonly releaseId: string;
  readonly status: string;
  readonly manifest: string | null;
  readonly k: number | null;
  readonly problems: readonly string[];
}

async function releasesAs(client: GraphqlClient): Promise<readonly Release[]> {
  const query = `query($s: ID!) { releases(studyId: $s) { releaseId status manifest k problems progress { stage rows } } }`;
  return (await client.data<{ releases: readonly Release[] }>(query, { s: studyId })).releases;
}

/** Waits until the server has made the release, or will not. */
async function ended(releaseId: string): Promise<Release> {
  for (;;) {
    const found = (await releasesAs(coordinator)).find((release) => release.releaseId === releaseId);
    if (found !== undefined && !['waiting', 'requested', 'approved'].includes(found.status.toLowerCase())) return found;
    await sleep(100);
  }
}

async function ask(client: GraphqlClient, datasetId: string, specification: object): Promise<string> {
  await client.receipt('specifyDataset', { studyId, datasetId, version: 1, specification });
  const { log } = await client.data<{ log: { index: number } }>('{ log { index } }');
  const releaseId = `r-${datasetId}`;
  await client.receipt('requestDataset', { studyId, releaseId, datasetId, version: 1, index: log.index });
  return releaseId;
}

const download = async (client: GraphqlClient, path: string) => {
  const answer = await client.release(path);
  return { status: answer.status, headers: answer.headers, body: answer.body as Buffer };
};
const told = async (client: GraphqlClient, path: string) => {
  const { status, body } = await download(client, path);
  const { errors } = JSON.parse(body.toString()) as {
    errors: readonly { message: string; extensions: { code: string } }[];
  };
  return [status, errors[0]?.extensions.code, errors[0]?.message];
};

/** Files of a ZIP file by their path. */
async function unpacked(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error !== null || zip === undefined) return reject(error ?? new Error('no ZIP file'));
      zip.on('error', reject);
      zip.on('end', resolve);
      zip.on('entry', (entry: { readonly fileName: string }) => {
        zip.openReadStream(entry as Parameters<typeof zip.openReadStream>[0], (failed, stream) => {
          if (failed !== null || stream === undefined) return reject(failed ?? new Error('no entry'));
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(chunks));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
  return files;
}

describe('a data set, while it is specified', () => {
  it('has tables with the rules that fit their columns, and a draft of the study’s protocol', async () => {
    const { datasetTables, draftDataset } = await researcher.data<{
      datasetTables: { name: string; columns: { name: string; label: string; roles: string[] }[] }[];
      draftDataset: { protocol: string; tables: object };
    }>(
      `query($s: ID!) { draftDataset(studyId: $s, tables: ["participants", "sessions"])
        datasetTables(language: "sv") { name onePerPerson course tellsArms columns { name label roles proposed codes { value label } } } }`,
      { s: studyId },
    );
    const columnOf = (table: string, column: string) =>
      datasetTables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column);
    expect(columnOf('participants', 'pid')).toMatchObject({ label: 'Deltagare', roles: ['pseudonym'] });
    expect(columnOf('participants', 'sex')?.roles).toContain('quasi');
    expect(columnOf('sessions', 'modality')?.roles).not.toContain('quasi');
    expect(draftDataset).toMatchObject({ protocol: 'small@1', studyId, tier: 'controlled' });
    expect(Object.keys(draftDataset.tables)).toEqual(['participants', 'sessions']);
    const wrong = await researcher.ask(`{ draftDataset(studyId: "small", tables: ["staff"]) }`);
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('tells who stands out, what hiding them costs, and why nothing would leave', async () => {
    const preview = async (specification: object) =>
      (await researcher.data<{ previewDataset: object }>(PREVIEW, { s: studyId, spec: specification })).previewDataset;
    const fine = await preview(specificationOf(0, ['participants', 'outcomes'], SIGNED, ['sex']));
    expect(fine).toMatchObject({ people: 12, wanted: 2, refusal: null, features: [], withheldCourses: 0 });
    expect(fine).toMatchObject({
      after: { uniques: 0, belowK: 0 },
      columns: [{ column: 'participants.sex', level: 0, levels: 0, hierarchy: null }],
    });
    const open = specificationOf(0, TABLES, { ...SIGNED, model: { k: 5, maxSuppressed: 0.01 } }, ['sex', 'education']);
    expect(await preview(open)).toMatchObject({
      ...{ people: 12, wanted: 5, after: null, suppressedShare: null },
      before: { belowK: expect.any(Number) },
      features: ['sessions_attended', 'drop_out_week'],
      refusal: { stage: 'assess', problems: expect.arrayContaining([expect.stringMatching(/signed riskAssessment/)]) },
    });
    const banded = {
      hierarchies: {
        sexes: [
          ['female', 'any'],
          ['male', 'any'],
          ['other', 'any'],
        ],
      },
    };
    const { tables } = specificationOf(0, ['participants', 'outcomes'], SIGNED, ['sex']);
    const sex = { role: 'quasi', hierarchy: 'sexes', level: 1 } as const;
    const wide = { participants: { columns: { ...tables['participants']?.columns, sex } } };
    expect(await preview(specificationOf(0, [], { ...SIGNED, ...banded, tables: wide }))).toMatchObject({
      generalised: { k: 12 },
      columns: [{ hierarchy: 'sexes', level: 1, levels: 1, valuesAfter: 1, suppressed: 0 }],
    });
    const elsewhere = await preview(specificationOf(0, ['participants'], { ...SIGNED, protocol: 'HW@9' }, ['sex']));
    expect(elsewhere).toMatchObject({ people: 0, before: null, refusal: { stage: 'select' } });
  });

  it('is refused where it does not fit, is of another study, or tells arms to who may not know them', async () => {
    const code = async (client: GraphqlClient, s: string, spec: unknown) => {
      const { errors } = await client.ask(PREVIEW, { s, spec });
      return [errors?.[0]?.extensions.code, errors?.[0]?.message];
    };
    const fine = specificationOf(0, ['participants'], SIGNED, ['sex']);
    expect(await code(researcher, studyId, { ...fine, tier: 'secret' })).toEqual([
      'BAD_USER_INPUT',
      expect.stringContaining('specification.tier'),
    ]);
    const far = await code(researcher, 'nowhere', fine);
    expect(far[0]).toBe('NOT_FOUND');
    expect(await code(researcher, 'small', { ...fine, studyId: 'shared' })).toEqual([
      'BAD_USER_INPUT',
      expect.stringContaining('specification.studyId'),
    ]);
    const telling = specificationOf(0, ['participants', 'arms'], { ...SIGNED, blinded: false });
    expect((await code(researcher, studyId, telling))[0]).toBe('NOT_FOUND');
    expect((await code(coordinator, studyId, telling))[0]).toBeUndefined();
    expect((await code(api.as('monitor'), studyId, fine))[0]).toBe('FORBIDDEN');
  });
});

describe('the archive of a release', () => {
  it('is made by the server, verified, and handed out as one file, which is on the access log', async () => {
    const releaseId = await ask(researcher, 'usual', specificationOf(0, TABLES, SIGNED));
    const release = await ended(releaseId);
    expect(release).toMatchObject({ status: 'RELEASED', problems: [] });
    const { status, headers, body } = await download(researcher, `${studyId}/${releaseId}`);
    expect([status, headers['content-type']]).toEqual([200, 'application/zip']);
    expect(headers['content-disposition']).toBe(`attachment; filename="${studyId}-${releaseId}.zip"`);
    const files = await unpacked(body);
    const manifest = files.get(`${studyId}-${releaseId}/manifest.json`) ?? Buffer.alloc(0);
    expect(sha256(manifest)).toBe(release.manifest);
    const { files: listed } = JSON.parse(manifest.toString()) as { files: { path: string; sha256: string }[] };
    expect(files.size).toBe(listed.length + 1);
    for (const { path, sha256: expected } of listed)
      expect([path, sha256(files.get(`${studyId}-${releaseId}/${path}`) ?? '')]).toEqual([path, expected]);
    expect((await download(researcher, `${studyId}/${releaseId}`)).body.equals(body)).toBe(true);
    const entries = await api.app.get(Identity).accessLog.find({ acts: ['export'], accountId: 'researcher', limit: 9 });
    expect(entries[0]).toMatchObject({
      ...{ studyId, operation: 'releases', outcome: 'done' },
      detail: `data set release ${releaseId}, manifest sha256 ${release.manifest}`,
    });
    const { verifyRelease } = await researcher.data<{ verifyRelease: object }>(
      'query($s: ID!, $r: ID!) { verifyRelease(studyId: $s, releaseId: $r) { outcome files explanations } }',
      { s: studyId, r: releaseId },
    );
    expect(verifyRelease).toEqual({ outcome: 'IDENTICAL', files: [], explanations: [] });
  }, 60_000);

  it('of nobody one knows answers like one that is not there', async () => {
    const nothing = await told(researcher, `${studyId}/none`);
    expect(nothing).toEqual([404, 'NOT_FOUND', 'There is no such release within your reach.']);
    const releaseId = 'r-usual';
    expect(await told(researcher, `other/${releaseId}`)).toEqual(nothing);
    expect(await told(researcher, `${studyId}/${encodeURIComponent('../../etc')}`)).toEqual(nothing);
    expect((await download(api.as('monitor'), `${studyId}/${releaseId}`)).status).toBe(403);
    expect((await download(api.client, `${studyId}/${releaseId}`)).status).toBe(403);
    const refused = await api.app.get(Identity).accessLog.find({ acts: ['read'], accountId: 'researcher', limit: 9 });
    expect(refused[0]).toMatchObject({ outcome: 'refused', operation: 'releases', detail: 'not within reach' });
  });

  it('that was changed on the disk, or is gone from it, is not handed out', async () => {
    const releaseId = 'r-usual';
    const path = `${studyId}/${releaseId}`;
    const codebook = join(folder, releaseId, 'codebook.csv');
    const before = await readFile(codebook);
    await appendFile(codebook, ' ');
    expect(await told(researcher, path)).toEqual([
      409,
      'ARCHIVE_DAMAGED',
      expect.stringContaining('Nothing was handed out'),
    ]);
    const away = await mkdtemp(join(tmpdir(), 'intersession away '));
    await rename(join(folder, releaseId), join(away, 'archive'));
    expect((await told(researcher, path))[1]).toBe('NO_ARCHIVE');
    await rename(join(away, 'archive'), join(folder, releaseId));
    await rm(away, { recursive: true });
    await writeFile(codebook, before);
    expect((await download(researcher, path)).status).toBe(200);
  });

  it('that holds arms is for who may know them, also where it is compared', async () => {
    const blind = 'r-usual';
    const arms = { ...SIGNED, blinded: false, recipient: 'dmc', releaseKeyId: 'rk-dmc' };
    const telling = await ask(coordinator, 'arms', specificationOf(0, ['participants', 'arms'], arms));
    expect((await ended(telling)).status).toBe('RELEASED');
    expect(await told(researcher, `${studyId}/${telling}`)).toEqual([
      403,
      'FORBIDDEN',
      expect.stringContaining('arms'),
    ]);
    expect((await download(coordinator, `${studyId}/${telling}`)).status).toBe(200);
    const compare = (client: GraphqlClient, before: string, after: string) =>
      client.ask<{ releaseDifference: { total: number; cells: { table: string }[]; onlyBefore: string[] } }>(
        `query($s: ID!, $b: ID!, $a: ID!) { releaseDifference(studyId: $s, before: $b, after: $a, first: 5) {
          total onlyBefore onlyAfter cells { table person row column before after events { logIndex type } } } }`,
        { s: studyId, b: before, a: after },
      );
    const found = (await compare(coordinator, blind, telling)).data?.releaseDifference;
    expect(found).toMatchObject({ onlyBefore: expect.arrayContaining(['sessions', 'outcomes']), onlyAfter: ['arms'] });
    const officer = api.as('privacy-officer');
    expect((await compare(officer, blind, telling)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await compare(officer, blind, blind)).data?.releaseDifference).toMatchObject({ total: 0 });
    expect((await compare(coordinator, blind, 'none')).errors?.[0]?.message).toContain('is no release of this study');
  }, 60_000);

  it('goes as the study says, of which whoever sees the ledger is told why and since when', async () => {
    const policy = async (client: GraphqlClient, of: string, after?: string) => {
      const query =
        'query($s: ID!, $p: Position) { releasePolicy(studyId: $s, afterPosition: $p) { approval reason since } }';
      return (await client.data<{ releasePolicy: object | null }>(query, { s: of, p: after })).releasePolicy;
    };
    expect(await policy(researcher, studyId)).toEqual({ approval: 'REQUESTER', reason: null, since: null });
    const set = { studyId, approval: 'SECOND_PERSON', reason: 'Board' };
    const { position: newest } = await coordinator.receipt('setReleasePolicy', set);
    const said = { approval: 'SECOND_PERSON', reason: 'Board', since: expect.stringMatching(/^\d{4}-.*Z$/) };
    expect(await policy(researcher, studyId, newest)).toEqual(said);
    expect(await policy(researcher, 'elsewhere')).toBeNull();
    expect((await researcher.command('setReleasePolicy', { ...set, approval: 'REQUESTER' })).errors).toBeDefined();
  });

  it('that is not made, was given up, has expired or was recalled is not handed out', async () => {
    const reason = 'A column too many';
    const releaseId = 'r-usual';
    const expiring = { ...SIGNED, expires: '2026-01-31', recipient: 'brief', releaseKeyId: 'rk-brief' };
    const waiting = await ask(researcher, 'brief', specificationOf(0, ['participants', 'outcomes'], expiring, ['sex']));
    expect(await told(researcher, `${studyId}/${waiting}`)).toEqual([409, 'RELEASE_NOT_MADE', expect.any(String)]);
    expect((await researcher.command('approveDataset', { studyId, releaseId: waiting, reason })).errors).toBeDefined();
    await coordinator.receipt('approveDataset', { studyId, releaseId: waiting, reason });
    expect((await ended(waiting)).status).toBe('RELEASED');
    expect(await told(researcher, `${studyId}/${waiting}`)).toEqual([
      ...[410, 'RELEASE_EXPIRED'],
      'The time for which the data could be kept is over. (2026-01-31)',
    ]);
    const unwanted = await ask(researcher, 'unwanted', specificationOf(0, ['participants'], SIGNED, ['sex']));
    await researcher.receipt('cancelDataset', { studyId, releaseId: unwanted, reason });
    expect((await told(researcher, `${studyId}/${unwanted}`))[1]).toBe('RELEASE_NOT_MADE');
    await coordinator.receipt('recallDataset', { studyId, releaseId, reason });
    expect(await told(researcher, `${studyId}/${releaseId}`)).toEqual([
      ...[410, 'RELEASE_RECALLED'],
      `The release was recalled and is to be used no more. (${reason})`,
    ]);
  }, 60_000);
});

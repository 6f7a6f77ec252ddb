import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { builtInDefinitions } from '#adherence';
import { type Fact, decode } from '#domain';
import { Engine, Opener } from '#platform';
import { type ApiUnderTest, startApi } from '../api/api-under-test.ts';
import { operate } from '../operator.command.ts';
import { createDatabase, type TestDatabase } from '../postgres.ts';
import { bytesOf, filesOf, holdsMarker, MARKER } from './marker.search.ts';

// Executes E6-4.2.7, E6-4.2.8.

/**
 * A backup is made, somebody is erased, the backup is restored. The backup is cold and whole: PostgreSQL copies every page
 * of the database (`CREATE DATABASE … TEMPLATE`, while nobody is connected), and the folder of attachments is copied beside
 * it. The ledger of destroyed keys lies apart from both, so what it says holds for the restored ones too.
 */

const studyId = 'relief';
const [gone, stays] = [`${studyId}:P1`, `${studyId}:P2`];
const QUIET = 'nothing to see';
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300010000050001',
  'hex',
);
const at = (day: number) => ({ occurredAt: new Date(Date.UTC(2026, 2, day, 10)).toISOString() });

/** An installation: a database, the folder beside it, the ledger it obeys. */
interface Installation {
  readonly database: TestDatabase;
  readonly dataDir: string;
  readonly ledger: string;
}

let folder: string;
let live: Installation;
let backup: Installation;
const databases: TestDatabase[] = [];
const logged: string[] = [];

async function database(template?: string): Promise<TestDatabase> {
  const made = await createDatabase(template);
  databases.push(made);
  return made;
}

const variablesOf = ({ dataDir, ledger }: Installation) => ({ DATA_DIR: dataDir, KEY_DESTRUCTION_LEDGER: ledger });

/** Runs the whole API over an installation, through its engine, and ends it. */
async function running<Result>(at: Installation, use: (api: ApiUnderTest) => Promise<Result>): Promise<Result> {
  const kept = { url: at.database.url, drop: () => Promise.resolve() };
  const api = await startApi({ database: kept, variables: variablesOf(at) });
  try {
    return await use(api);
  } finally {
    await api.stop();
    logged.push(...api.lines);
  }
}

/** Runs an operator's command over an installation. @returns what it printed and logged */
async function cli(at: Installation, ...parameters: readonly string[]): Promise<string> {
  const { code, printed } = await operate({ ...variablesOf(at), DATABASE_URL: at.database.url }, ...parameters);
  expect([code, code === 0 ? '' : printed]).toEqual([0, '']);
  return printed;
}

async function copyOfSite(from: Installation, name: string): Promise<string> {
  const out = join(folder, name);
  const printed = await cli(from, 'site', 'copy', '--study', studyId, '--site', 'north', '--out', out);
  return `${printed}\n${await filesOf(out)}`;
}

async function write({ client }: ApiUnderTest, code: string, words: string): Promise<void> {
  const participantId = `${studyId}:${code}`;
  const assignmentId = `hw-${code}`;
  await client.receipt('enrolParticipant', { studyId, code, siteId: 'north' }, at(2));
  await client.data(
    'mutation ($who: ID!, $identity: IdentityInput!) { recordIdentity(participantId: $who, identity: $identity) }',
    { who: participantId, identity: { name: words, address: words, note: words } },
  );
  const terms = {
    ...{ title: words, goal: words, instructions: words, rationale: words, example: words },
    ...{ focus: 'COGNITIVE', medium: 'WORKSHEET', template: { templateId: 'two-lines', version: 1 } },
    ...{ due: { kind: 'NEXT_SESSION' }, performers: ['CLIENT'], setting: 'SESSION', visibility: 'THERAPIST' },
  };
  await client.receipt('assignHomework', { assignmentId, participantId, initiatedBy: 'COLLABORATIVE', terms }, at(3));
  const answers = JSON.stringify({ worksheet: { id: 'two-lines', version: 1 }, values: { lines: words } });
  const worksheet = { templateId: 'two-lines', version: 1 };
  const attempt = { assignmentId, performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL', note: words };
  await client.receipt('submitWorksheet', { ...attempt, worksheet, answers }, at(4));
  const sent = await request(client.server)
    .post(`/attachments/${assignmentId}/photo`)
    .set({ Host: 'localhost', 'Content-Type': 'image/png', 'X-Command-Id': randomUUID() })
    .query({ description: words })
    .send(Buffer.concat([PNG, Buffer.from(words)]));
  expect([sent.status, sent.body]).toEqual([201, sent.body]);
  await client.receipt('withdrawConsent', { participantId, step: 'ERASURE_REQUESTED', note: words }, at(6));
}

const TWO_LINES = {
  ...{ format: 'intersession.worksheet/1', id: 'two-lines', version: 1, languages: ['en'], title: { en: 'Two lines' } },
  ...{ origin: { author: 'The study', licence: 'CC BY 4.0' }, clinicalReview: { status: 'not-reviewed' } },
  ...{ approach: ['journaling'], needs: ['worry'], goals: ['calm'], focus: 'self-monitoring', medium: 'journal' },
  ...{ mechanism: 'awareness', minutes: 2, difficulty: 0, objective: { en: 'Notice the day.' } },
  ...{ rationale: { en: 'Two lines are enough.' }, steps: [{ en: 'Write two lines.' }], example: { en: 'Rain. Tea.' } },
  ...{ easier: { text: { en: 'One line.' } }, harder: { text: { en: 'Three lines.' } } },
  ...{ accessibility: { serves: ['plain-language'], notes: { en: 'Any pen.' } }, sources: [{ citation: 'Ours' }] },
  fields: [{ kind: 'text', id: 'lines', label: { en: 'Two lines' } }],
};

async function begin(api: ApiUnderTest): Promise<void> {
  const { client } = api;
  await client.receipt('registerStudy', { studyId, title: 'Relief', timeZone: 'UTC' }, at(1));
  await client.receipt('openSite', { studyId, siteId: 'north', name: 'North', timeZone: 'UTC' }, at(1));
  const definition = builtInDefinitions.get('completed-half');
  const published = { studyId, definitionId: 'completed-half', version: 1, definition };
  await client.receipt('publishAdherenceDefinition', published, at(1));
  await client.receipt('draftTemplate', { studyId, templateId: 'two-lines', title: 'Two', content: TWO_LINES }, at(1));
  await client.receipt('publishTemplate', { templateId: 'two-lines', version: 1 }, at(1));
  await write(api, 'P1', MARKER);
  await write(api, 'P2', QUIET);
}

const RECORD = `query ($who: ID!, $study: ID!) {
  history(of: { participantId: $who }, first: 100) { nodes { type data note { text } } }
  assignments(studyId: $study, filter: { participantIds: [$who] }) {
    nodes { terms { title { text } goal { text } } attempts { nodes { note { text } } } }
  }
  worksheetAnswers(studyId: $study, filter: { participantIds: [$who] }) { nodes { answered answers { text } } }
  attachments(studyId: $study, filter: { participantIds: [$who] }) { nodes { bytes description { text } } }
  identity(participantId: $who) { erased name address note }
}`;
const COUNTS = `query ($study: ID!) {
  adherence(studyId: $study, definition: { published: { definitionId: "completed-half" } }) {
    counts { participants adherent nonAdherent unknown }
    people(first: 10) { nodes { participantId adherent value } }
  }
}`;

/** Everything that an installation answers of somebody, as text. */
async function told(api: ApiUnderTest, who: string): Promise<string> {
  const { client } = api;
  const { readModels, store } = api.app.get(Engine);
  await readModels.waitFor(await store.head(), 60_000);
  const variables = { who, study: studyId };
  const answers = [
    await api.retryPreparing(() => client.ask(RECORD, variables)),
    await api.retryPreparing(() => client.ask(COUNTS, variables)),
  ];
  const photo = `/attachments/hw-${who.slice(studyId.length + 1)}/photo`;
  const response = await request(client.server).get(photo).set('Host', 'localhost').buffer(true);
  const body: unknown = response.body;
  return `${JSON.stringify(answers)} photo ${response.status}: ${Buffer.isBuffer(body) ? body.toString('latin1') : ''}`;
}

const countsIn = (text: string): string => /\{"adherence".*?\}\}\]?/.exec(text)?.[0] ?? 'no counts';

/** The whole log, opened with every key there is. */
async function openedLog({ app }: ApiUnderTest): Promise<string> {
  const { store, keys } = app.get(Engine);
  const facts: Fact[] = [];
  for await (const { events } of store.readAll()) facts.push(...events.map(decode));
  return JSON.stringify(await new Opener(keys, 'arms').openAll(facts));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erasure-backup-'));
  const ledger = join(folder, 'ledger', 'key-destruction.jsonl');
  await mkdir(join(folder, 'ledger'));
  live = { database: await database(), dataDir: join(folder, 'live'), ledger };
  await running(live, begin);
  const dataDir = join(folder, 'restored');
  backup = { database: await database(live.database.name), dataDir, ledger };
  await cp(join(live.dataDir, 'attachments'), join(dataDir, 'attachments'), { recursive: true });
}, 120_000);
afterAll(async () => {
  for (const made of databases) await made.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('somebody erased after a backup was made', () => {
  let counts: string;

  it('had words in it, for those who hold the keys', async () => {
    const before = await running(live, async (api) => told(api, gone));
    counts = countsIn(before);
    expect(counts).toContain('"participants":2');
    expect(before.split(MARKER).length).toBeGreaterThan(9);
    expect(before.slice(before.indexOf(' photo '))).toContain('photo 200');
    // With a ledger that knows of no destruction, the backup gives them away: it is the ledger that keeps them shut.
    const forgetful = { ...backup, ledger: join(folder, 'forgetful.jsonl') };
    expect(holdsMarker(await copyOfSite(forgetful, 'forgetful'))).toBe(true);
    logged.length = 0;
  }, 120_000);

  it('is gone from the installation, its exports and what its commands print', async () => {
    await running(live, async ({ client }) => {
      await client.receipt('decideErasure', { participantId: gone, granted: true, reason: 'CONSENT_WITHDRAWN' });
      await client.receipt('erasePersonalData', { participantId: gone, requestedBy: 'PARTICIPANT' });
    });
    await noneIn(live, 'live');
  }, 120_000);

  it('is gone from the restored backup as well, whose log does not know of the erasure', async () => {
    await running(backup, async (api) => expect(await openedLog(api)).not.toContain('PersonalDataErased'));
    await noneIn(backup, 'backup');
  }, 120_000);

  async function noneIn(where: Installation, name: string): Promise<void> {
    const rebuilt = await cli(where, 'rebuild', '--all');
    expect(rebuilt).toContain('Missing for good: the private content of 1 participant');
    const site = await copyOfSite(where, `${name}-copy`);
    expect(site).toContain(QUIET);
    const [answers, log, others] = await running(where, async (api) => [
      await told(api, gone),
      await openedLog(api),
      await told(api, stays),
    ]);
    expect(log).toContain(QUIET);
    expect(others).toContain('photo 200');
    expect(countsIn(answers)).toBe(counts);
    const places = {
      ...{ rebuilt, site, answers, log, lines: logged.join('\n'), tables: await bytesOf(where.database.url) },
      attachments: await filesOf(join(where.dataDir, 'attachments')),
    };
    const found = Object.entries(places).map(([place, text]) => [place, holdsMarker(text)]);
    process.stdout.write(`markers of the erased participant, ${name}: ${JSON.stringify(Object.fromEntries(found))}\n`);
    expect(found).toEqual(Object.keys(places).map((place) => [place, false]));
  }
});

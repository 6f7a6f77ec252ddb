import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { builtInDefinitions } from '#adherence';
import { type Fact, decode } from '#domain';
import {
  CONFIG,
  type Config,
  Engine,
  KeyDestructionLedger,
  MemoryKeyStore,
  Opener,
  ParticipantKeys,
  type ParticipantKeyStore,
} from '#platform';
import { rebuildReport } from '../../apps/cli/rebuild.report.ts';
import { type ApiUnderTest, startApi } from '../api/api-under-test.ts';
import type { GraphqlClient, ReceiptAnswer } from '../api/graphql-client.ts';
import { bytesOf, holdsMarker, MARKER } from './marker.search.ts';

// Executes E6-4.2.8.

/** One participant writes a marker into every field that takes words, is erased, and is looked for everywhere. */

const study = 'relief';
const [gone, stays] = [`${study}:P1`, `${study}:P2`];
const on = (day: number) => ({ occurredAt: new Date(Date.UTC(2026, 2, day, 10)).toISOString() });

let api: ApiUnderTest;
let client: GraphqlClient;
let last: ReceiptAnswer;

const say = async (name: string, input: object, meta: object = {}) => (last = await client.receipt(name, input, meta));

async function live(code: string, words: string): Promise<void> {
  const participantId = `${study}:${code}`;
  const assignmentId = `hw-${code}`;
  await say('enrolParticipant', { studyId: study, code, siteId: 'north' }, on(2));
  const identity = { name: `Ada ${words}`, address: words, note: words };
  const { errors } = await client.ask(
    'mutation ($who: ID!, $identity: IdentityInput!) { recordIdentity(participantId: $who, identity: $identity) }',
    { who: participantId, identity },
  );
  expect(errors).toBeUndefined();
  const terms = {
    ...{ title: words, goal: words, instructions: words, rationale: words, example: words },
    ...{ focus: 'COGNITIVE', medium: 'WORKSHEET', due: { kind: 'NEXT_SESSION' } },
    ...{ performers: ['CLIENT'], setting: 'SESSION', visibility: 'THERAPIST' },
  };
  await say('assignHomework', { assignmentId, participantId, initiatedBy: 'COLLABORATIVE', terms }, on(3));
  const attempt = { assignmentId, attemptId: `a-${code}`, performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL' };
  await say('recordAttempt', { ...attempt, note: words }, on(4));
  await say('completeHomework', { assignmentId, informant: 'CLIENT' }, on(4));
  const adverse = { adverseEventId: `ae-${code}`, serious: false, severity: 'MILD', relatedness: 'UNLIKELY' };
  const told = { expected: false, onset: '2026-03-05', outcome: 'RECOVERED', description: words };
  await say('reportAdverseEvent', { participantId, ...adverse, ...told }, on(5));
  await say('recordProtocolDeviation', { participantId, kind: 'late', severity: 'MINOR', note: words }, on(5));
  await say('withdrawConsent', { participantId, step: 'ERASURE_REQUESTED', note: words }, on(6));
}

beforeAll(async () => {
  api = await startApi();
  client = api.client;
  await say('registerStudy', { studyId: study, title: 'Relief', timeZone: 'Europe/Stockholm' }, on(1));
  await say('openSite', { studyId: study, siteId: 'north', name: 'North', timeZone: 'Europe/Stockholm' }, on(1));
  const definition = builtInDefinitions.get('completed-half');
  await say(
    'publishAdherenceDefinition',
    { studyId: study, definitionId: 'completed-half', version: 1, definition },
    on(1),
  );
  await live('P1', MARKER);
  await live('P2', 'nothing to see');
});

afterAll(() => api.stop());

const RECORD = `query ($who: ID!, $study: ID!, $after: Position) {
  history(of: { participantId: $who }, first: 100, afterPosition: $after) { nodes { type data note { text } } }
  assignments(studyId: $study, filter: { participantIds: [$who] }, afterPosition: $after) {
    nodes { terms { title { text } goal { text } } attempts { nodes { note { text } } } }
  }
  adverseEvents(studyId: $study, filter: { participantIds: [$who] }, afterPosition: $after) { nodes { description { text } } }
  identity(participantId: $who) { erased name address note }
}`;

const COUNTS = `query ($study: ID!, $after: Position) {
  adherence(studyId: $study, definition: { published: { definitionId: "completed-half" } }, afterPosition: $after) {
    counts { participants adherent nonAdherent unknown }
    people(first: 10) { nodes { participantId adherent value } }
  }
}`;

async function answer(query: string, who: string): Promise<string> {
  const { data, errors } = await client.ask(query, { who, study, after: last.position });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return JSON.stringify(data);
}

async function facts(engine: Engine): Promise<Fact[]> {
  const all: Fact[] = [];
  for await (const { events } of engine.store.readAll()) all.push(...events.map(decode));
  return all;
}

/** The keys of a backup, as they were before the erasure. */
async function backupOfKeys(): Promise<ParticipantKeyStore> {
  const backup = new MemoryKeyStore();
  const { rows } = await api.database.pool.query<{
    participant_id: string;
    master_key_id: string;
    wrapped_key: Buffer;
  }>('SELECT participant_id, master_key_id, wrapped_key FROM participant_keys WHERE wrapped_key IS NOT NULL');
  for (const { participant_id: participantId, master_key_id: masterKeyId, wrapped_key: wrappedKey } of rows) {
    await backup.insert({ participantId, masterKeyId, wrappedKey });
  }
  const { rows: checks } = await api.database.pool.query<{ master_key_id: string; check_value: string }>(
    'SELECT master_key_id, check_value FROM master_key_check',
  );
  await backup.keepCheck({ masterKeyId: checks[0]?.master_key_id ?? '', checkValue: checks[0]?.check_value ?? '' });
  return backup;
}

describe('an erased participant', () => {
  it('leaves no word in tables, log, answers, logs or a restored backup, and every count as it was', async () => {
    const engine = api.app.get(Engine);
    const { connectionString: url = '' } = api.database.pool.options;
    // Before: the words are there for those who may read them, and in no stored byte.
    expect(holdsMarker(await answer(RECORD, gone))).toBe(true);
    expect(holdsMarker(await bytesOf(url))).toBe(false);
    const before = await answer(COUNTS, gone);
    const backup = await backupOfKeys();

    await say('decideErasure', { participantId: gone, granted: true, reason: 'CONSENT_WITHDRAWN' });
    await say('erasePersonalData', { participantId: gone, requestedBy: 'PARTICIPANT' });

    const found = {
      tables: holdsMarker(await bytesOf(url)),
      log: holdsMarker(JSON.stringify(await new Opener(engine.keys, 'arms').openAll(await facts(engine)))),
      answers: holdsMarker(await answer(RECORD, gone)),
      logs: holdsMarker(api.lines.join('\n')),
      backup: holdsMarker(await openedByBackup(engine, backup)),
    };
    process.stdout.write(`markers of the erased participant: ${JSON.stringify(found)}\n`);
    expect(found).toEqual({ tables: false, log: false, answers: false, logs: false, backup: false });
    expect(JSON.parse(await answer(RECORD, gone))).toMatchObject({ identity: null });
    expect(await answer(COUNTS, gone)).toBe(before);
    expect(await answer(RECORD, stays)).toContain('nothing to see');
  });

  it('is missing for good in a rebuild, which says so', async () => {
    const { keys, readModels } = api.app.get(Engine);
    const { generation, events } = await readModels.rebuild(new AbortController().signal);
    const erased = (await keys.erasedParticipants()).length;
    const after = { logIndex: events, tables: [{ table: 'participants', rows: 2, digest: 'x' }] };
    const report = rebuildReport({ generation, events, seconds: 1, before: undefined, after, erased });
    expect(report).toContain('Missing for good: the private content of 1 participant');
    expect(holdsMarker(await answer(RECORD, gone))).toBe(false);
    expect(await answer(RECORD, stays)).toContain('nothing to see');
  });
});

/** A backup of keys and log is restored; the ledger of destroyed keys lies apart from it and is what it is. */
async function openedByBackup(engine: Engine, store: ParticipantKeyStore): Promise<string> {
  const { rows } = await api.database.pool.query<{ participant_id: string }>(
    'SELECT participant_id FROM participant_keys WHERE wrapped_key IS NULL',
  );
  expect(rows).toEqual([{ participant_id: gone }]);
  const ledger = await KeyDestructionLedger.open(api.app.get<Config>(CONFIG).keyDestructionLedger);
  const masterKey = { bytes: Buffer.alloc(32, 7), demonstration: false };
  const keys = await ParticipantKeys.open({ masterKey, store, ledger });
  const opened = await new Opener(keys, 'arms').openAll(await facts(engine));
  expect(JSON.stringify(opened)).toContain('nothing to see');
  return JSON.stringify(opened);
}

import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiUnderTest, startApi } from '../api/api-under-test.ts';
import type { GraphqlClient, ReceiptAnswer } from '../api/graphql-client.ts';

// Executes E6-4.1, E6-4.2.1, P11-10(f).

/**
 * A trial from its protocol to its disclosure: arms are committed to before anybody is in it, concealed until somebody is,
 * told to those alone who may know, and open to everybody in the end.
 */

const studyId = 'relief';
const P1 = `${studyId}:P1`;
const protocol = JSON.parse(readFileSync('examples/protocols/homework-by-telephone.protocol.json', 'utf8')) as Readonly<
  Record<string, unknown>
> & { readonly schedule: readonly object[] };
const scheme = {
  studyId,
  method: 'PERMUTED_BLOCKS',
  arms: [
    { arm: 'telephone', ratio: 1 },
    { arm: 'usual', ratio: 1 },
  ],
  factors: [{ factor: 'site', levels: ['north'] }],
  planned: 4,
  blockSizes: [2],
};

const consent = {
  ...{ version: '1.0', scopes: ['TREATMENT_DATA'], consenter: 'PARTICIPANT', capacity: 'HAS_CAPACITY', language: 'sv' },
};

let api: ApiUnderTest;
let client: GraphqlClient;
let last: ReceiptAnswer;

const say = async (name: string, input: object) => (last = await client.receipt(name, input));
const errorOf = async (name: string, input: object) => (await client.command(name, input)).errors?.[0];
async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await client.ask<Data>(query, { studyId, after: last.position, ...variables });
  if (data === null || data === undefined) throw new Error(JSON.stringify(errors));
  return data;
}

beforeAll(async () => {
  api = await startApi();
  client = api.client;
  await say('registerStudy', { studyId, title: 'Relief', timeZone: 'Europe/Stockholm' });
  await say('openSite', { studyId, siteId: 'north', name: 'North clinic', timeZone: 'Europe/Stockholm' });
});

afterAll(() => api.stop());

describe('a trial', () => {
  it('begins with its protocol, and takes nobody before it is live', async () => {
    const first = { studyId, version: 1, changes: 'First version', reason: 'Ethics approval' };
    const broken = { ...protocol, instruments: [{ instrumentId: 'other', version: 1 }] };
    expect((await errorOf('publishProtocol', { ...first, protocol: broken }))?.extensions).toMatchObject({
      code: 'PROTOCOL_UNUSABLE',
      details: { field: 'schedule.0.instrument' },
    });
    await say('publishProtocol', { ...first, protocol });
    const enrolment = { studyId, code: 'P1', siteId: 'north' };
    expect((await errorOf('enrolParticipant', enrolment))?.extensions.code).toBe('STUDY_NOT_LIVE');
    await say('goLive', { studyId });
  });

  it('commits to its arms before the first of them', async () => {
    expect((await errorOf('allocateParticipant', { studyId, participantId: P1 }))?.extensions.code).toBe(
      'ALLOCATION_NOT_SEALED',
    );
    const short = { ...scheme, method: 'LIST', blockSizes: [], factors: [], list: [{ number: 1, arm: 'usual' }] };
    expect((await errorOf('sealAllocationSequence', short))?.extensions.code).toBe('ALLOCATION_LIST_TOO_SHORT');
    const odd = { ...scheme, blockSizes: [3] };
    expect((await errorOf('sealAllocationSequence', odd))?.extensions).toMatchObject({
      code: 'ALLOCATION_SCHEME_UNUSABLE',
      details: { field: 'blockSizes.0' },
    });
    await say('sealAllocationSequence', scheme);
    const { allocation } = await ask<{ allocation: { scheme: { commitment: string }; allocated: number } }>(
      'query ($studyId: ID!, $after: Position) { allocation(studyId: $studyId, afterPosition: $after) { scheme { commitment method } allocated } }',
    );
    expect(allocation.scheme.commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(allocation.allocated).toBe(0);
  });

  it('conceals an arm until somebody is enrolled, and tells nothing of it in the receipt', async () => {
    expect((await errorOf('allocateParticipant', { studyId, participantId: P1 }))?.extensions.code).toBe(
      'PARTICIPANT_NOT_ENROLLED',
    );
    for (const code of ['P1', 'P2', 'P3', 'P4']) {
      await say('enrolParticipant', { studyId, code, siteId: 'north' });
      const allocation = { studyId, participantId: `${studyId}:${code}` };
      expect((await errorOf('allocateParticipant', allocation))?.extensions.code).toBe('CONSENT_NOT_GIVEN');
      await say('giveConsent', { participantId: `${studyId}:${code}`, ...consent });
      await say('allocateParticipant', { studyId, participantId: `${studyId}:${code}` });
    }
    expect(JSON.stringify(last)).not.toMatch(/telephone|usual/);
    expect(JSON.stringify(api.lines)).not.toMatch(/telephone|"usual"/);
    const stored = await api.database.pool.query<{ text: string }>(
      "SELECT string_agg(data || metadata, ' ') AS text FROM events WHERE type = 'ParticipantAllocated'",
    );
    expect(stored.rows[0]?.text).not.toMatch(/telephone|usual/);
  });

  it('tells arms, in blocks, to those who are not blind, and the flow by arm', async () => {
    const { arms, flow } = await ask<{ arms: { arm: string }[]; flow: { arms: { arm: string; stages: object[] }[] } }>(
      `query ($studyId: ID!, $after: Position) {
         arms(studyId: $studyId, afterPosition: $after) { participantId arm }
         flow(studyId: $studyId, afterPosition: $after) { stages { stage people } arms { arm stages { stage people } } }
       }`,
    );
    expect(arms.map(({ arm }) => arm).sort()).toEqual(['telephone', 'telephone', 'usual', 'usual']);
    expect(flow.arms.map(({ arm }) => arm)).toEqual(['telephone', 'usual']);
    for (const { stages } of flow.arms) expect(stages).toContainEqual({ stage: 'ALLOCATED', people: 2 });
    expect(flow).toMatchObject({ stages: expect.arrayContaining([{ stage: 'ALLOCATED', people: 4 }]) as unknown });
  });

  it('unblinds in an emergency, for a reason, and remembers who could have known', async () => {
    const revealed = 'query ($studyId: ID!, $who: ID!) { revealedArm(studyId: $studyId, participantId: $who) { arm } }';
    expect(await ask(revealed, { who: P1 })).toEqual({ revealedArm: null });
    await say('appointStaff', { studyId, staffId: 'dmc-1', role: 'DMC_STATISTICIAN', from: '2026-01-01' });
    await say('appointStaff', { studyId, staffId: 'assessor-1', role: 'OUTCOME_ASSESSOR', from: '2026-01-01' });
    const why = { reason: 'MEDICAL_EMERGENCY', note: 'Overdose, in intensive care' };
    await say('unblindParticipant', { studyId, participantId: P1, ...why });
    expect((await errorOf('unblindParticipant', { studyId, participantId: P1, ...why }))?.extensions.code).toBe(
      'PARTICIPANT_ALREADY_UNBLINDED',
    );
    const { revealedArm } = await ask<{ revealedArm: { arm: string } }>(revealed, { who: P1 });
    expect(['telephone', 'usual']).toContain(revealedArm.arm);
    const { whoCouldHaveKnown: knew } = await ask<{ whoCouldHaveKnown: { actorId: string; from: string }[] }>(
      'query ($who: ID!, $after: Position) { whoCouldHaveKnown(participantId: $who, afterPosition: $after) { actorId basis detail from to } }',
      { who: P1 },
    );
    expect(knew).toEqual([
      expect.objectContaining({ actorId: 'dmc-1', basis: 'ROLE', detail: 'dmc-statistician', to: null }),
      expect.objectContaining({ actorId: 'demonstration', basis: 'UNBLINDING', detail: 'medical-emergency' }),
      // Read all arms, and by arm the flow, in the story so far.
      expect.objectContaining({ actorId: 'demonstration', basis: 'READ' }),
    ]);
  });

  it('previews an amendment, whom it touches, and refuses the one that orphans', async () => {
    const [baseline] = protocol.schedule;
    const shorter = {
      ...protocol,
      schedule: [baseline],
      analysis: { ...(protocol['analysis'] as object), primary: { instrumentId: 'phq-9', occasion: 'baseline' } },
    };
    const preview = `query ($studyId: ID!, $protocol: JSON!, $after: Position) {
      previewAmendment(studyId: $studyId, protocol: $protocol, afterPosition: $after) {
        acceptable orphanedMeasurements { occasion } touches { participantId measurements { occasion } }
      }
    }`;
    const told = await ask<{ previewAmendment: { touches: object[] } }>(preview, { protocol: shorter });
    expect(told.previewAmendment).toMatchObject({
      acceptable: false,
      orphanedMeasurements: [{ occasion: 'week-12' }],
    });
    expect(told.previewAmendment.touches).toHaveLength(4);
    const second = { studyId, version: 2, changes: 'Shorter', reason: 'Burden' };
    expect((await errorOf('publishProtocol', { ...second, protocol: shorter }))?.extensions.code).toBe(
      'AMENDMENT_ORPHANS_MEASUREMENT',
    );
    const retired = [{ occasion: 'week-12', instrumentId: 'phq-9', becomes: 'released' }];
    await say('publishProtocol', { ...second, protocol: { ...shorter, retired } });
    const { spiritSchedule } = await ask<{ spiritSchedule: object }>(
      'query ($studyId: ID!, $after: Position) { spiritSchedule(studyId: $studyId, afterPosition: $after) { protocolVersion entries { occasion afterDays standings { status people } } } }',
    );
    expect(spiritSchedule).toEqual({
      protocolVersion: 2,
      entries: [{ occasion: 'baseline', afterDays: 0, standings: [{ status: 'DUE', people: 4 }] }],
    });
  });

  it('opens its sequence once the data are final, and not before', async () => {
    expect((await errorOf('discloseAllocation', { studyId }))?.extensions.code).toBe('STUDY_NOT_LOCKED');
    await say('lockStudy', { studyId, reason: 'Data base closed' });
    await say('discloseAllocation', { studyId });
    await say('closeStudy', { studyId, reason: 'Analysed' });
    expect((await errorOf('unlockStudy', { studyId, reason: 'Late' }))?.extensions.code).toBe('STUDY_IS_CLOSED');
  });
});

import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Identity } from '#platform';
import { PEOPLE, setScene, STUDY } from '../access/trial.scene.ts';
import { type StagedApi, startStagedApi } from '../api/acting.ts';

// Executes E6-4.2.2, P11-10(e), P11-10(g).
interface Line {
  readonly entry: number;
  readonly act: string;
  readonly outcome: string;
  readonly subjectId: string;
  readonly role: string;
  readonly participantId: string | null;
  readonly studyId: string | null;
  readonly purpose: string | null;
  readonly detail: string | null;
  readonly logIndex: number | null;
  readonly opened: readonly { readonly kind: string; readonly entryIds: readonly string[] }[];
}

const LINE =
  '{ entry act outcome subjectId role participantId studyId purpose detail logIndex opened { kind entryIds } }';
const READ =
  'query($p: ID!) { attempts(studyId: "alpha", filter: { participantIds: [$p] }) { nodes { attemptId note { length sealed text } } } }';
const { participantId } = PEOPLE.own;

let api: StagedApi;
let identity: Identity;
beforeAll(async () => {
  api = await startStagedApi();
  identity = api.app.get(Identity);
  const { position } = await setScene(api.stage);
  await api.stage.data('query($p: Position) { log(afterPosition: $p) { index } }', { p: position });
}, 180_000);
afterAll(async () => api.stop());

const logOf = async (reader: string, more = ''): Promise<readonly Line[]> => {
  const query = `{ accessLog(studyId: "${STUDY}" ${more}) ${LINE} }`;
  return (await api.as(reader).data<{ accessLog: readonly Line[] }>(query)).accessLog;
};
const mine = async (more = ''): Promise<readonly Line[]> => {
  const query = `{ readsOfMine${more} ${LINE} }`;
  return (await api.as(participantId, 'participant').data<{ readsOfMine: readonly Line[] }>(query)).readsOfMine;
};

describe('a clinician who reads a diary', () => {
  it('is on the record before the answer is there: whose, what, in which role, why, at which index', async () => {
    const before = (await identity.accessLog.head()).entry;
    const ann = api.as('ann').with({ 'x-purpose': 'prepare the session, f%C3%BCr Donnerstag' });
    const { attempts } = await ann.data<{ attempts: { nodes: { note: { text: string | null } | null }[] } }>(READ, {
      p: participantId,
    });
    expect(attempts.nodes.some(({ note }) => note?.text?.includes('TELLTALE') === true)).toBe(true);
    const [line, ...older] = await logOf('coordinator', 'acts: [READ]');
    expect(line?.entry).toBe(before + 1);
    expect(line).toMatchObject({
      ...{ act: 'READ', outcome: 'done', subjectId: 'ann', role: 'clinician', participantId, studyId: STUDY },
      ...{ purpose: 'prepare the session, für Donnerstag', logIndex: expect.any(Number) },
      opened: [{ kind: 'note', entryIds: [expect.any(String)] }],
    });
    expect(older.filter(({ entry }) => entry > before)).toEqual([]);
    const kept = await identity.accessLog.find({ limit: 1 });
    expect(JSON.stringify(kept)).not.toContain('TELLTALE');
  });

  it('is not on it for having asked how long it is', async () => {
    const before = (await identity.accessLog.head()).entry;
    await api.as('ann').data(READ.replace(' text', ''), { p: participantId });
    await api.as('analyst').data(READ, { p: participantId });
    expect((await identity.accessLog.head()).entry).toBe(before);
  });

  it('gets nothing where the record cannot be written', async () => {
    await api.database.pool.query('ALTER TABLE access_log RENAME TO access_log_away');
    try {
      const response = await api.as('ann').post({ query: READ, variables: { p: participantId } });
      expect(response.text).not.toContain('TELLTALE');
      expect(response.status).toBe(500);
    } finally {
      await api.database.pool.query('ALTER TABLE access_log_away RENAME TO access_log');
    }
    const again = await api.as('ann').post({ query: READ, variables: { p: participantId } });
    expect(again.text).toContain('TELLTALE');
  });

  it('says why in words that can be kept, or is told the field', async () => {
    for (const purpose of ['x'.repeat(501), 'a%00b', 'a%0Ab']) {
      const { errors } = await api.as('ann').with({ 'x-purpose': purpose }).ask(READ, { p: participantId });
      expect([errors?.[0]?.extensions.code, errors?.[0]?.message]).toEqual([
        'BAD_USER_INPUT',
        'x-purpose: expected at most 500 characters on one line',
      ]);
    }
  });
});

describe('the person concerned', () => {
  it('sees who read their diary, one entry or all, and their own reading is left out', async () => {
    await api.as(participantId, 'participant').data(READ, { p: participantId });
    const lines = await mine();
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines.map(({ subjectId }) => subjectId))).not.toContain(participantId);
    const [entryId = ''] = lines.flatMap(({ opened }) => opened.flatMap(({ entryIds }) => entryIds));
    const ofOne = await mine(`(entryId: "${entryId}")`);
    expect(ofOne.length).toBeGreaterThan(0);
    expect(ofOne.every(({ opened }) => opened.some(({ entryIds }) => entryIds.includes(entryId)))).toBe(true);
    expect(await mine('(entryId: "another")')).toEqual([]);
  });

  it('sees nothing of others', async () => {
    await api.as('bob').data(READ, { p: PEOPLE.otherCaseload.participantId });
    expect((await mine()).filter((line) => line.participantId !== participantId)).toEqual([]);
  });
});

describe('who may look', () => {
  it('is whoever looks after it, within their site', async () => {
    await api.as('cid').data(READ, { p: PEOPLE.otherSite.participantId });
    const people = async (reader: string) =>
      new Set((await logOf(reader, 'acts: [READ], first: 500')).map((line) => line.participantId));
    expect(await people('coordinator')).toContain(PEOPLE.otherSite.participantId);
    for (const reader of ['monitor', 'privacy-officer']) {
      const seen = await people(reader);
      expect(seen).toContain(participantId);
      expect(seen).not.toContain(PEOPLE.otherSite.participantId);
    }
  });

  it('is nobody else', async () => {
    for (const reader of ['ann', 'sue', 'researcher', 'analyst', 'outcome-assessor', 'site-investigator']) {
      const { errors } = await api.as(reader).ask(`{ accessLog(studyId: "${STUDY}") { entry } }`);
      expect([reader, errors?.[0]?.extensions.code]).toEqual([reader, 'FORBIDDEN']);
    }
    const { errors } = await api.as('monitor').ask('{ accessLog(studyId: "beta") { entry } }');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const asked = await api.as('ann').ask('{ readsOfMine { entry } }');
    expect(asked.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('what else is on the record', () => {
  it('who was given which right by whom, and what was refused', async () => {
    const appointed = { studyId: STUDY, staffId: 'new-monitor', role: 'MONITOR', from: '2026-03-01' };
    await api.as('coordinator').receipt('appointStaff', appointed);
    expect((await logOf('coordinator', 'acts: [PERMISSION], first: 1'))[0]).toMatchObject({
      ...{ outcome: 'done', subjectId: 'coordinator', detail: 'appointStaff new-monitor monitor' },
    });
    await api.as('ann').command('appointStaff', { ...appointed, staffId: 'ann' });
    expect((await logOf('coordinator', 'acts: [PERMISSION], first: 1'))[0]).toMatchObject({
      ...{ outcome: 'refused', subjectId: 'ann' },
    });
    const refused = await identity.accessLog.find({ limit: 1, acts: ['read'] });
    expect(refused[0]).toMatchObject({ outcome: 'refused', subjectId: 'ann', detail: 'staff:appoint' });
  });

  it('and the chain of it all holds', async () => {
    expect(await identity.accessLog.verify()).toBeUndefined();
  });
});

describe('a code for a phone', () => {
  const HAND_OUT = 'mutation($i: HandOutSignInCodeInput!) { handOutSignInCode(input: $i) { code link expiresAt } }';
  const from = { address: '127.0.0.1', agent: undefined };

  it('is handed out by those who look after the participant, and signs that participant in', async () => {
    const { handOutSignInCode } = await api
      .as('ann')
      .data<{ handOutSignInCode: { code: string; link: string | null } }>(HAND_OUT, { i: { participantId } });
    expect(handOutSignInCode.link).toBeNull();
    const { token } = await identity.signIn.withCode(handOutSignInCode.code, from);
    expect(await identity.sessions.find(token)).toMatchObject({ kind: 'participant', subjectId: participantId });
    const end = 'mutation($i: EndSignInsInput!) { endSignIns(input: $i) { done } }';
    expect(await api.as('ann').data(end, { i: { participantId } })).toEqual({ endSignIns: { done: true } });
    expect(await identity.sessions.find(token)).toBeUndefined();
  });

  it('of a linked person signs that person in', async () => {
    const input = { participantId, personId: 'parent-of-N1', form: 'LINK' };
    const { handOutSignInCode } = await api
      .as('coordinator')
      .data<{ handOutSignInCode: { code: string; link: string } }>(HAND_OUT, { i: input });
    expect(handOutSignInCode.link).toMatch(/\/#code=[A-Za-z0-9_-]{43}$/);
    const { token } = await identity.signIn.withCode(handOutSignInCode.code, from);
    expect(await identity.sessions.find(token)).toMatchObject({ kind: 'caregiver', subjectId: 'parent-of-N1' });
  });

  it('is refused alike for another caseload, another site, another study, nobody, and somebody else’s parent', async () => {
    const inputs = [
      ...[PEOPLE.otherCaseload, PEOPLE.otherSite, PEOPLE.otherStudy].map((one) => ({
        participantId: one.participantId,
      })),
      { participantId: 'nobody' },
      { participantId, personId: 'parent-of-N2' },
    ];
    const told = [];
    for (const i of inputs) told.push((await api.as('ann').ask(HAND_OUT, { i })).errors?.map(({ message }) => message));
    expect(new Set(told.map((messages) => JSON.stringify(messages))).size).toBe(1);
    const { errors } = await api.as('analyst').ask(HAND_OUT, { i: { participantId } });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('somebody who is erased', () => {
  it('is signed out, and signs in no more', async () => {
    const person = PEOPLE.otherCaseload.participantId;
    const account = await identity.accounts.ensure({ kind: 'participant', subjectId: person, createdBy: 'ann' });
    const handed = { accountId: account.accountId, purpose: 'sign-in', form: 'short', lifetime: 60_000 } as const;
    const from = { address: '127.0.0.1', agent: undefined };
    const { code } = await identity.codes.issue({ ...handed, createdBy: 'ann' });
    const { token } = await identity.signIn.withCode(code, from);
    const again = await identity.codes.issue({ ...handed, createdBy: 'ann' });
    await api.stage.receipt('withdrawConsent', { participantId: person, step: 'ERASURE_REQUESTED' });
    await api.stage.receipt('decideErasure', { participantId: person, granted: true, reason: 'CONSENT_WITHDRAWN' });
    await api.stage.receipt('erasePersonalData', { participantId: person, requestedBy: 'PARTICIPANT' });
    expect(await identity.sessions.find(token)).toBeUndefined();
    await expect(identity.signIn.withCode(again.code, from)).rejects.toMatchObject({ code: 'WrongCode' });
  });
});

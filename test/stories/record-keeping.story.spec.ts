import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StagedApi, startStagedApi } from '../api/acting.ts';
import type { GraphqlClient, ReceiptAnswer } from '../api/graphql-client.ts';
import { readFileSync } from 'node:fs';

// Executes E6-4.2.4, E6-4.2.6, P11-50, P11-70.

/**
 * How a record is kept: Mio is not of age yet and has to consent once they are; a coordinator freezes what is as it should
 * be; an investigator signs it, and is told when it no longer reads as it was signed.
 */
const studyId = 'youth';
const mio = `${studyId}:M1`;
const lea = `${studyId}:S1`;
const protocol = JSON.parse(readFileSync('examples/protocols/homework-by-telephone.protocol.json', 'utf8')) as Readonly<
  Record<string, unknown>
> & { readonly design: object };
const day = (date: string) => ({ occurredAt: `${date}T10:00:00.000Z` });

let api: StagedApi;
let last: ReceiptAnswer;
const as = (who: string) => api.as(who);
const says = async (who: GraphqlClient, name: string, input: object, meta: object = {}) =>
  (last = await who.receipt(name, input, meta));
const codeOf = async (who: GraphqlClient, name: string, input: object) =>
  (await who.command(name, input)).errors?.[0]?.extensions.code;
async function read<Data>(who: GraphqlClient, query: string): Promise<Data> {
  await api.stage.data('query($p: Position) { log(afterPosition: $p) { index } }', { p: last.position });
  return who.data<Data>(query);
}

beforeAll(async () => {
  api = await startStagedApi();
  const { stage } = api;
  await says(stage, 'registerStudy', { studyId, title: 'Youth', timeZone: 'Europe/Stockholm' }, day('2026-01-01'));
  for (const siteId of ['north', 'south']) {
    await says(stage, 'openSite', { studyId, siteId, name: siteId, timeZone: 'Europe/Stockholm' }, day('2026-01-01'));
  }
  const first = { studyId, version: 1, changes: 'First version', reason: 'Ethics approval', protocol };
  await says(stage, 'publishProtocol', first, day('2026-01-01'));
  await says(stage, 'goLive', { studyId }, day('2026-01-01'));
  const staff = { studyId, from: '2026-01-01' };
  await says(stage, 'appointStaff', { ...staff, staffId: 'cora', role: 'COORDINATOR' });
  await says(stage, 'appointStaff', { ...staff, staffId: 'ines', role: 'SITE_INVESTIGATOR', siteId: 'north' });
  await says(stage, 'appointStaff', { ...staff, staffId: 'rita', role: 'RESEARCHER' });
  for (const [code, siteId] of [
    ['M1', 'north'],
    ['S1', 'south'],
  ] as const) {
    await says(stage, 'enrolParticipant', { studyId, siteId, code }, day('2026-01-05'));
  }
}, 120_000);
afterAll(() => api.stop());

const reconsents = (who: GraphqlClient, today: string, more = '') =>
  read<{ reconsents: readonly object[] }>(
    who,
    `{ reconsents(studyId: "${studyId}", today: "${today}"${more}) { participantId siteId because due lastDay standing givenOn } }`,
  ).then((data) => data.reconsents);

describe('consent at majority', () => {
  const scopes = ['TREATMENT_DATA', 'HOMEWORK_CONTENT'];
  const consent = { version: '1.0', scopes, language: 'sv', participantId: mio };
  const terms = {
    ...{ title: 'A walk', focus: 'BEHAVIOURAL', medium: 'PRACTICE', due: { kind: 'NEXT_SESSION' } },
    ...{ performers: ['CLIENT'], setting: 'SESSION', visibility: 'RESEARCH' },
  };
  const titleReadBy = async (who: GraphqlClient) =>
    read<{ assignments: { nodes: { terms: { title: { text: string | null } } }[] } }>(
      who,
      `{ assignments(studyId: "${studyId}", filter: { participantIds: ["${mio}"] }) { nodes { terms { title { text } } } } }`,
    ).then(({ assignments }) => assignments.nodes[0]?.terms.title.text);

  it('is planned for a month that the site chose, and never for a date of birth', async () => {
    const given = { consenter: 'GUARDIAN', capacity: 'ASSENT_WITH_CONSENT' };
    await says(as('ines'), 'giveConsent', { ...consent, ...given }, day('2026-01-05'));
    const homework = { assignmentId: 'walk', participantId: mio, initiatedBy: 'COLLABORATIVE', terms };
    await says(api.stage, 'assignHomework', homework, day('2026-01-06'));
    const plan = { participantId: mio, because: 'MAJORITY' };
    expect(await codeOf(as('ines'), 'planReconsent', { ...plan, due: '2026-13' })).toBe('BAD_USER_INPUT');
    await says(as('ines'), 'planReconsent', { ...plan, due: '2026-02' }, day('2026-01-05'));
    await says(as('cora'), 'planReconsent', { participantId: lea, because: 'MAJORITY', due: '2026-12' });
    expect(await codeOf(as('ines'), 'planReconsent', { ...plan, due: '2026-02' })).toBe('RECONSENT_PLANNED_ALREADY');
    // The south is not the north’s to plan for.
    const foreign = { participantId: lea, because: 'MAJORITY', due: '2026-03' };
    expect(await codeOf(as('ines'), 'planReconsent', foreign)).toBe('NOT_FOUND');
  });

  it('is listed by site as upcoming, due and overdue, for those who may know whose it is', async () => {
    const owed = { participantId: mio, siteId: 'north', because: 'MAJORITY', due: '2026-02', lastDay: '2026-02-28' };
    for (const [today, standing] of [
      ['2026-01-31', 'UPCOMING'],
      ['2026-02-01', 'DUE'],
      ['2026-03-01', 'OVERDUE'],
    ]) {
      expect(await reconsents(as('ines'), today ?? '')).toEqual([{ ...owed, standing, givenOn: null }]);
    }
    expect(await reconsents(as('cora'), '2026-03-01')).toHaveLength(2);
    const overdue = await reconsents(as('cora'), '2026-03-01', ', standings: [OVERDUE]');
    expect(overdue).toMatchObject([{ participantId: mio }]);
    expect(await reconsents(as('cora'), '2026-03-01', ', siteIds: ["south"]')).toMatchObject([{ participantId: lea }]);
    const query = `{ reconsents(studyId: "${studyId}", today: "2026-03-01") { due } }`;
    expect((await as('rita').ask(query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('that lapsed keeps words from research and arms from being drawn, and leaves the person their own record', async () => {
    expect(await titleReadBy(as('rita'))).toBeNull();
    expect(await titleReadBy(api.as(mio, 'participant'))).toBe('A walk');
    const scheme = {
      studyId,
      method: 'PERMUTED_BLOCKS',
      arms: [
        { arm: 'telephone', ratio: 1 },
        { arm: 'usual', ratio: 1 },
      ],
    };
    await says(api.stage, 'sealAllocationSequence', { ...scheme, factors: [], planned: 4, blockSizes: [2] });
    const arm = { studyId, participantId: mio };
    expect(await codeOf(as('cora'), 'allocateParticipant', arm)).toBe('RECONSENT_OVERDUE');
    const work = { assignmentId: 'walk', performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL' };
    await says(api.as(mio, 'participant'), 'recordAttempt', { ...work, attemptId: 'first' });
  });

  it('is given by the person themselves, and by no guardian any more', async () => {
    const guardian = { consenter: 'GUARDIAN', capacity: 'ASSENT_WITH_CONSENT' };
    await says(as('ines'), 'giveConsent', { ...consent, ...guardian }, day('2026-03-02'));
    expect(await reconsents(as('ines'), '2026-03-03')).toMatchObject([{ standing: 'OVERDUE' }]);
    expect(await titleReadBy(as('rita'))).toBeNull();
    const own = { consenter: 'PARTICIPANT', capacity: 'HAS_CAPACITY' };
    await says(api.as(mio, 'participant'), 'giveConsent', { ...consent, ...own }, day('2026-03-04'));
    expect(await reconsents(as('ines'), '2026-03-05')).toMatchObject([{ standing: 'GIVEN', givenOn: '2026-03-04' }]);
    expect(await titleReadBy(as('rita'))).toBe('A walk');
    await says(as('cora'), 'allocateParticipant', { studyId, participantId: mio });
  });
});

describe('a record that is as it should be', () => {
  const record = { category: 'ASSIGNMENT', recordId: 'walk' };
  const work = { assignmentId: 'walk', performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL' };
  const signatures = (who: GraphqlClient) =>
    read<{ signatures: readonly { logIndex: number; outOfDate: boolean }[] }>(
      who,
      `{ signatures(studyId: "${studyId}", record: { category: ASSIGNMENT, recordId: "walk" })
         { recordId revision logIndex meaning signedBy outOfDate changes } }`,
    ).then((data) => data.signatures);

  it('is signed as of an index of the log, which shows it as it was signed', async () => {
    await says(as('ines'), 'signRecord', { ...record, meaning: 'VERIFIED_AGAINST_SOURCE' });
    const [signed, ...others] = await signatures(as('cora'));
    expect(others).toEqual([]);
    expect(signed).toMatchObject({ recordId: 'walk', revision: 1, signedBy: 'ines', outOfDate: false, changes: 0 });
    const { history } = await read<{ history: { totalCount: number } }>(
      as('cora'),
      `{ history(of: { record: { category: ASSIGNMENT, recordId: "walk" } }, asOf: { index: ${signed?.logIndex} }) { totalCount } }`,
    );
    expect(history.totalCount).toBe(2);
  });

  it('is frozen by itself, while the rest of the person’s record goes on', async () => {
    const reason = { reason: 'Verified against the source' };
    expect(await codeOf(as('ines'), 'freezeRecord', { ...record, ...reason })).toBe('FORBIDDEN');
    await says(as('cora'), 'freezeRecord', { ...record, ...reason });
    const frozen = await read(
      as('cora'),
      `{ frozenRecords(studyId: "${studyId}") { category recordId frozenBy reason } }`,
    );
    expect(frozen).toEqual({ frozenRecords: [{ ...record, frozenBy: 'cora', ...reason }] });
    const participant = api.as(mio, 'participant');
    expect(await codeOf(participant, 'recordAttempt', { ...work, attemptId: 'second' })).toBe('RECORD_IS_FROZEN');
    expect(await codeOf(as('cora'), 'freezeRecord', { ...record, ...reason })).toBe('RECORD_IS_FROZEN');
    const whole = { category: 'PARTICIPANT', recordId: mio, ...reason };
    expect(await codeOf(as('cora'), 'freezeRecord', whole)).toBe('RECORD_NOT_FREEZABLE');
    await says(as('cora'), 'recordBaseline', { participantId: mio, characteristics: { school: 'upper' } });
    // A freeze changes nothing that was signed.
    expect(await signatures(as('cora'))).toMatchObject([{ outOfDate: false }]);
  });

  it('is released, changed, and its signature then shown as out of date', async () => {
    await says(as('cora'), 'releaseRecord', { ...record, reason: 'A late entry' });
    expect(await codeOf(as('cora'), 'releaseRecord', { ...record, reason: 'Twice' })).toBe('RECORD_NOT_FROZEN');
    await says(api.as(mio, 'participant'), 'recordAttempt', { ...work, attemptId: 'second' });
    expect(await signatures(as('cora'))).toMatchObject([{ revision: 1, outOfDate: true, changes: 1 }]);
    await says(as('ines'), 'signRecord', { ...record, meaning: 'VERIFIED_AGAINST_SOURCE' });
    expect(await signatures(as('cora'))).toMatchObject([{ outOfDate: false }, { outOfDate: true }]);
    expect(await read(as('cora'), `{ frozenRecords(studyId: "${studyId}") { recordId } }`)).toEqual({
      frozenRecords: [],
    });
  });
});

describe('features of the platform that differ between arms', () => {
  const caseload = (who: GraphqlClient) =>
    read<{ caseload: readonly { participantId: string; outcomeFeedback: string; trend: readonly object[] }[] }>(
      who,
      `{ caseload(studyId: "${studyId}", today: "2026-03-20", instrumentId: "phq-9") { participantId outcomeFeedback trend { total } } }`,
    ).then(
      (data) => new Map(data.caseload.map((one) => [one.participantId, `${one.outcomeFeedback} ${one.trend.length}`])),
    );
  const suggested = (who: GraphqlClient, participantId: string) =>
    read<{ worksheetSuggestions: { on: boolean } }>(
      who,
      `{ worksheetSuggestions(studyId: "${studyId}", participantId: "${participantId}") { on } }`,
    ).then((data) => data.worksheetSuggestions.on);
  let helped = '';
  let usual = '';

  beforeAll(async () => {
    const given = { version: '1.0', scopes: ['TREATMENT_DATA'], language: 'sv' };
    const adult = { consenter: 'PARTICIPANT', capacity: 'HAS_CAPACITY' };
    await says(as('cora'), 'giveConsent', { participantId: lea, ...given, ...adult });
    await says(as('cora'), 'allocateParticipant', { studyId, participantId: lea });
    const { arms } = await read<{ arms: readonly { participantId: string; arm: string }[] }>(
      as('cora'),
      `{ arms(studyId: "${studyId}") { participantId arm } }`,
    );
    helped = arms.find(({ arm }) => arm === 'telephone')?.participantId ?? '';
    usual = arms.find(({ arm }) => arm === 'usual')?.participantId ?? '';
    for (const participantId of [mio, lea]) {
      const measure = {
        instrument: { instrumentId: 'phq-9', version: 1 },
        occasion: 'baseline',
        timing: 'BEFORE_SESSION',
      };
      const items = Array.from({ length: 9 }, (_, at) => ({ item: `q${at + 1}`, value: 1 }));
      await says(
        api.stage,
        'recordMeasure',
        { participantId, ...measure, informant: 'CLIENT', items },
        day('2026-03-05'),
      );
      const therapist = { participantId, therapistId: 'ann', from: '2026-01-01' };
      await says(api.stage, 'assignTherapist', therapist);
    }
    const staff = { studyId, from: '2026-01-01' };
    await says(api.stage, 'appointStaff', { ...staff, staffId: 'ann', role: 'CLINICIAN' });
    await says(api.stage, 'appointStaff', { ...staff, staffId: 'ivo', role: 'SITE_INVESTIGATOR' });
  });

  it('are there for those whose arm has them, before the eyes of those who may know it', async () => {
    for (const who of [as('cora'), as('ann')]) {
      expect(await caseload(who)).toEqual(
        new Map([
          [helped, 'AVAILABLE 1'],
          [usual, 'WITHHELD 0'],
        ]),
      );
      expect([await suggested(who, helped), await suggested(who, usual)]).toEqual([true, false]);
    }
    for (const [participantId, told] of [
      [helped, 'AVAILABLE 1'],
      [usual, 'WITHHELD 0'],
    ] as const) {
      expect(await caseload(api.as(participantId, 'participant'))).toEqual(new Map([[participantId, told]]));
    }
  });

  it('are the same of everybody for who is blind, so that no arm follows from them', async () => {
    for (const who of [as('ivo'), as('rita')]) {
      expect(await caseload(who)).toEqual(
        new Map([
          [helped, 'WITHHELD 0'],
          [usual, 'WITHHELD 0'],
        ]),
      );
      expect([await suggested(who, helped), await suggested(who, usual)]).toEqual([false, false]);
    }
  });

  it('were shown, which is data, and hidden from who is blind', async () => {
    const shown = { feature: 'RECOMMENDATIONS', to: 'PARTICIPANT' };
    await says(api.as(helped, 'participant'), 'showFeature', { participantId: helped, ...shown });
    const history = (who: GraphqlClient) =>
      read<{ history: { totalCount: number } }>(
        who,
        `{ history(of: { participantId: "${helped}" }, filter: { types: [FeatureShown] }) { totalCount } }`,
      ).then((data) => data.history.totalCount);
    expect([await history(as('cora')), await history(as('ivo'))]).toEqual([1, 0]);
  });

  it('tell a clinician nothing once the protocol blinds who treats', async () => {
    const design = { ...protocol.design, blinded: ['therapist', 'outcome-assessor'] };
    const amended = {
      studyId,
      version: 2,
      changes: 'Therapists are blind',
      reason: 'Ethics',
      protocol: { ...protocol, design },
    };
    await says(as('cora'), 'publishProtocol', amended);
    expect(await caseload(as('ann'))).toEqual(
      new Map([
        [helped, 'WITHHELD 0'],
        [usual, 'WITHHELD 0'],
      ]),
    );
    expect([await suggested(as('ann'), helped), await suggested(as('ann'), usual)]).toEqual([false, false]);
    const arms = await as('ann').ask(`{ arms(studyId: "${studyId}") { arm } }`);
    expect(arms.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await caseload(as('cora'))).toEqual(
      new Map([
        [helped, 'AVAILABLE 1'],
        [usual, 'WITHHELD 0'],
      ]),
    );
  });
});

describe('the schedule of enrolment, interventions and assessments', () => {
  it('has arms and sessions with their homework beside the measurements', async () => {
    const held = { studyId, sessionId: 's1', participants: [mio], deliverers: ['ann'], modality: 'IN_PERSON' };
    await says(api.stage, 'holdSession', { ...held, sessionNumber: 1 }, day('2026-03-06'));
    const { spiritSchedule: schedule } = await read<{ spiritSchedule: Record<string, unknown> }>(
      as('cora'),
      `{ spiritSchedule(studyId: "${studyId}") { protocolVersion arms { arm kind reminders }
         sessions { session peopleHeld homework { templateId doseAmount doseUnit peopleAssigned } } entries { occasion standings { status people } } } }`,
    );
    expect(schedule).toMatchObject({
      protocolVersion: 2,
      arms: [
        { arm: 'telephone', kind: 'experimental', reminders: true },
        { arm: 'usual', kind: 'active-comparator', reminders: false },
      ],
      sessions: [{ session: 1, peopleHeld: 1, homework: [{ templateId: 'thought-record', peopleAssigned: 0 }] }],
    });
    expect(schedule['entries']).toHaveLength(2);
    const assessments = `{ spiritSchedule(studyId: "${studyId}") { sessions { session } } }`;
    await says(api.stage, 'appointStaff', { studyId, staffId: 'olga', role: 'OUTCOME_ASSESSOR', from: '2026-01-01' });
    await read(as('cora'), '{ log { index } }');
    expect((await as('olga').ask(assessments)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('rules that doubt records', () => {
  const rule = {
    ruleId: 'effort',
    version: 1,
    question: 'How hard was it?',
    check: { kind: 'missing', of: 'attempt-difficulty' },
  };
  const rehearsal = (who: GraphqlClient, check: object) =>
    who.ask<{ dataCheckRehearsal: { total: number; findings: readonly object[] } }>(
      `query($check: JSON!) { dataCheckRehearsal(studyId: "${studyId}", dataCheck: $check) { kind total people findings { participantId recordId part asked } } }`,
      { check },
    );

  it('are rehearsed over history, and say which field of them does not fit', async () => {
    const { data } = await rehearsal(as('cora'), rule);
    expect(data?.dataCheckRehearsal).toMatchObject({ kind: 'MISSING', total: 2, people: 1 });
    const broken = await rehearsal(as('cora'), { ...rule, check: { kind: 'range', of: 'planned-minutes' } });
    expect(broken.errors?.[0]?.extensions).toMatchObject({ fields: [{ field: 'dataCheck.check.min' }] });
    expect((await rehearsal(as('ann'), rule)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('are switched on as the protocol has them, and with history only where that is asked for', async () => {
    const named = { studyId, ruleId: 'effort', version: 1, history: true, reason: 'Looked through' };
    expect(await codeOf(as('cora'), 'switchOnDataCheck', named)).toBe('DATA_CHECK_NOT_PUBLISHED');
    const amended = { studyId, version: 3, changes: 'A data check', reason: 'Data management plan' };
    await says(as('cora'), 'publishProtocol', { ...amended, protocol: { ...protocol, checks: [rule] } });
    expect(await codeOf(as('ines'), 'switchOnDataCheck', named)).toBe('FORBIDDEN');
    await says(as('cora'), 'switchOnDataCheck', named);
    const listed = await read(
      as('cora'),
      `{ dataChecks(studyId: "${studyId}") { ruleId on history wouldHaveOpened } }`,
    );
    expect(listed).toEqual({ dataChecks: [{ ruleId: 'effort', on: true, history: true, wouldHaveOpened: 2 }] });
    await says(as('cora'), 'switchOffDataCheck', { studyId, ruleId: 'effort', reason: 'Enough' });
    expect(await read(as('cora'), `{ dataChecks(studyId: "${studyId}") { on } }`)).toEqual({
      dataChecks: [{ on: false }],
    });
  });
});

describe('a site’s own copy of its record', () => {
  interface Copy {
    readonly manifest: { readonly participants: number; readonly withheld: number; readonly sealed: number };
    readonly files: readonly { readonly path: string; readonly text: string }[];
  }
  const purpose = { 'x-purpose': 'Copy of the record for the site' };

  it('is handed to its investigator, for a purpose, without arms and without what they may not read', async () => {
    const north = `${studyId}/north`;
    expect((await as('ines').siteCopy(north)).body).toMatchObject({
      errors: [{ message: expect.stringContaining('x-purpose'), extensions: { code: 'BAD_USER_INPUT' } }],
    });
    const { status, body } = await as('ines').with(purpose).siteCopy(north);
    expect(status).toBe(200);
    const { manifest, files } = body as Copy;
    expect(manifest).toMatchObject({ format: 'intersession.site-copy/1', siteId: 'north', participants: 1 });
    expect(files.map(({ path }) => path)).toEqual([`participants/${encodeURIComponent(mio)}.jsonl`, 'identities.json']);
    const text = files.map((file) => file.text).join('');
    expect(text).toContain('ReconsentPlanned');
    expect(manifest.sealed).toBeGreaterThan(0);
    expect(text).not.toMatch(/A walk|FeatureShown|telephone|"arm":"usual"/);
  });

  it('is nobody else’s: another site answers like none', async () => {
    for (const [who, path] of [
      ...[
        [as('ines'), `${studyId}/south`],
        [as('ines'), `${studyId}/nowhere`],
        [as('ines'), 'other/north'],
      ],
      ...[
        [as('cora'), `${studyId}/north`],
        [as('rita'), `${studyId}/north`],
        [api.as(mio, 'participant'), `${studyId}/north`],
      ],
      ...[[as('ines'), `${studyId}/..%2F..%2Fetc`]],
    ] as const) {
      const { status, body } = await who.with(purpose).siteCopy(path);
      expect([path, status, (body as { errors: [{ extensions: object }] }).errors[0].extensions]).toEqual([
        ...[path, 404],
        { code: 'NOT_FOUND' },
      ]);
    }
  });

  it('is on the access log with its hash and purpose', async () => {
    const query = `{ accessLog(studyId: "${studyId}", acts: [EXPORT]) { act subjectId detail purpose } }`;
    const { accessLog } = await read<{ accessLog: readonly object[] }>(as('cora'), query);
    expect(accessLog).toMatchObject([
      {
        subjectId: 'ines',
        detail: expect.stringMatching(/manifest sha256 [0-9a-f]{64}/),
        purpose: purpose['x-purpose'],
      },
    ]);
  });
});

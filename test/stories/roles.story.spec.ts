import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MARKER, PEOPLE, setScene, STUDY } from '../access/trial.scene.ts';
import { type StagedApi, startStagedApi } from '../api/acting.ts';
import type { GraphqlClient } from '../api/graphql-client.ts';

/**
 * One trial, two sites, and everybody who has to do with it: what each of them sees when they ask, and what each of them
 * may say. Ann and Bob treat people in the north, Cid in the south; Sue supervises Ann; Rae rates one session of Ann’s.
 */
const { own, otherCaseload, otherSite } = PEOPLE;
let api: StagedApi;
let position: string;
beforeAll(async () => {
  api = await startStagedApi();
  ({ position } = await setScene(api.stage));
  await api.stage.data('query($p: Position) { log(afterPosition: $p) { index } }', { p: position });
}, 120_000);
afterAll(async () => api.stop());

const codeOf = async (asking: Promise<{ errors?: readonly { extensions: { code: string } }[] }>) =>
  (await asking).errors?.[0]?.extensions.code;

/** Codes of the participants somebody finds in the study. */
async function peopleSeenBy(client: GraphqlClient): Promise<readonly string[]> {
  const query = `{ participants(studyId: "${STUDY}", orderBy: { field: PARTICIPANT_ID, direction: ASC }) { nodes { participantId } } }`;
  const { participants } = await client.data<{ participants: { nodes: { participantId: string }[] } }>(query);
  return participants.nodes.map(({ participantId }) => participantId);
}

/** What somebody reads of the diary of Ann’s participant. */
async function diaryReadBy(client: GraphqlClient): Promise<{ text: string | null; length: number } | undefined> {
  const query = `{ attempts(studyId: "${STUDY}", filter: { participantIds: ["${own.participantId}"] }) { nodes { attemptId note { text length } } } }`;
  const { attempts } = await client.data<{ attempts: { nodes: { attemptId: string; note: never }[] } }>(query);
  return attempts.nodes.find(({ attemptId }) => attemptId === `try-${own.code}`)?.note;
}

describe('a coordinator', () => {
  it('of the whole study sees everybody, and knows the arms', async () => {
    const coordinator = api.as('coordinator');
    expect(await peopleSeenBy(coordinator)).toEqual([own, otherCaseload, otherSite].map((one) => one.participantId));
    const { arms } = await coordinator.data<{ arms: object[] }>(`{ arms(studyId: "${STUDY}") { participantId arm } }`);
    expect(arms).toHaveLength(3);
  });

  it('of one site sees that site, and enrols there and nowhere else', async () => {
    const coordinator = api.as('coordinator-north');
    expect(await peopleSeenBy(coordinator)).toEqual([own, otherCaseload].map((one) => one.participantId));
    await coordinator.receipt('screenParticipant', {
      studyId: STUDY,
      siteId: 'north',
      code: 'N9',
      eligible: true,
      exclusions: [],
    });
    const south = { studyId: STUDY, siteId: 'south', code: 'S9', eligible: true, exclusions: [] };
    expect(await codeOf(coordinator.command('screenParticipant', south))).toBe('NOT_FOUND');
  });

  it('reads how long diaries are, and what harm was reported, and not what diaries say', async () => {
    const coordinator = api.as('coordinator');
    expect(await diaryReadBy(coordinator)).toEqual({ text: null, length: `Diary ${MARKER} N1`.length });
    const { adverseEvents } = await coordinator.data<{ adverseEvents: { nodes: { description: object }[] } }>(
      `{ adverseEvents(studyId: "${STUDY}", first: 1) { nodes { description { text } } } }`,
    );
    expect(adverseEvents.nodes).toEqual([{ description: { text: `Conduct ${MARKER} N1` } }]);
  });
});

describe('a clinician', () => {
  it('sees their own caseload and reads its diaries', async () => {
    expect(await peopleSeenBy(api.as('ann'))).toEqual([own.participantId]);
    expect(await diaryReadBy(api.as('ann'))).toMatchObject({ text: `Diary ${MARKER} N1` });
  });

  it('is told the same of a colleague’s participant as of nobody', async () => {
    const close = (assignmentId: string) => api.as('ann').command('expireAssignment', { assignmentId });
    const [foreign, absent] = [await close(otherCaseload.assignmentId), await close('hw-of-nobody')];
    expect(foreign.errors?.[0]?.message).toBe('There is no such record within your reach.');
    expect(foreign.errors?.map(({ message, extensions: { code } }) => [message, code])).toEqual(
      absent.errors?.map(({ message, extensions: { code } }) => [message, code]),
    );
  });

  it('does not hand homework over to somebody else’s participant by a correction', async () => {
    const entry = { category: 'ASSIGNMENT', recordId: own.assignmentId, reason: 'TYPING_ERROR' };
    const moved = {
      entryId: '00000000-0000-4000-8000-000000000000',
      replacement: { participantId: otherSite.participantId },
    };
    expect(await codeOf(api.as('ann').command('correctEntry', { ...entry, ...moved }))).toBe('NOT_FOUND');
  });

  it('looks after a colleague’s caseload during leave, from the next request on and no longer than said', async () => {
    const bob = api.as('bob');
    expect(await peopleSeenBy(bob)).toEqual([otherCaseload.participantId]);
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const cover = { studyId: STUDY, staffId: 'ann', coveredBy: 'bob' };
    await api.as('coordinator').receipt('coverCaseload', { ...cover, from: day(-9), to: day(-2) });
    expect(await peopleSeenBy(bob)).toEqual([otherCaseload.participantId]);
    await api.as('coordinator').receipt('coverCaseload', { ...cover, from: day(-1), to: day(1) });
    expect(await peopleSeenBy(bob)).toEqual([own.participantId, otherCaseload.participantId]);
  });

  it('no longer sees anybody once the role is taken away, in the session that is open', async () => {
    const cid = api.as('cid');
    expect(await peopleSeenBy(cid)).toEqual([otherSite.participantId]);
    await api
      .as('coordinator')
      .receipt('removeStaff', { studyId: STUDY, staffId: 'cid', role: 'CLINICIAN', reason: 'Left' });
    expect(await codeOf(cid.ask(`{ participants(studyId: "${STUDY}") { totalCount } }`))).toBe('FORBIDDEN');
  });
});

describe('a supervisor', () => {
  it('reads the diaries of those they supervise, until they are released', async () => {
    const sue = api.as('sue');
    expect(await peopleSeenBy(sue)).toEqual([own.participantId]);
    expect(await diaryReadBy(sue)).toMatchObject({ text: `Diary ${MARKER} N1` });
    const pair = { studyId: STUDY, supervisorId: 'sue', staffId: 'ann' };
    await api.as('coordinator').receipt('releaseSupervisor', { ...pair, reason: 'The end of the supervision' });
    expect(await peopleSeenBy(sue)).toEqual([]);
  });
});

describe('a fidelity rater', () => {
  const seen = (client: GraphqlClient) =>
    client.data<{ assignments: { nodes: object[] }; sessions: { nodes: object[] } }>(
      `{ assignments(studyId: "${STUDY}") { nodes { assignmentId terms { title { text } } } } sessions(studyId: "${STUDY}") { nodes { sessionId } } }`,
    );

  it('sees the sample, and nothing of another study that somebody puts into it', async () => {
    const rae = api.as('rae');
    const { assignmentId, sessionId } = own;
    const terms = { title: { text: `Title ${MARKER}` } };
    expect(await seen(rae)).toEqual({
      assignments: { nodes: [{ assignmentId, terms }] },
      sessions: { nodes: [{ sessionId }] },
    });
    const { otherStudy } = PEOPLE;
    const sample = { sessions: [otherStudy.sessionId], assignments: [otherStudy.assignmentId] };
    await api.as('coordinator').receipt('assignRatingSample', { studyId: STUDY, raterId: 'rae', ...sample });
    expect(await seen(rae)).toEqual({ assignments: { nodes: [] }, sessions: { nodes: [] } });
    const { assignments } = await rae.data<{ assignments: object }>(
      `{ assignments(studyId: "${otherStudy.studyId}") { totalCount } }`,
    );
    expect(assignments).toEqual({ totalCount: 0 });
  });
});

describe('a participant', () => {
  it('has their own record, and nobody else’s', async () => {
    const participant = api.as(own.participantId, 'participant');
    expect(await peopleSeenBy(participant)).toEqual([own.participantId]);
    expect(await diaryReadBy(participant)).toMatchObject({ text: `Diary ${MARKER} N1` });
    const attempt = { performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL' };
    const foreign = { ...attempt, assignmentId: otherCaseload.assignmentId };
    expect(await codeOf(participant.command('recordAttempt', foreign))).toBe('NOT_FOUND');
  });

  it('does not get to say more than a command takes', async () => {
    const participant = api.as(own.participantId, 'participant');
    const more = { assignmentId: own.assignmentId, performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL' };
    for (const field of [{ studyId: 'other' }, { participantId: otherSite.participantId }, { role: 'coordinator' }]) {
      expect(await codeOf(participant.command('recordAttempt', { ...more, ...field }))).toBe('BAD_USER_INPUT');
    }
    expect(await codeOf(participant.command('recordAttempt', more, { actor: { id: 'ann' } }))).toBe('BAD_USER_INPUT');
  });

  it('keeps an entry to themselves', async () => {
    const participant = api.as(own.participantId, 'participant');
    const entry = { assignmentId: own.assignmentId, attemptId: `try-${own.code}` };
    await participant.receipt('changeSharing', { ...entry, visibility: 'PRIVATE' });
    expect(await diaryReadBy(api.as('ann'))).toMatchObject({ text: null });
    expect(await diaryReadBy(participant)).toMatchObject({ text: `Diary ${MARKER} N1` });
    await participant.receipt('changeSharing', { ...entry, visibility: 'RESEARCH' });
    expect(await diaryReadBy(api.as('ann'))).toMatchObject({ text: `Diary ${MARKER} N1` });
  });
});

describe('a caregiver', () => {
  it('sees what the young person shares with them, and nothing else', async () => {
    const caregiver = api.as(`parent-of-${own.code}`, 'caregiver');
    expect(await diaryReadBy(caregiver)).toBeUndefined();
    const entry = { assignmentId: own.assignmentId, attemptId: `try-${own.code}`, visibility: 'RESEARCH' };
    const participant = api.as(own.participantId, 'participant');
    await participant.receipt('changeSharing', { ...entry, sharedWith: [`parent-of-${own.code}`] });
    expect(await diaryReadBy(caregiver)).toMatchObject({ text: `Diary ${MARKER} N1` });
    expect(await codeOf(caregiver.ask(`{ measures(studyId: "${STUDY}") { totalCount } }`))).toBe('FORBIDDEN');
    await participant.receipt('changeSharing', entry);
    expect(await diaryReadBy(caregiver)).toBeUndefined();
  });
});

describe('an outcome assessor', () => {
  it('takes measures, and sees no homework, no session, no therapist and no arm', async () => {
    const assessor = api.as('outcome-assessor');
    const measure = {
      instrument: { instrumentId: 'phq-9', version: 1 },
      timing: 'BEFORE_SESSION',
      informant: 'CLIENT',
    };
    const items = [{ item: 'q1', value: 1 }];
    await assessor
      .receipt('recordMeasure', { participantId: otherCaseload.participantId, occasion: 'month-6', items, ...measure })
      .catch((error: unknown) => expect(String(error)).toContain('LEFT'));
    for (const list of ['assignments', 'attempts', 'sessions', 'therapists', 'contacts', 'adherence']) {
      const given = list === 'adherence' ? ', definition: { published: { definitionId: "often" } }' : '';
      const asked = list === 'adherence' ? 'logIndex' : 'totalCount';
      expect([list, await codeOf(assessor.ask(`{ ${list}(studyId: "${STUDY}"${given}) { ${asked} } }`))]).toEqual([
        list,
        'FORBIDDEN',
      ]);
    }
    const filter = (therapist: string) =>
      assessor.data<{ participants: object }>(
        `{ participants(studyId: "${STUDY}", filter: { therapistIds: ["${therapist}"] }) { totalCount } }`,
      );
    expect(await filter('ann')).toEqual(await filter('nobody'));
  });
});

describe('an analyst', () => {
  it('has records without words, therapists, codes or arms', async () => {
    const analyst = api.as('analyst');
    expect(await peopleSeenBy(analyst)).toEqual([own, otherCaseload].map((one) => one.participantId));
    for (const field of ['code', 'timeZone', 'therapistId', 'treatmentGroup']) {
      expect([
        field,
        await codeOf(analyst.ask(`{ participant(participantId: "${own.participantId}") { ${field} } }`)),
      ]).toEqual([field, 'FORBIDDEN']);
    }
    const told = await analyst.ask(
      `{ participant(participantId: "${own.participantId}") { characteristics } attempts(studyId: "${STUDY}") { nodes { note { text length } } } }`,
    );
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${MARKER}|treated|waiting`));
  });
});

describe('a researcher', () => {
  it('reads a diary only where its writer meant it for research, and as long as they consent to that', async () => {
    const researcher = api.as('researcher');
    const { participantId, assignmentId } = own;
    const participant = api.as(participantId, 'participant');
    const entry = { assignmentId, attemptId: `try-${own.code}` };
    await participant.receipt('changeSharing', { ...entry, visibility: 'THERAPIST' });
    expect(await diaryReadBy(researcher)).toMatchObject({ text: null });
    await participant.receipt('changeSharing', { ...entry, visibility: 'RESEARCH' });
    expect(await diaryReadBy(researcher)).toMatchObject({ text: `Diary ${MARKER} N1` });
    await participant.receipt('withdrawConsent', { participantId, step: 'STOP_CONTACT' });
    expect(await diaryReadBy(researcher)).toMatchObject({ text: null });
  });
});

describe('a monitor', () => {
  it('follows the record of their site, and writes none of it', async () => {
    const monitor = api.as('monitor');
    const history = (participantId: string) =>
      monitor.data<{ history: { totalCount: number } }>(
        `{ history(of: { participantId: "${participantId}" }) { totalCount } }`,
      );
    expect((await history(own.participantId)).history.totalCount).toBeGreaterThan(20);
    expect((await history(otherSite.participantId)).history.totalCount).toBe(0);
    expect(await codeOf(monitor.command('completeParticipant', { participantId: own.participantId }))).toBe(
      'FORBIDDEN',
    );
  });
});

describe('a privacy officer', () => {
  it('decides about erasure, and reads no diary', async () => {
    const officer = api.as('privacy-officer');
    const decision = { participantId: own.participantId, granted: false, reason: 'IDENTITY_NOT_PROVEN' };
    expect(await codeOf(officer.command('decideErasure', decision))).not.toMatch(/FORBIDDEN|NOT_FOUND/);
    expect(await codeOf(officer.ask(`{ attempts(studyId: "${STUDY}") { totalCount } }`))).toBe('FORBIDDEN');
  });
});

describe('a key for scripts', () => {
  it('never lets do more than its owner may, and less where that was said', async () => {
    const limits = { id: 'k', readOnly: true, permissions: ['participant:read', 'arm:read'] };
    const key = api.as('researcher', 'staff', limits);
    expect(await peopleSeenBy(key)).toHaveLength(3);
    expect(await codeOf(key.ask(`{ arms(studyId: "${STUDY}") { arm } }`))).toBe('FORBIDDEN');
    expect(await codeOf(key.ask(`{ measures(studyId: "${STUDY}") { totalCount } }`))).toBe('FORBIDDEN');
    const elsewhere = api.as('coordinator', 'staff', { id: 'k', readOnly: false, studies: ['beta'] });
    expect(await codeOf(elsewhere.ask(`{ participants(studyId: "${STUDY}") { totalCount } }`))).toBe('FORBIDDEN');
  });
});

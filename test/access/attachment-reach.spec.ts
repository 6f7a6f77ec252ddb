import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Identity } from '#platform';
import { type StagedApi, startStagedApi } from '../api/acting.ts';
import type { GraphqlClient } from '../api/graphql-client.ts';
import { answersTo, PEOPLE, PICTURE, setScene, type Situation } from './trial.scene.ts';

// Executes E6-4.3.8.

let api: StagedApi;
const { own } = PEOPLE;
const photoOf = (situation: Situation) => `${PEOPLE[situation].assignmentId}/photo-${PEOPLE[situation].code}`;
const ABSENT = 'hw-nowhere/photo-none';
const MET: readonly Situation[] = ['otherCaseload', 'otherSite', 'otherStudy'];

beforeAll(async () => {
  api = await startStagedApi();
  await setScene(api.stage);
}, 120_000);
afterAll(async () => api.stop());

const told = async (answer: ReturnType<GraphqlClient['download']>): Promise<readonly [number, string]> => {
  const { status, text } = await answer;
  return [status, text];
};
const opens = async (client: GraphqlClient, path = photoOf('own')) => (await client.download(path)).status;
const lines = async () => {
  const query = `{ accessLog(studyId: "alpha", first: 200) { subjectId act outcome detail opened { kind } } }`;
  const { accessLog } = await api
    .as('coordinator')
    .data<{ accessLog: readonly { subjectId: string; opened: readonly { kind: string }[] }[] }>(query);
  return accessLog;
};

describe('a photo of homework', () => {
  it('is opened by the participant, who treats them, and who supervises that', async () => {
    expect(await opens(api.as(own.participantId, 'participant'))).toBe(200);
    expect(await opens(api.as('ann'))).toBe(200);
    expect(await opens(api.as('sue'))).toBe(200);
    const readers = (await lines()).filter(({ opened }) => opened.some(({ kind }) => kind === 'attachment'));
    expect(new Set(readers.map(({ subjectId }) => subjectId))).toEqual(new Set([own.participantId, 'ann', 'sue']));
  });

  it('is kept from who may see that it is there, and from who may not', async () => {
    const kept = ['coordinator', 'analyst', 'monitor', 'researcher', 'site-investigator'];
    for (const staffId of kept) expect([staffId, await opens(api.as(staffId))]).toEqual([staffId, 403]);
    expect(await opens(api.as('outcome-assessor'))).toBe(403);
    expect(await opens(api.client)).toBe(403);
  });

  it('is kept from its therapist as soon as the homework is private, and not from its writer', async () => {
    const sharing = { assignmentId: own.assignmentId, sharedWith: [] };
    await api.stage.receipt('changeSharing', { ...sharing, visibility: 'PRIVATE' });
    expect(await opens(api.as('ann'))).toBe(403);
    expect(await opens(api.as(own.participantId, 'participant'))).toBe(200);
    await api.stage.receipt('changeSharing', { ...sharing, visibility: 'THERAPIST' });
    expect(await opens(api.as('ann'))).toBe(200);
  });

  it('of another site, caseload or study is answered like one that does not exist', async () => {
    const nothing = await told(api.as('ann').download(ABSENT));
    expect(nothing[0]).toBe(404);
    for (const situation of MET) expect(await told(api.as('ann').download(photoOf(situation)))).toEqual(nothing);
  });

  it('is attached only to homework within reach', async () => {
    const nothing = await told(api.as('ann').upload(ABSENT, PICTURE));
    expect(nothing[0]).toBe(404);
    for (const situation of MET) {
      const place = `${PEOPLE[situation].assignmentId}/another`;
      expect(await told(api.as('ann').upload(place, PICTURE))).toEqual(nothing);
      expect(await opens(api.stage, place)).toBe(404);
    }
    const refused = await api.app.get(Identity).accessLog.find({ acts: ['read'], accountId: 'ann', limit: 500 });
    const tries = refused.filter(({ outcome, operation }) => outcome === 'refused' && operation === 'attachments');
    expect(tries.filter(({ detail }) => detail === 'not within reach')).toHaveLength(1 + MET.length);
    expect((await api.as('ann').upload(`${own.assignmentId}/another`, PICTURE)).status).toBe(201);
  });
});

describe('worksheets', () => {
  const submit = (assignmentId: string, templateId: string) =>
    api.as('ann').command('submitWorksheet', {
      ...{ assignmentId, performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL' },
      ...{ worksheet: { templateId, version: 1 }, answers: answersTo(templateId, 'Rain') },
    });
  const refusal = async (assignmentId: string, templateId: string) => {
    const [error] = (await submit(assignmentId, templateId)).errors ?? [];
    return [error?.extensions.code, error?.message];
  };

  it('of another study are answered like those that do not exist', async () => {
    const nothing = await refusal(own.assignmentId, 'template-none');
    expect(nothing[0]).toBe('BAD_USER_INPUT');
    expect(await refusal(own.assignmentId, 'template-b1')).toEqual(nothing);
    expect((await submit(own.assignmentId, 'template-n1')).errors).toBeUndefined();
  });

  it('are not tried on homework that is out of reach', async () => {
    const nothing = await refusal('hw-nowhere', 'template-b1');
    expect(nothing[0]).toBe('NOT_FOUND');
    for (const situation of MET) expect(await refusal(PEOPLE[situation].assignmentId, 'template-b1')).toEqual(nothing);
  });

  it('are suggested to nobody who is out of reach', async () => {
    const ask = (studyId: string, participantId: string) =>
      api.as('ann').ask(
        `query($s: ID!, $p: ID!) { worksheetSuggestions(studyId: $s, participantId: $p) { on suggestions { score } }
          sessionAgenda(studyId: $s, participantId: $p) { items { kind } } }`,
        { s: studyId, p: participantId },
      );
    const nothing = await ask('alpha', 'alpha:nobody');
    expect(nothing.data).toMatchObject({ worksheetSuggestions: { on: false }, sessionAgenda: { items: [] } });
    for (const situation of MET) {
      const { studyId, participantId } = PEOPLE[situation];
      expect((await ask(studyId, participantId)).data).toEqual(nothing.data);
    }
    expect((await ask('alpha', own.participantId)).data).toMatchObject({ worksheetSuggestions: { on: true } });
  });
});

describe('goals and substitutes', () => {
  it('of others are answered like those that do not exist, also where both are within reach', async () => {
    const link = async (goalId: string) => {
      const [error] =
        (await api.as('ann').command('linkToGoals', { assignmentId: own.assignmentId, goalIds: [goalId] })).errors ??
        [];
      return [error?.extensions.code, error?.message];
    };
    const nothing = await link('goal-none');
    expect(nothing[0]).toBe('NOT_FOUND');
    for (const situation of MET) expect(await link(`goal-${PEOPLE[situation].code}`)).toEqual(nothing);
    expect((await link(`wish-${own.code}`))[0]).toBeUndefined();
  });
});

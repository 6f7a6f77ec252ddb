import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { builtInDefinitions } from '#adherence';
import { type StagedApi, startStagedApi } from './acting.ts';

/** A study is rehearsed with made-up people, goes live, and counts none of them any more. */

const studyId = 'rehearsed';
let api: StagedApi;
let rehearsal: number;

const say = (name: string, input: object) => api.stage.receipt(name, { studyId, ...input });

async function enrolled(code: string): Promise<void> {
  const participantId = `${studyId}:${code}`;
  await say('enrolParticipant', { code, siteId: 'north' });
  const terms = {
    ...{ title: 'Breathe', focus: 'EXPERIENTIAL', medium: 'FREE', due: { kind: 'OPEN' }, performers: ['CLIENT'] },
    ...{ setting: 'SESSION', visibility: 'THERAPIST' },
  };
  const assignmentId = `hw-${code}`;
  await api.stage.receipt('assignHomework', { assignmentId, participantId, initiatedBy: 'CLIENT', terms });
}

interface Told {
  readonly log: { readonly index: number };
  readonly flow: { readonly stages: readonly { readonly stage: string; readonly people: number }[] };
  readonly adherence: { readonly counts: { readonly participants: number } };
}

const WHOLE = `flow(studyId: $s, asOf: $at) { stages { stage people } }
  participants(studyId: $s, asOf: $at) { totalCount }
  participantFlows(studyId: $s, asOf: $at) { totalCount }
  assignments(studyId: $s, asOf: $at) { totalCount }
  dueMeasures: spiritSchedule(studyId: $s, asOf: $at) { entries { standings { people } } }
  adherence(studyId: $s, asOf: $at, definition: { published: { definitionId: "completed-half" } }) { counts { participants } }`;

/** How many people, homework and verdicts a researcher is told of. */
async function counts(asOf?: { readonly index: number }): Promise<object> {
  const told = await api.retryPreparing(() =>
    api
      .as('researcher')
      .ask<Told & Record<string, { totalCount: number; entries: { standings: { people: number }[] }[] }>>(
        `query ($s: ID!, $at: AsOfInput) { ${WHOLE} }`,
        { s: studyId, at: asOf ?? null },
      ),
  );
  return {
    enrolled: told.flow.stages.find(({ stage }) => stage === 'ENROLLED')?.people,
    participants: told['participants']?.totalCount,
    flows: told['participantFlows']?.totalCount,
    assignments: told['assignments']?.totalCount,
    due: told['dueMeasures']?.entries.at(-1)?.standings.reduce((sum, { people }) => sum + people, 0),
    judged: told.adherence.counts.participants,
  };
}

async function caughtUp(position: string): Promise<number> {
  const { log } = await api.stage.data<Told>('query ($p: Position) { log(afterPosition: $p) { index } }', {
    p: position,
  });
  return log.index;
}

beforeAll(async () => {
  api = await startStagedApi();
  await say('registerStudy', { title: 'Rehearsed', timeZone: 'UTC' });
  await say('openSite', { siteId: 'north', name: 'North', timeZone: 'UTC' });
  const definition = builtInDefinitions.get('completed-half');
  await say('publishAdherenceDefinition', { definitionId: 'completed-half', version: 1, definition });
  await say('appointStaff', { staffId: 'researcher', role: 'RESEARCHER', from: '2026-01-01' });
  const example = await readFile('examples/protocols/homework-by-telephone.protocol.json', 'utf8');
  const protocol: unknown = JSON.parse(example);
  await say('publishProtocol', { version: 1, changes: 'First version', reason: 'Ethics approval', protocol });
  await say('startDryRun', { daysPerMinute: 7 });
  await enrolled('DRY-1');
  await enrolled('DRY-2');
}, 120_000);
afterAll(async () => api.stop());

const of = (people: number) => ({
  ...{ enrolled: people, participants: people, flows: people, assignments: people, due: people, judged: people },
});

describe('made-up people of a dry run', () => {
  it('are people of the study while it is rehearsed', async () => {
    rehearsal = await caughtUp((await say('pauseEnrolment', { reason: 'Looking' })).position);
    await say('resumeEnrolment', { reason: 'Seen' });
    expect(await counts()).toEqual(of(2));
  });

  it('are in no table, count or verdict once it is live', async () => {
    await say('goLive', {});
    await caughtUp((await say('pauseEnrolment', { reason: 'First day' })).position);
    expect(await counts()).toEqual({ ...of(0), due: 0 });
    await say('resumeEnrolment', { reason: 'First day' });
    await enrolled('P1');
    await caughtUp((await say('pauseEnrolment', { reason: 'One is enough' })).position);
    expect(await counts()).toEqual(of(1));
    const one = '{ participant(participantId: "rehearsed:DRY-1") { participantId } }';
    expect(await api.as('researcher').data(one)).toEqual({ participant: null });
  });

  it('are what they were for a question as of the rehearsal', async () => {
    expect(await counts({ index: rehearsal })).toEqual(of(2));
  });
});

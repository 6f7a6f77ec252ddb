import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StagedApi, startStagedApi } from './acting.ts';

/** Everybody who could have known the arm of one participant, by every way there is, and who did read it. */

const studyId = 'known';
const participantId = `${studyId}:P1`;
const on = (month: number, day: number) => ({ occurredAt: new Date(Date.UTC(2026, month - 1, day, 10)).toISOString() });

let api: StagedApi;
let position: string;

async function say(name: string, input: object, meta: object = on(1, 1)): Promise<void> {
  ({ position } = await api.stage.receipt(name, input, meta));
}
const appoint = (staffId: string, role: string, more: object = {}) =>
  say('appointStaff', { studyId, staffId, role, from: '2026-01-01', ...more });

beforeAll(async () => {
  api = await startStagedApi();
  await say('registerStudy', { studyId, title: 'Known', timeZone: 'UTC' });
  await say('openSite', { studyId, siteId: 'north', name: 'North', timeZone: 'UTC' });
  await say('openSite', { studyId, siteId: 'south', name: 'South', timeZone: 'UTC' });
  for (const staffId of ['ann', 'bob', 'cid', 'eve']) await appoint(staffId, 'CLINICIAN', { siteId: 'north' });
  for (const staffId of ['sue', 'sam', 'tom']) await appoint(staffId, 'SUPERVISOR', { siteId: 'north' });
  await appoint('far', 'SUPERVISOR', { siteId: 'south' });
  await appoint('coordinator', 'COORDINATOR');
  await appoint('former', 'DMC_STATISTICIAN', { to: '2026-03-15' });
  await appoint('before', 'DMC_STATISTICIAN', { to: '2026-02-27' });
  await appoint('assessor', 'OUTCOME_ASSESSOR');
  await say('enrolParticipant', { studyId, code: 'P1', siteId: 'north' }, on(2, 28));
  await say('recordAllocation', { studyId, participantId, arm: 'usual' }, on(3, 1));
  await say('assignTherapist', { participantId, therapistId: 'ann', from: '2026-03-02' }, on(3, 2));
  await say('assignTherapist', { participantId, therapistId: 'bob', from: '2026-05-01' }, on(5, 1));
  // Handed over for long, and made shorter: the last word counts.
  await say('coverCaseload', { studyId, staffId: 'ann', coveredBy: 'cid', from: '2026-04-20', to: '2026-12-31' });
  await say('coverCaseload', { studyId, staffId: 'ann', coveredBy: 'cid', from: '2026-04-20', to: '2026-05-10' });
  for (const supervisorId of ['sue', 'sam', 'far']) {
    await say('nameSupervisor', { studyId, supervisorId, staffId: 'ann', from: '2026-01-01' });
  }
  await say('nameSupervisor', { studyId, supervisorId: 'tom', staffId: 'cid', from: '2026-01-01', to: '2026-04-22' });
  await say('releaseSupervisor', { studyId, supervisorId: 'sam', staffId: 'ann', reason: 'Left' }, on(3, 20));
}, 120_000);
afterAll(async () => api.stop());

interface Known {
  readonly actorId: string;
  readonly basis: string;
  readonly detail: string;
  readonly from: string;
  readonly to: string | null;
}

async function known(more = ''): Promise<readonly Known[]> {
  const { whoCouldHaveKnown } = await api.stage.data<{ whoCouldHaveKnown: readonly Known[] }>(
    `query ($who: ID!, $p: Position) { whoCouldHaveKnown(participantId: $who, afterPosition: $p${more}) { actorId basis detail from to } }`,
    { who: participantId, p: position },
  );
  return whoCouldHaveKnown;
}

const lines = (all: readonly Known[]) =>
  all.map(({ actorId, basis, detail, from, to }) =>
    [actorId, basis, detail, from.slice(0, 10), to?.slice(0, 10) ?? 'still'].join(' '),
  );

const COULD = [
  'coordinator ROLE coordinator 2026-03-01 still',
  'former ROLE dmc-statistician 2026-03-01 2026-03-16',
  'ann ROLE clinician 2026-03-02 2026-05-01',
  'sam SUPERVISION ann 2026-03-02 2026-03-20',
  'sue SUPERVISION ann 2026-03-02 2026-05-01',
  'cid COVER ann 2026-04-20 2026-05-01',
  'tom SUPERVISION cid 2026-04-20 2026-04-23',
  'bob ROLE clinician 2026-05-01 still',
];

describe('who could have known an arm', () => {
  it('is told by post, cover and supervision, each from the day to the day', async () => {
    expect(lines(await known())).toEqual(COULD);
  });

  it('is told with those who read it, from their first time on, whether alone or in the flow', async () => {
    const flow = `query ($p: Position) { flow(studyId: "${studyId}", afterPosition: $p) { arms { arm stages { people } } } }`;
    await api.as('coordinator').data(flow, { p: position });
    await api.as('coordinator').data(flow, { p: position });
    // Told nothing, by an answer without arms.
    await api.as('ann').data(`{ participant(participantId: "${participantId}") { status } }`);
    const all = await known();
    expect(lines(all.slice(0, COULD.length))).toEqual(COULD);
    const readers = all.slice(COULD.length);
    expect(readers).toMatchObject([{ actorId: 'coordinator', basis: 'READ', detail: 'coordinator', to: null }]);
    const reads = await api.stage.data<{ accessLog: readonly object[] }>(
      `{ accessLog(studyId: "${studyId}", participantId: "${participantId}", acts: [READ]) { subjectId operation } }`,
    );
    expect(reads.accessLog).toEqual([
      { subjectId: 'coordinator', operation: 'flow' },
      { subjectId: 'coordinator', operation: 'flow' },
    ]);
  });
});

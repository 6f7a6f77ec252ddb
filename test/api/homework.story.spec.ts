import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import type { GraphqlClient, ReceiptAnswer } from './graphql-client.ts';

const terms = {
  title: 'Thought record',
  focus: 'COGNITIVE',
  medium: 'WORKSHEET',
  dose: { amount: 5, unit: 'RECORDS' },
  due: { kind: 'BY', at: '2026-03-08T18:00:00+01:00' },
  difficulty: 3,
  performers: ['CLIENT'],
  setting: 'SESSION',
  visibility: 'THERAPIST',
  confidence: 60,
  foreseenObstacles: ['FORGETTING'],
};

let api: ApiUnderTest;
let client: GraphqlClient;
beforeAll(async () => {
  api = await startApi();
  client = api.client;
}, 120_000);
afterAll(async () => api.stop());

describe('homework is made easier', () => {
  const study = 'story';
  const participantId = `${study}:P1`;
  const at = (day: number, hour = 10) => `2026-03-0${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
  let assigned: ReceiptAnswer;
  let adjusted: ReceiptAnswer;
  let completed: ReceiptAnswer;
  const assignedMeta = { commandId: randomUUID(), occurredAt: at(1), occurredPrecision: 'DAY', source: 'PAPER' };
  const assignInput = { participantId, initiatedBy: 'COLLABORATIVE', terms };

  it('registers a study, opens a site and enrols a participant', async () => {
    const registered = await client.receipt('registerStudy', {
      studyId: study,
      title: 'Story',
      timeZone: 'Europe/Stockholm',
    });
    expect(registered).toMatchObject({ stream: `study-${study}`, recordId: study, revision: 0 });
    await client.receipt('publishProtocol', { studyId: study, version: 1, changes: 'First', reason: 'Start' });
    await client.receipt('openSite', { studyId: study, siteId: 'north', name: 'North', timeZone: 'Europe/Stockholm' });
    const enrolled = await client.receipt(
      'enrolParticipant',
      { studyId: study, siteId: 'north', code: 'P1' },
      { occurredAt: at(1, 9) },
    );
    expect(enrolled.recordId).toBe(participantId);
  });

  it('assigns homework under an id made from the command', async () => {
    assigned = await client.receipt('assignHomework', assignInput, assignedMeta);
    expect(assigned.recordId).toMatch(/^[0-9a-f-]{36}$/);
    expect(assigned.eventIds).toHaveLength(1);
  });

  it('answers a resend with the original receipt, also after later events', async () => {
    adjusted = await client.receipt(
      'adjustAssignment',
      {
        assignmentId: assigned.recordId,
        terms: { dose: { amount: 2, unit: 'RECORDS' }, difficulty: 1 },
        trigger: 'TOO_DIFFICULT',
        note: 'Five was too much for her.',
      },
      { occurredAt: at(3) },
    );
    expect(adjusted.revision).toBe(1);
    expect(await client.receipt('assignHomework', assignInput, assignedMeta)).toEqual(assigned);
  });

  it('refuses the same command id with other content', async () => {
    const other = { ...assignInput, initiatedBy: 'CLIENT' };
    const { errors } = await client.command('assignHomework', other, assignedMeta);
    expect(errors?.[0]?.extensions.code).toBe('COMMAND_ID_REUSED');
  });

  it('records an attempt, and says no in the domain’s words when it is recorded again', async () => {
    const assignmentId = assigned.recordId;
    const started = await client.receipt(
      'startAttempt',
      { assignmentId, performer: 'CLIENT', startedAt: at(4) },
      { occurredAt: at(4) },
    );
    expect(started.revision).toBe(2);
    const attempt = {
      assignmentId,
      attemptId: 'a1',
      performer: 'CLIENT',
      informant: 'CLIENT',
      startedAt: at(5),
      endedAt: at(5, 11),
      outcome: 'FULL',
      done: { amount: 2, unit: 'RECORDS' },
      barriers: [],
      note: 'Easier now',
    };
    await client.receipt('recordAttempt', attempt, { occurredAt: at(5) });
    const { errors } = await client.command('recordAttempt', attempt, { occurredAt: at(5) });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'ATTEMPT_ALREADY_CLOSED', details: { attemptId: 'a1' } } });
  });

  it('reads its own write', async () => {
    completed = await client.receipt(
      'completeHomework',
      { assignmentId: assigned.recordId, informant: 'THERAPIST' },
      { occurredAt: at(6) },
    );
    const { assignment } = await client.data<{ assignment: object }>(
      `query($id: ID!, $position: Position) { assignment(assignmentId: $id, afterPosition: $position) {
        status version adjustments attemptsStarted attemptsRecorded late completedDate
        terms { title { text sealed erased length } dose { amount unit } difficulty due { kind at date } performers }
        versions { nodes { version status trigger note { text } terms { dose { amount } } inForceFrom inForceTo } }
        attempts { nodes { attemptId state outcome minutes done { amount unit } note { text length } } }
        participant { code study { title } }
      } }`,
      { id: assigned.recordId, position: completed.position },
    );
    expect(assignment).toEqual({
      ...{ status: 'COMPLETED', version: 2, adjustments: 1, attemptsStarted: expect.any(Number), attemptsRecorded: 1 },
      ...{ late: false, completedDate: '2026-03-06' },
      terms: {
        title: { text: 'Thought record', sealed: false, erased: false, length: 14 },
        ...{ dose: { amount: 2, unit: 'RECORDS' }, difficulty: 1, performers: ['CLIENT'] },
        due: { kind: 'BY', at: '2026-03-08T17:00:00.000Z', date: '2026-03-08' },
      },
      versions: {
        nodes: [
          {
            version: 1,
            status: 'SUPERSEDED',
            trigger: null,
            note: null,
            terms: { dose: { amount: 5 } },
            inForceFrom: at(1),
            inForceTo: at(3),
          },
          {
            version: 2,
            status: 'COMPLETED',
            trigger: 'TOO_DIFFICULT',
            note: { text: 'Five was too much for her.' },
            terms: { dose: { amount: 2 } },
            inForceFrom: at(3),
            inForceTo: null,
          },
        ],
      },
      attempts: {
        nodes: expect.arrayContaining([
          {
            attemptId: 'a1',
            state: 'RECORDED',
            outcome: 'FULL',
            minutes: 60,
            done: { amount: 2, unit: 'RECORDS' },
            note: { text: 'Easier now', length: 10 },
          },
        ]),
      },
      participant: { code: 'P1', study: { title: 'Story' } },
    });
  });

  it('tells the history with both times, who and why', async () => {
    const { history } = await client.data<{
      history: { nodes: { logIndex: number; type: string }[]; logIndex: number };
    }>(
      `query($id: ID!, $position: Position) { history(of: { record: { category: ASSIGNMENT, recordId: $id } }, afterPosition: $position) {
        logIndex totalCount
        nodes { logIndex type occurredAt recordedAt reason note { text } standing data context { actor { id role } source occurredPrecision commandId } }
      } }`,
      { id: assigned.recordId, position: completed.position },
    );
    expect(history.nodes.map(({ type }) => type)).toEqual([
      ...['HomeworkAssigned', 'AssignmentAdjusted', 'AttemptStarted', 'AttemptRecorded', 'HomeworkCompleted'],
    ]);
    const [first, second] = history.nodes;
    expect(first).toMatchObject({
      ...{ occurredAt: at(1), recordedAt: assigned.recordedAt, standing: 'AS_RECORDED' },
      context: {
        actor: { id: 'demonstration', role: 'demonstration' },
        source: 'PAPER',
        occurredPrecision: 'DAY',
        commandId: assignedMeta.commandId,
      },
      data: { terms: { title: 'Thought record' } },
    });
    expect(second).toMatchObject({
      occurredAt: at(3),
      reason: 'too-difficult',
      note: { text: 'Five was too much for her.' },
    });
  });

  it('answers as it was known at an earlier index, and nested fields answer from the same moment', async () => {
    const before = await logIndexOf(assigned.position);
    const { assignment } = await api.retryPreparing(() =>
      client.ask<{ assignment: object }>(
        `query($id: ID!, $index: Int!) { assignment(assignmentId: $id, asOf: { index: $index }) {
          status version terms { dose { amount } } attempts { totalCount logIndex nodes { attemptId } } participant { assignments { totalCount } }
        } }`,
        { id: assigned.recordId, index: before },
      ),
    );
    expect(assignment).toEqual({
      ...{ status: 'ACTIVE', version: 1, terms: { dose: { amount: 5 } } },
      ...{ attempts: { totalCount: 0, logIndex: before, nodes: [] }, participant: { assignments: { totalCount: 1 } } },
    });
  });

  async function logIndexOf(position: string): Promise<number> {
    const { log } = await client.data<{ log: { index: number } }>(
      'query($p: Position) { log(afterPosition: $p) { index } }',
      { p: position },
    );
    expect(log.index).toBeGreaterThanOrEqual(0);
    const { history } = await client.data<{ history: { nodes: { logIndex: number }[] } }>(
      'query($id: ID!) { history(of: { record: { category: ASSIGNMENT, recordId: $id } }, first: 1) { nodes { logIndex } } }',
      { id: assigned.recordId },
    );
    return history.nodes[0]?.logIndex ?? -1;
  }

  it('corrects an entry, keeps the earlier one, and erases personal data for good', async () => {
    const { history } = await client.data<{ history: { nodes: { eventId: string; type: string; data: object }[] } }>(
      'query($id: ID!) { history(of: { record: { category: ASSIGNMENT, recordId: $id } }) { nodes { eventId type data } } }',
      { id: assigned.recordId },
    );
    const entry = history.nodes.find(({ type }) => type === 'AttemptRecorded');
    const correction = await client.receipt('correctEntry', {
      ...{ category: 'ASSIGNMENT', recordId: assigned.recordId, entryId: entry?.eventId, reason: 'TYPING_ERROR' },
      replacement: { ...entry?.data, done: { amount: 1, unit: 'records' }, outcome: 'part' },
    });
    const corrected = await client.data<{ history: { nodes: object[] } }>(
      'query($id: ID!, $p: Position) { history(of: { record: { category: ASSIGNMENT, recordId: $id } }, filter: { types: [AttemptRecorded] }, afterPosition: $p) { nodes { standing amendedBy } } }',
      { id: assigned.recordId, p: correction.position },
    );
    expect(corrected.history.nodes).toEqual([{ standing: 'CORRECTED', amendedBy: correction.eventIds }]);
    const erased = await client.receipt('erasePersonalData', { participantId, requestedBy: 'PARTICIPANT' });
    const { assignment } = await client.data<{ assignment: { terms: object } }>(
      'query($id: ID!, $p: Position) { assignment(assignmentId: $id, afterPosition: $p) { attempts { nodes { outcome } } terms { title { text sealed erased length } } } }',
      { id: assigned.recordId, p: erased.position },
    );
    expect(assignment.terms).toEqual({ title: { text: null, sealed: true, erased: true, length: 14 } });
    expect(assignment).toMatchObject({ attempts: { nodes: expect.arrayContaining([{ outcome: 'PART' }]) } });
  });
});

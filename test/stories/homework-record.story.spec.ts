import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiUnderTest, startApi } from '../api/api-under-test.ts';
import type { GraphqlClient, ReceiptAnswer } from '../api/graphql-client.ts';

// Executes E6-4.2.1, E6-4.2.2, E6-4.2.3, P11-10(e).

/**
 * A client proposes homework, it is agreed, done twice (once by proxy and late), adjusted, corrected, rated by three
 * informants, reviewed: and every table and both times show it.
 */

const study = 'relief';
const participantId = `${study}:P1`;
const assignmentId = 'relief-hw-1';
const at = (day: number, hour: number, minute = 0) => new Date(Date.UTC(2026, 2, day, hour, minute)).toISOString();
const occurredAt = (day: number, hour = 10) => ({ occurredAt: at(day, hour) });

let api: ApiUnderTest;
let client: GraphqlClient;
let last: ReceiptAnswer;
let firstAttempt: ReceiptAnswer;

beforeAll(async () => {
  api = await startApi();
  client = api.client;
  const say = async (name: string, input: object, meta: object = {}) =>
    (last = await client.receipt(name, input, meta));
  await say('registerStudy', { studyId: study, title: 'Relief', timeZone: 'Europe/Stockholm' }, occurredAt(1));
  await say('enrolParticipant', { studyId: study, code: 'P1' }, occurredAt(2));
  const phq9 = (week: number, answers: number[]) => ({
    participantId,
    instrument: { instrumentId: 'phq-9', version: 1 },
    occasion: `week-${week}`,
    items: answers.map((value, index) => ({ item: `q${index + 1}`, value })),
    timing: 'BEFORE_SESSION',
    recallDays: 14,
    informant: 'CLIENT',
  });
  await say('recordMeasure', phq9(1, [2, 2, 2, 2, 2, 2, 2, 2, 2]), occurredAt(3, 8));
  const session = (number: number) => ({
    studyId: study,
    sessionId: `s${number}`,
    sessionNumber: number,
    participants: [participantId],
    deliverers: ['t1'],
    modality: 'IN_PERSON',
  });
  await say('holdSession', session(1), occurredAt(3, 9));

  const terms = {
    title: 'Write down two thoughts',
    focus: 'COGNITIVE',
    medium: 'WORKSHEET',
    dose: { amount: 2, unit: 'RECORDS' },
    due: { kind: 'BY', at: at(10, 17) },
    difficulty: 3,
    performers: ['CLIENT'],
    setting: 'SESSION',
    visibility: 'THERAPIST',
    confidence: 70,
  };
  const homework = { assignmentId, participantId, initiatedBy: 'CLIENT', terms };
  await say('proposeHomework', homework, occurredAt(3, 19));
  await say('assignHomework', { ...homework, initiatedBy: 'COLLABORATIVE' }, occurredAt(4));

  const attempt = (attemptId: string, amount: number) => ({
    assignmentId,
    attemptId,
    performer: 'CLIENT',
    outcome: 'PART',
    done: { amount, unit: 'RECORDS' },
  });
  const paper = { occurredPrecision: 'DAY', source: 'PAPER' };
  firstAttempt = await say(
    'recordAttempt',
    { ...attempt('a1', 10), informant: 'CLIENT' },
    { ...occurredAt(6), ...paper },
  );
  const easier = {
    assignmentId,
    terms: { difficulty: 1 },
    trigger: 'TOO_DIFFICULT',
    note: 'One line a thought is enough.',
  };
  await say('adjustAssignment', easier, occurredAt(7));
  await say('recordAttempt', { ...attempt('a2', 1), informant: 'PARTNER' }, occurredAt(11, 18));
  await say('correctEntry', {
    category: 'ASSIGNMENT',
    recordId: assignmentId,
    entryId: firstAttempt.eventIds[0],
    reason: 'TYPING_ERROR',
    replacement: {
      ...{ attemptId: 'a1', version: 1, performer: 'client', informant: 'client', outcome: 'part' },
      done: { amount: 1, unit: 'records' },
    },
  });
  await say('completeHomework', { assignmentId, informant: 'CLIENT' }, occurredAt(11, 19));

  await say('recordMeasure', phq9(2, [1, 1, 1, 1, 1, 1, 1, 1, 1]), occurredAt(12, 8));
  await say('holdSession', session(2), occurredAt(12, 9));
  await say(
    'logHomeworkSection',
    { studyId: study, sessionId: 's2', participantId, reviewed: 'REVIEWED', assigned: 'NONE', whyNot: 'NO_TIME' },
    occurredAt(12, 10),
  );
  await say(
    'reviewHomework',
    { assignmentId, sessionId: 's2', reviewer: 'THERAPIST', helpfulness: 3 },
    occurredAt(12, 9),
  );
  for (const [role, quantity] of [
    ['CLIENT', 4],
    ['THERAPIST', 3],
    ['OBSERVER', 2],
  ] as const) {
    await say(
      'recordRating',
      {
        ratingId: `r-${role}`,
        participantId,
        form: { formId: 'homework-compliance', version: 1 },
        rater: { raterId: role.toLowerCase(), role },
        target: { kind: 'ASSIGNMENT', assignmentId, version: 1 },
        items: [{ item: 'quantity', value: quantity }],
        retrospective: role !== 'OBSERVER',
      },
      occurredAt(12, 11),
    );
  }
}, 120_000);
afterAll(async () => api.stop());

/** What the participant's record shows under one field, with everything that was said. */
async function shown<Node>(field: string, selection: string): Promise<Node[]> {
  const query = `query Q($id: ID!, $position: Position!) {
    participant(participantId: $id, afterPosition: $position) { ${field} { nodes { ${selection} } } } }`;
  const name = /^\w+/.exec(field)?.[0] ?? field;
  const { participant } = await client.data<{ participant: Record<string, { nodes: Node[] }> }>(query, {
    id: participantId,
    position: last.position,
  });
  return participant[name]?.nodes ?? [];
}

describe('homework that a client proposed', () => {
  it('stands in the assignments as proposed, agreed and made easier', async () => {
    const [assignment] = await shown<object>(
      'assignments(first: 5)',
      'status version adjustments initiatedBy late proposedAt assignedAt versions(first: 5) { nodes { version trigger terms { difficulty } } }',
    );
    expect(assignment).toEqual({
      ...{ status: 'COMPLETED', version: 2, adjustments: 1, initiatedBy: 'COLLABORATIVE', late: true },
      ...{ proposedAt: at(3, 19), assignedAt: at(4, 10) },
      versions: {
        nodes: [
          { version: 0, trigger: null, terms: { difficulty: 3 } },
          { version: 1, trigger: null, terms: { difficulty: 3 } },
          { version: 2, trigger: 'TOO_DIFFICULT', terms: { difficulty: 1 } },
        ],
      },
    });
  });

  it('was tried twice: once told from paper and corrected, once late and by proxy', async () => {
    const attempts = await shown<object>(
      'attempts(first: 5, orderBy: { field: OCCURRED_AT, direction: ASC })',
      'attemptId version informant byProxy done { amount unit } lateDays source localDate',
    );
    expect(attempts).toEqual([
      {
        ...{ attemptId: 'a1', version: 1, informant: 'CLIENT', byProxy: false, done: { amount: 1, unit: 'RECORDS' } },
        ...{ lateDays: 0, source: 'PAPER', localDate: '2026-03-06' },
      },
      {
        ...{ attemptId: 'a2', version: 2, informant: 'PARTNER', byProxy: true, done: { amount: 1, unit: 'RECORDS' } },
        ...{ lateDays: expect.closeTo(25 / 24, 5), source: 'WEB', localDate: '2026-03-11' },
      },
    ]);
  });

  it('was one obligation, reviewed in the next session', async () => {
    const occurrences = await shown<object>('occurrences(first: 5)', 'occurrence state attemptCount reviewed dueDate');
    expect(occurrences).toEqual([
      { occurrence: 'whole', state: 'DONE', attemptCount: 2, reviewed: true, dueDate: '2026-03-10' },
    ]);
    const reviews = await shown<object>('reviews(first: 5)', 'reviewerRole sessionNumber helpfulness localDate');
    expect(reviews).toEqual([{ reviewerRole: 'THERAPIST', sessionNumber: 2, helpfulness: 3, localDate: '2026-03-12' }]);
  });

  it('is rated by three informants side by side, apart from what the events themselves say', async () => {
    const ratings = await shown<object>('ratings(first: 5)', 'raterRole retrospective items { item value }');
    expect(ratings).toHaveLength(3);
    expect(ratings).toEqual(
      expect.arrayContaining([
        { raterRole: 'CLIENT', retrospective: true, items: [{ item: 'quantity', value: 4 }] },
        { raterRole: 'THERAPIST', retrospective: true, items: [{ item: 'quantity', value: 3 }] },
        { raterRole: 'OBSERVER', retrospective: false, items: [{ item: 'quantity', value: 2 }] },
      ]),
    );
    // As much as was asked: 5 on the scale of Primakoff et al. (1986).
    expect(await shown<object>('compliance(first: 5)', 'occurrence rating')).toEqual([
      { occurrence: 'whole', rating: 5 },
    ]);
  });

  it('counts in the interval from session to session, under both denominators', async () => {
    const intervals = await shown<{ denominator: string }>(
      'intervals(first: 10, filter: { interval: { from: 1, to: 1 } })',
      'interval denominator lengthDays closedBy n nUnknown reportingRate metrics(only: [QUANTITY_UNIT, TIMELINESS, REVIEW_RATE]) { metric value }',
    );
    expect(intervals.map(({ denominator }) => denominator).sort()).toEqual(['AS_ADJUSTED', 'AS_ASSIGNED']);
    for (const interval of intervals) {
      expect(interval).toMatchObject({ interval: 1, lengthDays: 9, n: 1, nUnknown: 0, reportingRate: 1 });
    }
  });

  it('goes with outcomes by person and occasion', async () => {
    const outcomes = await shown<object>('outcomes(first: 5)', 'occasion total severity timing');
    expect(outcomes).toEqual(
      expect.arrayContaining([
        { occasion: 'week-1', total: 18, severity: 'moderately severe', timing: 'BEFORE_SESSION' },
        { occasion: 'week-2', total: 9, severity: 'mild', timing: 'BEFORE_SESSION' },
      ]),
    );
    const [summary] = await shown<object>('personSummaries(first: 5)', 'pre post change response category');
    expect(summary).toMatchObject({ pre: 18, post: 9, change: -9, response: true });
  });

  it('keeps both times of every event, and the mistake beside its correction', async () => {
    const query = `query H($record: RecordInput!, $position: Position!) {
      history(of: { record: $record }, afterPosition: $position, first: 50) {
        nodes { type occurredAt recordedAt standing reason eventId amendedBy } } }`;
    const record = { category: 'ASSIGNMENT', recordId: assignmentId };
    const { history } = await client.data<{
      history: { nodes: { type: string; occurredAt: string; recordedAt: string; standing: string; eventId: string }[] };
    }>(query, { record, position: last.position });
    expect(history.nodes.map(({ type }) => type)).toEqual([
      ...['HomeworkProposed', 'HomeworkAssigned', 'AttemptRecorded', 'AssignmentAdjusted', 'AttemptRecorded'],
      ...['EntryCorrected', 'HomeworkCompleted', 'HomeworkReviewed'],
    ]);
    const mistake = history.nodes.find(({ eventId }) => eventId === firstAttempt.eventIds[0]);
    expect(mistake).toMatchObject({
      occurredAt: at(6, 10),
      recordedAt: firstAttempt.recordedAt,
      standing: 'CORRECTED',
    });
    for (const { occurredAt: happened, recordedAt } of history.nodes) expect(happened <= recordedAt).toBe(true);
  });
});

import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import type { GraphqlClient } from './graphql-client.ts';

let api: ApiUnderTest;
let client: GraphqlClient;
const study = 'crowd';
const PEOPLE = 12;
let last = '';

beforeAll(async () => {
  api = await startApi();
  client = api.client;
  await client.receipt('registerStudy', { studyId: study, title: 'Crowd', timeZone: 'UTC' });
  for (let person = 1; person <= PEOPLE; person += 1) {
    const { recordId: participantId } = await client.receipt('enrolParticipant', {
      studyId: study,
      code: `P${person}`,
    });
    for (let work = 1; work <= 2; work += 1) {
      const { recordId: assignmentId } = await client.receipt('assignHomework', {
        ...{ participantId, initiatedBy: 'THERAPIST' },
        terms: {
          ...{ title: `Work ${work}`, focus: 'COGNITIVE', medium: 'WORKSHEET', due: { kind: 'OPEN' } },
          ...{ performers: ['CLIENT'], setting: 'SESSION', visibility: 'RESEARCH' },
        },
      });
      const attempt = { assignmentId, performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL', note: 'Done' };
      last = (await client.receipt('recordAttempt', attempt)).position;
    }
  }
}, 120_000);
afterAll(async () => api.stop());

const query = `query($first: Int!, $p: Position) { studies(first: 1, afterPosition: $p) { totalCount nodes { title participants(first: $first) { totalCount nodes {
  code study { title }
  assignments(first: 2) { totalCount nodes { terms { title { text } } participant { code } versions(first: 5) { nodes { version } }
    attempts(first: 5) { totalCount nodes { outcome lateDays obligation { state } note { text } assignment { status } } } occurrences(first: 5) { nodes { state } } reviews(first: 5) { nodes { sessionNumber } } compliance(first: 5) { nodes { rating } } ratings(first: 5) { nodes { formId } } } }
  sessions(first: 5) { nodes { sessionNumber } } ratings(first: 5) { nodes { formId } } measures(first: 5) { nodes { occasion } } adherence(first: 5) { nodes { value } }
  occurrences(first: 5) { totalCount nodes { state dueDate attemptCount } } contacts(first: 5) { nodes { channel } } reviews(first: 5) { nodes { reviewerRole } }
  intervals(first: 5) { nodes { interval metrics { metric value low high } } } compliance(first: 5) { nodes { rating } }
} } } } }`;

/** A page, its count, or rows by id. Projections at work and keys, which are cached, ask otherwise. */
const READING = /^SELECT (o\.\*|child\.\*|\*|\S+ AS id, count\(\*\)::int AS total|count\(\*\)::int AS total) /;

/** Statements that read a generation’s tables while a query is answered. */
async function statementsOf(first: number): Promise<{ statements: number; answer: object }> {
  const spy = jest.spyOn(pg.Client.prototype, 'query');
  try {
    const answer = await client.data<object>(query, { first, p: last });
    const texts = spy.mock.calls.map(([asked]) => (typeof asked === 'string' ? asked : JSON.stringify(asked)));
    const reading = texts.filter((text) => READING.test(text));
    return { statements: reading.length, answer };
  } finally {
    spy.mockRestore();
  }
}

describe('a query over many people', () => {
  it('takes as many statements as one over few: one for each kind of list and count', async () => {
    await statementsOf(1);
    const few = await statementsOf(2);
    const many = await statementsOf(PEOPLE);
    expect(many.statements).toBe(few.statements);
    expect(few.statements).toBeGreaterThan(10);
    expect(many.statements).toBeLessThanOrEqual(28);
    expect(many.answer).toMatchObject({ studies: { nodes: [{ participants: { totalCount: PEOPLE } }] } });
  });

  it('gives every parent its own children', async () => {
    const { studies } = await client.data<{
      studies: {
        nodes: {
          participants: { nodes: { code: string; assignments: { nodes: { participant: { code: string } }[] } }[] };
        }[];
      };
    }>(query, { first: PEOPLE, p: last });
    const people = studies.nodes[0]?.participants.nodes ?? [];
    expect(people).toHaveLength(PEOPLE);
    for (const { code, assignments } of people) {
      expect(assignments.nodes.map(({ participant }) => participant.code)).toEqual([code, code]);
    }
  });

  it('is walked from page to page without meeting anybody twice, in either direction', async () => {
    const page =
      'query($a: String, $b: String, $first: Int, $last: Int, $p: Position) { participants(afterPosition: $p, studyId: "crowd", after: $a, before: $b, first: $first, last: $last, orderBy: { field: CODE, direction: DESC }) { nodes { code } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }';
    type Answer = {
      participants: {
        nodes: { code: string }[];
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
      };
    };
    const forwards: string[] = [];
    for (let a: string | null = null, more = true; more;) {
      const { participants }: Answer = await client.data<Answer>(page, { a, first: 5, p: last });
      forwards.push(...participants.nodes.map(({ code }) => code));
      [a, more] = [participants.pageInfo.endCursor, participants.pageInfo.hasNextPage];
    }
    const backwards: string[] = [];
    for (let b: string | null = null, more = true; more;) {
      const { participants }: Answer = await client.data<Answer>(page, { b, last: 5, p: last });
      backwards.unshift(...participants.nodes.map(({ code }) => code));
      [b, more] = [participants.pageInfo.startCursor, participants.pageInfo.hasPreviousPage];
    }
    expect(forwards).toHaveLength(PEOPLE);
    expect(new Set(forwards).size).toBe(PEOPLE);
    expect(backwards).toEqual(forwards);
  });

  it('is answered for many callers at once, also for several moments each', async () => {
    const several = `{ now: participants(studyId: "crowd") { totalCount } then: participants(studyId: "crowd", asOf: { index: 3 }) { totalCount } }`;
    await api.retryPreparing(() => client.ask(several));
    const answers = await Promise.all(Array.from({ length: 25 }, async () => client.data(several)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ now: { totalCount: PEOPLE }, then: { totalCount: 1 } })]),
    );
  });
});

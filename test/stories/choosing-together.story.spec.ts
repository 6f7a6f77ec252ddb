import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { builtInWorksheets } from '#worksheets';
import { SuggestionSwitch } from '../../apps/api/worksheets/suggestion.switch.ts';
import { type ApiUnderTest, startApi } from '../api/api-under-test.ts';
import type { GraphqlClient, ReceiptAnswer } from '../api/graphql-client.ts';

/**
 * Goals are set, a worksheet is found and proposed, a question asked and answered, the homework agreed with an if-then plan,
 * done with answers to two versions, put to the side for another, and the next session finds its agenda drawn up.
 */

const studyId = 'together';
const participantId = `${studyId}:P1`;
const at = (day: number, hour = 10) => ({ occurredAt: new Date(Date.UTC(2026, 2, day, hour)).toISOString() });

let api: ApiUnderTest;
let client: GraphqlClient;
let last: ReceiptAnswer;
const say = async (name: string, input: object, meta: object = {}) => (last = await client.receipt(name, input, meta));

const SMALL = {
  ...{ format: 'intersession.worksheet/1', id: 'two-lines', version: 1, languages: ['en'], title: { en: 'Two lines' } },
  ...{ origin: { author: 'The study', licence: 'CC BY 4.0' }, clinicalReview: { status: 'not-reviewed' } },
  ...{ approach: ['journaling'], needs: ['worry'], goals: ['calm'], focus: 'self-monitoring', medium: 'journal' },
  ...{ mechanism: 'awareness', minutes: 2, difficulty: 0, objective: { en: 'Notice the day.' } },
  ...{ rationale: { en: 'Two lines are enough.' }, steps: [{ en: 'Write two lines.' }], example: { en: 'Rain. Tea.' } },
  ...{ easier: { text: { en: 'One line.' } }, harder: { text: { en: 'Three lines.' } } },
  accessibility: { serves: ['plain-language'], notes: { en: 'Any pen.' } },
  sources: [{ citation: 'Ours' }],
  fields: [{ kind: 'text', id: 'lines', label: { en: 'Two lines' } }],
};
const SECOND = { ...SMALL, version: 2, fields: [{ kind: 'text', id: 'words', label: { en: 'Two lines' } }] };

const terms = (title: string, templateId: string, version = 1) => ({
  ...{
    title,
    focus: 'COGNITIVE',
    medium: 'WORKSHEET',
    template: { templateId, version },
    due: { kind: 'NEXT_SESSION' },
  },
  ...{ performers: ['CLIENT'], setting: 'SESSION', visibility: 'THERAPIST', confidence: 60 },
});
const lines = (version: number, values: object) => JSON.stringify({ worksheet: { id: 'two-lines', version }, values });
const submission = (assignmentId: string, version: number, answers: string) => ({
  ...{ assignmentId, performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL', helpfulness: 4, difficulty: 1 },
  ...{ worksheet: { templateId: 'two-lines', version }, answers },
});
const firstAnswers = { commandId: randomUUID(), ...at(6) };

beforeAll(async () => {
  api = await startApi();
  client = api.client;
  await say('registerStudy', { studyId, title: 'Together', timeZone: 'UTC' }, at(1));
  await say('enrolParticipant', { studyId, code: 'P1' }, at(2));
  const session = { studyId, participants: [participantId], deliverers: ['t1'], modality: 'IN_PERSON' };
  await say('holdSession', { ...session, sessionId: 'v1', sessionNumber: 1 }, at(3, 9));
  for (const [version, content] of [SMALL, SECOND].entries()) {
    await say('draftTemplate', { studyId, templateId: 'two-lines', title: 'Two lines', content }, at(3));
    await say('publishTemplate', { templateId: 'two-lines', version: version + 1 }, at(3));
  }
  await say('setGoal', { goalId: 'g1', participantId, setBy: 'COLLABORATIVE', statement: 'To worry less' }, at(3));
  await say('setGoal', { goalId: 'g2', participantId, setBy: 'CLIENT', statement: 'To sleep through' }, at(3));
  await say('rateGoal', { goalId: 'g1', informant: 'CLIENT', attainment: -1 }, at(4));

  const work = { assignmentId: 'hw1', participantId, terms: terms('Two lines a day', 'two-lines') };
  await say('proposeHomework', { ...work, initiatedBy: 'CLIENT' }, at(3));
  await say('requestClarification', { assignmentId: 'hw1', by: 'CLIENT', question: 'Every day?' }, at(3));
  await say('giveClarification', { assignmentId: 'hw1', answer: 'When you can.' }, at(3));
  await say('assignHomework', { ...work, initiatedBy: 'COLLABORATIVE' }, at(4));
  await say('linkToGoals', { assignmentId: 'hw1', goalIds: ['g1'] }, at(4));
  const plan = { assignmentId: 'hw1', situation: 'When the tea is made', action: 'I write', obstacles: ['FORGETTING'] };
  await say('makePlan', { ...plan, confidence: 80 }, at(4));

  await say('submitWorksheet', submission('hw1', 1, lines(1, { lines: 'Rain. Tea.' })), firstAnswers);
  await say('submitWorksheet', submission('hw1', 2, lines(2, { words: 'Sun. Tea.' })), at(7));
  await say('requestClarification', { assignmentId: 'hw1', by: 'CLIENT', question: 'May I draw?' }, at(8));

  const hard = { assignmentId: 'hw2', participantId, initiatedBy: 'THERAPIST' };
  await say('assignHomework', { ...hard, terms: terms('Thought record', 'thought-record-7') }, at(4));
  const easier = { ...hard, assignmentId: 'hw3', terms: terms('Short thought record', 'thought-record-5') };
  await say('assignHomework', easier, at(8));
  await say('substituteAssignment', { assignmentId: 'hw2', substituteId: 'hw3', trigger: 'TOO_DIFFICULT' }, at(8));
}, 120_000);
afterAll(async () => api.stop());

const ask = <Data>(query: string, variables: object = {}) =>
  client.data<Data>(query, { p: last.position, ...variables });
const refusal = async (input: object, meta: object = {}) =>
  (await client.command('submitWorksheet', input, meta)).errors?.[0];

interface Library {
  readonly worksheetLibrary: readonly { worksheet: { worksheetId: string; ofStudy: boolean; title: string } }[];
}
const search = async (clauses: object) =>
  (
    await ask<Library>(
      `query($p: Position, $s: WorksheetSearchInput) { worksheetLibrary(studyId: "${studyId}", search: $s, afterPosition: $p) {
        worksheet { worksheetId ofStudy title } } }`,
      { s: clauses },
    )
  ).worksheetLibrary.map(({ worksheet }) => worksheet);

describe('choosing', () => {
  it('searches the library and the study’s own, in any language, without accents', async () => {
    const all = await search({});
    expect(all).toHaveLength(builtInWorksheets.size + 1);
    expect(all.filter(({ ofStudy }) => ofStudy).map(({ worksheetId }) => worksheetId)).toEqual(['two-lines']);
    expect((await search({ text: 'two lines' }))[0]?.worksheetId).toBe('two-lines');
    const quick = await search({ needs: ['sleep'], minutesAtMost: 5, language: 'sv' });
    expect(quick.map(({ worksheetId }) => worksheetId)).toContain('sleep-diary');
    expect(await search({ text: 'no such words anywhere' })).toEqual([]);
    const creative = await search({ approach: ['CREATIVE'], accessibility: ['LOW_VISION', 'MOTOR'] });
    expect(creative.map(({ worksheetId }) => worksheetId)).toContain('draw-the-feeling');
  });

  it('suggests with reasons, from what was done and found helpful', async () => {
    interface Suggestions {
      readonly worksheetSuggestions: {
        readonly on: boolean;
        readonly suggestions: readonly { worksheet: { worksheetId: string }; reasons: readonly { says: string }[] }[];
      };
    }
    const { worksheetSuggestions: found } = await ask<Suggestions>(
      `query($p: Position) { worksheetSuggestions(studyId: "${studyId}", participantId: "${participantId}", needs: ["worry"], afterPosition: $p) {
        on suggestions { worksheet { worksheetId } score reasons { kind says worksheetId } } } }`,
    );
    expect(found.on).toBe(true);
    const names = found.suggestions.map(({ worksheet }) => worksheet.worksheetId);
    expect(names).toContain('worry-time');
    expect(names).not.toContain('two-lines');
    for (const { reasons } of found.suggestions) expect(reasons.every(({ says }) => says.endsWith('.'))).toBe(true);
  });

  it('suggests nothing where the protocol keeps suggestions from somebody', async () => {
    const asked: unknown[] = [];
    const off = jest.spyOn(api.app.get(SuggestionSwitch), 'isOn').mockImplementation(async (...who) => {
      asked.push(who.slice(0, 2));
      return false;
    });
    try {
      const found = await ask<Record<string, object>>(
        `query($p: Position) { worksheetSuggestions(studyId: "${studyId}", participantId: "${participantId}", needs: ["worry"], afterPosition: $p) {
          on suggestions { score } } }`,
      );
      expect(found['worksheetSuggestions']).toEqual({ on: false, suggestions: [] });
      expect(asked).toEqual([[studyId, participantId]]);
    } finally {
      off.mockRestore();
    }
  });
});

describe('agreeing', () => {
  it('leaves goals, plan, question and answer on the record', async () => {
    const found = await ask<Record<string, { edges: readonly { node: object }[] }>>(
      `query($p: Position) {
        goals(studyId: "${studyId}", afterPosition: $p) { edges { node { goalId status attainment statement { text } } } }
        homeworkPlans(studyId: "${studyId}", afterPosition: $p) { edges { node {
          assignmentId goalIds obstacles confidence substituteId substituteTrigger situation { text } } } }
        clarifications(studyId: "${studyId}", afterPosition: $p) { edges { node {
          number answered question { text } answer { text } } } } }`,
    );
    const nodes = (name: string) => found[name]?.edges.map(({ node }) => node);
    expect(nodes('goals')).toEqual([
      { goalId: 'g1', status: 'OPEN', attainment: -1, statement: { text: 'To worry less' } },
      { goalId: 'g2', status: 'OPEN', attainment: null, statement: { text: 'To sleep through' } },
    ]);
    expect(nodes('homeworkPlans')).toMatchObject([
      {
        ...{ assignmentId: 'hw1', goalIds: ['g1'], obstacles: ['FORGETTING'], confidence: 80, substituteId: null },
        situation: { text: 'When the tea is made' },
      },
      { assignmentId: 'hw2', goalIds: [], substituteId: 'hw3', substituteTrigger: 'TOO_DIFFICULT', situation: null },
    ]);
    expect(nodes('clarifications')).toEqual([
      { number: 1, answered: true, question: { text: 'Every day?' }, answer: { text: 'When you can.' } },
      { number: 2, answered: false, question: { text: 'May I draw?' }, answer: null },
    ]);
  });
});

describe('doing', () => {
  it('keeps answers with the version they were given to, superseded or not', async () => {
    const { worksheetAnswers } = await ask<{
      worksheetAnswers: { edges: readonly { node: { templateVersion: number; answers: { text: string } } }[] };
    }>(
      `query($p: Position) { worksheetAnswers(studyId: "${studyId}", afterPosition: $p) { edges { node {
        assignmentId templateId templateVersion answered answers { text } } } } }`,
    );
    expect(
      worksheetAnswers.edges.map(({ node }) => [node.templateVersion, JSON.parse(node.answers.text) as unknown]),
    ).toEqual([
      [1, JSON.parse(lines(1, { lines: 'Rain. Tea.' }))],
      [2, JSON.parse(lines(2, { words: 'Sun. Tea.' }))],
    ]);
  });

  it('takes five resends as one', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 5 }, () =>
        client.receipt('submitWorksheet', submission('hw1', 1, lines(1, { lines: 'Rain. Tea.' })), firstAnswers),
      ),
    );
    expect(new Set(receipts.map(({ position }) => position)).size).toBe(1);
    const counted = await ask<{ worksheetAnswers: { edges: readonly object[] } }>(
      `query($p: Position) { worksheetAnswers(studyId: "${studyId}", afterPosition: $p) { edges { node { attemptId } } } }`,
    );
    expect(counted.worksheetAnswers.edges).toHaveLength(2);
  });

  it('refuses answers that the worksheet cannot have, naming each', async () => {
    const wrong = await refusal(submission('hw1', 2, lines(2, { lines: 'of the first version' })));
    expect(wrong?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ field: 'input.answers.values.lines' }],
    });
    expect((await refusal(submission('hw1', 9, lines(9, {}))))?.message).toContain('input.worksheet');
    expect((await refusal(submission('hw1', 2, lines(1, {}))))?.message).toContain('input.answers.worksheet');
    expect((await refusal(submission('hw1', 2, 'no JSON')))?.message).toContain('input.answers');
  });

  it('refuses ten megabytes before it reads them, and says how much may be sent', async () => {
    const huge = submission('hw1', 2, lines(2, { words: 'x'.repeat(10_000_000) }));
    const response = await client.post({ query: 'mutation { x }', variables: huge });
    expect([response.status, response.body]).toMatchObject([
      413,
      { errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] },
    ]);
  });

  it('keeps markup and script as the text that they are', async () => {
    const text = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const written = await client.receipt('submitWorksheet', submission('hw1', 2, lines(2, { words: text })), at(9));
    last = written;
    const { worksheetAnswers } = await ask<{
      worksheetAnswers: { edges: readonly { node: { answers: { text: string } } }[] };
    }>(
      `query($p: Position) { worksheetAnswers(studyId: "${studyId}", afterPosition: $p) { edges { node { answers { text } } } } }`,
    );
    expect(JSON.parse(worksheetAnswers.edges.at(-1)?.node.answers.text ?? '{}')).toMatchObject({
      values: { words: text },
    });
  });

  it('refuses a template that is no worksheet', async () => {
    const looped = { ...SMALL, id: 'looped', fields: [] };
    const { errors } = await client.command('draftTemplate', { studyId, title: 'Looped', content: looped });
    expect(errors?.[0]?.message).toContain('input.content.fields');
    const renamed = { studyId, templateId: 'other', title: 'Other', content: SMALL };
    expect((await client.command('draftTemplate', renamed)).errors?.[0]?.message).toContain('input.content.id');
  });
});

describe('the next session', () => {
  it('finds its agenda drawn up from what was tried, skipped and why', async () => {
    interface Agenda {
      readonly sessionAgenda: {
        readonly since: object;
        readonly items: readonly {
          kind: string;
          homework: { assignmentId: string; full: number } | null;
          goal: { goalId: string } | null;
        }[];
      };
    }
    const { sessionAgenda } = await ask<Agenda>(
      `query($p: Position) { sessionAgenda(studyId: "${studyId}", participantId: "${participantId}", afterPosition: $p) {
        since { sessionId sessionNumber } items { kind homework { assignmentId title { text } full helpfulness barriers }
        goal { goalId statement { text } } } } }`,
    );
    expect(sessionAgenda.since).toEqual({ sessionId: 'v1', sessionNumber: 1 });
    expect(
      sessionAgenda.items.map(({ kind, homework, goal }) => [kind, homework?.assignmentId ?? goal?.goalId]),
    ).toEqual([
      ['QUESTION', 'hw1'],
      ['TO_REVIEW', 'hw1'],
      ['NOT_BEGUN', 'hw3'],
      ['GOAL_WITHOUT_HOMEWORK', 'g2'],
    ]);
    expect(sessionAgenda.items[0]?.homework).toMatchObject({ title: { text: 'Two lines a day' }, helpfulness: 4 });
  });
});

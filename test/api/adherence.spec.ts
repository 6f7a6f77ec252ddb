import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import type { GraphqlClient } from './graphql-client.ts';

const study = 'reading';
const definition = (id: string, threshold: number, version = 1) => ({
  ...{ format: 'intersession.adherence/1', id, version, title: `At least ${threshold} attempts` },
  ...{ source: { citation: 'A spec' }, log: { kind: 'exhaustive' }, windows: { record: { kind: 'record' } } },
  ...{ quantities: { attempts: { kind: 'attempts', window: 'record' } }, value: 'attempts' },
  adherent: { kind: 'at-least', quantity: 'attempts', threshold, unit: 'attempts' },
});
const publish = (id: string, threshold: number, version = 1) =>
  client.receipt('publishAdherenceDefinition', {
    ...{ studyId: study, definitionId: id, version, definition: definition(id, threshold, version) },
  });

let api: ApiUnderTest;
let client: GraphqlClient;
let last = '';
beforeAll(async () => {
  api = await startApi();
  client = api.client;
  await client.receipt('registerStudy', { studyId: study, title: 'Reading', timeZone: 'UTC' });
  // P1 tries once, P2 twice, P3 three times; nobody is asked for more.
  for (const attempts of [1, 2, 3]) {
    const when = (day: number) => ({ occurredAt: `2026-03-0${day}T10:00:00Z` });
    const { recordId: participantId } = await client.receipt(
      'enrolParticipant',
      { studyId: study, code: `P${attempts}` },
      when(1),
    );
    const terms = {
      title: 'Walk',
      focus: 'BEHAVIOURAL',
      medium: 'PRACTICE',
      due: { kind: 'OPEN' },
      performers: ['CLIENT'],
      setting: 'SESSION',
      visibility: 'RESEARCH',
    };
    const { recordId: assignmentId } = await client.receipt(
      'assignHomework',
      { participantId, initiatedBy: 'CLIENT', terms },
      when(1),
    );
    for (let day = 2; day < 2 + attempts; day += 1) {
      await client.receipt(
        'recordAttempt',
        { assignmentId, performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL' },
        when(day),
      );
    }
    await client.receipt('completeParticipant', { participantId }, when(9));
  }
  await publish('often', 2);
  last = (await publish('always', 3)).position;
}, 120_000);
afterAll(async () => api.stop());

const report = `query($d: DefinitionChoiceInput!, $p: Position, $filter: AdherenceFilter) { adherence(studyId: "reading", definition: $d, afterPosition: $p) {
  definition { definitionId version published } counts { participants adherent nonAdherent unknown notJudged } excluded { reason people }
  people(filter: $filter) { totalCount nodes { participantId adherent value best worst n unknown participant { code } } }
} }`;
const published = (definitionId: string, version?: number) => ({ published: { definitionId, version } });

describe('adherence', () => {
  it('is answered under a published definition: counts and people', async () => {
    const { adherence } = await client.data<{ adherence: object }>(report, { d: published('often'), p: last });
    expect(adherence).toMatchObject({
      definition: { definitionId: 'often', version: 1, published: true },
      counts: { participants: 3, adherent: 2, nonAdherent: 1, unknown: 0, notJudged: 0 },
      ...{ excluded: [], people: { totalCount: 3 } },
    });
    const { adherence: some } = await client.data<{ adherence: object }>(report, {
      d: published('often'),
      p: last,
      filter: { adherent: ['NON_ADHERENT'] },
    });
    expect(some).toMatchObject({
      people: { nodes: [{ adherent: 'NON_ADHERENT', value: 1, best: 1, worst: 1, participant: { code: 'P1' } }] },
    });
  });

  it('is answered the same under the same definition of one’s own, which is published by nobody', async () => {
    const own = await client.data<{ adherence: { counts: object; people: object } }>(report, {
      d: { own: definition('often', 2) },
      p: last,
    });
    const theirs = await client.data<{ adherence: { counts: object; people: object } }>(report, {
      d: published('often'),
      p: last,
    });
    expect(own.adherence).toEqual({
      ...theirs.adherence,
      definition: { definitionId: 'often', version: 1, published: false },
    });
  });

  it('is explained: the facts and the arithmetic', async () => {
    const { explainAdherence } = await client.data<{
      explainAdherence: { summary: string; lines: { text: string }[]; adherence: object };
    }>(
      'query($d: DefinitionChoiceInput!, $p: Position) { explainAdherence(participantId: "reading:P2", definition: $d, afterPosition: $p) { summary lines { kind depth text met } adherence { adherent value } } }',
      { d: published('always'), p: last },
    );
    expect(explainAdherence.adherence).toEqual({ adherent: 'NON_ADHERENT', value: 2 });
    expect(explainAdherence.lines.at(-1)).toMatchObject({ kind: 'verdict', met: 'NON_ADHERENT' });
    expect(explainAdherence.lines.map(({ text }) => text).join('\n')).toMatch(/2.*3/s);
  });

  it('is compared under two definitions: where they part, and who', async () => {
    const { compareAdherence } = await client.data<{ compareAdherence: object }>(
      'query($a: DefinitionChoiceInput!, $b: DefinitionChoiceInput!, $p: Position) { compareAdherence(studyId: "reading", a: $a, b: $b, afterPosition: $p) { participants pairs { a b people } differing { participantId verdictA verdictB deciding { definition text } text } } }',
      { a: published('often'), b: { own: definition('mine', 3) }, p: last },
    );
    expect(compareAdherence).toMatchObject({
      participants: 3,
      pairs: expect.arrayContaining([
        { a: 'ADHERENT', b: 'ADHERENT', people: 1 },
        { a: 'ADHERENT', b: 'NON_ADHERENT', people: 1 },
        { a: 'NON_ADHERENT', b: 'NON_ADHERENT', people: 1 },
      ]),
      differing: [{ participantId: 'reading:P2', verdictA: 'ADHERENT', verdictB: 'NON_ADHERENT' }],
    });
  });

  it('is recomputed under a new version, and the earlier answer stays', async () => {
    const { position } = await publish('often', 1, 2);
    const newest = await client.data(report, { d: published('often'), p: position });
    expect(newest).toMatchObject({
      adherence: { definition: { version: 2 }, counts: { adherent: 3, nonAdherent: 0 } },
    });
    const earlier = await client.data(report, { d: published('often', 1), p: position });
    expect(earlier).toMatchObject({
      adherence: { definition: { version: 1 }, counts: { adherent: 2, nonAdherent: 1 } },
    });
  });

  it('is refused by name where the definition is not there or the question does not fit', async () => {
    const missing = await client.ask(report, { d: published('nothing') });
    expect(missing.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ field: 'definition.published' }],
    });
    const wrong = await client.ask(report, { d: { own: { ...definition('x', 1), value: 'nothing' } } });
    expect(wrong.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ field: 'definition.own.value' }],
    });
    const filtered = await client.ask(report, { d: { own: definition('x', 1) }, filter: { adherent: ['ADHERENT'] } });
    expect(filtered.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ field: 'filter.adherent' }],
    });
  });
});

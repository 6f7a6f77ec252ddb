import 'reflect-metadata';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StartupError } from '#platform';
import { InstrumentShelf } from '../../apps/api/shelves/instrument.shelf.ts';
import { RatingKeyShelf } from '../../apps/api/shelves/rating-key.shelf.ts';
import { shown } from '../../apps/api/instruments/built-in-instruments.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';

const studyId = 'agreement';
let api: ApiUnderTest;
let last = '';

// Shrout & Fleiss 1979: six targets, the first two and all four judges.
const TARGETS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

beforeAll(async () => {
  api = await startApi();
  const { client } = api;
  await client.receipt('registerStudy', { studyId, title: 'Agreement', timeZone: 'UTC' });
  await client.receipt('enrolParticipant', { studyId, code: 'P1' });
  for (const [target, ratings] of TARGETS.entries()) {
    for (const [judge, value] of ratings.entries()) {
      const written = await client.receipt('recordRating', {
        participantId: `${studyId}:P1`,
        form: { formId: 'judged', version: 1 },
        rater: { raterId: `judge-${judge}`, role: 'OBSERVER' },
        target: { kind: 'SESSION', sessionId: `s${target}` },
        ...{ items: [{ item: 'score', value }], retrospective: false },
      });
      last = written.position;
    }
  }
  for (const [target, [one = 0, other = 0]] of [
    [0, 1],
    [3, 3],
    [4, 4],
    [2, 3],
  ].entries()) {
    for (const [judge, value] of [one, other].entries())
      last = (
        await client.receipt('recordRating', {
          participantId: `${studyId}:P1`,
          form: { formId: 'hrs-ii', version: 1 },
          rater: { raterId: `judge-${judge}`, role: 'CLIENT' },
          target: { kind: 'ASSIGNMENT', assignmentId: `a${target}`, version: 1 },
          ...{ items: [{ item: 'q1', value }], retrospective: false },
        })
      ).position;
  }
}, 120_000);
afterAll(async () => api.stop());

const ask = <Data>(query: string, variables: object = {}) => api.client.data<Data>(query, { p: last, ...variables });

describe('agreement', () => {
  const agreement = `query($p: Position, $form: ID!, $target: RatingTargetKind!, $name: ID!, $icc: IccForm!) {
    ratingAgreement(studyId: "${studyId}", formId: $form, formVersion: 1, target: $target, name: $name, icc: $icc,
      weights: LINEAR, afterPosition: $p) {
      raters targets doubleCoded icc { form targets raters estimate lower upper } noIcc
      kappa { n estimate weights } noKappa excluded { reason people } definition } }`;
  interface Answer {
    readonly ratingAgreement: { readonly icc: { readonly estimate: number } | null; readonly [name: string]: unknown };
  }

  it.each([
    ['ICC_1_1', 0.17],
    ['ICC_2_1', 0.29],
    ['ICC_3_1', 0.71],
    ['ICC_1_K', 0.44],
    ['ICC_2_K', 0.62],
    ['ICC_3_K', 0.91],
  ])('%s of the judges of Shrout and Fleiss is %f', async (icc, estimate) => {
    const variables = { form: 'judged', target: 'SESSION', name: 'score', icc };
    const { ratingAgreement: found } = await ask<Answer>(agreement, variables);
    expect(found.icc?.estimate).toBeCloseTo(estimate, 2);
    expect(found).toMatchObject({ targets: 6, doubleCoded: 6, noKappa: 'NOT_TWO_RATERS', excluded: [] });
  });

  it('never mixes forms or targets, and gives kappa for two raters on a form’s own steps', async () => {
    const variables = { form: 'hrs-ii', target: 'ASSIGNMENT', name: 'q1', icc: 'ICC_2_1' };
    const { ratingAgreement: found } = await ask<Answer>(agreement, variables);
    expect(found).toMatchObject({ targets: 4, raters: ['judge-0', 'judge-1'], kappa: { n: 4, weights: 'LINEAR' } });
    const other = await ask<Answer>(agreement, { ...variables, target: 'SESSION' });
    expect(other.ratingAgreement).toMatchObject({ targets: 0, icc: null, noIcc: 'TOO_FEW_TARGETS' });
  });
});

describe('rating forms', () => {
  it('are scored only where the permission-holder’s key is', async () => {
    const { ratingForms } = await ask<{ ratingForms: readonly { formId: string; keyInstalled: boolean }[] }>(
      '{ ratingForms { formId keyInstalled } }',
    );
    expect(ratingForms.map(({ formId, keyInstalled }) => [formId, keyInstalled])).toContainEqual(['hrs-ii', false]);
    const query = `{ keyedRatings(studyId: "${studyId}", formId: "hrs-ii") { ratingId } }`;
    expect((await api.client.ask(query)).errors?.[0]?.message).toContain('formId: has no key here');
  });
});

describe('built-in instruments', () => {
  it('are listed with rules, sources and licences', async () => {
    interface Listed {
      readonly builtInInstruments: readonly { instrumentId: string; texts: string; licence: string }[];
    }
    const { builtInInstruments } = await ask<Listed>(
      '{ builtInInstruments { instrumentId title licence texts items { code text } caseness { at source } } }',
    );
    expect(builtInInstruments).toHaveLength(15);
    const texts = new Map(builtInInstruments.map(({ instrumentId, texts: standing }) => [instrumentId, standing]));
    // This server has no folder of wordings: as if the files had been taken away.
    expect([texts.get('phq-9'), texts.get('core-10'), texts.get('wsas')]).toEqual([
      'INSTALLED',
      'NOT_INSTALLED',
      'NOT_INSTALLED',
    ]);
  });

  it('preview a score, and name the answer that cannot be', async () => {
    const query = `query($answers: [ItemValueInput!]!) { scoreInstrument(instrumentId: "who-5", answers: $answers) {
      scales { scale value severity missing } riskItems } }`;
    const answers = [3, 3, 3, 2, 2].map((value, index) => ({ item: `q${index + 1}`, value }));
    const found = await ask<{ scoreInstrument: object }>(query, { answers });
    expect(found.scoreInstrument).toEqual({
      scales: [{ scale: 'total', value: 52, severity: 'adequate well-being', missing: 0 }],
      riskItems: [],
    });
    const wrong = [...answers.slice(0, 4), { item: 'q5', value: 9 }];
    expect((await api.client.ask(query, { answers: wrong })).errors?.[0]?.message).toContain('answers.4');
    const twice = [...answers, { item: 'q5', value: 1 }];
    expect((await api.client.ask(query, { answers: twice })).errors?.[0]?.message).toContain('answers.5.item');
  });
});

describe('files beside the program', () => {
  it('are read, may be taken away, and stop a start when they cannot be used', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shelves-'));
    try {
      await cp('instrument-texts', folder, { recursive: true });
      const textOf = (shelf: InstrumentShelf) =>
        shelf
          .all()
          .find(({ id }) => id === 'core-10')
          ?.items.map(({ text }) => text)[0];
      expect(textOf(InstrumentShelf.from(folder))).toBe('I have felt tense, anxious or nervous');
      await rm(join(folder, 'core-10.en.json'));
      const without = InstrumentShelf.from(folder);
      expect(textOf(without)).toBeUndefined();
      const core10 = without.all().find(({ id }) => id === 'core-10');
      if (core10 === undefined) throw new Error('no CORE-10');
      expect(shown(core10, without.textsOf(core10, 'en'))).toMatchObject({ texts: 'not-installed', textsNotice: null });
      await writeFile(join(folder, 'broken.json'), '{ "format": 7 }');
      expect(() => InstrumentShelf.from(folder)).toThrow(StartupError);
      expect(() => InstrumentShelf.from(folder)).toThrow('format');
      const keys = join(folder, 'keys');
      await mkdir(keys);
      await cp('examples/instruments/example-key.rating-key.json', join(keys, 'hrs.json'));
      expect(RatingKeyShelf.from(keys).keyOf('hrs-ii', 1)?.permission).toContain('MADE UP');
      expect(RatingKeyShelf.from(join(folder, 'nowhere')).keys).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import type { GraphqlClient } from './graphql-client.ts';

const studyId = 'outcomes';
const MOOD = {
  ...{ format: 1, id: 'mood', version: 1, title: 'Mood', licence: 'ours', citation: 'none', better: 'higher' },
  items: ['a', 'b'].map((code) => ({ code, min: 0, max: 4 })),
  scales: [{ id: 'total', items: ['a', 'b'], missing: { rule: 'none-allowed' } }],
  total: { scale: 'total', min: 0, max: 8 },
};

let api: ApiUnderTest;
let client: GraphqlClient;
let last = '';

const phq9 = (answer: number) => Array.from({ length: 9 }, (_, item) => ({ item: `q${item + 1}`, value: answer }));

async function measure(participantId: string, occasion: string, day: number, answer: number): Promise<void> {
  const input = {
    ...{ participantId, occasion, instrument: { instrumentId: 'phq-9', version: 1 }, items: phq9(answer) },
    ...{ timing: 'BEFORE_SESSION', informant: 'CLIENT' },
  };
  const written = await client.receipt('recordMeasure', input, {
    occurredAt: `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`,
  });
  last = written.position;
}

async function practise(participantId: string, times: number): Promise<void> {
  const terms = {
    ...{ title: 'Walk', focus: 'BEHAVIOURAL', medium: 'PRACTICE', due: { kind: 'OPEN' }, performers: ['CLIENT'] },
    ...{ setting: 'SESSION', visibility: 'RESEARCH' },
  };
  const when = { occurredAt: '2026-03-02T09:00:00Z' };
  const assigned = await client.receipt('assignHomework', { participantId, initiatedBy: 'CLIENT', terms }, when);
  const attempt = { assignmentId: assigned.recordId, performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL' };
  for (let time = 0; time < times; time += 1) {
    await client.receipt('recordAttempt', attempt, { occurredAt: `2026-03-0${time + 3}T09:00:00Z` });
  }
}

beforeAll(async () => {
  api = await startApi();
  client = api.client;
  await client.receipt('registerStudy', { studyId, title: 'Outcomes', timeZone: 'UTC' });
  await client.receipt('publishInstrument', { studyId, instrumentId: 'mood', version: 1, instrument: MOOD });
  // Before and after, as one answer to all nine questions; the last never comes back.
  const people: readonly (readonly [number, number | null])[] = [
    [2, 0],
    [2, 1],
    [1, 1],
    [3, 3],
    [2, null],
  ];
  for (const [index, [before, after]] of people.entries()) {
    const when = { occurredAt: '2026-03-01T09:00:00Z' };
    const { recordId } = await client.receipt('enrolParticipant', { studyId, code: `P${index}` }, when);
    await practise(recordId, [4, 3, 2, 1, 1][index] ?? 0);
    await measure(recordId, 'baseline', 1, before);
    if (after !== null) await measure(recordId, 'post', 20, after);
    else {
      const instrument = { instrumentId: 'phq-9', version: 1 };
      const missed = { participantId: recordId, occasion: 'post', instrument, reason: 'DROP_OUT' };
      last = (await client.receipt('missMeasure', missed, { occurredAt: '2026-03-20T09:00:00Z' })).position;
    }
  }
}, 120_000);
afterAll(async () => api.stop());

const summary = `query($p: Position, $pre: String, $post: String, $instrument: ID!) {
  outcomeSummary(studyId: "outcomes", instrumentId: $instrument, informant: CLIENT, pre: $pre, post: $post, afterPosition: $p) {
    logIndex instrument { instrumentId version source better }
    occasions { occasion enrolled scores { n mean } excluded { reason people } }
    change { definition denominator enrolled n effect { d r n } excluded { reason people } parameters
      shares { share count n estimate lower upper denominator definition excluded { reason people } } }
  } }`;

interface Summary {
  readonly outcomeSummary: {
    readonly logIndex: number;
    readonly occasions: object[];
    readonly change: { shares: { share: string }[] };
  };
}

describe('outcomes', () => {
  it('are summarised with denominators, n, exclusions and definitions', async () => {
    const { outcomeSummary } = await client.data<Summary>(summary, { p: last, instrument: 'phq-9' });
    expect(outcomeSummary).toMatchObject({
      instrument: { instrumentId: 'phq-9', version: 1, source: 'BUILT_IN', better: 'lower' },
      occasions: [
        { occasion: 'baseline', enrolled: 5, scores: { n: 5, mean: 18 }, excluded: [] },
        { occasion: 'post', enrolled: 5, scores: { n: 4 }, excluded: [{ reason: 'missed-drop-out', people: 1 }] },
      ],
      change: { enrolled: 5, n: 4, effect: { n: 4 }, excluded: [{ reason: 'no-score-after', people: 1 }] },
    });
    expect(outcomeSummary.logIndex).toBeGreaterThan(10);
    const share = (name: string) => outcomeSummary.change.shares.find((each) => each.share === name);
    expect(share('RESPONSE')).toMatchObject({ count: 2, n: 4, estimate: 0.5 });
    expect(share('REMISSION')).toMatchObject({ count: 1, n: 4 });
    // 9 is no case before: three of the four pairs can recover, two of them do by crossing below 10.
    expect(share('RECOVERED')).toMatchObject({ count: 2, n: 3, excluded: [{ reason: 'no-case-before', people: 1 }] });
    expect(share('RELIABLY_BELOW_CASENESS')).toMatchObject({ count: 2, n: 3 });
    expect(share('RELIABLY_DETERIORATED')).toMatchObject({ count: 0, n: 4, estimate: 0 });
  });

  it('are the same between named occasions, and of nobody where nobody has them', async () => {
    const named = await client.data<Summary>(summary, { p: last, instrument: 'phq-9', pre: 'baseline', post: 'post' });
    expect(named.outcomeSummary.change).toMatchObject({ n: 4, enrolled: 5 });
    const nobody = await client.data<Summary>(summary, { p: last, instrument: 'mood' });
    expect(nobody.outcomeSummary).toMatchObject({
      instrument: { source: 'STUDY', better: 'higher' },
      ...{ occasions: [], change: { n: 0, effect: null, excluded: [{ reason: 'no-score', people: 5 }] } },
    });
    expect(nobody.outcomeSummary.change.shares[0]).toMatchObject({ n: 0, estimate: null, lower: null });
  });

  it('refuse what cannot be answered, naming the argument', async () => {
    const ask = async (variables: object) =>
      JSON.stringify((await client.ask(summary, { p: last, ...variables })).errors);
    expect(await ask({ instrument: 'nobodys' })).toContain('instrumentId');
    expect(await ask({ instrument: 'phq-9', pre: 'x', post: 'x' })).toContain('post');
  });

  it('are listed from persons to items', async () => {
    const query = `query($p: Position) { participants(studyId: "outcomes", first: 1, afterPosition: $p) { nodes {
      outcomes { nodes { occasion total severity windowOk itemsMissing scoringVersion scales { scale value } } }
      personSummaries { nodes { pre post change category response } }
      missingness { nodes { occasion status reason } }
      suddenGains { totalCount } adverseEvents { totalCount } concomitantTreatments { totalCount } ratingScores { totalCount }
    } } outcomeItems(studyId: "outcomes", first: 1, afterPosition: $p) { totalCount } }`;
    expect(await client.data(query, { p: last })).toMatchObject({
      participants: {
        nodes: [
          {
            outcomes: {
              nodes: [
                { occasion: 'baseline', total: 18, scoringVersion: 'phq-9/1', scales: [{ scale: 'total', value: 18 }] },
                { occasion: 'post', total: 0, severity: 'minimal', windowOk: null, itemsMissing: 0 },
              ],
            },
            personSummaries: { nodes: [{ pre: 18, post: 0, change: -18, category: 'RECOVERED', response: true }] },
            missingness: { nodes: [{ status: 'RECEIVED' }, { status: 'RECEIVED' }] },
          },
        ],
      },
      outcomeItems: { totalCount: 81 },
    });
  });

  it('tell the flow of participants, also of those who were only screened', async () => {
    const screened = { studyId, code: 'P9', eligible: false, exclusions: ['age', 'language'] };
    const { position } = await client.receipt('screenParticipant', screened);
    const { flow } = await client.data<{ flow: { stages: object[] } }>(
      'query($p: Position) { flow(studyId: "outcomes", afterPosition: $p) { logIndex stages { stage people reasons { reason people } } } }',
      { p: position },
    );
    const reasons = [
      { reason: 'age', people: 1 },
      { reason: 'language', people: 1 },
    ];
    expect(flow.stages).toContainEqual({ stage: 'NOT_ELIGIBLE', people: 1, reasons });
    expect(flow.stages).toContainEqual({ stage: 'ENROLLED', people: 5, reasons: [] });
    expect(flow.stages).toContainEqual({ stage: 'ONGOING', people: 5, reasons: [] });
  });

  it('stand beside harms, other treatments and changes of the protocol', async () => {
    const participantId = `${studyId}:P0`;
    const harm = {
      ...{ participantId, adverseEventId: 'h1', serious: false, relatedness: 'POSSIBLE', expected: false },
      ...{ onset: '2026-03-05', outcome: 'RECOVERING', description: 'private words' },
    };
    await client.receipt('reportAdverseEvent', { ...harm, severity: 'MODERATE' });
    const drug = { participantId, treatment: 'sertraline', kind: 'MEDICATION', change: 'STARTED', on: '2026-03-04' };
    await client.receipt('changeConcomitantTreatment', drug);
    const protocol = { studyId, version: 1, changes: 'Two more weeks', reason: 'Slow recruitment' };
    const { position } = await client.receipt('publishProtocol', protocol);
    const query = `query($p: Position) { adverseEvents(studyId: "outcomes", afterPosition: $p) { nodes { adverseEventId severity onset description { length } } }
      concomitantTreatments(studyId: "outcomes", afterPosition: $p) { nodes { treatment change changedOn } }
      protocolAmendments(studyId: "outcomes", afterPosition: $p) { nodes { version reason } } }`;
    const answer = await client.data(query, { p: position });
    expect(answer).toMatchObject({
      adverseEvents: { nodes: [{ adverseEventId: 'h1', severity: 'MODERATE', onset: '2026-03-05' }] },
      concomitantTreatments: { nodes: [{ treatment: 'sertraline', change: 'STARTED', changedOn: '2026-03-04' }] },
      protocolAmendments: { nodes: [{ version: 1, reason: 'Slow recruitment' }] },
    });
    expect(JSON.stringify(answer)).not.toContain('private');
  });

  it('are associated with homework only under a definition that was published', async () => {
    const query = `{ association(studyId: "outcomes", definitionId: "none", instrumentId: "phq-9", informant: CLIENT) { n } }`;
    expect(JSON.stringify((await client.ask(query)).errors)).toContain('definitionId');
    const definition = {
      ...{ format: 'intersession.adherence/1', id: 'tries', version: 1, title: 'Attempts' },
      ...{ source: { citation: 'A spec' }, log: { kind: 'exhaustive' }, windows: { record: { kind: 'record' } } },
      ...{ quantities: { attempts: { kind: 'attempts', window: 'record' } }, value: 'attempts' },
      adherent: { kind: 'at-least', quantity: 'attempts', threshold: 1, unit: 'attempts' },
    };
    const input = { studyId, definitionId: 'tries', version: 1, definition };
    const { position } = await client.receipt('publishAdherenceDefinition', input);
    const asked = `query($p: Position) { association(studyId: "outcomes", definitionId: "tries", instrumentId: "phq-9",
      informant: CLIENT, afterPosition: $p) { n enrolled caution definition denominator correlation { estimate } excluded { reason people } } }`;
    const { association } = await client.data<{ association: object }>(asked, { p: position });
    // Attempts 4, 3, 2, 1 with improvements of 18, 9, 0, 0 points: r = 31.5 / √(5 · 222.75).
    expect(association).toMatchObject({
      ...{ enrolled: 5, n: 4, correlation: { estimate: expect.closeTo(0.9439, 4) } },
      excluded: [{ reason: 'no-score-after', people: 1 }],
      caution: expect.stringContaining('not an effect'),
    });
  });
});

describe('an instrument of one’s own', () => {
  const publish = async (change: object, instrumentId = 'mood', version = 2) => {
    const instrument = { ...MOOD, version, ...change };
    const query = `mutation($meta: CommandMetaInput!, $input: PublishInstrumentInput!) { publishInstrument(meta: $meta, input: $input) { revision } }`;
    const meta = { commandId: '0190a000-0000-7000-8000-000000000001' };
    return JSON.stringify(
      (await client.ask(query, { meta, input: { studyId, instrumentId, version, instrument } })).errors,
    );
  };

  it.each([
    ['input.instrument.better', { better: 'sideways' }],
    ['input.instrument.items.0.min', { items: [{ code: 'a', min: 'low', max: 1 }] }],
    ['input.instrument.total.min', { total: { scale: 'total', min: 8, max: 8 } }],
    ['input.instrument.version', { version: 7 }],
    ['input.instrument.id', { id: 'other' }],
  ])('is refused with the field named: %s', async (field, change) => {
    expect(await publish(change)).toContain(field);
  });

  it('may not take the name of one of the platform’s', async () => {
    expect(await publish({ id: 'phq-9' }, 'phq-9')).toContain('input.instrumentId');
  });

  it('is listed', async () => {
    const query = `{ instruments(studyId: "outcomes") { nodes { instrumentId version title instrument } } }`;
    expect(await client.data(query)).toMatchObject({
      instruments: { nodes: [{ instrumentId: 'mood', title: 'Mood' }] },
    });
  });
});

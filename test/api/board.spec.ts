import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtInDefinitions } from '#adherence';
import { CommandExecutor, Engine } from '#platform';
import { sendSimulated, simulate } from '#simulator';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import type { GraphqlClient } from './graphql-client.ts';

interface Table {
  readonly n: number;
  readonly logIndex: number;
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly figures: Readonly<Record<string, string | number | null>>;
  readonly excluded: readonly { readonly reason: string; readonly people: number }[];
}
interface Job {
  readonly jobId: string;
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly curve: Table | null;
}

const PEOPLE = 14;
const TABLE = '{ n logIndex columns { name } rows figures excluded { reason people } }';
const JOB = `{ jobId state done total curve ${TABLE} }`;
const QUESTION =
  'question: { homework: { definitionId: "standard", denominator: AS_ADJUSTED }, metric: QUANTITY_UNIT, instrumentId: "phq-9", informant: CLIENT, lag: 1, model: LAGGED_PANEL }';

let api: ApiUnderTest;
let client: GraphqlClient;
let position = '';

const panel = async (name: string, args = ''): Promise<Table> => {
  const asked = `query($p: Position) { panel: ${name}(studyId: "sim", afterPosition: $p${args === '' ? '' : `, ${args}`}) ${TABLE} }`;
  const { panel: found } = await client.data<{ panel: Table }>(asked, { p: position });
  return found;
};
const runs = async () => {
  position = (await api.app.get(Engine).store.head()).toString();
  const asked =
    'query($p: Position) { analysisRuns(studyId: "sim", afterPosition: $p) { analysis timing locked specification logIndex } }';
  return (await client.data<{ analysisRuns: readonly object[] }>(asked, { p: position })).analysisRuns;
};

beforeAll(async () => {
  api = await startApi();
  client = api.client;
  const engine = api.app.get(Engine);
  const executor = new CommandExecutor(engine.executor);
  const definitions = ['quantity-unit-level', 'completed-half'].flatMap((id) => builtInDefinitions.get(id) ?? []);
  const trial = {
    studyId: 'sim',
    title: 'Simulated',
    participants: PEOPLE,
    weeks: 6,
    seed: 5,
    start: '2026-01-05T00:00:00.000Z',
    definitions,
  };
  await sendSimulated(simulate(trial), { execute: (request) => executor.execute(request), concurrency: 16 });
  position = (await engine.store.head()).toString();
  await engine.readModels.waitFor(await engine.store.head(), 300_000);
}, 600_000);
afterAll(async () => api.stop());

describe('the study board', () => {
  it('tells who was enrolled when, and what a plan expected by then', async () => {
    const before = await panel('recruitment');
    expect(before).toMatchObject({ n: PEOPLE, figures: { target: null } });
    const plan = { recruitment: { target: 40, from: '2026-01-05', to: '2026-02-02' } };
    const told = await client.receipt('publishAnalysisPlan', { studyId: 'sim', version: 1, plan, reason: 'First' });
    position = told.position;
    const { rows, figures } = await panel('recruitment');
    expect(figures).toMatchObject({ target: 40 });
    expect(rows.at(-1)?.[3]).toBe(PEOPLE);
    expect(rows.find(([week]) => week === '2026-01-05')?.[4]).toBe(10);
  });

  it('has a cell for every person and week, and says who has none', async () => {
    const { rows, columns, n, excluded, figures } = await panel(
      'homeworkHeatMap',
      'homework: { definitionId: "standard", denominator: AS_ADJUSTED }',
    );
    expect(rows).toHaveLength(PEOPLE);
    expect(columns).toHaveLength(3 + Number(figures['weeks']));
    expect(n + excluded.reduce((sum, { people }) => sum + people, 0)).toBe(PEOPLE);
    const cells = rows.flatMap((row) => row.slice(3)).filter((cell) => cell !== null);
    expect(cells.length).toBeGreaterThan(PEOPLE);
    for (const cell of cells) expect(Number(cell) === -1 || (Number(cell) >= 0 && Number(cell) <= 1)).toBe(true);
  });

  it('accounts for every measure, and compares sites', async () => {
    const { rows, figures } = await panel('missingData');
    const all = rows.reduce((sum, row) => sum + Number(row[5]), 0);
    expect(all).toBe(Number(figures['received']) + Number(figures['notReceived']));
    expect(rows.some(([, , , status, reason]) => status === 'missed' && reason === 'not-administered')).toBe(true);
    const { rows: sites } = await panel('dataQuality');
    expect(sites.map(([site]) => site)).toEqual(['north', 'south']);
    expect(sites.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(PEOPLE);
  });

  it.each([
    ...['FOCUS', 'MEDIUM', 'DIFFICULTY', 'PHASE', 'INITIATED_BY', 'RATIONALE_GIVEN', 'SETTING', 'SITE'],
    ...['OBSTACLES_FORESEEN', 'CONFIDENCE_ASKED', 'REVIEWED', 'APPROACH'],
  ])('tells homework apart by %s, without losing any', async (by) => {
    const { rows, figures } = await panel('homeworkExplorer', `by: ${by}`);
    expect(rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(figures['assignments']);
  });

  it('tells what came in between, and why', async () => {
    const terms = {
      ...{ title: 'Walk', focus: 'BEHAVIOURAL', medium: 'FREE', due: { kind: 'OPEN' }, performers: ['CLIENT'] },
      ...{ setting: 'SESSION', visibility: 'THERAPIST', foreseenObstacles: ['PRACTICAL'], difficulty: 3 },
    };
    const assignmentId = 'between';
    const participantId = 'sim:BETWEEN';
    await client.receipt('enrolParticipant', { studyId: 'sim', siteId: 'north', code: 'BETWEEN' });
    await client.receipt('assignHomework', { assignmentId, participantId, initiatedBy: 'COLLABORATIVE', terms });
    const done = { assignmentId, performer: 'CLIENT', informant: 'CLIENT', outcome: 'PART' };
    await client.receipt('recordAttempt', { ...done, barriers: ['SYMPTOM', 'FORGETTING'] });
    await client.receipt('recordAttempt', { ...done, barriers: ['SYMPTOM'] });
    const change = { terms: { difficulty: 1 }, trigger: 'TOO_DIFFICULT' };
    await client.receipt('adjustAssignment', { assignmentId, ...change });
    ({ position } = await client.receipt('withdrawAssignment', { assignmentId, reason: 'REPLACED' }));
    const parts = async (by: string) =>
      (await panel('homeworkExplorer', `by: ${by}`)).rows.map((row) => row.slice(0, 3));
    expect(await parts('BARRIER')).toEqual([
      ['forgetting', 1, 1],
      ['symptom', 1, 1],
    ]);
    expect(await parts('ADJUSTED_BECAUSE')).toEqual([['too-difficult', 1, 1]]);
    expect(await parts('ENDED_BECAUSE')).toEqual([['replaced', 1, 1]]);
    expect(await parts('OBSTACLES_FORESEEN')).toContainEqual(['yes', 1, 1]);
  });

  it('opens a bar into the people behind it, as many as it counts', async () => {
    const { rows } = await panel('homeworkExplorer', 'by: FOCUS');
    const [focus, given, people] = rows[0] ?? [];
    const cases = await panel('boardCases', `place: { homework: { by: FOCUS, part: "${focus}" } }`);
    expect(cases.rows).toHaveLength(Number(people));
    expect(cases.rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(given);
    const unknown = await panel('boardCases', `place: { homework: { by: FOCUS, part: "no' OR 1=1 --" } }`);
    expect(unknown.rows).toEqual([]);
    const { rows: missing } = await panel('missingData');
    const [instrument, occasion, site, status, , measures] = missing.find(([, , , what]) => what === 'missed') ?? [];
    const place = `place: { measures: { instrumentId: "${instrument}", occasion: "${occasion}", status: ${String(status).toUpperCase()} } }`;
    const found = await panel('boardCases', `siteId: "${site}", ${place}`);
    expect(found.rows.length).toBeGreaterThanOrEqual(Number(measures));
    for (const [person, where] of found.rows) expect([String(person).startsWith('sim:'), where]).toEqual([true, site]);
  });

  it.each(['LATE_ATTEMPTS', 'UNLOGGED_SESSIONS', 'MISSING_MEASURES', 'CORRECTIONS', 'QUERIES'])(
    'opens %s of one site, as many as it counts',
    async (concern) => {
      const { rows, columns } = await panel('dataQuality');
      const at = (name: string) => columns.findIndex((column) => column.name === name);
      const [site] = rows;
      const cases = await panel('boardCases', `siteId: "${site?.[0]}", place: { quality: ${concern} }`);
      const share = (of: string, part: string) => Math.round(Number(site?.[at(of)]) * Number(site?.[at(part)]));
      const counted: Readonly<Record<string, number>> = {
        LATE_ATTEMPTS: share('attempts', 'late'),
        UNLOGGED_SESSIONS: share('sessions held', 'unlogged'),
        CORRECTIONS: Number(site?.[at('corrections')]),
        QUERIES: Number(site?.[at('queries')]),
      };
      if (concern in counted) expect(cases.rows).toHaveLength(counted[concern] ?? -1);
      expect(new Set(cases.rows.map((row) => row[1])).size).toBeLessThanOrEqual(1);
      for (const row of cases.rows) expect(row).toHaveLength(cases.columns.length);
    },
  );

  it('shows one site, and together they are all', async () => {
    const homework = 'homework: { definitionId: "standard", denominator: AS_ADJUSTED }';
    for (const [name, more] of [
      ['recruitment', ''],
      ['homeworkHeatMap', `, ${homework}`],
      ['missingData', ''],
      ['homeworkExplorer', ', by: FOCUS'],
    ] as const) {
      const all = await panel(name, more.slice(2));
      const parts = await Promise.all(['north', 'south'].map((site) => panel(name, `siteId: "${site}"${more}`)));
      expect(parts.reduce((sum, { n }) => sum + n, 0)).toBe(all.n);
      expect((await panel(name, `siteId: "nowhere"${more}`)).rows).toEqual([]);
    }
  });

  it('refuses a place that is none', async () => {
    const asked = '{ boardCases(studyId: "sim", place: {}) { n } }';
    expect((await client.ask(asked)).errors?.length).toBe(1);
  });
});

describe('analyses of outcomes', () => {
  it('tell the course of an outcome, of everybody together where nobody was allocated', async () => {
    const { rows, n, figures, columns } = await panel('outcomeCourse', 'instrumentId: "phq-9", informant: CLIENT');
    expect(columns.map(({ name }) => name).slice(0, 5)).toEqual(['arm', 'occasion', 'day', 'n', 'mean']);
    expect(n).toBeLessThanOrEqual(PEOPLE);
    expect(figures).toMatchObject({ better: 'lower', byArm: false });
    const days = rows.map((row) => Number(row[2]));
    expect(days).toEqual(days.toSorted((one, other) => one - other));
    for (const [arm, , , people, mean, lower, upper] of rows) {
      expect([arm, Number(people) > 0]).toEqual([null, true]);
      if (lower !== null) expect(Number(lower) <= Number(mean) && Number(mean) <= Number(upper)).toBe(true);
    }
    const none = await panel('outcomeCourse', 'instrumentId: "phq-9", informant: OBSERVER');
    expect(none).toMatchObject({ n: 0, rows: [] });
  });

  it('tell homework beside the change that follows, with a model or why there is none', async () => {
    const { rows, figures, n } = await panel('laggedAssociation', QUESTION);
    expect(rows.length).toBeGreaterThan(PEOPLE);
    expect(n).toBeGreaterThan(4);
    expect(Number(figures['lower'])).toBeLessThan(Number(figures['estimate']));
    const none = await panel('laggedAssociation', QUESTION.replace('CLIENT', 'OBSERVER'));
    expect(none.rows).toEqual([]);
    expect(none.figures['estimate']).toBeNull();
    expect(none.figures['refused']).toContain('no interval');
    const asked = `{ laggedAssociation(studyId: "sim", ${QUESTION.replace('lag: 1', 'lag: 0')}) { n } }`;
    expect((await client.ask(asked)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('tell of the people of one site alone, whose homework goes with another change', async () => {
    const question = QUESTION.replace('LAGGED_PANEL', 'LEAST_SQUARES');
    const all = await panel('laggedAssociation', question);
    const sites = await Promise.all(
      ['north', 'south'].map((site) => panel('laggedAssociation', `siteId: "${site}", ${question}`)),
    );
    const peopleOf = ({ rows }: Table) => [...new Set(rows.map(([person]) => person))].sort();
    const { participants } = await client.data<{
      participants: { nodes: { participantId: string; siteId: string }[] };
    }>('{ participants(studyId: "sim", first: 100) { nodes { participantId siteId } } }');
    for (const [place, site] of ['north', 'south'].entries()) {
      const there = participants.nodes
        .filter(({ siteId }) => siteId === site)
        .map(({ participantId }) => participantId);
      const told = sites[place];
      expect(peopleOf(told ?? all).filter((person) => !there.includes(String(person)))).toEqual([]);
      expect(told?.n).toBeGreaterThan(0);
      expect(told?.figures['estimate']).not.toBe(all.figures['estimate']);
    }
    expect(sites.flatMap(peopleOf).sort()).toEqual(peopleOf(all));
    const leftOut = (table: Table) => table.excluded.reduce((sum, { people }) => sum + people, 0);
    expect(sites.reduce((sum, table) => sum + leftOut(table), 0)).toBe(leftOut(all));
    expect((await panel('laggedAssociation', `siteId: "nowhere", ${question}`)).rows).toEqual([]);
    expect((await runs()).filter((run) => JSON.stringify(run).includes('"siteId":"south"'))).toHaveLength(1);
  });

  it('are recorded once for the same answer, with whether arms were open', async () => {
    const before = await runs();
    await panel('laggedAssociation', QUESTION);
    await panel('laggedAssociation', QUESTION);
    expect(await runs()).toHaveLength(before.length);
    await panel('laggedAssociation', QUESTION.replace('lag: 1', 'lag: 2'));
    const after = await runs();
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({ analysis: 'ASSOCIATION', timing: 'AFTER_UNBLINDING', locked: false });
  });

  it('run as a grid with progress, can be stopped, and belong to whoever began them', async () => {
    const lists =
      'instrumentId: "phq-9", informants: [CLIENT], definitionIds: ["standard", "completed-half"], denominators: [AS_ADJUSTED, AS_ASSIGNED]';
    const start = async (metrics: string, lags: string, site = '') => {
      const grid = `${lists}, metrics: [${metrics}], lags: [${lags}], models: [LEAST_SQUARES]`;
      const asked = `mutation { job: startSpecificationGrid(studyId: "sim", ${site}grid: { ${grid} }) ${JOB} }`;
      return (await client.data<{ job: Job }>(asked)).job;
    };
    const look = async (jobId: string) =>
      (await client.data<{ job: Job | null }>(`{ job: specificationGrid(jobId: "${jobId}") ${JOB} }`)).job;
    const begun = await start('QUANTITY_UNIT, ATTEMPT_RATE, MINUTES', '1, 2');
    expect(begun).toMatchObject({ total: 24, curve: null });
    let job = await look(begun.jobId);
    for (; job?.state === 'RUNNING'; job = await look(begun.jobId)) await sleep(50);
    expect(job).toMatchObject({ state: 'DONE', done: 24 });
    const figures = job?.curve?.figures ?? {};
    expect(Number(figures['fitted']) + Number(figures['refused'])).toBe(24);
    expect(Number(figures['sameSign'])).toBeGreaterThanOrEqual(0.5);
    expect((await runs())[0]).toMatchObject({ analysis: 'SENSITIVITY' });
    const south = await start('QUANTITY_UNIT, ATTEMPT_RATE, MINUTES', '1, 2', 'siteId: "south", ');
    let there = await look(south.jobId);
    for (; there?.state === 'RUNNING'; there = await look(south.jobId)) await sleep(50);
    expect(there?.curve?.figures['siteId']).toBe('south');
    expect(there?.curve?.n).toBeLessThan(job?.curve?.n ?? 0);
    const other = await start('QUANTITY_UNIT, ATTEMPT_RATE, MINUTES, ATTEMPTS, ACTIVE_DAYS', '1, 2, 3, 4, 5');
    const cancel = `mutation { job: cancelSpecificationGrid(jobId: "${other.jobId}") ${JOB} }`;
    expect((await client.data<{ job: Job }>(cancel)).job.state).not.toBe('RUNNING');
    expect(await look('of-nobody')).toBeNull();
    const empty = `mutation { startSpecificationGrid(studyId: "sim", grid: { ${lists}, metrics: [], lags: [1], models: [LEAST_SQUARES] }) { jobId } }`;
    expect((await client.ask(empty)).errors?.[0]?.message).toContain('metrics');
  });
});

describe('two definitions', () => {
  it('are compared over the people of one site, and the sites together are all', async () => {
    const compared = async (site: string) => {
      const chosen = (id: string) => `{ published: { definitionId: "${id}", version: 1 } }`;
      const asked = `{ compareAdherence(studyId: "sim", ${site}a: ${chosen('quantity-unit-level')}, b: ${chosen('completed-half')}) { participants pairs { people } differing { participantId } } }`;
      type Compared = { participants: number; pairs: { people: number }[]; differing: { participantId: string }[] };
      return (await client.data<{ compareAdherence: Compared }>(asked)).compareAdherence;
    };
    const [all, north, south] = [
      await compared(''),
      await compared('siteId: "north", '),
      await compared('siteId: "south", '),
    ];
    expect(north.participants).toBeGreaterThan(0);
    expect(north.participants + south.participants).toBe(all.participants);
    for (const { participants, pairs } of [all, north, south])
      expect(pairs.reduce((sum, { people }) => sum + people, 0)).toBe(participants);
    const differing = [...north.differing, ...south.differing].map(({ participantId }) => participantId);
    expect(differing.sort()).toEqual(all.differing.map(({ participantId }) => participantId).sort());
    expect((await compared('siteId: "nowhere", ')).participants).toBe(0);
  });
});

describe('the report of the server', () => {
  it('tells health, storage and versions', async () => {
    const asked =
      '{ serverReport { status version logIndex databaseBytes projections { name } storage { part bytes } } }';
    const { serverReport } = await client.data<{ serverReport: Record<string, unknown> }>(asked);
    expect(serverReport).toMatchObject({ version: '0.1.0' });
    expect(Number(serverReport['databaseBytes'])).toBeGreaterThan(1e6);
  });
});

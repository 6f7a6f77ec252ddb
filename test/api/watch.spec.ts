import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROTA, RULE, terms } from '../access/trial.scene.ts';
import { type StagedApi, startStagedApi } from './acting.ts';

let api: StagedApi;
const participantId = 'watched:P1';
const EVERY_DAY = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const at = (day: string) => ({ occurredAt: `2026-03-${day}T09:00:00.000Z` });

beforeAll(async () => {
  api = await startStagedApi();
  const { stage } = api;
  await stage.receipt('registerStudy', { studyId: 'watched', title: 'Watched', timeZone: 'UTC' }, at('01'));
  await stage.receipt('openSite', { studyId: 'watched', siteId: 'north', name: 'North', timeZone: 'UTC' }, at('01'));
  await stage.receipt('enrolParticipant', { studyId: 'watched', siteId: 'north', code: 'P1' }, at('01'));
  const due = { kind: 'RECURRING', weekdays: EVERY_DAY, from: '2026-03-02', to: '2026-03-08' };
  const homework = { assignmentId: 'A1', participantId, initiatedBy: 'THERAPIST', terms: { ...terms, due } };
  await stage.receipt('assignHomework', homework, at('01'));
  const measure = { participantId, measureId: 'M1', instrument: { instrumentId: 'phq-9', version: 1 } };
  const answers = {
    occasion: 'week-1',
    items: [{ item: 'q9', value: 2 }],
    timing: 'BEFORE_SESSION',
    informant: 'CLIENT',
  };
  await stage.receipt('recordMeasure', { ...measure, ...answers }, at('02'));
}, 120_000);
afterAll(() => api.stop());

describe('how a study is watched over', () => {
  it('refuses a rota with a gap, a rule and a policy that say nothing, by their fields', async () => {
    const gap = { ...ROTA, shifts: [{ ...ROTA.shifts[0], to: '12:00' }] };
    const refused = async (name: string, input: object) =>
      JSON.stringify(
        (await api.stage.command(name, { studyId: 'watched', version: 1, reason: 'Start', ...input })).errors,
      );
    expect(await refused('publishDutyRota', { rota: gap })).toContain('nobody is on duty on monday at 12:00');
    expect(await refused('publishReminderPolicy', { policy: { format: 'x' } })).toContain('input.policy.format');
    const rule = { studyId: 'watched', ruleId: 'r', version: 1, rule: { ...RULE, grades: [] } };
    expect(JSON.stringify((await api.stage.command('publishSafetyRule', rule)).errors)).toContain('input.rule.grades');
  });

  it('replays a rule itself before it is switched on, and the same command again is the same', async () => {
    const { stage } = api;
    await stage.receipt('publishDutyRota', { studyId: 'watched', version: 1, rota: ROTA, reason: 'Start' });
    await stage.receipt('publishSafetyRule', { studyId: 'watched', ruleId: 'item-9', version: 1, rule: RULE });
    const on = { studyId: 'watched', ruleId: 'item-9', version: 1, reason: 'Looked through' };
    const meta = { commandId: '01890000-0000-7000-8000-000000000001' };
    const { position } = await stage.receipt('switchOnSafetyRule', on, meta);
    await stage.receipt('pauseReminders', { participantId, from: '2026-03-01' });
    expect((await stage.receipt('switchOnSafetyRule', on, meta)).position).toBe(position);
    const { watch, alerts } = await stage.data<{ watch: { rules: unknown; onDuty: unknown }; alerts: object }>(
      `query($p: Position) { watch(studyId: "watched", afterPosition: $p) { inCover onDuty readingTimes contacts { how } rules { ruleId on wouldHaveRaised } }
        alerts(studyId: "watched", afterPosition: $p) { totalCount } }`,
      { p: position },
    );
    expect(watch).toMatchObject({ inCover: true, contacts: [{ how: '112' }], onDuty: ['ann', 'bob'] });
    expect(watch.rules).toEqual([{ ruleId: 'item-9', on: true, wouldHaveRaised: 1 }]);
    // What was answered before the rule was on raises nothing.
    expect(alerts).toEqual({ totalCount: 0 });
    const never = await stage.command('switchOnSafetyRule', { ...on, version: 2 });
    expect(JSON.stringify(never.errors)).toContain('never published');
  });

  it('lets whoever acts on an alert act as themselves, and closes none that nobody acknowledged', async () => {
    const { stage } = api;
    const { recordId } = await stage.receipt('raiseConcern', {
      participantId,
      grade: 'HIGH',
      note: 'Sounded hopeless',
    });
    const closing = { alertId: recordId, outcome: 'RESOLVED', note: 'Talked' };
    expect((await stage.command('closeSafetyAlert', closing)).errors?.[0]?.extensions.code).toBe(
      'ALERT_NOT_ACKNOWLEDGED',
    );
    await stage.receipt('acknowledgeSafetyAlert', { alertId: recordId });
    const { position } = await stage.receipt('closeSafetyAlert', closing);
    const { alerts } = await stage.data<{ alerts: { edges: unknown } }>(
      `query($p: Position) { alerts(studyId: "watched", afterPosition: $p, filter: { status: [CLOSED] }) { edges { node { grade acknowledgedBy answerAgeHours outcome } } } }`,
      { p: position },
    );
    expect(alerts.edges).toEqual([
      { node: { grade: 'HIGH', acknowledgedBy: 'stage', answerAgeHours: null, outcome: 'RESOLVED' } },
    ]);
  });
});

describe('whom to look at', () => {
  it('tells homework, scores and what waits of each person, and of each site', async () => {
    type Found = { caseload: readonly { weeks: readonly unknown[] }[]; siteOverview: unknown };
    const { caseload, siteOverview } = await api.stage.data<Found>(
      `{ caseload(studyId: "watched", today: "2026-03-30", instrumentId: "phq-9") {
           participantId weeks { from due done unknown } trend { total } openAlerts missedInARow sessionsUnlogged toReview }
         siteOverview(studyId: "watched", from: "2026-03-01", to: "2026-03-31") {
           siteId participants due done notDone unknown voided openAlerts ratingsAfterOutcome } }`,
    );
    expect(caseload).toMatchObject([
      { participantId, openAlerts: 0, missedInARow: 7, toReview: 0, sessionsUnlogged: 0 },
    ]);
    expect(caseload[0]?.weeks).toContainEqual({ from: '2026-03-02', due: 7, done: 0, unknown: 7 });
    const none = { done: 0, notDone: 0, voided: 0, openAlerts: 0, ratingsAfterOutcome: 0 };
    expect(siteOverview).toEqual([{ siteId: 'north', participants: 1, due: 7, unknown: 7, ...none }]);
  });
});

describe('a participant’s day and week', () => {
  const document = `query($day: LocalDate, $p: ID!) { participantWeek(studyId: "watched", participantId: $p, day: $day) {
    today timeZone studyWeek items { kind occurrence opensAt dueAt standing title { text } }
    days { date items { assignmentId standing } } } }`;
  type Found = { participantWeek: { items: readonly object[]; days: readonly { items: readonly object[] }[] } };

  it('are read by the participant themselves, and of nobody else', async () => {
    const { participantWeek } = await api
      .as(participantId, 'participant')
      .data<Found>(document, { p: participantId, day: '2026-03-04' });
    const todo = { kind: 'HOMEWORK', standing: 'TO_DO', opensAt: '2026-03-04T00:00:00.000Z' };
    expect(participantWeek).toMatchObject({ today: '2026-03-04', timeZone: 'UTC', studyWeek: 0 });
    expect(participantWeek.items).toMatchObject([
      ...['2026-03-02', '2026-03-03'].map((occurrence) => ({ occurrence, standing: 'UNTOLD' })),
      { occurrence: '2026-03-04', dueAt: '2026-03-04T23:59:59.999Z', title: { text: terms.title }, ...todo },
    ]);
    expect(participantWeek.days.map(({ items }) => items.length)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    const other = await api.as('watched:P9', 'participant').ask(document, { p: participantId });
    expect(JSON.stringify(other.errors ?? other.data)).not.toContain('A1');
  });

  it('refuse a day that is none', async () => {
    for (const day of ['2026-02-30', '9999-12-31', 'today']) {
      const { errors } = await api.stage.ask(document, { p: participantId, day });
      expect(JSON.stringify(errors)).toMatch(/day/);
    }
    expect((await api.stage.ask(document, { p: 'nul\u0000' })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('who comes next', () => {
  it('is told with what waits to be gone through, and gone once it was', async () => {
    const { stage } = api;
    const session = { studyId: 'watched', participants: [participantId], deliverers: ['ann'], modality: 'VIDEO' };
    const startsAt = '2026-04-01T09:00:00.000Z';
    await stage.receipt('scheduleSession', { ...session, sessionId: 'S2', sessionNumber: 2, startsAt }, at('09'));
    const due = { kind: 'NEXT_SESSION' };
    const homework = { assignmentId: 'A2', participantId, initiatedBy: 'THERAPIST', terms: { ...terms, due } };
    await stage.receipt('assignHomework', homework, at('09'));
    const attempt = { assignmentId: 'A2', performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL' };
    const { position } = await stage.receipt('recordAttempt', attempt, at('10'));
    const asked = `query($p: Position) {
      caseload(studyId: "watched", today: "2026-03-30", afterPosition: $p) {
        code toReview outcomeFeedback trendInstrumentId nextSession { sessionId sessionNumber at modality } }
      reviewQueue(studyId: "watched", today: "2026-03-30", afterPosition: $p) { assignmentId code toldAt nextSessionAt } }`;
    const nextSession = { sessionId: 'S2', sessionNumber: 2, at: startsAt, modality: 'VIDEO' };
    const told = { code: 'P1', outcomeFeedback: 'AVAILABLE', trendInstrumentId: null, nextSession };
    expect(await stage.data(asked, { p: position })).toEqual({
      caseload: [{ ...told, toReview: 1 }],
      reviewQueue: [{ assignmentId: 'A2', code: 'P1', toldAt: at('10').occurredAt, nextSessionAt: startsAt }],
    });
    const review = { assignmentId: 'A2', reviewer: 'THERAPIST' };
    const after = await stage.receipt('reviewHomework', review, at('11'));
    expect(await stage.data(asked, { p: after.position })).toEqual({
      caseload: [{ ...told, toReview: 0 }],
      reviewQueue: [],
    });
  });
});

describe('an outage', () => {
  it('leaves the denominators in one act, however often it is sent; what was done stays done', async () => {
    const { stage } = api;
    const done = { assignmentId: 'A1', occurrence: '2026-03-04', state: 'DONE', informant: 'CLIENT' };
    const { position: before } = await stage.receipt('reportOccurrence', done, at('04'));
    await states(before);
    const period = { studyId: 'watched', siteId: 'north', from: '2026-03-03', to: '2026-03-05', reason: 'OUTAGE' };
    const document = `mutation($meta: CommandMetaInput!, $period: VoidPeriodInput!) {
      voidOccurrences(meta: $meta, period: $period) { voided refused position } }`;
    const meta = { commandId: '01890000-0000-7000-8000-000000000002' };
    type Voided = { voidOccurrences: { voided: number; position: string | null } };
    const first = (await stage.data<Voided>(document, { meta, period })).voidOccurrences;
    expect(first).toMatchObject({ voided: 2, refused: 0 });
    expect(await states(first.position)).toEqual({ '2026-03-03': 'VOID', '2026-03-04': 'DONE', '2026-03-05': 'VOID' });
    const again = (await stage.data<Voided>(document, { meta, period })).voidOccurrences;
    expect(again).toMatchObject({ voided: 0, refused: 0 });
    const wrong = await stage.ask(document, { meta, period: { ...period, to: '2026-03-01' } });
    expect(JSON.stringify(wrong.errors)).toContain('period.to');
  });

  async function states(position: string | null): Promise<object> {
    const { occurrences } = await api.stage.data<{
      occurrences: { edges: readonly { node: { occurrence: string; state: string } }[] };
    }>(
      `query($p: Position) { occurrences(studyId: "watched", afterPosition: $p, first: 50) { edges { node { occurrence state } } } }`,
      { p: position },
    );
    const found = occurrences.edges.map(({ node }) => [node.occurrence, node.state] as const);
    return Object.fromEntries(found.filter(([day]) => day >= '2026-03-03' && day <= '2026-03-05'));
  }
});

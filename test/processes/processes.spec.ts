import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AlertEscalation,
  AssignmentExpiry,
  ReminderPlanner,
  ReminderSender,
  SafetyWatch,
  ScreenNotifier,
} from '#processes';
import { ROTA, WatchedStudy } from './watched.study.ts';

const noArms = () => Promise.resolve(new Map<string, string>());
const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const daily = { kind: 'recurring', weekdays: WEEK, from: '2026-03-27', to: '2026-03-30' };

interface Message {
  readonly status: string;
  readonly plannedFor: Date;
  readonly attempts: number;
}
const MESSAGES = `SELECT status, planned_for AS "plannedFor", attempts FROM reminders ORDER BY planned_for, reminder_id`;

describe('reminders, over a change of the clocks', () => {
  let study: WatchedStudy;
  beforeAll(async () => {
    study = await WatchedStudy.open('2026-03-27T08:00:00.000Z');
    await study.begin();
    await study.assign('A1', await study.enrol(), daily);
  }, 60_000);
  afterAll(() => study.close());

  it('are planned once, and sent once at the time of day the person lives by', async () => {
    const one = study.processes([new ReminderPlanner(noArms), new ReminderSender([study.postbox])]);
    const other = study.processes([new ReminderPlanner(noArms), new ReminderSender([study.postbox])]);
    // Two processes that both think they lead.
    await study.pass(30, one, other);
    await study.pass(55, one);
    expect(study.postbox.letters.map(({ at }) => at.slice(0, 13))).toEqual([
      '2026-03-27T16',
      '2026-03-28T16',
      '2026-03-29T15',
      '2026-03-30T15',
    ]);
    const messages = await study.rows<Message>(MESSAGES);
    expect(messages.map(({ status, attempts }) => `${status} ${attempts}`)).toEqual(Array(4).fill('sent 1'));
  }, 60_000);

  it('are not sent for what is done', async () => {
    const participantId = await study.enrol('P002');
    await study.assign('A2', participantId, { ...daily, from: '2026-03-31', to: '2026-04-01' });
    const processes = study.processes([new ReminderPlanner(noArms), new ReminderSender([study.postbox])]);
    await study.pass(6, processes);
    const report = { assignmentId: 'A2', occurrence: '2026-03-31', state: 'done', informant: 'client' };
    await study.tell('assignment', { type: 'ReportOccurrence', ...report });
    const before = study.postbox.letters.length;
    await study.pass(40, processes);
    expect(study.postbox.letters.slice(before).map(({ at }) => at.slice(0, 10))).toEqual(['2026-04-01']);
    const [{ count }] = (await study.rows<{ count: string }>(
      `SELECT count(*) FROM reminders WHERE status = 'cancelled' AND assignment_id = 'A2'`,
    )) as [{ count: string }];
    expect(Number(count)).toBe(1);
  }, 60_000);

  it('stay planned where another process’s clock is behind', async () => {
    const participantId = await study.enrol('P003');
    await study.assign('A3', participantId, { ...daily, from: '2026-04-10', to: '2026-04-10' });
    const processes = study.processes([new ReminderPlanner(noArms)]);
    const signal = AbortSignal.timeout(60_000);
    const planned = () => study.rows<Message>(MESSAGES.replace('ORDER', `WHERE assignment_id = 'A3' ORDER`));
    study.setClock('2026-04-09T00:00:00.000Z');
    await processes.turn(signal);
    const [message] = await planned();
    // Messages are planned two days ahead; the other looks a second before that.
    await processes.turn(signal, new Date((message?.plannedFor.getTime() ?? 0) - 2 * 86_400_000 - 1_000));
    expect((await planned()).map(({ status }) => status)).toEqual(['planned']);
  }, 60_000);
});

describe('a message that fails', () => {
  let study: WatchedStudy;
  beforeAll(async () => {
    study = await WatchedStudy.open('2026-03-02T08:00:00.000Z');
    await study.begin();
    await study.assign('A1', await study.enrol(), { kind: 'by', at: '2026-03-02T22:00:00.000Z' });
  }, 60_000);
  afterAll(() => study.close());

  it('is tried again when it certainly did not leave, and never when it may have', async () => {
    const processes = study.processes([new ReminderPlanner(noArms), new ReminderSender([study.postbox])]);
    study.postbox.answer = () => Promise.resolve({ outcome: 'failed', failure: 'unreachable', permanent: false });
    await study.pass(9, processes);
    expect((await study.rows<Message>(MESSAGES)).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['failed', 2],
    ]);
    study.postbox.answer = () => Promise.reject(new Error('the line broke'));
    await study.pass(1, processes);
    expect((await study.rows<Message>(MESSAGES)).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['unknown', 3],
    ]);
    const { length } = study.postbox.letters;
    await study.pass(12, processes);
    expect(study.postbox.letters).toHaveLength(length);
  }, 60_000);
});

describe('safety', () => {
  let study: WatchedStudy;
  let participantId = '';
  const measure = (measureId: string, answer: number, context: object = {}) =>
    study.tell(
      'measure',
      {
        ...{ type: 'RecordMeasure', measureId, participantId, instrument: { instrumentId: 'phq-9', version: 1 } },
        ...{ occasion: measureId, items: { q9: answer }, timing: 'between-sessions', informant: 'client' },
      },
      context,
    );
  const alerts = () =>
    study.rows<{ status: string; grade: string; level: number; late: boolean; recurrences: number }>(
      'SELECT status, grade, level, late, recurrences FROM alerts ORDER BY raised_at, alert_id',
    );
  beforeAll(async () => {
    study = await WatchedStudy.open('2026-03-27T14:30:00.000Z');
    await study.begin();
    participantId = await study.enrol();
  }, 60_000);
  afterAll(() => study.close());

  it('raises nothing of what was answered before the rule was on, nor of what an import brings', async () => {
    await measure('M0', 3);
    study.setClock('2026-03-27T14:40:00.000Z');
    await study.switchOn();
    await measure('M1', 3, { source: 'import' });
    await study.pass(1, study.processes([new SafetyWatch()]));
    expect(await alerts()).toEqual([]);
  }, 60_000);

  it('raises one alert, which later answers join and make more pressing', async () => {
    const processes = study.processes([new SafetyWatch()]);
    await measure('M2', 1, { source: 'paper' });
    await study.pass(1, processes);
    expect(await alerts()).toMatchObject([{ grade: 'low', late: true, recurrences: 0 }]);
    await measure('M3', 2);
    await study.pass(2, processes);
    expect(await alerts()).toMatchObject([{ grade: 'moderate', late: false, recurrences: 1 }]);
  }, 60_000);

  it('passes on what nobody acknowledged, in cover hours, over a weekend', async () => {
    const processes = study.processes([new AlertEscalation(new ScreenNotifier())]);
    // Raised on Friday evening: two hours of cover are over on Monday at 10 in Stockholm.
    await study.pass(62, processes);
    expect(study.now.toISOString()).toBe('2026-03-30T08:40:00.000Z');
    expect(await alerts()).toMatchObject([{ level: 1, status: 'open' }]);
    const { shifts, last } = ROTA;
    await study.pass(24, processes);
    const told = await study.rows<{ to: string }>(
      `SELECT data::json ->> 'to' AS "to" FROM facts WHERE type = 'SafetyAlertEscalated' ORDER BY log_index`,
    );
    expect(told.map(({ to }) => JSON.parse(to) as unknown)[0]).toEqual([shifts[0]?.people[1]]);
    expect(told.map(({ to }) => JSON.parse(to) as unknown)[1]).toEqual([...(shifts[0]?.people ?? []), last]);
  }, 60_000);

  it('is not undone by a correction', async () => {
    const [{ entryId }] = (await study.rows<{ entryId: string }>(
      `SELECT event_id AS "entryId" FROM facts WHERE type = 'MeasureRecorded' AND stream = 'measure-M3'`,
    )) as [{ entryId: string }];
    const record = { category: 'measure', recordId: 'M3', entryId, reason: 'typing-error' };
    await study.tell('measure', { type: 'VoidEntry', ...record });
    await study.pass(1, study.processes([new SafetyWatch()]));
    expect(await alerts()).toMatchObject([{ status: 'open', grade: 'moderate' }]);
  }, 60_000);

  it('tells an answer once: not again when the alert it joined is closed', async () => {
    const processes = study.processes([new SafetyWatch()]);
    await measure('M4', 1);
    await measure('M5', 1);
    await study.pass(2, processes);
    const [{ alertId }] = (await study.rows<{ alertId: string }>('SELECT alert_id AS "alertId" FROM alerts')) as [
      { alertId: string },
    ];
    const staff = { alertId, staffId: 'bo' };
    await study.tell('alert', { type: 'AcknowledgeSafetyAlert', ...staff });
    await study.tell('alert', { type: 'AssessRisk', ...staff, risk: 'low', actions: ['talked-with-participant'] });
    await study.tell('alert', { type: 'CloseSafetyAlert', ...staff, outcome: 'ongoing-care', note: 'Seen' });
    await study.pass(2, processes);
    expect(await alerts()).toMatchObject([{ status: 'closed', recurrences: 3 }]);
    await measure('M6', 1);
    await study.pass(1, processes);
    expect((await alerts()).map(({ status }) => status)).toEqual(['closed', 'open']);
  }, 60_000);
});

describe('expiry', () => {
  it('closes homework after its last day on the calendar of the person, and not before', async () => {
    const study = await WatchedStudy.open('2026-03-27T08:00:00.000Z');
    try {
      await study.begin();
      const participantId = await study.enrol();
      await study.tell('participant', {
        type: 'ChangeTimeZone',
        participantId,
        timeZone: 'America/St_Johns',
        from: '2026-03-29',
      });
      await study.assign('A1', participantId, daily);
      await study.assign('A2', participantId, { kind: 'open' });
      const processes = study.processes([new AssignmentExpiry()]);
      const statuses = () => study.rows<{ status: string }>('SELECT status FROM assignments ORDER BY assignment_id');
      // 30 March ends in Newfoundland at 02:30 UTC.
      await study.pass(90, processes);
      expect(study.now.toISOString()).toBe('2026-03-31T02:00:00.000Z');
      expect((await statuses()).map(({ status }) => status)).toEqual(['active', 'active']);
      await study.pass(1, processes);
      expect((await statuses()).map(({ status }) => status)).toEqual(['expired', 'active']);
    } finally {
      await study.close();
    }
  }, 60_000);
});

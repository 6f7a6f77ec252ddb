import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DataCheck, dataCheck } from '#domain';
import { DataChecks } from '#processes';
import { EVERYTHING, FindingsOfCheck, findingsOf } from '#read-models';
import { EXAMPLE_PROTOCOL } from '../../libs/domain/protocol/protocol.specification.ts';
import { STUDY, WatchedStudy } from './watched.study.ts';

// Executes E6-4.2.4.

const rule = (ruleId: string, check: object): DataCheck =>
  dataCheck.parse({ ruleId, version: 1, question: `Is this right: ${ruleId}?`, check });
const CHECKS = [
  rule('plan', { kind: 'range', of: 'planned-minutes', max: 600 }),
  rule('total', { kind: 'range', of: 'measure-total', instrumentId: 'phq-9', min: 0, max: 20 }),
  rule('effort', { kind: 'missing', of: 'attempt-difficulty' }),
  rule('order', { kind: 'contradiction', of: 'completed-before-assigned' }),
  rule('early', { kind: 'contradiction', of: 'attempt-before-assigned' }),
  rule('window', { kind: 'out-of-window' }),
  rule('twofold', { kind: 'informants-disagree', one: 'client', other: 'therapist' }),
];

interface Asked {
  readonly ruleId: string;
  readonly kind: string;
  readonly recordId: string;
  readonly field: string;
  readonly status: string;
  readonly by: string;
}
const ASKED = `SELECT rule_id AS "ruleId", kind, record_id AS "recordId", field, status, opened_by AS by FROM queries ORDER BY 1, 3, 4`;

let study: WatchedStudy;
let person: string;
const asked = () => study.rows<Asked>(ASKED);
const imported = { source: 'import' };

const measure = (measureId: string, occasion: string, value: number, context: object = {}) =>
  study.tell(
    'measure',
    {
      ...{ type: 'RecordMeasure', measureId, participantId: person, instrument: { instrumentId: 'phq-9', version: 1 } },
      ...{ items: Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`q${at + 1}`, value])), occasion },
      ...{ timing: 'between-sessions', informant: 'client' },
    },
    context,
  );
const homework = (type: string, assignmentId: string, more: object, context: object = {}) =>
  study.tell('assignment', { type, assignmentId, ...more }, context);
const attempt = { performer: 'client', informant: 'client', outcome: 'full' };

async function switchOn(ruleId: string, history: boolean): Promise<void> {
  const rehearsed = { logIndex: 1, queries: 0, people: 0 };
  const named = { studyId: STUDY, ruleId, version: 1, history, rehearsed, reason: 'Looked through' };
  await study.tell('monitoring', { type: 'SwitchOnDataCheck', ...named });
}

beforeAll(async () => {
  study = await WatchedStudy.open('2026-03-02T08:00:00.000Z');
  await study.tell('study', { type: 'RegisterStudy', studyId: STUDY, title: 'Stress', timeZone: 'Europe/Stockholm' });
  const protocol = { ...EXAMPLE_PROTOCOL, checks: CHECKS };
  await study.tell('study', {
    ...{ type: 'PublishProtocol', studyId: STUDY, version: 1, changes: 'First', reason: 'Start', protocol },
  });
  await study.tell('study', { type: 'GoLive', studyId: STUDY });
  person = await study.enrol();
  await study.assign('A1', person, { kind: 'next-session' });
  const earlier = { occurredAt: '2026-03-01T08:00:00.000Z', ...imported };
  await homework('RecordAttempt', 'A1', { ...attempt, attemptId: 'T1' }, earlier);
  await measure('M1', 'baseline', 3, imported);
}, 60_000);
afterAll(() => study.close());

describe('data checks', () => {
  it('find in a rehearsal what each rule would ask, over imports too, and open nothing', async () => {
    const after = await study.installation.store.head();
    const snapshot = await study.readModels.openSnapshot({ scope: EVERYTHING, after, timeoutMs: 20_000 });
    const found = await Promise.all(
      CHECKS.map(async (one) =>
        (await findingsOf(new FindingsOfCheck(snapshot, STUDY, one))).map(({ recordId }) => recordId),
      ),
    ).finally(() => snapshot.close());
    expect(found).toEqual([[], ['M1'], ['A1'], [], ['A1'], [], []]);
    expect(await asked()).toEqual([]);
  });

  it('ask nothing while they are off, and once on only of what is recorded since and not imported', async () => {
    const processes = study.processes([new DataChecks()]);
    await study.pass(1, processes);
    expect(await asked()).toEqual([]);
    for (const { ruleId } of CHECKS) await switchOn(ruleId, false);
    await measure('M2', 'week-12', 3, imported);
    await study.pass(1, processes);
    expect(await asked()).toEqual([]);
  });

  it('ask once for a rule and record, by however many processes and turns, whatever becomes of the query', async () => {
    await study.assign('A2', person, { kind: 'next-session' });
    const dose = { dose: { amount: 6000, unit: 'minutes' } };
    await homework('AdjustAssignment', 'A2', { terms: dose, trigger: 'practical' });
    await homework('CompleteHomework', 'A2', { informant: 'client' }, { occurredAt: '2026-03-01T10:00:00.000Z' });
    await study.assign('A3', person, { kind: 'next-session' });
    await homework('RecordAttempt', 'A3', { ...attempt, attemptId: 'T3', difficulty: 2 });
    await homework('ReportOccurrence', 'A3', { state: 'not-done', informant: 'therapist' });
    await measure('M3', 'week-12', 1);
    const [one, other] = [study.processes([new DataChecks()]), study.processes([new DataChecks()])];
    await study.pass(2, one, other);
    const system = { status: 'open', by: 'system' };
    expect(await asked()).toEqual([
      { ruleId: 'order', kind: 'inconsistent', recordId: 'A2', field: 'completedAt', ...system },
      { ruleId: 'plan', kind: 'implausible', recordId: 'A2', field: 'terms.dose', ...system },
      { ruleId: 'twofold', kind: 'inconsistent', recordId: 'A3', field: 'outcome', ...system },
      { ruleId: 'window', kind: 'out-of-window', recordId: 'M3', field: 'occurredAt', ...system },
    ]);
    const [{ queryId }] = (await study.rows<{ queryId: string }>(
      `SELECT query_id AS "queryId" FROM queries WHERE rule_id = 'plan'`,
    )) as [{ queryId: string }];
    await study.tell('query', { type: 'CloseQuery', queryId, outcome: 'confirmed' });
    const written = (await study.installation.log()).length;
    await study.installation.restart();
    await study.pass(2, one, other);
    expect(await study.installation.log()).toHaveLength(written);
  });

  it('ask of history and imports where that was switched on, and not of what was asked before', async () => {
    const before = await asked();
    await switchOn('total', true);
    await switchOn('effort', true);
    await switchOn('plan', true);
    const processes = study.processes([new DataChecks()]);
    await study.pass(1, processes);
    const added = (await asked()).filter(
      (one) => !before.some((known) => JSON.stringify(known) === JSON.stringify(one)),
    );
    expect(added.map(({ ruleId, recordId }) => `${ruleId} ${recordId}`)).toEqual(['effort A1', 'total M1', 'total M2']);
  });

  it('ask nothing any more once off, nor of a study that is locked', async () => {
    await study.tell('monitoring', {
      type: 'SwitchOffDataCheck',
      studyId: STUDY,
      ruleId: 'effort',
      reason: 'Too many',
    });
    const { length } = await asked();
    await homework('RecordAttempt', 'A3', { ...attempt, attemptId: 'T4' });
    const processes = study.processes([new DataChecks()]);
    await study.pass(1, processes);
    expect(await asked()).toHaveLength(length);
    await switchOn('effort', true);
    await study.tell('study', { type: 'LockStudy', studyId: STUDY, reason: 'Data base closed' });
    await study.pass(1, processes);
    expect(processes.failing).toEqual([]);
    expect(await asked()).toHaveLength(length);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type Category, deciders } from '#domain';
import { attempt, assign, enrol, installWithHomework, registerStudy, request } from './executor.specification.ts';

// Executes E6-4.2.6.

const lock = () => request('study', { type: 'LockStudy', studyId: 'stress', reason: 'Data base closed' });
const unlock = () => request('study', { type: 'UnlockStudy', studyId: 'stress', reason: 'A query came late' });
const participantId = 'stress:P001';
const instrument = { instrumentId: 'PHQ-9', version: 1 };
const template = { type: 'DraftTemplate', templateId: 'walk', studyId: 'stress', title: 'Walk', content: {} };

/** One command of every stream that writes data; a look at an analysis writes none. */
type Written = Exclude<Category, 'analysis'>;
const DATA: Record<Written, () => ReturnType<typeof request>> = {
  study: () => request('study', { type: 'PauseEnrolment', studyId: 'stress', reason: 'R' }),
  allocation: () => request('allocation', { type: 'RecordAllocation', studyId: 'stress', participantId, arm: 'TAU' }),
  therapist: () =>
    request('therapist', { type: 'RegisterTherapist', therapistId: 'T', studyId: 'stress', profession: 'nurse' }),
  participant: () => enrol('P002'),
  session: () =>
    request('session', {
      type: 'HoldSession',
      sessionId: 'S1',
      studyId: 'stress',
      sessionNumber: 1,
      participants: [participantId, 'stress:P003'],
      deliverers: [],
      modality: 'group',
    }),
  assignment: () => attempt('T1'),
  goal: () =>
    request('goal', { type: 'SetGoal', goalId: 'G1', participantId, setBy: 'client', statement: 'To sleep through' }),
  rating: () =>
    request('rating', {
      type: 'RecordRating',
      ratingId: 'R1',
      participantId,
      form: { formId: 'HRS-II', version: 1 },
      rater: { raterId: 'clinician-1', role: 'therapist' },
      target: { kind: 'session', sessionId: 'S1' },
      items: { quantity: 3 },
      retrospective: false,
    }),
  measure: () =>
    request('measure', {
      type: 'MissMeasure',
      measureId: 'M1',
      participantId,
      instrument,
      occasion: 'month-2',
      reason: 'unknown',
    }),
  query: () =>
    request('query', {
      type: 'OpenQuery',
      queryId: 'Q1',
      participantId,
      kind: 'missing',
      question: 'Where is week 4?',
    }),
  template: () => request('template', template),
  alert: () =>
    request('alert', {
      type: 'RaiseSafetyAlert',
      alertId: 'W1',
      participantId,
      rule: { ruleId: 'item-9', version: 1 },
      grade: 'low',
      source: { measureId: 'M1', instrumentId: 'PHQ-9', answeredAt: '2026-03-01T12:00:00.000Z', value: 1 },
      assessmentAsked: true,
      late: false,
    }),
  reminder: () =>
    request('reminder', {
      type: 'PlanReminder',
      reminderId: 'N1',
      participantId,
      of: { kind: 'measure', instrumentId: 'PHQ-9', occasion: 'week-1' },
      channel: 'email',
      at: '2026-03-02T17:00:00.000Z',
      localDate: '2026-03-02',
      policyVersion: 1,
    }),
  contact: () => request('contact', { type: 'PauseReminders', participantId, from: '2026-03-01' }),
  monitoring: () =>
    request('monitoring', { type: 'PublishDutyRota', studyId: 'stress', version: 1, rota: {}, reason: 'First' }),
  dataset: () =>
    request('dataset', { type: 'SetReleasePolicy', studyId: 'stress', approval: 'second-person', reason: 'Board' }),
};

describe('a locked study', () => {
  it.each(Object.keys(deciders).filter((category) => category !== 'analysis') as Written[])(
    'takes no data of a %s, and takes it again once unlocked',
    async (stream) => {
      const { executor, log } = await installWithHomework();
      await executor.execute(lock());
      const before = (await log()).length;
      const sent = DATA[stream]();
      await expect(executor.execute(sent)).rejects.toMatchObject({ code: 'StudyIsLocked' });
      expect(await log()).toHaveLength(before);
      await executor.execute(unlock());
      await executor.execute(sent);
      expect(await log()).toHaveLength(before + 2);
    },
  );

  it('still records who looks at an analysis', async () => {
    const { executor, log } = await installWithHomework();
    await executor.execute(lock());
    const before = (await log()).length;
    const look = { analysisId: 'L1', studyId: 'stress', analysis: 'outcomes', specification: {}, logIndex: 3 };
    await executor.execute(request('analysis', { type: 'RecordAnalysisRun', ...look, armsKnown: false }));
    expect((await log()).slice(before).map(({ type }) => type)).toEqual(['AnalysisRun']);
  });

  it('takes no correction of anything, but signatures', async () => {
    const { executor } = await installWithHomework();
    const { eventIds } = await executor.execute(attempt('T1'));
    await executor.execute(lock());
    const record = { category: 'assignment', recordId: 'A1' };
    const voids = { type: 'VoidEntry', ...record, entryId: eventIds[0], reason: 'duplicate' };
    await expect(executor.execute(request('assignment', voids))).rejects.toMatchObject({ code: 'StudyIsLocked' });
    const sign = { type: 'SignRecord', ...record, meaning: 'approved', basedOn: 1 };
    expect((await executor.execute(request('assignment', sign))).revision).toBe(2);
    const locked = { category: 'study', recordId: 'stress', entryId: eventIds[0], reason: 'other' };
    await expect(executor.execute(request('study', { type: 'VoidEntry', ...locked }))).rejects.toMatchObject({
      code: 'StudyIsLocked',
    });
  });

  it('answers what was sent before it was locked, and lets a participant have their rights', async () => {
    const { executor } = await installWithHomework();
    const sent = attempt('T1');
    const receipt = await executor.execute(sent);
    await executor.execute(lock());
    expect(await executor.execute(sent)).toEqual(receipt);
    const withdraw = { type: 'WithdrawConsent', participantId, step: 'erasure-requested' };
    const decide = { type: 'DecideErasure', participantId, granted: true, reason: 'consent-withdrawn' };
    const erase = { type: 'ErasePersonalData', participantId, requestedBy: 'participant' };
    for (const right of [withdraw, decide, erase]) await executor.execute(request('participant', right));
    await expect(executor.execute(assign('A2'))).rejects.toMatchObject({ code: 'StudyIsLocked' });
  });

  it('does not lock another', async () => {
    const { executor } = await installWithHomework();
    await executor.execute(lock());
    const other = registerStudy();
    const command = { ...(other.command as object), studyId: 'sleep' };
    await executor.execute({ ...other, command });
    await executor.execute(request('template', { ...template, studyId: 'sleep' }));
  });
});

import { describe, expect, it } from '@jest/globals';
import { measured } from '../example.definition.ts';
import { at, attempt, factsOf, obligation } from '../example.facts.ts';
import type { AdherenceFacts, Attempt, Obligation, Report } from '../facts.schema.ts';
import type { LateCredit } from '../quantity.schema.ts';

const report = (
  informant: string,
  state: Report['state'],
  lagHours: number | null,
  given: Partial<Report> = {},
): Report => ({
  id: `${informant}-${state}-${lagHours}`,
  state,
  informant,
  occurredAt: at(3),
  recordedAt: lagHours === null ? null : at(3, lagHours),
  completedAt: state === 'done' ? at(3) : null,
  ...given,
});
const one = (
  state: Obligation['state'],
  reports: readonly Report[] | null,
  attempts: readonly Attempt[] = [],
): AdherenceFacts =>
  factsOf({
    obligations: [obligation(4, state, { reports: reports === null ? null : [...reports] })],
    attempts: [...attempts],
  });
const completion = (facts: AdherenceFacts, where?: object) => {
  const { value, worst, best } = measured(
    { kind: 'completion-rate', ...(where === undefined ? {} : { where }) },
    facts,
  );
  return [value, worst, best];
};

const YES = [1, 1, 1];
const NO = [0, 0, 0];
const UNKNOWN = [null, 0, 1];

describe('whose word counts', () => {
  const facts = one('done', [report('client', 'done', 1), report('partner', 'not-done', 1)]);

  it.each([
    ['everybody’s, as the record has it', undefined, YES],
    ['the client’s', { informants: ['client'] }, YES],
    ['the partner’s', { informants: ['partner'] }, NO],
    ['the caregiver’s, who said nothing', { informants: ['caregiver'] }, UNKNOWN],
    ['both: the last word', { informants: ['client', 'partner'] }, NO],
  ])('%s', (_, where, expected) => {
    expect(completion(facts, where)).toEqual(expected);
  });

  it('takes the word recorded last, in whatever order the reports stand', () => {
    const swapped = one('done', [report('client', 'done', 9), report('partner', 'not-done', 1)]);
    expect(completion(swapped, { informants: ['client', 'partner'] })).toEqual(YES);
  });

  it('leaves the reporting rate to those who were asked', () => {
    const rate = (informants: string[]) => measured({ kind: 'reporting-rate', where: { informants } }, facts).value;
    expect([rate(['client']), rate(['observer'])]).toEqual([1, 0]);
  });

  it('takes the state for unknown when nobody knows whose it was', () => {
    expect(completion(one('done', null), { informants: ['client'] })).toEqual(UNKNOWN);
  });

  it('never makes a void or an open obligation into something else', () => {
    expect(completion(one('void', [report('client', 'done', 1)]), { informants: ['client'] })).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('attempts as evidence', () => {
  const tried = (informant: string | null, outcome: Attempt['outcome']) =>
    attempt(3, { informant, outcome, quantity: 5, unit: 'records' });

  it('counts those of the chosen informants only', () => {
    const facts = one('done', [], [tried('client', 'part'), tried('observer', 'full')]);
    expect(completion(facts, { informants: ['client'] })).toEqual(NO);
    expect(completion(facts, { informants: ['observer'] })).toEqual(YES);
    expect(measured({ kind: 'unit-quantity', where: { informants: ['client'] } }, facts).value).toBe(0.5);
  });

  it('keeps what the attempts show where nobody reported and all of them count', () => {
    expect(completion(one('part', [], [tried('client', 'part')]), { informants: ['client'] })).toEqual(NO);
  });

  it('leaves the rest open while it is not known whose an attempt was', () => {
    const facts = one('not-done', [report('client', 'not-done', 1)], [tried(null, 'full')]);
    expect(completion(facts, { informants: ['client'] })).toEqual(UNKNOWN);
    const result = measured({ kind: 'completion-rate', where: { informants: ['client'] } }, facts);
    expect(result.exclusions).toEqual({ 'no-informant': 1 });
  });
});

describe('when it was told', () => {
  const prompt = one('done', [report('client', 'done', 2)]);
  const late = one('done', [report('client', 'done', 72)]);
  const untimed = one('done', [report('client', 'done', null)]);

  it.each([
    ['contemporaneous', { enteredWithinHours: 24 }, YES, UNKNOWN],
    ['retrospective', { enteredAfterHours: 24 }, UNKNOWN, YES],
    ['between the two', { enteredAfterHours: 1, enteredWithinHours: 80 }, YES, YES],
  ])('%s', (_, where, early, afterwards) => {
    expect(completion(prompt, where)).toEqual(early);
    expect(completion(late, where)).toEqual(afterwards);
    expect(completion(untimed, where)).toEqual(UNKNOWN);
  });

  it('the edge belongs to contemporaneous', () => {
    const edge = one('done', [report('client', 'done', 24)]);
    expect(completion(edge, { enteredWithinHours: 24 })).toEqual(YES);
    expect(completion(edge, { enteredAfterHours: 24 })).toEqual(UNKNOWN);
  });

  it('selects attempts in the dose as well', () => {
    const log = factsOf({
      attempts: [2, 72].map((lag) => attempt(3, { endedAt: at(3, 1), recordedAt: at(3, 1 + lag) })),
    });
    expect(measured({ kind: 'attempts', where: { enteredAfterHours: 24 } }, log).value).toBe(1);
    expect(measured({ kind: 'attempts', where: { enteredWithinHours: 24 } }, log).value).toBe(1);
    expect(measured({ kind: 'attempts' }, log).value).toBe(2);
  });
});

describe('an amount told in a report', () => {
  it('is u where no attempt tells one', () => {
    const facts = one('part', [report('client', 'part', 1, { quantity: 4, unit: 'records' })]);
    expect(measured({ kind: 'unit-quantity' }, facts).value).toBe(0.4);
    const pages = one('part', [report('client', 'part', 1, { quantity: 4, unit: 'pages' })]);
    expect(measured({ kind: 'unit-quantity' }, pages).value).toBeNull();
  });
});

describe('ratings', () => {
  const rating = (id: string, value: number, retrospective: boolean, lagHours: number | null) => ({
    id,
    assignmentId: 'homework',
    instrument: 'X',
    raterRole: id,
    value,
    retrospective,
    occurredAt: at(4),
    recordedAt: lagHours === null ? null : at(4, lagHours),
  });
  const facts = factsOf({
    obligations: [obligation(4, 'done')],
    ratings: [rating('therapist', 4, false, 1), rating('observer', 1, true, 200)],
  });
  const quality = (choice: object) =>
    measured({ kind: 'quality', instrument: 'X', scale: { min: 0, max: 4 }, ...choice }, facts);

  it.each([
    ['all', {}, 2.5],
    ['made at the time', { retrospective: 'exclude' }, 4],
    ['made looking back', { retrospective: 'only' }, 1],
    ['recorded within a day', { ratedWithinHours: 24 }, 4],
    ['recorded later than a day', { ratedAfterHours: 24 }, 1],
    ['of one role', { raterRoles: ['observer'] }, 1],
  ])('%s', (_, choice, value) => {
    expect(quality(choice).value).toBe(value);
  });

  it('without a time leave quality open where the time is asked for', () => {
    const untimed = factsOf({ ...facts, ratings: [rating('therapist', 4, false, null)] });
    expect(
      measured({ kind: 'quality', instrument: 'X', scale: { min: 0, max: 4 }, ratedWithinHours: 24 }, untimed),
    ).toMatchObject({ value: null, worst: 0, best: 4, exclusions: { 'no-entry-time': 1 } });
  });
});

describe('late work', () => {
  const doneAfter = (days: number) => factsOf({ obligations: [obligation(4, 'done', { completedAt: at(4 + days) })] });
  const credit = (days: number, lateCredit?: LateCredit) =>
    measured({ kind: 'timeliness', ...(lateCredit === undefined ? {} : { lateCredit }) }, doneAfter(days)).value;

  it('counts nothing without a rule', () => {
    expect([credit(-1), credit(0), credit(0.01)]).toEqual([1, 1, 0]);
  });

  it('counts in full within days of grace', () => {
    const grace: LateCredit = { kind: 'grace', days: 2 };
    expect([credit(0, grace), credit(2, grace), credit(2.5, grace)]).toEqual([1, 1, 0]);
  });

  it('loses value evenly', () => {
    const linear: LateCredit = { kind: 'linear', noneAfterDays: 4 };
    expect([credit(0, linear), credit(1, linear), credit(4, linear), credit(9, linear)]).toEqual([1, 0.75, 0, 0]);
  });

  it('loses value by steps', () => {
    const steps: LateCredit = {
      kind: 'steps',
      steps: [
        { withinDays: 1, credit: 0.8 },
        { withinDays: 7, credit: 0.5 },
      ],
    };
    expect([credit(0, steps), credit(1, steps), credit(2, steps), credit(8, steps)]).toEqual([1, 0.8, 0.5, 0]);
  });

  it('is unknown, not late, without a time', () => {
    const facts = factsOf({ obligations: [obligation(4, 'done')] });
    expect(measured({ kind: 'timeliness', lateCredit: { kind: 'grace', days: 2 } }, facts)).toMatchObject({
      value: null,
      worst: 0,
      best: 1,
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defining } from '../example.definition.ts';
import { at, attempt, dateOf, factsOf, obligation } from '../example.facts.ts';
import { cancelled, held } from '../example.sessions.ts';
import type { AdherenceFacts, Attempt, Obligation, Rating, Session } from '../facts.schema.ts';
import {
  affectedIntervals,
  changed,
  evaluateChange,
  type FactsChange,
  intervalsChangedBetween,
  participationOf,
} from './interval.change.ts';
import { followPlan } from './interval.evaluation.ts';
import { planIntervals } from './interval.plan.ts';
import { defineIntervals } from './interval.rules.ts';
import type { IntervalRulesInput } from './interval.schema.ts';
import { intervals } from './interval.sequence.ts';

const rules = defineIntervals({ opens: { kind: 'held-session' }, atMostDays: 28 });
const seen = { observedUntil: at(60), observedUntilDate: dateOf(60) };
const tried = (id: string, day: number, given: Partial<Attempt> = {}): Attempt => attempt(day, { id, ...given });
const course = factsOf({
  ...seen,
  sessions: [held(0), held(7), held(14), held(21)],
  obligations: [3, 10, 17].map((day) => obligation(day, 'part')),
  attempts: [tried('one', 2, { occurrence: 'due-3' }), tried('two', 9, { occurrence: 'due-10' })],
  ratings: [],
});
const stands = participationOf(course);
const after = (change: FactsChange): number[] => affectedIntervals(change, rules, changed(course, change));
const added = tried('new', 16, { occurrence: 'due-17' });
const [firstTry] = course.attempts;
const [firstDue] = course.obligations;
if (firstTry === undefined || firstDue === undefined) throw new Error('the course is empty');

describe('a change touches its own intervals only', () => {
  it.each<readonly [string, FactsChange, number[]]>([
    ['a new attempt', { kind: 'attempt', before: null, after: added }, [3]],
    [
      'an attempt made late, for work of the interval before',
      { kind: 'attempt', before: null, after: { ...added, occurrence: 'due-3' } },
      [1, 3],
    ],
    [
      'an attempt whose day was corrected',
      {
        kind: 'attempt',
        before: firstTry,
        after: { ...firstTry, startedAt: at(9), endedAt: null, localDate: dateOf(9) },
      },
      [1, 2],
    ],
    ['an attempt that was void', { kind: 'attempt', before: firstTry, after: null }, [1]],
    ['a report', { kind: 'obligation', before: firstDue, after: { ...firstDue, state: 'done' } }, [1]],
    [
      'work put off from one interval to another',
      {
        kind: 'obligation',
        before: firstDue,
        after: { ...firstDue, asAdjusted: { version: 2, quantity: 5, unit: 'records', dueAt: at(18) } },
      },
      [1, 3],
    ],
    [
      'a rating of one occurrence',
      {
        kind: 'rating',
        before: null,
        after: {
          id: 'r',
          assignmentId: 'homework',
          occurrence: 'due-10',
          instrument: 'X',
          raterRole: 'client',
          value: 1,
          retrospective: false,
        },
      },
      [2],
    ],
    ['a session in between', { kind: 'session', before: null, after: held(10) }, [2, 3, 4, 5]],
    ['one more session at the end', { kind: 'session', before: null, after: held(28) }, [4, 5]],
    ['a cancelled session, which closes nothing here', { kind: 'session', before: null, after: cancelled(10) }, []],
    ['the end of treatment', { kind: 'participation', before: stands, after: { ...stands, endedAt: at(24) } }, [4]],
    [
      'time passing after all has closed',
      { kind: 'participation', before: stands, after: { ...stands, observedUntil: at(61) } },
      [],
    ],
  ])('%s', (_, change, expected) => {
    expect(after(change)).toEqual(expected);
  });

  it('touches the interval of an attempt that no longer says which occurrence it belongs to', () => {
    const lone = { ...course, obligations: [firstDue], attempts: [tried('late', 9)] };
    const change: FactsChange = { kind: 'obligation', before: null, after: obligation(17, 'part') };
    expect(affectedIntervals(change, rules, changed(lone, change))).toEqual([1, 2, 3]);
  });

  it('touches the open interval when time passes', () => {
    const now = { ...stands, observedUntil: at(22), observedUntilDate: dateOf(22) };
    const later = { ...stands, observedUntil: at(23), observedUntilDate: dateOf(23) };
    const change: FactsChange = { kind: 'participation', before: now, after: later };
    expect(affectedIntervals(change, rules, changed({ ...course, ...now }, change))).toEqual([4]);
  });

  it('finds the same between two states, whatever lies between them', () => {
    const one = changed(course, { kind: 'attempt', before: null, after: added });
    const two = changed(one, { kind: 'attempt', before: firstTry, after: null });
    expect(intervalsChangedBetween(course, two, rules)).toEqual([1, 3]);
    expect(intervalsChangedBetween(course, structuredClone(course), rules)).toEqual([]);
  });
});

const day = fc.integer({ min: -2, max: 40 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const slot = fc.integer({ min: 0, max: 6 });

const anAttempt: fc.Arbitrary<Attempt> = fc
  .record({ slot, day, homework: slot, linked: fc.boolean(), timed: fc.boolean(), amount: maybe(fc.nat(20)) })
  .map((a) =>
    attempt(a.day, {
      id: `attempt-${a.slot}`,
      assignmentId: `homework-${a.homework % 3}`,
      occurrence: a.linked ? String(a.homework) : null,
      ...(a.timed ? {} : { startedAt: null, endedAt: null }),
      quantity: a.amount,
      unit: a.amount === null ? null : 'records',
      outcome: 'part',
      recordedAt: at(a.day + a.slot),
    }),
  );

const anObligation: fc.Arbitrary<Obligation> = fc
  .record({
    slot,
    first: day,
    second: day,
    state: fc.constantFrom<Obligation['state']>('done', 'part', 'not-done', 'unknown', 'void', 'open', 'alternative'),
    withdrawn: maybe(day),
    adjustments: fc.nat(3),
    reviewed: maybe(fc.boolean()),
    own: fc.boolean(),
  })
  .map((o) => {
    const terms = (due: number, version: number) => ({
      version,
      quantity: 10,
      unit: 'records',
      dueAt: at(due),
      dueDate: dateOf(due),
    });
    return obligation(o.first, o.state, {
      assignmentId: `homework-${o.slot % 3}`,
      occurrence: String(o.slot),
      initiatedBy: o.own ? 'client' : 'therapist',
      asAssigned: terms(o.first, 1),
      asAdjusted: terms(o.second, 2),
      adjustments: o.adjustments,
      reviewed: o.reviewed,
      ...(o.withdrawn === null ? {} : { withdrawnAt: at(o.withdrawn), withdrawnDate: dateOf(o.withdrawn) }),
    });
  });

const aRating: fc.Arbitrary<Rating> = fc
  .record({ slot, homework: slot, value: fc.nat(4), whole: fc.boolean() })
  .map((r) => ({
    id: `rating-${r.slot}`,
    assignmentId: `homework-${r.homework % 3}`,
    occurrence: r.whole ? null : String(r.homework),
    instrument: 'X',
    raterRole: 'client',
    value: r.value,
    retrospective: false,
  }));

const aSession: fc.Arbitrary<Session> = fc
  .record({
    slot,
    day,
    state: fc.constantFrom<Session['state']>('held', 'held', 'missed', 'cancelled'),
    came: maybe(fc.boolean()),
  })
  .map((s) => held(s.day, undefined, { id: `session-${s.slot}`, state: s.state, attended: s.came }));

/** What happens next: a fact, or its correction, under one of a few ids; or its voiding. */
type Step =
  | { readonly kind: 'attempt'; readonly id: string; readonly item: Attempt; readonly voided: boolean }
  | { readonly kind: 'obligation'; readonly id: string; readonly item: Obligation; readonly voided: boolean }
  | { readonly kind: 'rating'; readonly id: string; readonly item: Rating; readonly voided: boolean }
  | { readonly kind: 'session'; readonly id: string; readonly item: Session; readonly voided: boolean }
  | { readonly kind: 'participation'; readonly ended: number | null; readonly seen: number | null };

const stepOf = <Kind extends string, Item>(kind: Kind, item: fc.Arbitrary<Item>, idOf: (one: Item) => string) =>
  fc.tuple(item, fc.boolean(), fc.boolean()).map(([one, a, b]) => ({ kind, id: idOf(one), item: one, voided: a && b }));

const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: stepOf('attempt', anAttempt, ({ id }) => id) },
  { weight: 4, arbitrary: stepOf('obligation', anObligation, ({ occurrence }) => occurrence) },
  { weight: 1, arbitrary: stepOf('rating', aRating, ({ id }) => id) },
  { weight: 3, arbitrary: stepOf('session', aSession, ({ id }) => id) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('participation' as const), ended: maybe(day), seen: maybe(day) }),
  },
);

/** The step as a change of the facts as they are. */
function changeOf(step: Step, facts: AdherenceFacts): FactsChange {
  const other = <Item>(item: Item, voided: boolean): Item | null => (voided ? null : item);
  switch (step.kind) {
    case 'attempt': {
      const before = facts.attempts.find(({ id }) => id === step.id) ?? null;
      return { kind: 'attempt', before, after: other(step.item, step.voided) };
    }
    case 'obligation': {
      const before = facts.obligations.find(({ occurrence }) => occurrence === step.id) ?? null;
      return { kind: 'obligation', before, after: other(step.item, step.voided) };
    }
    case 'rating': {
      const before = (facts.ratings ?? []).find(({ id }) => id === step.id) ?? null;
      return { kind: 'rating', before, after: other(step.item, step.voided) };
    }
    case 'session': {
      const before = (facts.sessions ?? []).find(({ id }) => id === step.id) ?? null;
      return { kind: 'session', before, after: other(step.item, step.voided) };
    }
    case 'participation': {
      return {
        kind: 'participation',
        before: participationOf(facts),
        after: {
          ...participationOf(facts),
          endedAt: step.ended === null ? null : at(step.ended),
          endedDate: step.ended === null ? null : dateOf(step.ended),
          observedUntil: step.seen === null ? null : at(step.seen),
          observedUntilDate: step.seen === null ? null : dateOf(step.seen),
        },
      };
    }
  }
}

const ending = fc.constantFrom(
  { kind: 'at-end' as const },
  { kind: 'after' as const, days: 5 },
  { kind: 'leave-out' as const },
);
const someRules: fc.Arbitrary<IntervalRulesInput> = fc.oneof(
  fc.record({
    opens: fc.constantFrom({ kind: 'held-session' as const }, { kind: 'attended-session' as const }),
    atMostDays: fc.integer({ min: 5, max: 28 }),
    cancelledSession: fc.constantFrom('goes-on' as const, 'closes' as const),
    missedSession: fc.constantFrom('goes-on' as const, 'closes' as const),
    afterEarlyClose: fc.constantFrom('waits' as const, 'opens-next' as const),
    dropOut: ending,
    lastInterval: ending,
    withoutSessions: fc.constant({ everyDays: 7 }),
  }),
  fc.record({ opens: fc.constant({ kind: 'calendar' as const, everyDays: 7 }), dropOut: ending, lastInterval: ending }),
);

const definition = defining({
  quantity: { kind: 'unit-quantity', window: 'record' },
  minutes: { kind: 'minutes', window: 'record' },
});
const metrics = { quality: { instrument: 'X', scale: { min: 0, max: 4 } } };

describe('for any history, with late, out-of-order, corrected, voided and withdrawn entries', () => {
  it('evaluating what a change touches gives the same as evaluating everything', () => {
    fc.assert(
      fc.property(someRules, fc.array(aStep, { minLength: 1, maxLength: 14 }), (given, steps) => {
        const plan = planIntervals(definition, { rules: defineIntervals(given), metrics });
        let facts: AdherenceFacts = factsOf({ ...seen, sessions: [held(0), held(7), held(14)] });
        let live = followPlan(plan, facts);
        for (const step of steps) {
          const change = changeOf(step, facts);
          facts = changed(facts, change);
          live = evaluateChange(live, change, plan, facts);
        }
        expect(live).toEqual(followPlan(plan, facts));
      }),
      { numRuns: 60 },
    );
  });

  it('evaluates nothing that a change does not touch', () => {
    fc.assert(
      fc.property(anAttempt, (one) => {
        const plan = planIntervals(definition, { rules });
        const before = followPlan(plan, course);
        const change: FactsChange = { kind: 'attempt', before: null, after: one };
        const facts = changed(course, change);
        const touched = affectedIntervals(change, rules, facts);
        const now = evaluateChange(before, change, plan, facts);
        now.intervals.forEach((interval, i) => {
          if (!touched.includes(interval.k)) expect(interval).toBe(before.intervals[i]);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('intervals never overlap, run backwards, or lose their reason', () => {
    fc.assert(
      fc.property(someRules, fc.array(aStep, { maxLength: 14 }), (given, steps) => {
        let facts: AdherenceFacts = factsOf(seen);
        for (const step of steps) facts = changed(facts, changeOf(step, facts));
        const all = intervals(defineIntervals(given), facts);
        all.forEach((interval, i) => {
          const next = all[i + 1];
          expect(interval.k).toBe(i + 1);
          expect(interval.open).toBe(interval.closedBy === null);
          if (interval.to !== null) expect(interval.to >= (interval.from ?? '')).toBe(true);
          if (next !== undefined) expect(interval.open).toBe(false);
          if (next?.from != null && interval.to !== null) expect(next.from >= interval.to).toBe(true);
        });
      }),
      { numRuns: 150 },
    );
  });
});

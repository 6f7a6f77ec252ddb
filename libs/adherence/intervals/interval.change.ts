import { indexFacts, obligationKey } from '../facts.index.ts';
import type { AdherenceFacts, Attempt, Obligation, Rating, Session, TreatmentModule } from '../facts.schema.ts';
import { evaluateSlice, history, type IntervalHistory } from './interval.evaluation.ts';
import type { IntervalPlan } from './interval.plan.ts';
import type { IntervalRules } from './interval.schema.ts';
import { intervals } from './interval.sequence.ts';
import { type IntervalSlice, sameSlice, slice } from './interval.slice.ts';

/** Something that was added (`before` null), taken away (`after` null) or corrected. */
interface Replaced<Kind extends string, Item> {
  readonly kind: Kind;
  readonly before: Item | null;
  readonly after: Item | null;
}

/** What a participant's facts say of them as a whole: every field, so that one that was taken back is taken back. */
export type Participation = Required<
  Pick<
    AdherenceFacts,
    'enrolledAt' | 'enrolledDate' | 'endedAt' | 'endedDate' | 'ending' | 'observedUntil' | 'observedUntilDate'
  >
>;

/** Of a participant's facts, what frames their intervals: enrolment, ending, and how far the record is known. */
export function participationOf(facts: AdherenceFacts): Participation {
  return {
    enrolledAt: facts.enrolledAt ?? null,
    enrolledDate: facts.enrolledDate ?? null,
    endedAt: facts.endedAt ?? null,
    endedDate: facts.endedDate ?? null,
    ending: facts.ending ?? null,
    observedUntil: facts.observedUntil ?? null,
    observedUntilDate: facts.observedUntilDate ?? null,
  };
}

/** One change of a participant's facts, such as an event, a correction or a void makes. */
export type FactsChange =
  | Replaced<'obligation', Obligation>
  | Replaced<'attempt', Attempt>
  | Replaced<'rating', Rating>
  | Replaced<'session', Session>
  | Replaced<'module', TreatmentModule>
  | { readonly kind: 'participation'; readonly before: Participation; readonly after: Participation };

/** The facts after a change. Other facts stay as they are, in their order. */
export function changed(facts: AdherenceFacts, change: FactsChange): AdherenceFacts {
  switch (change.kind) {
    case 'obligation':
      return { ...facts, obligations: replaced(facts.obligations, change, obligationKey) };
    case 'attempt':
      return { ...facts, attempts: replaced(facts.attempts, change, idOf) };
    case 'rating':
      return { ...facts, ratings: replaced(facts.ratings ?? [], change, idOf) };
    case 'session':
      return { ...facts, sessions: replaced(facts.sessions ?? [], change, idOf) };
    case 'module':
      return { ...facts, modules: replaced(facts.modules ?? [], change, idOf) };
    case 'participation':
      return { ...facts, ...change.after };
  }
}

const idOf = ({ id }: { readonly id: string }): string => id;

function replaced<Item>(
  items: readonly Item[],
  { before, after }: { readonly before: Item | null; readonly after: Item | null },
  keyOf: (item: Item) => string,
): Item[] {
  const old = before === null ? null : keyOf(before);
  const place = old === null ? -1 : items.findIndex((item) => keyOf(item) === old);
  const others = place === -1 ? [...items] : items.toSpliced(place, 1);
  return after === null ? others : others.toSpliced(place === -1 ? others.length : place, 0, after);
}

function undone(change: FactsChange): FactsChange {
  switch (change.kind) {
    case 'obligation':
      return { ...change, before: change.after, after: change.before };
    case 'attempt':
      return { ...change, before: change.after, after: change.before };
    case 'rating':
      return { ...change, before: change.after, after: change.before };
    case 'session':
      return { ...change, before: change.after, after: change.before };
    case 'module':
      return { ...change, before: change.after, after: change.before };
    case 'participation':
      return { ...change, before: change.after, after: change.before };
  }
}

/**
 * The intervals whose answer a change may alter: those it falls in, before or after, those it links or unlinks work in, and
 * those it cuts anew. Any other interval's answer stands.
 * @param facts after the change
 * @returns k of intervals as they are after the change, ascending
 */
export function affectedIntervals(change: FactsChange, rules: IntervalRules, facts: AdherenceFacts): number[] {
  const before = slicesOf(rules, changed(facts, undone(change)));
  return different(before, slicesOf(rules, facts)).map(({ interval }) => interval.k);
}

/** The same for two states of the facts, however many changes lie between them. */
export function intervalsChangedBetween(before: AdherenceFacts, after: AdherenceFacts, rules: IntervalRules): number[] {
  return different(slicesOf(rules, before), slicesOf(rules, after)).map(({ interval }) => interval.k);
}

/**
 * Brings a history up to date after a change by evaluating the affected intervals only. The same as evaluating everything anew.
 * @param previous the history before the change, by the same plan
 * @param facts after the change
 */
export function evaluateChange(
  previous: IntervalHistory,
  change: FactsChange,
  plan: IntervalPlan,
  facts: AdherenceFacts,
): IntervalHistory {
  const indexed = indexFacts(facts, plan.options);
  const { slices, outside } = slice(intervals(plan.rules, facts), indexed);
  const past = changed(facts, undone(change));
  const before = slice(intervals(plan.rules, past), indexFacts(past, plan.options)).slices;
  const affected = new Set(different(before, slices));
  const evaluated = slices.map((one, i) => {
    const kept = affected.has(one) ? undefined : previous.intervals[i];
    return kept ?? evaluateSlice(plan, one, indexed);
  });
  return history(plan, facts.participantId, evaluated, outside);
}

function slicesOf(rules: IntervalRules, facts: AdherenceFacts): readonly IntervalSlice[] {
  return slice(intervals(rules, facts), indexFacts(facts)).slices;
}

/** The slices of `after` that are not in their place in `before`. */
function different(before: readonly IntervalSlice[], after: readonly IntervalSlice[]): IntervalSlice[] {
  return after.filter((one, i) => {
    const was = before[i];
    return was === undefined || !sameSlice(was, one);
  });
}

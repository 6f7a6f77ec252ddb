import { gradeRank, type SafetyRule, type TakenMeasure } from './safety.rule.ts';

/** What a rule says of one occasion. */
export interface RuleFinding {
  readonly measureId: string;
  readonly instrumentId: string;
  readonly answeredAt: string;
  /** The item that spoke, where the rule is about one. */
  readonly item: string | null;
  /** The answer, the total or the rise, in the instrument’s points. */
  readonly value: number;
  readonly grade: SafetyRule['grades'][number]['grade'];
  readonly assessmentAsked: boolean;
}

/**
 * What a rule says of the newest of a person’s occasions.
 * @param taken all of the person’s occasions up to the one that is asked about, which is last; those of other instruments are passed over
 * @returns null where the rule has nothing to say, or cannot tell because answers are missing
 */
export function ruleFinding(rule: SafetyRule, taken: readonly TakenMeasure[]): RuleFinding | null {
  const newest = taken.at(-1);
  if (newest === undefined || newest.instrumentId !== rule.sign.instrumentId) return null;
  const value = valueOf(rule, taken, newest);
  if (value === null) return null;
  const reached = rule.grades.findLast(({ atLeast }) => value >= atLeast);
  if (reached === undefined) return null;
  const { measureId, instrumentId, answeredAt } = newest;
  return {
    ...{ measureId, instrumentId, answeredAt, value, grade: reached.grade },
    item: rule.sign.kind === 'item' ? rule.sign.item : null,
    assessmentAsked: rule.assessFrom !== undefined && gradeRank(reached.grade) >= gradeRank(rule.assessFrom),
  };
}

function valueOf({ sign }: SafetyRule, taken: readonly TakenMeasure[], newest: TakenMeasure): number | null {
  switch (sign.kind) {
    case 'item':
      return newest.items[sign.item] ?? null;
    case 'total':
      return newest.total;
    case 'rise': {
      const earlier = taken
        .slice(0, -1)
        .filter(({ instrumentId, total }) => instrumentId === sign.instrumentId && total !== null);
      const from = (sign.since === 'first' ? earlier[0] : earlier.at(-1))?.total ?? null;
      return from === null || newest.total === null ? null : newest.total - from;
    }
  }
}

/** What a rule would have raised, had it been on: one alert, with what joined it while it would have been open. */
export interface WouldHaveRaised {
  readonly first: RuleFinding;
  /** Later occasions that would have recurred in the same alert. */
  readonly recurrences: readonly RuleFinding[];
}

/**
 * Replays a rule over one person’s history, oldest first. An alert is taken to have stayed open for `openDays`: what the
 * rule says meanwhile joins it, as it does when the rule is on.
 */
export function replayRule(rule: SafetyRule, taken: readonly TakenMeasure[], openDays: number): WouldHaveRaised[] {
  const alerts: { first: RuleFinding; recurrences: RuleFinding[] }[] = [];
  for (let at = 0; at < taken.length; at += 1) {
    const finding = ruleFinding(rule, taken.slice(0, at + 1));
    if (finding === null) continue;
    const open = alerts.at(-1);
    if (open !== undefined && daysBetween(open.first.answeredAt, finding.answeredAt) < openDays) {
      open.recurrences.push(finding);
    } else {
      alerts.push({ first: finding, recurrences: [] });
    }
  }
  return alerts;
}

const DAY = 86_400_000;

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

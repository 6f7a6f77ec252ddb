import type { Informant } from '#domain';
import type { LaggedRow } from '#statistics';
import type { IntervalDenominator } from '../intervals/interval.row.ts';
import { boundedRows, type BoundedStatement } from '../snapshot/bounded.rows.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';

/** Columns of intervals that may stand for homework; `value` is the definition’s own headline. */
export const HOMEWORK_METRICS = {
  value: 'coalesce(value, quantity_unit)',
  'quantity-unit': 'quantity_unit',
  'quantity-unit-at-least': 'quantity_unit_low',
  'quantity-unit-at-most': 'quantity_unit_high',
  'quantity-unit-uncapped': 'quantity_unit_uncapped',
  'quantity-assignment': 'quantity_assignment',
  'attempt-rate': 'attempt_rate',
  timeliness: 'timeliness',
  'lateness-credit': 'lateness_credit',
  compliance: 'compliance_rating',
  minutes: 'minutes',
  attempts: 'attempts',
  'active-days': 'active_days',
} as const;
export type HomeworkMetric = keyof typeof HOMEWORK_METRICS;

/** One interval of one person, with every metric that may stand for homework. */
export interface HomeworkInterval {
  readonly person: string;
  readonly interval: number;
  readonly from: number;
  /** Null while it is open. */
  readonly to: number | null;
  readonly metrics: Readonly<Record<HomeworkMetric, number | null>>;
}

/** A total and when it was taken, in milliseconds since 1970. */
export interface TimedScore {
  readonly at: number;
  readonly total: number;
}

const METRICS = Object.entries(HOMEWORK_METRICS).map(([name, column]) => `${column} AS "${name}"`);
const INTERVALS: BoundedStatement = {
  what: 'intervals',
  columns: `participant_id AS person, interval, from_at AS "fromAt", to_at AS "toAt", ${METRICS.join(', ')}`,
  from: `intervals WHERE study_id = $1 AND definition_id = $2 AND definition_version = $3 AND denominator = $4 AND from_at IS NOT NULL
    AND ($5::text IS NULL OR site_id = $5)`,
  tail: 'ORDER BY participant_id, interval',
};
const SCORES: BoundedStatement = {
  what: 'totals of the questionnaire',
  columns: 'participant_id AS person, occurred_at AS at, total',
  from: `outcomes WHERE study_id = $1 AND instrument_id = $2 AND informant = $3 AND total IS NOT NULL
    AND ($4::text IS NULL OR site_id = $4)`,
  tail: 'ORDER BY participant_id, occurred_at, measure_id',
};

type RawInterval = { person: string; interval: number; fromAt: Date; toAt: Date | null } & Record<
  HomeworkMetric,
  number | null
>;

/** Whose rows are read. */
export interface LaggedPlace {
  readonly studyId: string;
  /** Of one site; of all where there is none. */
  readonly siteId: string | null;
}

/** Intervals of a study, or of one of its sites, under one definition and denominator. @throws TooManyRows */
export async function intervalsOf(
  snapshot: Pick<ReadSnapshot, 'sql'>,
  { studyId, siteId }: LaggedPlace,
  definition: { readonly definitionId: string; readonly version: number; readonly denominator: IntervalDenominator },
): Promise<readonly HomeworkInterval[]> {
  const { definitionId, version, denominator } = definition;
  const rows = await boundedRows<RawInterval>(snapshot, INTERVALS, [
    studyId,
    definitionId,
    version,
    denominator,
    siteId,
  ]);
  return rows.map(({ person, interval, fromAt, toAt, ...metrics }) => ({
    ...{ person, interval, from: fromAt.getTime(), to: toAt?.getTime() ?? null, metrics },
  }));
}

/** Totals of a study, or of one of its sites, on one instrument as one informant tells them, in order of time within people. @throws TooManyRows */
export async function timedScores(
  snapshot: Pick<ReadSnapshot, 'sql'>,
  { studyId, siteId }: LaggedPlace,
  { instrumentId, informant }: { readonly instrumentId: string; readonly informant: Informant },
): Promise<ReadonlyMap<string, readonly TimedScore[]>> {
  const rows = await boundedRows<{ person: string; at: Date; total: number }>(snapshot, SCORES, [
    studyId,
    instrumentId,
    informant,
    siteId,
  ]);
  const scores = new Map<string, TimedScore[]>();
  for (const { person, at, total } of rows) {
    const own = scores.get(person) ?? [];
    scores.set(person, own);
    own.push({ at: at.getTime(), total });
  }
  return scores;
}

const DAY = 86_400_000;
/** A questionnaire filled in up to a day after a session still speaks of the time before it. */
const AFTER = DAY;
/** A total older than this is no measure of how things stood when the interval began. */
const OLDEST = 14 * DAY;

/** What was scored about a bound: the last total after `from` and up to a day after `at`. */
function scoreAbout(scores: readonly TimedScore[], at: number, from: number): number | null {
  return scores.findLast((score) => score.at <= at + AFTER && score.at > from)?.total ?? null;
}

/** Intervals as the lagged models take them: the totals about either end, and one metric of homework. */
export function laggedRows(
  intervals: readonly HomeworkInterval[],
  scores: ReadonlyMap<string, readonly TimedScore[]>,
  metric: HomeworkMetric,
): readonly LaggedRow[] {
  return intervals.map(({ person, interval, from, to, metrics }) => {
    const own = scores.get(person) ?? [];
    return {
      ...{ person, interval, homework: metrics[metric] },
      before: scoreAbout(own, from, from - OLDEST),
      after: to === null ? null : scoreAbout(own, to, Math.max(from + AFTER, to - OLDEST)),
    };
  });
}

import type { ReadSnapshot } from '#read-models';
import { type Interval, correlation, meanInterval } from '#statistics';

/** One week of one person as the read models have it. */
interface Week {
  readonly participant_id: string;
  /** Share of the week's dose that was done, 0–1. */
  readonly share: number;
  /** PHQ-9 points from this week's measure to the next. */
  readonly change: number;
}

/** What a plain reading of the tables says of the planted effects. Association, not cause. */
export interface NaiveEstimates {
  readonly people: number;
  readonly weeks: number;
  /** Slope of next week's change on a week's share of homework, each about its person's mean. PHQ-9 points. */
  readonly within: number | null;
  /** Slope of a person's mean weekly change on their mean share: holds both planted effects. PHQ-9 points. */
  readonly between: number | null;
  readonly meanChange: Interval | null;
}

const WEEKS = `
  WITH phq AS (
    SELECT participant_id, substring(occasion FROM 'week-(\\d+)')::int AS week,
      (SELECT sum(value::numeric) FROM json_each_text(items::json)) AS total
    FROM measures WHERE study_id = $1 AND instrument_id = 'phq-9' AND status = 'recorded' AND items_missing = 0
  ), done AS (
    SELECT assignment_id, sum(coalesce(done_amount, 0)) AS amount FROM attempts WHERE study_id = $1 GROUP BY 1
  ), homework AS (
    SELECT a.participant_id, substring(a.assignment_id FROM ':hw(\\d+)$')::int AS week,
      least(coalesce(d.amount, 0) / a.dose_amount, 1) AS share
    FROM assignments a LEFT JOIN done d USING (assignment_id) WHERE a.study_id = $1 AND a.dose_amount > 0
  )
  SELECT h.participant_id, h.share::float8 AS share, (next.total - now.total)::float8 AS change
  FROM homework h
  JOIN phq now ON now.participant_id = h.participant_id AND now.week = h.week
  JOIN phq next ON next.participant_id = h.participant_id AND next.week = h.week + 1
  ORDER BY h.participant_id, h.week`;

/** Of a simulated study, from its assignments, attempts and measures. */
export async function naiveEstimates(snapshot: ReadSnapshot, studyId: string): Promise<NaiveEstimates> {
  const weeks = await snapshot.sql<Week>(WEEKS, [studyId]);
  const people = new Map<string, Week[]>();
  for (const week of weeks) people.set(week.participant_id, [...(people.get(week.participant_id) ?? []), week]);
  const means = [...people.values()].map((own) => ({ share: mean(own, 'share'), change: mean(own, 'change') }));
  const deviations = [...people.values()].flatMap((own) => {
    const [share, change] = [mean(own, 'share'), mean(own, 'change')];
    return own.map((week) => ({ share: week.share - share, change: week.change - change }));
  });
  return {
    people: people.size,
    weeks: weeks.length,
    within: slope(deviations),
    between: slope(means),
    meanChange: meanInterval(means.map(({ change }) => change)),
  };
}

type Pair = Pick<Week, 'share' | 'change'>;

function mean(weeks: readonly Pair[], field: keyof Pair): number {
  return weeks.reduce((sum, week) => sum + week[field], 0) / weeks.length;
}

/** Least squares of change on share: r·s_y/s_x. Null where there is nothing to draw a line through. */
function slope(pairs: readonly Pair[]): number | null {
  const x = pairs.map(({ share }) => share);
  const y = pairs.map(({ change }) => change);
  const r = correlation(x, y);
  if (r === null) return null;
  return r.estimate * Math.sqrt(squares(y) / squares(x));
}

function squares(values: readonly number[]): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}

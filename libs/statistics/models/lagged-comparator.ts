import type { ModelData } from './design.matrix.ts';
import type { LaggedRow } from './lagged-panel.ts';
import { type MixedModel, type MixedModelOptions, mixedModel } from './mixed-model.ts';
import type { Fitted } from './refusal.ts';

/** Names of the comparator’s terms. */
export const COMPARATOR_TERMS = {
  before: 'before',
  within: 'homework within people',
  between: 'homework between people',
  interval: 'interval',
} as const;

/**
 * The model that papers report: next outcome on this one, homework less the person’s whole-course mean, that mean, and time,
 * with a random intercept (Curran & Bauer 2011). A comparator only: the whole-course mean holds homework that came after the
 * outcome, so that its within-person effect is biased wherever symptoms change later homework.
 * @throws RangeError for values that are neither finite nor null
 */
export function personMeanCentredModel(
  rows: readonly LaggedRow[],
  options: MixedModelOptions = {},
): Fitted<MixedModel> {
  return mixedModel(personMeanCentred(rows), options);
}

/** The comparator’s outcome and terms, for any other linear model over them. */
export function personMeanCentred(rows: readonly LaggedRow[]): ModelData {
  const sums = new Map<string, { sum: number; n: number }>();
  for (const { person, homework } of rows) {
    if (homework === null) continue;
    const { sum, n } = sums.get(person) ?? { sum: 0, n: 0 };
    sums.set(person, { sum: sum + homework, n: n + 1 });
  }
  const mean = (person: string): number | null => {
    const own = sums.get(person);
    return own === undefined ? null : own.sum / own.n;
  };
  const { before, within, between, interval } = COMPARATOR_TERMS;
  return {
    person: rows.map(({ person }) => person),
    outcome: rows.map(({ after }) => after),
    terms: [
      { name: before, values: rows.map((row) => row.before) },
      {
        name: within,
        values: rows.map(({ person, homework }) => (homework === null ? null : homework - (mean(person) ?? 0))),
      },
      { name: between, values: rows.map(({ person }) => mean(person)) },
      { name: interval, values: rows.map((row) => row.interval) },
    ],
  };
}

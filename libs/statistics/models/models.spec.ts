import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  clusteredModel,
  type Coefficient,
  type Fitted,
  isRefused,
  laggedModel,
  type LaggedRow,
  mixedModel,
  type ModelData,
} from '../index.ts';

const numbers = z.array(z.number());
const mixed = z.object({
  names: z.array(z.string()),
  estimates: numbers,
  standardErrors: numbers,
  df: numbers,
  personSd: z.number(),
  residualSd: z.number(),
  logLikelihood: z.number(),
  rows: z.number(),
});
const pair = z.object({ ML: mixed, REML: mixed });
const panel = z.object({ estimates: numbers, standardErrors: numbers });
const forward = panel.extend({ twoStep: numbers, hansen: z.number() });
const FIXTURE = z
  .object({
    rows: z.object({
      person: z.array(z.string()),
      interval: numbers,
      before: numbers,
      homework: numbers,
      after: numbers,
      arm: numbers,
    }),
    holes: numbers,
    mixed: z.object({ level: pair, boundary: pair }),
    clustered: z.object({
      ...{ names: z.array(z.string()), estimates: numbers, CR0: numbers, CR1: numbers, CR2: numbers, df: numbers },
      ...{ residualSd: z.number(), rows: z.number() },
    }),
    lagged: z.object({
      difference: z.object({ one: panel, two: panel }),
      forward: z.object({ none: forward, occasions: forward }),
    }),
  })
  .parse(JSON.parse(readFileSync(new URL('../../../test/reference/r/models.json', import.meta.url), 'utf8')));

const { rows, holes } = FIXTURE;
const gappy: ModelData = {
  outcome: rows.after,
  person: rows.person,
  terms: [
    { name: 'before', values: rows.before },
    { name: 'homework', values: rows.homework.map((value, row) => (holes.includes(row) ? null : value)) },
    { name: 'arm', values: rows.arm },
    { name: 'interval', values: rows.interval },
  ],
};
const complete: readonly LaggedRow[] = rows.person.map((person, row) => ({
  ...{ person, interval: rows.interval[row] ?? 0, before: rows.before[row] ?? null },
  ...{ homework: rows.homework[row] ?? null, after: rows.after[row] ?? null },
}));

function had<Model extends object>(fitted: Fitted<Model>): Model {
  if (isRefused(fitted)) throw new Error(fitted.detail);
  return fitted;
}

function agrees(found: readonly number[], wanted: readonly number[], decimals = 6): void {
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, place) => expect(value).toBeCloseTo(wanted[place] ?? Number.NaN, decimals));
}

const estimates = (coefficients: readonly Coefficient[]) => coefficients.map(({ estimate }) => estimate);
const errors = (coefficients: readonly Coefficient[]) => coefficients.map(({ standardError }) => standardError);

describe('the mixed model', () => {
  it.each([
    ['level', 'ML'],
    ['level', 'REML'],
    ['boundary', 'ML'],
    ['boundary', 'REML'],
  ] as const)('agrees with lme4 and nlme: %s by %s', (which, likelihood) => {
    const terms = which === 'level' ? gappy.terms.slice(1) : gappy.terms;
    const wanted = FIXTURE.mixed[which][likelihood];
    const model = had(mixedModel({ ...gappy, terms }, { likelihood, intervals: 't' }));
    expect(model.coefficients.map(({ name }) => name)).toEqual(wanted.names);
    agrees(estimates(model.coefficients), wanted.estimates, 5);
    agrees(errors(model.coefficients), wanted.standardErrors, 5);
    expect(model.coefficients.map(({ df }) => df)).toEqual(wanted.df);
    agrees([model.personSd, model.residualSd], [wanted.personSd, wanted.residualSd], 4);
    expect(model.logLikelihood).toBeCloseTo(wanted.logLikelihood, 5);
    expect(model).toMatchObject({ rows: wanted.rows, people: 24, excluded: holes.length });
  });

  it('does not mind where zero lies or how large the unit is', () => {
    const moved = gappy.terms.map(({ name, values }) => ({
      name,
      values: values.map((value) => (value === null ? null : 1e7 + 1e3 * value)),
    }));
    const [there, here] = [had(mixedModel({ ...gappy, terms: moved })), had(mixedModel(gappy))];
    agrees(
      estimates(there.coefficients.slice(1)).map((each) => 1e3 * each),
      estimates(here.coefficients.slice(1)),
      5,
    );
  });
});

describe('least squares with errors by person', () => {
  it.each(['CR0', 'CR1', 'CR2'] as const)('agrees with sandwich: %s', (correction) => {
    const model = had(clusteredModel(gappy, { correction }));
    agrees(estimates(model.coefficients), FIXTURE.clustered.estimates, 8);
    agrees(errors(model.coefficients), FIXTURE.clustered[correction], 8);
    expect(model.residualSd).toBeCloseTo(FIXTURE.clustered.residualSd, 8);
    const df = correction === 'CR2' ? FIXTURE.clustered.df : FIXTURE.clustered.df.map(() => 23);
    agrees(
      model.coefficients.map((each) => each.df ?? 0),
      df,
    );
  });
});

describe('the lagged model', () => {
  it.each([
    [1, 'one'],
    [2, 'two'],
  ] as const)('agrees with plm over first differences, steps: %i', (steps, name) => {
    const model = had(laggedModel(complete, { transform: 'first-difference', detrend: 'none', steps }));
    const wanted = FIXTURE.lagged.difference[name];
    agrees(estimates([model.persistence, model.homework]), wanted.estimates);
    agrees(errors([model.persistence, model.homework]), wanted.standardErrors);
  });

  it.each(['none', 'occasions'] as const)(
    'agrees with matrices written out in R over forward deviations: %s',
    (detrend) => {
      const wanted = FIXTURE.lagged.forward[detrend];
      const one = had(laggedModel(complete, { detrend }));
      agrees(estimates([one.persistence, one.homework]), wanted.estimates);
      agrees(errors([one.persistence, one.homework]), wanted.standardErrors);
      expect(one.overidentification.statistic).toBeCloseTo(wanted.hansen, 6);
      const two = had(laggedModel(complete, { detrend, steps: 2 }));
      agrees(estimates([two.persistence, two.homework]), wanted.twoStep);
    },
  );

  it('does not mind the order of rows or where zero lies', () => {
    const turned = complete
      .toReversed()
      .map((row) => ({ ...row, before: (row.before ?? 0) + 50, after: (row.after ?? 0) + 50 }));
    const [there, here] = [had(laggedModel(turned)), had(laggedModel(complete))];
    expect(there.homework.estimate).toBeCloseTo(here.homework.estimate, 9);
    expect(there.homework.standardError).toBeCloseTo(here.homework.standardError, 9);
  });

  it('uses what lies on either side of a gap', () => {
    const holed = complete.map((row, place) => (holes.includes(place) ? { ...row, homework: null } : row));
    const model = had(laggedModel(holed));
    expect(model.people).toBe(24);
    expect(model.rows + model.excluded).toBe(complete.length);
    expect(Number.isFinite(model.homework.standardError)).toBe(true);
  });
});

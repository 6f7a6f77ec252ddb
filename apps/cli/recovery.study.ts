import { z } from 'zod';
import { PLANTED, type Random, seeded, type SimulatedWeek, simulatedPanel, standardisedPanel } from '#simulator';
import {
  clusteredModel,
  type Coefficient,
  COMPARATOR_TERMS,
  type Fitted,
  isRefused,
  laggedModel,
  personMeanCentred,
  personMeanCentredModel,
} from '#statistics';

/** A made-up trial with a known effect of homework, drawn anew for each seed. */
export interface RecoveryDesign {
  readonly id: string;
  readonly title: string;
  /** What symptoms do to later homework: nothing, more of it, less. */
  readonly feedback: number;
  /** Effect of homework within people, as planted. */
  readonly truth: number;
  /** Whether the model's own assumptions hold nearly enough for its coverage to be promised. */
  readonly promised: boolean;
  readonly draw: (random: Random) => SimulatedWeek[];
}

/** A way to find the effect again. */
export interface RecoveryEstimator {
  readonly id: string;
  readonly title: string;
  readonly fit: (rows: readonly SimulatedWeek[]) => Coefficient | null;
}

const PEOPLE = 100;
const BETA = -0.2;

function standardised(feedback: number): RecoveryDesign {
  const panel = { participants: PEOPLE, intervals: 8, effect: BETA, persistence: 0.4, feedback };
  const title = 'Standardised, persistence 0.4';
  return {
    ...{ id: `standardised-${feedback}`, title, feedback, truth: BETA, promised: true },
    draw: (random) => standardisedPanel(panel, random),
  };
}

function weekly(persistence: number, feedback: number): RecoveryDesign {
  const options = { participants: PEOPLE, weeks: 9, planted: { ...PLANTED, persistence, feedback } };
  const title = persistence === 1 ? 'PHQ-9, a random walk' : `PHQ-9, persistence ${persistence}`;
  return {
    ...{ id: `phq-${persistence}-${feedback}`, title, feedback, truth: PLANTED.withinPerson },
    promised: persistence < 1,
    draw: (random) => simulatedPanel(options, random),
  };
}

/** On standard scales, as weekly PHQ-9 that returns to a person's level, and as one that never does. */
export const RECOVERY_DESIGNS: readonly RecoveryDesign[] = [
  ...[0, 0.3, -0.3].map(standardised),
  ...[0, 0.3, -0.3].map((feedback) => weekly(0.5, feedback)),
  ...[0, 0.3, -0.3].map((feedback) => weekly(1, feedback)),
];

const had = <Model extends object>(fitted: Fitted<Model>): Model | null => (isRefused(fitted) ? null : fitted);
const within = (model: { readonly coefficients: readonly Coefficient[] } | null): Coefficient | null =>
  model?.coefficients.find(({ name }) => name === COMPARATOR_TERMS.within) ?? null;

/** The platform's lagged model first; then what papers report. */
export const RECOVERY_ESTIMATORS: readonly RecoveryEstimator[] = [
  { id: 'lagged', title: 'Lagged panel, one step (primary)', fit: (rows) => had(laggedModel(rows))?.homework ?? null },
  {
    id: 'lagged-two-step',
    title: 'Lagged panel, two steps, Windmeijer',
    fit: (rows) => had(laggedModel(rows, { steps: 2 }))?.homework ?? null,
  },
  {
    id: 'person-mean-centred',
    title: 'Whole-course person means (comparator)',
    fit: (rows) => within(had(personMeanCentredModel(rows))),
  },
  {
    id: 'clustered',
    title: 'The same by least squares, CR1',
    fit: (rows) => within(had(clusteredModel(personMeanCentred(rows), { correction: 'CR1' }))),
  },
];

/** Sums over seeds of one design and one estimator; they add up. */
export const recoveryTally = z.object({
  design: z.string(),
  estimator: z.string(),
  seeds: z.number().int(),
  refused: z.number().int(),
  sum: z.number(),
  squares: z.number(),
  errors: z.number(),
  covered: z.number().int(),
});
export type RecoveryTally = z.infer<typeof recoveryTally>;

/** Every design and estimator over one seed. */
export function recoveryOf(seed: number): readonly RecoveryTally[] {
  return RECOVERY_DESIGNS.flatMap(({ id, truth, draw }, place) => {
    const rows = draw(seeded(seed * 1_009 + place));
    return RECOVERY_ESTIMATORS.map((estimator) => {
      const found = estimator.fit(rows);
      const value = found?.estimate ?? 0;
      return {
        ...{ design: id, estimator: estimator.id, seeds: 1, refused: Number(found === null), sum: value },
        ...{ squares: value * value, errors: found?.standardError ?? 0 },
        covered: Number(found !== null && found.lower <= truth && truth <= found.upper),
      };
    });
  });
}

/** Sums of sums, design by design and estimator by estimator. */
export function addedUp(tallies: readonly RecoveryTally[]): readonly RecoveryTally[] {
  const sums = new Map<string, RecoveryTally>();
  for (const tally of tallies) {
    const key = `${tally.design} ${tally.estimator}`;
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? tally : plus(sum, tally));
  }
  return [...sums.values()];
}

function plus(one: RecoveryTally, other: RecoveryTally): RecoveryTally {
  return {
    ...one,
    seeds: one.seeds + other.seeds,
    refused: one.refused + other.refused,
    sum: one.sum + other.sum,
    squares: one.squares + other.squares,
    errors: one.errors + other.errors,
    covered: one.covered + other.covered,
  };
}

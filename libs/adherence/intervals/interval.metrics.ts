import type { AdherenceDefinitionInput } from '../definition.schema.ts';

type Quantities = AdherenceDefinitionInput['quantities'];
type QuantityInput = Quantities[string];
type QualityInput = Extract<QuantityInput, { kind: 'quality' }>;
type TimelinessInput = Extract<QuantityInput, { kind: 'timeliness' }>;
type RateInput = Extract<QuantityInput, { kind: 'completion-rate' }>;

/** What a study decides about the standard metrics. Everything has a default but the scale of quality. */
export interface MetricChoices {
  /** The form that quality is rated on; without it quality has nothing to measure. */
  readonly quality?: Pick<
    QualityInput,
    'instrument' | 'subscale' | 'scale' | 'raterRoles' | 'retrospective' | 'ratedWithinHours' | 'ratedAfterHours'
  >;
  readonly lateCredit?: TimelinessInput['lateCredit'];
  /** How something else done instead is taken; `not-done` when left out. */
  readonly alternative?: RateInput['alternative'];
  readonly clientInitiated?: RateInput['clientInitiated'];
  /** Whose word counts, and how fresh it must be. */
  readonly where?: RateInput['where'];
}

/** The metrics over obligations. Each comes under both denominators. */
export type Metric =
  | 'quantityUnit'
  | 'quantityUnitUncapped'
  | 'quantityAssignment'
  | 'attemptRate'
  | 'attemptRateOfOccurrences'
  | 'timeliness'
  | 'latenessCredit'
  | 'latenessMeanDays'
  | 'latenessMaxDays'
  | 'quality'
  | 'reviewRate'
  | 'adjustmentBurden'
  | 'reportingRate'
  | 'complianceRating';

/** The metrics over attempts. They have no denominator of obligations; work a client began without a dose counts here. */
export type Dose = 'minutes' | 'attempts' | 'activeDays' | 'activeDayShare';

const TERMS = { asAdjusted: 'as-adjusted', asAssigned: 'as-assigned' } as const;
export type Denominator = keyof typeof TERMS;
const DENOMINATORS = ['asAdjusted', 'asAssigned'] as const satisfies readonly Denominator[];

/** The name of a metric among the quantities: `timeliness-as-assigned`. */
export const metricName = (metric: Metric, denominator: Denominator): string => `${metric}-${TERMS[denominator]}`;

/** Every metric as a quantity of a definition, over one window. */
export function metricQuantities(window: string, choices: MetricChoices = {}): Quantities {
  const perDenominator = DENOMINATORS.flatMap((denominator) =>
    Object.entries(overObligations(window, denominator, choices)).flatMap(([metric, quantity]) =>
      quantity === null ? [] : [[`${metric}-${TERMS[denominator]}`, quantity] as const],
    ),
  );
  const where = choices.where === undefined ? {} : { where: choices.where };
  return {
    ...Object.fromEntries(perDenominator),
    minutes: { kind: 'minutes', window, ...where },
    attempts: { kind: 'attempts', window, ...where },
    activeDays: { kind: 'active-days', window, ...where },
    activeDayShare: { kind: 'active-day-share', window, ...where },
  };
}

function overObligations(
  window: string,
  denominator: Denominator,
  { quality, lateCredit, alternative = 'not-done', clientInitiated = 'with-dose', where }: MetricChoices,
): Record<Metric, QuantityInput | null> {
  const scope = { window, terms: TERMS[denominator], clientInitiated, ...(where === undefined ? {} : { where }) };
  const work = { ...scope, alternative };
  return {
    quantityUnit: { kind: 'unit-quantity', ...work },
    quantityUnitUncapped: { kind: 'unit-quantity', cap: 'none', ...work },
    quantityAssignment: { kind: 'completion-rate', ...work },
    attemptRate: { kind: 'attempt-rate', per: 'assignment', ...work },
    attemptRateOfOccurrences: { kind: 'attempt-rate', ...work },
    timeliness: { kind: 'timeliness', ...work },
    latenessCredit: lateCredit === undefined ? null : { kind: 'timeliness', lateCredit, ...work },
    latenessMeanDays: { kind: 'lateness', ...work },
    latenessMaxDays: { kind: 'lateness', aggregate: 'max', ...work },
    quality: quality === undefined ? null : { kind: 'quality', ...quality, ...work },
    reviewRate: { kind: 'review-rate', ...scope },
    adjustmentBurden: { kind: 'adjustment-burden', ...scope },
    reportingRate: { kind: 'reporting-rate', ...scope },
    complianceRating: { kind: 'compliance-rating', ...scope },
  };
}

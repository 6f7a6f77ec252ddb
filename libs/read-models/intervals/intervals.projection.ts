import {
  decompose,
  defineIntervals,
  followPlan,
  type IntervalEvaluation,
  type IntervalPlan,
  parseDefinition,
  planIntervals,
  type QuantityResult,
  quantityUnitLevel,
} from '#adherence';
import type { Fact } from '#domain';
import { ADHERENCE_TYPES, adherenceFacts } from '../adherence/adherence.facts.ts';
import { verdictOf } from '../adherence/adherence.projection.ts';
import type { Derivation } from '../kernel/projection.ts';
import { metricColumns } from './interval.metrics.ts';
import { type IntervalDenominator, IntervalRow } from './interval.row.ts';

/** The name of the intervals that every study has, whatever it has published. */
export const STANDARD_INTERVALS = 'standard';

/**
 * Everybody's time cut into intervals: session to session with the standard metrics, and besides under every published
 * definition that says itself how time is cut. Who has no session has intervals under such a definition only.
 */
export const intervals: Derivation = {
  kind: 'derivation',
  name: 'intervals',
  version: 2,
  entity: IntervalRow,
  owner: 'participantId',
  daily: true,
  types: ['AdherenceDefinitionPublished', ...ADHERENCE_TYPES],
  derive: (input): readonly IntervalRow[] => {
    const enrolled = input.facts.findLast((fact) => fact.type === 'ParticipantEnrolled');
    if (enrolled === undefined) return [];
    const facts = adherenceFacts(input);
    return plansOf(input.study).flatMap(({ definitionId, definitionVersion, plan }) => {
      const { intervals: evaluated } = followPlan(plan, facts);
      const shared: Shared = {
        participantId: input.participantId,
        ...{ definitionId, definitionVersion },
        studyId: enrolled.data.studyId,
        siteId: enrolled.data.siteId ?? null,
      };
      return [...rowsOf(shared, evaluated, 'as-adjusted'), ...rowsOf(shared, evaluated, 'as-assigned')];
    });
  },
};

interface NamedPlan {
  readonly definitionId: string;
  readonly definitionVersion: number;
  readonly plan: IntervalPlan;
}

// How time without sessions is cut is the study's to say: by weeks, a log of years would be mostly empty intervals.
const sessionsOnly = defineIntervals({ opens: { kind: 'held-session' }, atMostDays: 28 });

const standard: NamedPlan = {
  definitionId: STANDARD_INTERVALS,
  definitionVersion: 0,
  plan: planIntervals(quantityUnitLevel, { rules: sessionsOnly }),
};

function plansOf(study: readonly Fact[]): readonly NamedPlan[] {
  const published = study.filter((fact) => fact.type === 'AdherenceDefinitionPublished');
  const plans = published.flatMap(({ data: { definitionId, version, definition } }) => {
    const plan = planOf(definition);
    return plan === null ? [] : [{ definitionId, definitionVersion: version, plan }];
  });
  const latest = new Map(plans.map((one) => [`${one.definitionVersion} ${one.definitionId}`, one]));
  return [standard, ...latest.values()];
}

const plans = new WeakMap<object, { readonly plan: IntervalPlan | null }>();

/** The same definition is met for everyone in the study: plan it once. One that cuts no intervals, or cannot be read, has none. */
function planOf(definition: object): IntervalPlan | null {
  const known = plans.get(definition);
  if (known !== undefined) return known.plan;
  const parsed = parseDefinition(definition);
  const cuts = parsed.ok && Object.values(parsed.definition.windows).some(({ kind }) => kind === 'intervals');
  const plan = cuts ? planIntervals(parsed.definition) : null;
  plans.set(definition, { plan });
  return plan;
}

type Shared = Pick<IntervalRow, 'participantId' | 'definitionId' | 'definitionVersion' | 'studyId' | 'siteId'>;

function rowsOf(
  shared: Shared,
  evaluated: readonly IntervalEvaluation[],
  denominator: IntervalDenominator,
): readonly IntervalRow[] {
  const terms = denominator === 'as-adjusted' ? 'asAdjusted' : 'asAssigned';
  const h = decompose(evaluated.map(({ metrics }) => metrics[terms].quantityUnit?.value ?? null));
  return evaluated.map((one, n) => {
    const { reportingRate, ...metrics } = one.metrics[terms];
    return {
      ...shared,
      denominator,
      interval: one.k,
      openedBy: one.openedBy.kind,
      openingSessionNumber: one.openedBy.number,
      fromAt: one.from,
      toAt: one.to,
      fromDate: one.fromDate,
      toDate: one.toDate,
      lengthDays: one.lengthDays,
      closedBy: one.closedBy,
      n: reportingRate?.n ?? 0,
      nUnknown: unreported(reportingRate),
      reportingRate: reportingRate?.value ?? null,
      ...metricColumns({ ...metrics, reportingRate }, one.dose),
      hMean: h.mean,
      hDev: h.deviations[n] ?? null,
      value: one.value,
      best: one.best,
      worst: one.worst,
      adherent: verdictOf(one.adherent),
    };
  });
}

/** Obligations that nobody told anything of: a rate of reporting is a number of them out of n. */
function unreported(rate: QuantityResult | null): number {
  return rate === null || rate.value === null ? 0 : rate.n - Math.round(rate.n * rate.value);
}

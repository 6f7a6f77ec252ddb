import type { Instrument } from './instrument.schema.ts';
import { type Answers, ImpossibleAnswer, riskItems, type ScaleScore, score, severity } from './scoring.ts';

/** What one occasion's answers come to. */
export interface MeasureScore {
  /** In points; null where it cannot be told. */
  readonly total: number | null;
  /** Computed from the answers, or as the source wrote it. */
  readonly totalFrom: 'items' | 'reported' | null;
  readonly scales: readonly ScaleScore[];
  /** Items of the instrument without an answer; null where only a total was told. */
  readonly itemsMissing: number | null;
  readonly severity: string | null;
  readonly riskItems: readonly string[];
  /** Why there is no total, or why the reported one is doubtful. */
  readonly problem: MeasureProblem | null;
}

/** `total-differs`: the reported total is not what the answers give; the answers' stands. */
export type MeasureProblem =
  'unknown-instrument' | 'impossible-answer' | 'too-many-missing' | 'total-out-of-range' | 'total-differs' | 'no-total';

const UNSCORED = { total: null, totalFrom: null, scales: [], severity: null, riskItems: [] } as const;

/** A measure of an instrument that nobody has published: the reported total stands for what it is worth. */
export function unscored(answers: Answers, reportedTotal: number | null): MeasureScore {
  const missing = Object.values(answers).filter((answer) => answer === null).length;
  return {
    ...UNSCORED,
    total: reportedTotal,
    totalFrom: reportedTotal === null ? null : 'reported',
    itemsMissing: Object.keys(answers).length === 0 ? null : missing,
    problem: 'unknown-instrument',
  };
}

/** Scores one occasion. Answers win over a reported total; a total alone is taken as it is, within the instrument's range. */
export function scoreMeasure(instrument: Instrument, answers: Answers, reportedTotal: number | null): MeasureScore {
  const given = Object.keys(answers).length > 0;
  const itemsMissing = given ? instrument.items.filter(({ code }) => (answers[code] ?? null) === null).length : null;
  if (!given || instrument.scales.length === 0) return { ...reported(instrument, reportedTotal), itemsMissing };
  const scales = scalesOf(instrument, answers);
  if (scales === null) return { ...UNSCORED, itemsMissing, problem: 'impossible-answer' };
  const risks = riskItems(instrument, answers);
  const computed = scales.find(({ scale }) => scale === instrument.total.scale)?.value ?? null;
  if (computed === null) {
    const told = reported(instrument, reportedTotal);
    return {
      ...told,
      scales,
      riskItems: risks,
      itemsMissing,
      problem: told.problem === 'no-total' ? 'too-many-missing' : told.problem,
    };
  }
  const differs = reportedTotal !== null && Math.abs(reportedTotal - computed) > 1e-6;
  return {
    total: computed,
    totalFrom: 'items',
    scales,
    itemsMissing,
    severity: severity(instrument, computed),
    riskItems: risks,
    problem: differs ? 'total-differs' : null,
  };
}

function scalesOf(instrument: Instrument, answers: Answers): ScaleScore[] | null {
  try {
    return score(instrument, answers);
  } catch (error) {
    if (error instanceof ImpossibleAnswer) return null;
    throw error;
  }
}

function reported(instrument: Instrument, total: number | null): Omit<MeasureScore, 'itemsMissing'> {
  if (total === null) return { ...UNSCORED, problem: 'no-total' };
  const { min, max } = instrument.total;
  if (total < min || total > max) return { ...UNSCORED, problem: 'total-out-of-range' };
  return { ...UNSCORED, total, totalFrom: 'reported', severity: severity(instrument, total), problem: null };
}

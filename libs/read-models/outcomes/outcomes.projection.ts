import type { Derivation, DerivationInput } from '../kernel/projection.ts';
import { OutcomeRow } from './outcome.row.ts';
import {
  daysBetween,
  MEASURE_TYPES,
  measureScope,
  measuresOf,
  type PersonMeasures,
  type TakenMeasure,
  withinWindow,
} from './person.measures.ts';

/** Every measure that was taken, scored by the instrument as published. */
export const outcomes: Derivation = {
  kind: 'derivation',
  name: 'outcomes',
  version: 1,
  entity: OutcomeRow,
  owner: 'participantId',
  daily: false,
  types: MEASURE_TYPES,
  derive: (input) => {
    const own = measuresOf(input);
    return own === undefined ? [] : own.taken.map((taken) => rowOf(input, own, taken));
  },
};

function rowOf(input: DerivationInput, own: PersonMeasures, taken: TakenMeasure): OutcomeRow {
  const { measureId, fact, due, shelved, score } = taken;
  const { data, metadata, recordedAt } = fact;
  const { instrumentId, version } = data.instrument;
  const recallDays = data.recallDays ?? shelved?.instrument.recallDays ?? null;
  return {
    ...measureScope(input, own),
    measureId,
    instrumentId,
    instrumentVersion: version,
    instrumentSource: shelved?.source ?? 'unknown',
    occasion: data.occasion,
    day: daysBetween(own.enrolledDate, metadata.localDate),
    timing: data.timing,
    recallDays,
    recallOverlaps: recallOverlaps(own, taken, recallDays),
    informant: data.informant,
    raterId: metadata.actor.id,
    assessorBlind: data.assessorBlind ?? null,
    windowOk: withinWindow(due, metadata.localDate),
    total: score.total,
    totalFrom: score.totalFrom,
    scales: score.scales,
    itemsMissing: score.itemsMissing,
    severity: score.severity,
    riskItems: [...score.riskItems],
    scoringVersion: shelved === undefined ? null : `${instrumentId}/${version}`,
    problem: score.problem,
    occurredAt: metadata.occurredAt,
    localDate: metadata.localDate,
    recordedAt,
  };
}

/** A PHQ-9 asks about 14 days: taken weekly, each one speaks of the interval before the last as well. */
function recallOverlaps({ taken }: PersonMeasures, own: TakenMeasure, recallDays: number | null): boolean | null {
  const { instrument, informant } = own.fact.data;
  const series = taken.filter(
    ({ fact: { data } }) => data.instrument.instrumentId === instrument.instrumentId && data.informant === informant,
  );
  const before = series[series.indexOf(own) - 1];
  if (before === undefined || recallDays === null) return null;
  return daysBetween(before.fact.metadata.localDate, own.fact.metadata.localDate) < recallDays;
}

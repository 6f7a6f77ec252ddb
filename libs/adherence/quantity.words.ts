import { counted, figure, listed, MAX_LISTED, one } from './explanation.words.ts';
import type { Measure } from './measures/measure.ts';
import type { AttemptMeasure, Composition, QuantityDefinition, QuantityKind } from './quantity.schema.ts';
import type { WindowDefinition } from './window.schema.ts';

const ANCHOR_WORDS = {
  enrolment: 'enrolment',
  'first-attempt': 'the first attempt',
  assignment: 'each assignment',
} as const;

/** `in days 0–56 since the first attempt`. */
export function windowWords(window: WindowDefinition): string {
  switch (window.kind) {
    case 'record':
      return 'in the whole record';
    case 'intervals':
      return 'in the intervals between sessions';
    case 'periods':
      return `in ${counted(window.periods.length, 'periods')} since ${ANCHOR_WORDS[window.anchor]}`;
    case 'days': {
      const days = window.to === 'open' ? `from day ${window.from} on, counted` : `in days ${window.from}–${window.to}`;
      return `${days} since ${ANCHOR_WORDS[window.anchor]}`;
    }
  }
}

const OBLIGATION_WORDS: Partial<Record<QuantityKind, string>> = {
  'unit-quantity': 'of what was asked was done',
  'completion-rate': 'of the obligations was completed',
  'attempt-rate': 'of the obligations was attempted',
  timeliness: 'of the obligations was completed in time',
  'reporting-rate': 'of the obligations was reported on',
  'review-rate': 'of the obligations was reviewed',
};

/** What the record shows for one quantity, without what is asked of it. */
export function quantityWords(
  name: string,
  quantity: QuantityDefinition,
  window: WindowDefinition | null,
  measure: Measure,
): string {
  const span = window === null ? '' : ` ${windowWords(window)}`;
  switch (quantity.kind) {
    case 'attempts':
    case 'active-days':
    case 'active-day-share':
    case 'first-day':
    case 'last-day':
    case 'minutes':
    case 'units':
    case 'periods-met':
      return attemptWords(quantity, span, measure, window?.kind !== 'record' && window?.kind !== 'intervals');
    case 'unit-quantity':
    case 'completion-rate':
    case 'attempt-rate':
    case 'timeliness':
    case 'reporting-rate':
    case 'review-rate':
    case 'lateness':
    case 'adjustment-burden':
    case 'quality':
    case 'compliance-rating':
      return obligationWords(quantity, span, measure);
    case 'weighted-mean':
    case 'sum':
    case 'ratio':
    case 'dichotomy':
      return compositionWords(name, madeOf(quantity), measure.value);
  }
}

function madeOf(quantity: Composition): string {
  switch (quantity.kind) {
    case 'weighted-mean': {
      const parts = quantity.parts.map((part) => `${part.quantity} (weight ${figure(part.weight)})`);
      return `the weighted mean of ${parts.join(' and ')}`;
    }
    case 'sum':
      return `the sum of ${quantity.of.join(' and ')}`;
    case 'ratio':
      return `${quantity.of} over ${typeof quantity.over === 'number' ? figure(quantity.over) : quantity.over}`;
    case 'dichotomy':
      return `1 when ${quantity.of} is at least ${figure(quantity.atLeast)}`;
  }
}

function attemptWords(quantity: AttemptMeasure, span: string, measure: Measure, numbered: boolean): string {
  const called = quantity.called ?? 'attempts';
  const { value, evidence } = measure;
  const days = evidence.kind === 'attempts' && numbered ? evidence.days : [];
  const onDays = days.length === 0 ? '' : ` (${days.length === 1 ? 'day' : 'days'} ${listed(days)})`;
  switch (quantity.kind) {
    case 'attempts':
      return value === null ? `no number of ${called}${span}` : `${counted(value, called)}${span}${onDays}`;
    case 'active-days':
      return value === null
        ? `no number of days with ${called}${span}`
        : `${counted(value, 'distinct days')} with ${called}${span}${onDays}`;
    case 'active-day-share':
      return value === null
        ? `no share of days with ${called}${span}`
        : `${figure(value)} of the days had ${called}${span}${onDays}`;
    case 'first-day':
      return value === null ? `no ${called}${span}` : `first ${one(called)} on day ${figure(value)}`;
    case 'last-day':
      return value === null ? `no ${called}${span}` : `last ${one(called)} on day ${figure(value)}`;
    case 'minutes': {
      const each = quantity.aggregate === 'sum' ? '' : `, the ${quantity.aggregate} of ${counted(measure.n, called)}`;
      return value === null ? `no minutes${span}` : `${counted(value, 'minutes')}${span}${each}`;
    }
    case 'units':
      return value === null ? `no ${quantity.unit}${span}` : `${counted(value, quantity.unit)}${span}`;
    case 'periods-met': {
      const asked = `at least ${figure(quantity.atLeast)} ${measureWords(quantity.measure, called)}`;
      return value === null ? `no periods${span}` : `${counted(value, 'periods')} with ${asked}${span}`;
    }
  }
}

const measureWords = (measure: 'attempts' | 'active-days' | 'minutes', called: string): string =>
  measure === 'attempts' ? called : measure === 'active-days' ? `days with ${called}` : `minutes of ${called}`;

function compositionWords(name: string, made: string, value: number | null): string {
  return value === null ? `${name}, ${made}, has no value` : `${name} is ${figure(value)}, ${made}`;
}

function obligationWords(quantity: QuantityDefinition, span: string, measure: Measure): string {
  const basis = `${counted(measure.n, 'obligations')} due${span}`;
  if (measure.range === null) return measure.n === 0 ? `nothing was due${span}` : `nothing to measure among ${basis}`;
  const items = measure.evidence.kind === 'obligations' ? measure.evidence.items : [];
  const known = items.flatMap(({ value }) => (value === null ? [] : [value]));
  const unknown = measure.unknown > 0 ? `; ${measure.unknown} not known` : '';
  const mean = known.length > 1 && known.length <= MAX_LISTED ? `: mean of ${listed(known)}` : '';
  if (measure.value === null) return `no value yet over ${basis}${unknown}`;
  const amount = figure(measure.value);
  if (quantity.kind === 'lateness') {
    return `${counted(measure.value, 'days')} late, the ${quantity.aggregate} of ${counted(known.length, 'completed obligations')}${span}${unknown}`;
  }
  if (quantity.kind === 'adjustment-burden')
    return `${counted(measure.value, 'adjustments')} per obligation over ${basis}`;
  if (quantity.kind === 'compliance-rating')
    return `a compliance rating of ${amount} on average, derived from events (${basis}${mean}${unknown})`;
  if (quantity.kind === 'quality')
    return `${quantity.instrument} ${amount} on average over ${counted(known.length, 'rated obligations')}${span}${unknown}`;
  return `a share of ${amount} ${OBLIGATION_WORDS[quantity.kind] ?? ''} (${basis}${mean}${unknown})`;
}

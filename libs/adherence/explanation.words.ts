import type { ConditionResult, Verdict } from './condition.evaluation.ts';
import type { LeafDefinition } from './condition.schema.ts';
import type { QuantityResult } from './definition.evaluation.ts';
import { DAY_NUMBER, SHARE } from './definition.units.ts';
import type { Exclusion, Measure } from './measures/measure.ts';
import type { QuantityDefinition, QuantityKind } from './quantity.schema.ts';
import type { WindowDefinition } from './window.schema.ts';

const MAX_LISTED = 12;

/** A number as a reader wants it: whole, or with up to three decimals. */
export function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(3)));
}

/** `2020-08-21T11:33:23.000Z` as `2020-08-21 11:33 UTC`; a date stays a date. */
export function momentWords(text: string): string {
  return text.includes('T') ? `${text.slice(0, 10)} ${text.slice(11, 16)} UTC` : text;
}

/** `9 sessions`, `1 session`. */
export function counted(count: number, plural: string): string {
  return `${figure(count)} ${count === 1 ? one(plural) : plural}`;
}

const one = (plural: string): string => (plural.endsWith('ies') ? `${plural.slice(0, -3)}y` : plural.replace(/s$/, ''));

/** `days 0, 2, 3, …`: the first dozen. */
export function listed(values: readonly number[]): string {
  const shown = values.slice(0, MAX_LISTED).map(figure).join(', ');
  return values.length > MAX_LISTED ? `${shown}, …` : shown;
}

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
  'completion-rate': 'of the obligations were completed',
  'attempt-rate': 'of the obligations were attempted',
  timeliness: 'of the obligations were completed in time',
  'reporting-rate': 'of the obligations were reported on',
  'review-rate': 'of the obligations were reviewed',
};

/** What the record shows for one quantity, without what is asked of it. */
export function quantityWords(
  name: string,
  quantity: QuantityDefinition,
  window: WindowDefinition | null,
  measure: Measure,
): string {
  const called = ('called' in quantity ? quantity.called : undefined) ?? 'attempts';
  const span = window === null ? '' : ` ${windowWords(window)}`;
  const { value } = measure;
  const days = measure.evidence.kind === 'attempts' ? measure.evidence.days : [];
  switch (quantity.kind) {
    case 'attempts': {
      const onDays =
        days.length > 0 && window?.kind !== 'record' ? ` (${days.length === 1 ? 'day' : 'days'} ${listed(days)})` : '';
      return value === null ? `no number of ${called}${span}` : `${counted(value, called)}${span}${onDays}`;
    }
    case 'active-days': {
      const onDays = days.length > 0 && window?.kind !== 'record' ? ` (days ${listed(days)})` : '';
      return value === null
        ? `no number of days with ${called}${span}`
        : `${counted(value, 'distinct days')} with ${called}${span}${onDays}`;
    }
    case 'active-day-share':
      return value === null
        ? `no share of days with ${called}${span}`
        : `${figure(value)} of the days had ${called}${span} (${counted(days.length, 'days')})`;
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
    case 'periods-met':
      return value === null
        ? `no periods${span}`
        : `${counted(value, 'periods')} with at least ${figure(quantity.atLeast)} ${measureWords(quantity.measure, called)}${span}`;
    case 'unit-quantity':
    case 'completion-rate':
    case 'attempt-rate':
    case 'timeliness':
    case 'reporting-rate':
    case 'review-rate':
    case 'lateness':
    case 'adjustment-burden':
    case 'quality':
      return obligationWords(quantity, span, measure);
    case 'weighted-mean':
      return compositionWords(
        name,
        `the weighted mean of ${quantity.parts.map((p) => `${p.quantity} (weight ${figure(p.weight)})`).join(' and ')}`,
        value,
      );
    case 'sum':
      return compositionWords(name, `the sum of ${quantity.of.join(' and ')}`, value);
    case 'ratio':
      return compositionWords(
        name,
        `${quantity.of} over ${typeof quantity.over === 'number' ? figure(quantity.over) : quantity.over}`,
        value,
      );
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
  if (quantity.kind === 'quality')
    return `${quantity.instrument} ${amount} on average over ${counted(known.length, 'rated obligations')}${span}${unknown}`;
  return `${amount} ${OBLIGATION_WORDS[quantity.kind] ?? ''} (${basis}${mean}${unknown})`;
}

/** `could be anywhere from 4 to 6`; empty when the facts allow one value. */
export function boundsWords({ state, low, high }: QuantityResult): string {
  if (state === 'empty') return 'nothing to measure, so neither 0 nor 1';
  if (state === 'exact' || state === 'never') return '';
  if (low !== null && high !== null) return `could be anywhere from ${figure(low)} to ${figure(high)}`;
  if (low !== null) return `could be ${figure(low)} or more`;
  return high === null ? 'could be anything' : `could be ${figure(high)} or less, or never`;
}

/** A result as a bare figure with its bounds: `9`, `never`, `0.5, could be anywhere from 0.5 to 0.75`. */
export function resultWords(result: QuantityResult): string {
  const bounds = boundsWords(result);
  if (result.state === 'never') return 'never';
  const value = result.value === null ? 'no value' : figure(result.value);
  return bounds === '' ? value : `${value}, ${bounds}`;
}

/** What a comparison asks for: `at least 8 required`, `retention clause asks for day 56 or later`. */
export function requirementWords(leaf: LeafDefinition, unit: string): string {
  const wanted = unit === DAY_NUMBER ? dayWanted(leaf) : amountWanted(leaf, unit);
  return leaf.name === undefined ? `${wanted} required` : `${leaf.name} clause asks for ${wanted}`;
}

function dayWanted(leaf: LeafDefinition): string {
  switch (leaf.kind) {
    case 'at-least':
      return `day ${figure(leaf.threshold)} or later`;
    case 'at-most':
      return `day ${figure(leaf.threshold)} or earlier`;
    case 'more-than':
      return `a day after day ${figure(leaf.threshold)}`;
    case 'less-than':
      return `a day before day ${figure(leaf.threshold)}`;
    case 'between':
      return `a day from day ${figure(leaf.low)} to day ${figure(leaf.high)}`;
  }
}

function amountWanted(leaf: LeafDefinition, unit: string): string {
  const of = unit === SHARE || unit === 'attempts' || unit === 'days' ? '' : ` ${unit}`;
  switch (leaf.kind) {
    case 'at-least':
      return `at least ${figure(leaf.threshold)}${of}`;
    case 'at-most':
      return `at most ${figure(leaf.threshold)}${of}`;
    case 'more-than':
      return `more than ${figure(leaf.threshold)}${of}`;
    case 'less-than':
      return `less than ${figure(leaf.threshold)}${of}`;
    case 'between':
      return `${figure(leaf.low)} to ${figure(leaf.high)}${of}`;
  }
}

export function metWords(met: Verdict): string {
  return met === 'unknown' ? 'not known' : met ? 'met' : 'not met';
}

export function verdictWords(verdict: Verdict | null): string {
  if (verdict === null) return 'no verdict asked for';
  return verdict === 'unknown' ? 'not known' : verdict ? 'adherent' : 'non-adherent';
}

/** What a group of conditions asks for: `all 2 of these are needed`. */
export function groupWords({ definition, parts }: ConditionResult): string {
  const name = definition.name === undefined ? '' : `${definition.name}: `;
  switch (definition.kind) {
    case 'all':
      return `${name}all ${parts.length} of these are needed`;
    case 'any':
      return `${name}any one of these ${parts.length} is enough`;
    case 'at-least-of':
      return `${name}at least ${definition.count} of these ${parts.length} are needed`;
    case 'not':
      return `${name}this must not hold`;
    case 'at-least':
    case 'at-most':
    case 'more-than':
    case 'less-than':
    case 'between':
      return `${name}this`;
  }
}

export const EXCLUSION_WORDS: Readonly<Record<Exclusion, string>> = {
  'outside-window': 'outside the window',
  'no-time': 'without the time that places them in the window',
  'no-duration': 'of unknown length',
  'no-quantity': 'without an amount',
  'other-unit': 'in another unit',
  'no-informant': 'without an informant',
  'no-entry-time': 'without a time of entry',
  'filtered-out': 'of a sort this definition does not count',
  void: 'void',
  'not-yet-due': 'not due yet',
  'withdrawn-before-due': 'withdrawn before they were due',
  'client-initiated': "the client's own",
  'client-initiated-without-dose': "the client's own, without a dose or due moment",
  'no-due': 'without a due moment',
  'no-anchor': 'that cannot be placed because the participant has no day 0',
  alternative: 'done as something else',
  'not-attempted': 'not attempted',
  'not-completed': 'not completed',
  'off-scale': 'rated off the scale',
  'unlinked-attempt': 'attempts that do not say which occurrence they belong to',
};

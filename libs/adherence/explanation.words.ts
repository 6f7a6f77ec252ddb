import type { ConditionResult, Verdict } from './condition.evaluation.ts';
import type { LeafDefinition } from './condition.schema.ts';
import type { QuantityResult } from './definition.evaluation.ts';
import { DAY_NUMBER, SHARE } from './definition.units.ts';
import type { Exclusion } from './measures/measure.ts';

/** How many days or numbers are written out before an ellipsis. */
export const MAX_LISTED = 12;

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

export const one = (plural: string): string =>
  plural.endsWith('ies') ? `${plural.slice(0, -3)}y` : plural.replace(/s$/, '');

/** `days 0, 2, 3, …`: the first dozen. */
export function listed(values: readonly number[]): string {
  const shown = values.slice(0, MAX_LISTED).map(figure).join(', ');
  return values.length > MAX_LISTED ? `${shown}, …` : shown;
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
  'no-session': 'with no session after them that could have reviewed them',
  'unlinked-attempt': 'attempts that do not say which occurrence they belong to',
};

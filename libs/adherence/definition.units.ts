import type { AdherenceDefinition } from './definition.schema.ts';
import type { QuantityDefinition } from './quantity.schema.ts';

/** The unit of a day number. Day numbers are places, not amounts: they are compared, never added. */
export const DAY_NUMBER = 'day';
export const SHARE = 'share';

/** Reads one named entry; never an inherited property such as `toString`. */
export function entry<Value>(entries: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

/** The rating derived from events is a unit of its own: never averaged with what people rated. */
export const DERIVED_RATING = 'Assignment Compliance Rating (event-derived)';

/** The unit a quantity comes in. Quantities are added or averaged only within one unit. The definition must be free of cycles. */
export function unitOf(definition: AdherenceDefinition, quantity: QuantityDefinition): string {
  switch (quantity.kind) {
    case 'attempts':
      return 'attempts';
    case 'active-days':
      return 'days';
    case 'first-day':
    case 'last-day':
      return DAY_NUMBER;
    case 'minutes':
      return quantity.aggregate === 'sum' ? 'minutes' : 'minutes per attempt';
    case 'units':
      return quantity.unit;
    case 'periods-met':
      return 'periods';
    case 'lateness':
      return 'days late';
    case 'adjustment-burden':
      return 'adjustments per obligation';
    case 'quality':
      return quantity.subscale === undefined ? quantity.instrument : `${quantity.instrument} ${quantity.subscale}`;
    case 'compliance-rating':
      return DERIVED_RATING;
    case 'active-day-share':
    case 'unit-quantity':
    case 'completion-rate':
    case 'attempt-rate':
    case 'timeliness':
    case 'reporting-rate':
    case 'review-rate':
    case 'dichotomy':
      return SHARE;
    case 'weighted-mean':
      return unitOfNamed(definition, quantity.parts[0]?.quantity);
    case 'sum':
      return unitOfNamed(definition, quantity.of[0]);
    case 'ratio':
      return ratioUnit(definition, quantity.of, quantity.over);
  }
}

function unitOfNamed(definition: AdherenceDefinition, name: string | undefined): string {
  const quantity = name === undefined ? undefined : entry(definition.quantities, name);
  return quantity === undefined ? SHARE : unitOf(definition, quantity);
}

function ratioUnit(definition: AdherenceDefinition, of: string, over: string | number): string {
  if (typeof over === 'number') return SHARE;
  const above = unitOfNamed(definition, of);
  const below = unitOfNamed(definition, over);
  return above === below ? SHARE : `${above} per ${below}`;
}

/** The largest value a quantity can take, where that follows from its definition. */
export function ceilingOf(quantity: QuantityDefinition): number {
  switch (quantity.kind) {
    case 'active-day-share':
    case 'completion-rate':
    case 'attempt-rate':
    case 'timeliness':
    case 'reporting-rate':
    case 'review-rate':
    case 'dichotomy':
      return 1;
    case 'compliance-rating':
      return 6;
    case 'unit-quantity':
      return quantity.cap === 'none' ? Infinity : quantity.cap;
    case 'quality':
      return quantity.scale.max;
    case 'ratio':
      return quantity.cap ?? Infinity;
    case 'attempts':
    case 'active-days':
    case 'first-day':
    case 'last-day':
    case 'minutes':
    case 'units':
    case 'periods-met':
    case 'lateness':
    case 'adjustment-burden':
    case 'weighted-mean':
    case 'sum':
      return Infinity;
  }
}

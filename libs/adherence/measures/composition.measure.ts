import type { Composition } from '../quantity.schema.ts';
import { type Exclusion, type Measure, type Range, sum, Tally, within } from './measure.ts';

/** Quantities made of other quantities. Bounds go through by interval arithmetic; every part is 0 or more, or on one scale. */
export function compose(quantity: Composition, measureOf: (name: string) => Measure): Measure {
  switch (quantity.kind) {
    case 'weighted-mean': {
      const all = quantity.parts.map(({ quantity: name, weight }) => ({ name, weight, measure: measureOf(name) }));
      const kept = quantity.empty === 'drop' ? all.filter(({ measure }) => measure.range !== null) : all;
      const whole = sum(kept.map(({ weight }) => weight));
      const weights = kept.map(({ weight }) => weight / whole);
      return combined(
        kept.map(({ measure }) => measure),
        kept.map(({ name }) => name),
        weights,
      );
    }
    case 'sum': {
      const measures = quantity.of.map(measureOf);
      return combined(
        measures,
        quantity.of,
        measures.map(() => 1),
      );
    }
    case 'ratio':
      return ratio(quantity, measureOf);
    case 'dichotomy':
      return dichotomy(quantity, measureOf);
  }
}

/** 1 from the threshold on, 0 below. Nothing to measure stays nothing to measure. */
function dichotomy(
  { of, atLeast }: Extract<Composition, { kind: 'dichotomy' }>,
  measureOf: (name: string) => Measure,
): Measure {
  const part = measureOf(of);
  const reached = (amount: number): number => (amount >= atLeast ? 1 : 0);
  const range = part.range === null ? null : { low: reached(part.range.low), high: reached(part.range.high) };
  const value = range !== null && range.low === range.high ? range.low : null;
  return { ...joined([part], [of]), range, value: value ?? (part.value === null ? null : reached(part.value)) };
}

/** Σ weight × part. One part with nothing to measure leaves nothing to measure. */
function combined(measures: readonly Measure[], names: readonly string[], weights: readonly number[]): Measure {
  const weigh = (read: (measure: Measure) => number | null | undefined): number | null => {
    const values = measures.map((measure, i) => {
      const value = read(measure);
      return value == null ? null : value * (weights[i] ?? 0);
    });
    return values.length === 0 || values.includes(null) ? null : sum(values.map((value) => value ?? 0));
  };
  const low = weigh(({ range }) => range?.low);
  const high = weigh(({ range }) => range?.high);
  const range = low === null || high === null ? null : { low, high };
  return {
    ...joined(measures, names),
    range,
    value:
      range === null
        ? null
        : within(
            weigh(({ value }) => value),
            range,
          ),
  };
}

function ratio(quantity: Extract<Composition, { kind: 'ratio' }>, measureOf: (name: string) => Measure): Measure {
  const above = measureOf(quantity.of);
  const below = typeof quantity.over === 'string' ? measureOf(quantity.over) : null;
  const names = typeof quantity.over === 'string' ? [quantity.of, quantity.over] : [quantity.of];
  const base = joined(below === null ? [above] : [above, below], names);
  const divisor: { value: number | null; range: Range | null } =
    typeof quantity.over === 'number'
      ? { value: quantity.over, range: { low: quantity.over, high: quantity.over } }
      : { value: below?.value ?? null, range: below?.range ?? null };
  const cap = quantity.cap ?? Infinity;
  // Nothing to divide by is nothing to measure.
  if (above.range === null || divisor.range === null || divisor.range.high === 0)
    return { ...base, value: null, range: null };
  const range = {
    low: Math.min(cap, above.range.low / divisor.range.high),
    high: Math.min(cap, divisor.range.low === 0 ? Infinity : above.range.high / divisor.range.low),
  };
  const value =
    above.value === null || divisor.value === null || divisor.value === 0
      ? null
      : Math.min(cap, above.value / divisor.value);
  return { ...base, range, value: within(value, range) };
}

function joined(measures: readonly Measure[], names: readonly string[]): Omit<Measure, 'value' | 'range'> {
  const tally = new Tally();
  for (const { exclusions } of measures) {
    exclusions.forEach((times: number, reason: Exclusion) => {
      tally.add(reason, times);
    });
  }
  return {
    n: sum(measures.map(({ n }) => n)),
    unknown: sum(measures.map(({ unknown }) => unknown)),
    settled: measures.every(({ settled }) => settled),
    due: new Set(measures.flatMap(({ due }) => [...due])),
    unreported: new Set(measures.flatMap(({ unreported }) => [...unreported])),
    exclusions: tally.counts,
    evidence: { kind: 'composition', parts: names },
  };
}

import type { AdherenceDefinition } from './definition.schema.ts';
import { entry } from './definition.units.ts';
import type { IndexedFacts } from './facts.index.ts';
import { measureAttempts } from './measures/attempts.measure.ts';
import { compose } from './measures/composition.measure.ts';
import type { Measure } from './measures/measure.ts';
import { measureObligations } from './measures/obligations.measure.ts';
import type { QuantityDefinition } from './quantity.schema.ts';
import type { WindowSource } from './window.resolver.ts';
import type { WindowDefinition } from './window.schema.ts';

/** These quantities, each once; compositions after their parts. */
export function measureAll(
  definition: AdherenceDefinition,
  names: readonly string[],
  indexed: IndexedFacts,
  windows: WindowSource,
): Map<string, Measure> {
  const measures = new Map<string, Measure>();
  const measureOf = (name: string): Measure => {
    const ready = measures.get(name);
    if (ready !== undefined) return ready;
    const measure = measureOne(definition, defined(definition.quantities, name), indexed, windows, measureOf);
    measures.set(name, measure);
    return measure;
  };
  names.forEach(measureOf);
  return measures;
}

function measureOne(
  definition: AdherenceDefinition,
  quantity: QuantityDefinition,
  indexed: IndexedFacts,
  windows: WindowSource,
  measureOf: (name: string) => Measure,
): Measure {
  const windowOf = (name: string): WindowDefinition => defined(definition.windows, name);
  switch (quantity.kind) {
    case 'attempts':
    case 'active-days':
    case 'active-day-share':
    case 'first-day':
    case 'last-day':
    case 'minutes':
    case 'units':
    case 'periods-met':
      return measureAttempts(quantity, windowOf(quantity.window), definition.log, indexed, windows);
    case 'unit-quantity':
    case 'completion-rate':
    case 'attempt-rate':
    case 'timeliness':
    case 'lateness':
    case 'reporting-rate':
    case 'review-rate':
    case 'adjustment-burden':
    case 'quality':
    case 'compliance-rating':
      return measureObligations(quantity, windows.resolve(windowOf(quantity.window)), indexed);
    case 'weighted-mean':
    case 'sum':
    case 'ratio':
    case 'dichotomy':
      return compose(quantity, measureOf);
  }
}

/** A parsed definition holds every name it mentions. */
export function defined<Value>(entries: Readonly<Record<string, Value>>, name: string): Value {
  const value = entry(entries, name);
  if (value === undefined) throw new Error(`The definition mentions '${name}' but does not define it; parse it first.`);
  return value;
}

import type { AdherenceDefinition } from './definition.schema.ts';
import { type DefinitionError, refusal } from './definition.limits.ts';
import { ceilingOf, DAY_NUMBER, entry, SHARE, unitOf } from './definition.units.ts';
import type { Composition, EvidenceFilter, LateCredit, QuantityDefinition, QuantityOf } from './quantity.schema.ts';

/** The quantities a quantity is made of, each with the path of its mention. */
export function partsOf(
  quantity: QuantityDefinition,
): { readonly name: string; readonly path: readonly PropertyKey[] }[] {
  if (quantity.kind === 'weighted-mean') {
    return quantity.parts.map((part, i) => ({ name: part.quantity, path: ['parts', i, 'quantity'] }));
  }
  if (quantity.kind === 'sum') return quantity.of.map((name, i) => ({ name, path: ['of', i] }));
  if (quantity.kind === 'ratio') {
    const over = typeof quantity.over === 'string' ? [{ name: quantity.over, path: ['over'] }] : [];
    return [{ name: quantity.of, path: ['of'] }, ...over];
  }
  if (quantity.kind === 'dichotomy') return [{ name: quantity.of, path: ['of'] }];
  return [];
}

/** What is wrong with one quantity of a definition that is free of cycles and of names that are not defined. */
export function quantityErrors(
  definition: AdherenceDefinition,
  name: string,
  quantity: QuantityDefinition,
): DefinitionError[] {
  const path = ['quantities', name];
  const filter = 'where' in quantity ? filterErrors([...path, 'where'], quantity.where) : [];
  switch (quantity.kind) {
    case 'quality':
      return [...filter, ...qualityErrors(path, quantity)];
    case 'timeliness':
      return [...filter, ...stepErrors([...path, 'lateCredit', 'steps'], quantity.lateCredit)];
    case 'weighted-mean':
    case 'sum':
    case 'ratio':
    case 'dichotomy':
      return compositionErrors(definition, path, quantity);
    case 'attempts':
    case 'active-days':
    case 'active-day-share':
    case 'first-day':
    case 'last-day':
    case 'minutes':
    case 'units':
    case 'periods-met':
    case 'unit-quantity':
    case 'completion-rate':
    case 'attempt-rate':
    case 'lateness':
    case 'reporting-rate':
    case 'review-rate':
    case 'adjustment-burden':
    case 'compliance-rating':
      return filter;
  }
}

function filterErrors(path: readonly string[], filter: EvidenceFilter | undefined): DefinitionError[] {
  const { enteredWithinHours: within, enteredAfterHours: after } = filter ?? {};
  if (within === undefined || after === undefined || after < within) return [];
  return [refusal([...path, 'enteredAfterHours'], `is ${after}, but enteredWithinHours is ${within}: nothing is both`)];
}

function qualityErrors(path: readonly string[], quantity: QuantityOf<'quality'>): DefinitionError[] {
  const { scale, ratedWithinHours: within, ratedAfterHours: after } = quantity;
  const range = scale.min < scale.max ? [] : [refusal([...path, 'scale'], 'must run from a lower to a higher number')];
  if (within === undefined || after === undefined || after < within) return range;
  return [
    ...range,
    refusal([...path, 'ratedAfterHours'], `is ${after}, but ratedWithinHours is ${within}: nothing is both`),
  ];
}

function stepErrors(path: readonly string[], late: LateCredit | undefined): DefinitionError[] {
  if (late?.kind !== 'steps') return [];
  return late.steps.flatMap((step, i) => {
    const before = late.steps[i - 1];
    if (before === undefined) return [];
    if (step.withinDays <= before.withinDays)
      return [refusal([...path, i, 'withinDays'], `is not after the step before it, ${before.withinDays}`)];
    if (step.credit > before.credit)
      return [refusal([...path, i, 'credit'], `is more than for work that came earlier, ${before.credit}`)];
    return [];
  });
}

function compositionErrors(
  definition: AdherenceDefinition,
  path: readonly string[],
  quantity: Composition,
): DefinitionError[] {
  const parts = partsOf(quantity).map((part) => {
    const inner = entry(definition.quantities, part.name);
    return { ...part, inner, unit: inner === undefined ? SHARE : unitOf(definition, inner) };
  });
  const [first] = parts;
  return parts.flatMap((part, i) => {
    const here = [...path, ...part.path];
    if (quantity.kind === 'dichotomy') return dichotomyErrors(path, part.inner, quantity.atLeast);
    if (part.unit === DAY_NUMBER)
      return [refusal(here, `'${part.name}' is a day number, a place in time that cannot be added or divided`)];
    if (
      (part.inner?.kind === 'quality' || part.inner?.kind === 'compliance-rating') &&
      quantity.kind !== 'weighted-mean'
    ) {
      return [refusal(here, `'${part.name}' is a rating; ratings are averaged within one scale only`)];
    }
    if (quantity.kind === 'ratio') return i === 0 ? [] : divisorErrors(here, part.name, part.inner);
    if (parts.findIndex((other) => other.name === part.name) < i) return [refusal(here, `counts '${part.name}' twice`)];
    if (first !== undefined && part.unit !== first.unit) {
      return [
        refusal(
          here,
          `'${part.name}' is in ${part.unit}, but '${first.name}' is in ${first.unit}: only one unit can be added or averaged`,
        ),
      ];
    }
    if (quantity.kind !== 'sum') return [];
    const doubled = parts.slice(0, i).find((other) => overlap(definition, other.inner, part.inner));
    return doubled === undefined
      ? []
      : [refusal(here, `its window overlaps that of '${doubled.name}': the same work would be counted twice`)];
  });
}

function dichotomyErrors(
  path: readonly string[],
  of: QuantityDefinition | undefined,
  atLeast: number,
): DefinitionError[] {
  const ceiling = of === undefined ? Infinity : ceilingOf(of);
  return atLeast <= ceiling ? [] : [refusal([...path, 'atLeast'], `is ${atLeast}, but it never exceeds ${ceiling}`)];
}

function divisorErrors(
  here: readonly PropertyKey[],
  name: string,
  divisor: QuantityDefinition | undefined,
): DefinitionError[] {
  return divisor?.kind === 'dichotomy'
    ? [refusal(here, `'${name}' is 0 or 1: dividing by it divides by nothing wherever it is 0`)]
    : [];
}

/** Whether two quantities count the same kind of thing over days they share. */
function overlap(
  definition: AdherenceDefinition,
  a: QuantityDefinition | undefined,
  b: QuantityDefinition | undefined,
): boolean {
  if (a === undefined || b === undefined || a.kind !== b.kind || !('window' in a) || !('window' in b)) return false;
  if ('where' in a && 'where' in b && JSON.stringify(a.where) !== JSON.stringify(b.where)) return false;
  const one = entry(definition.windows, a.window);
  const two = entry(definition.windows, b.window);
  if (one === undefined || two === undefined) return false;
  if (one.kind === 'record' || two.kind === 'record') return true;
  if (one.kind === 'intervals' || two.kind === 'intervals') return true;
  if (one.kind !== 'days' || two.kind !== 'days') return a.window === b.window;
  if (one.anchor !== two.anchor || one.days !== two.days) return false;
  const end = (to: number | 'open'): number => (to === 'open' ? Infinity : to);
  return one.from <= end(two.to) && two.from <= end(one.to);
}

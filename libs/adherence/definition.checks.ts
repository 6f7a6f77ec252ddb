import type { ConditionDefinition, LeafDefinition } from './condition.schema.ts';
import type { AdherenceDefinition } from './definition.schema.ts';
import { type DefinitionError, refusal } from './definition.limits.ts';
import { ceilingOf, DAY_NUMBER, entry, SHARE, unitOf } from './definition.units.ts';
import type { Composition, QuantityDefinition } from './quantity.schema.ts';
import { list, windowErrors } from './window.checks.ts';

/** What the shape alone cannot say: references, cycles, units, windows, conditions that cannot hold. Empty when sound. */
export function definitionErrors(definition: AdherenceDefinition): DefinitionError[] {
  const broken = [...windowErrors(definition), ...referenceErrors(definition)];
  if (broken.length > 0) return broken;
  const cycles = cycleErrors(definition);
  if (cycles.length > 0) return cycles;
  return [
    ...Object.entries(definition.quantities).flatMap(([name, quantity]) => quantityErrors(definition, name, quantity)),
    ...(definition.adherent === undefined ? [] : conditionErrors(definition, ['adherent'], definition.adherent)),
  ];
}

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
  return [];
}

function referenceErrors(definition: AdherenceDefinition): DefinitionError[] {
  const known = list(definition.quantities);
  const missing = (path: readonly PropertyKey[], name: string): DefinitionError[] =>
    entry(definition.quantities, name) === undefined
      ? [refusal(path, `names the quantity '${name}', which is not defined; defined: ${known}`)]
      : [];
  return [
    ...missing(['value'], definition.value),
    ...Object.entries(definition.quantities).flatMap(([name, quantity]) =>
      partsOf(quantity).flatMap((part) => missing(['quantities', name, ...part.path], part.name)),
    ),
    ...(definition.adherent === undefined
      ? []
      : leavesOf(definition.adherent, ['adherent']).flatMap(({ leaf, path }) =>
          missing([...path, 'quantity'], leaf.quantity),
        )),
  ];
}

/** Every comparison of a condition tree with the path to it. */
export function leavesOf(
  condition: ConditionDefinition,
  path: readonly PropertyKey[],
): { readonly leaf: LeafDefinition; readonly path: readonly PropertyKey[] }[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least-of':
      return condition.conditions.flatMap((inner, i) => leavesOf(inner, [...path, 'conditions', i]));
    case 'not':
      return leavesOf(condition.condition, [...path, 'condition']);
    case 'at-least':
    case 'at-most':
    case 'more-than':
    case 'less-than':
    case 'between':
      return [{ leaf: condition, path }];
  }
}

function cycleErrors(definition: AdherenceDefinition): DefinitionError[] {
  const sound = new Set<string>();
  const walk = (name: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name];
    const quantity = entry(definition.quantities, name);
    if (quantity === undefined || sound.has(name)) return null;
    for (const part of partsOf(quantity)) {
      const cycle = walk(part.name, [...trail, name]);
      if (cycle !== null) return cycle;
    }
    sound.add(name);
    return null;
  };
  for (const name of Object.keys(definition.quantities)) {
    const cycle = walk(name, []);
    if (cycle !== null) return [refusal(['quantities', cycle[0] ?? name], `is made of itself: ${cycle.join(' → ')}`)];
  }
  return [];
}

function quantityErrors(
  definition: AdherenceDefinition,
  name: string,
  quantity: QuantityDefinition,
): DefinitionError[] {
  const path = ['quantities', name];
  if (quantity.kind === 'quality') {
    const { min, max } = quantity.scale;
    return min < max ? [] : [refusal([...path, 'scale'], 'must run from a lower to a higher number')];
  }
  const composed = quantity.kind === 'weighted-mean' || quantity.kind === 'sum' || quantity.kind === 'ratio';
  return composed ? compositionErrors(definition, path, quantity) : [];
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
    if (part.unit === DAY_NUMBER)
      return [refusal(here, `'${part.name}' is a day number, a place in time that cannot be added or divided`)];
    if (part.inner?.kind === 'quality' && quantity.kind !== 'weighted-mean') {
      return [refusal(here, `'${part.name}' is a rating; ratings are averaged within one scale only`)];
    }
    if (quantity.kind === 'ratio') return [];
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
  if (one.kind !== 'days' || two.kind !== 'days') return a.window === b.window;
  if (one.anchor !== two.anchor || one.days !== two.days) return false;
  const end = (to: number | 'open'): number => (to === 'open' ? Infinity : to);
  return one.from <= end(two.to) && two.from <= end(one.to);
}

function conditionErrors(
  definition: AdherenceDefinition,
  path: readonly PropertyKey[],
  condition: ConditionDefinition,
): DefinitionError[] {
  switch (condition.kind) {
    case 'at-least-of':
      if (condition.count > condition.conditions.length) {
        return [
          refusal([...path, 'count'], `asks for ${condition.count} of ${condition.conditions.length} conditions`),
        ];
      }
      return condition.conditions.flatMap((inner, i) => conditionErrors(definition, [...path, 'conditions', i], inner));
    case 'all':
    case 'any':
      return condition.conditions.flatMap((inner, i) => conditionErrors(definition, [...path, 'conditions', i], inner));
    case 'not':
      return conditionErrors(definition, [...path, 'condition'], condition.condition);
    case 'at-least':
    case 'at-most':
    case 'more-than':
    case 'less-than':
    case 'between':
      return leafErrors(definition, path, condition);
  }
}

function leafErrors(
  definition: AdherenceDefinition,
  path: readonly PropertyKey[],
  leaf: LeafDefinition,
): DefinitionError[] {
  const quantity = entry(definition.quantities, leaf.quantity);
  if (quantity === undefined) return [];
  const unit = unitOf(definition, quantity);
  if (leaf.unit !== undefined && leaf.unit !== unit) {
    return [refusal([...path, 'unit'], `is '${leaf.unit}', but '${leaf.quantity}' is in '${unit}'`)];
  }
  if (leaf.kind === 'between' && leaf.low > leaf.high)
    return [refusal([...path, 'low'], `is above high, ${leaf.high}`)];
  const threshold = leaf.kind === 'between' ? leaf.low : leaf.threshold;
  const ceiling = ceilingOf(quantity);
  if (threshold <= ceiling) return [];
  const hint = unit === SHARE ? ' (a share: write 0.5 for 50 %)' : '';
  return [
    refusal(
      [...path, leaf.kind === 'between' ? 'low' : 'threshold'],
      `is ${threshold}, but '${leaf.quantity}' never exceeds ${ceiling}${hint}`,
    ),
  ];
}

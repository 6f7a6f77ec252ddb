import type { ConditionDefinition, LeafDefinition } from './condition.schema.ts';
import type { AdherenceDefinition } from './definition.schema.ts';
import { type DefinitionError, refusal } from './definition.limits.ts';
import { ceilingOf, entry, SHARE, unitOf } from './definition.units.ts';
import { partsOf, quantityErrors } from './quantity.checks.ts';
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

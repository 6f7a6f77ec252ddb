import type { Derivation, DerivationInput } from '../kernel/projection.ts';
import { OutcomeItemRow } from './outcome-item.row.ts';
import { MEASURE_TYPES, measureScope, measuresOf, type PersonMeasures, type TakenMeasure } from './person.measures.ts';

/** Every answer of every measure that was taken, with the items of the instrument that were left out altogether. */
export const outcomeItems: Derivation = {
  kind: 'derivation',
  name: 'outcome_items',
  version: 1,
  entity: OutcomeItemRow,
  owner: 'participantId',
  daily: false,
  types: MEASURE_TYPES,
  derive: (input) => {
    const own = measuresOf(input);
    return own === undefined ? [] : own.taken.flatMap((taken) => rowsOf(input, own, taken));
  },
};

function rowsOf(
  input: DerivationInput,
  own: PersonMeasures,
  { measureId, fact: { data }, shelved, score }: TakenMeasure,
): readonly OutcomeItemRow[] {
  const given = Object.keys(data.items);
  if (given.length === 0) return [];
  const known = shelved?.instrument.items ?? [];
  const order = new Map(known.map((item, index) => [item.code, { item, number: index + 1 }]));
  return [...new Set([...order.keys(), ...given])].map((item) => {
    const value = data.items[item] ?? null;
    const place = order.get(item);
    return {
      ...measureScope(input, own),
      measureId,
      item,
      instrumentId: data.instrument.instrumentId,
      instrumentVersion: data.instrument.version,
      occasion: data.occasion,
      informant: data.informant,
      itemNumber: place?.number ?? null,
      value,
      scored: place === undefined || value === null ? null : scoredItem(place.item, value),
      risk: score.riskItems.includes(item),
    };
  });
}

/** In the direction of its scale; null for what cannot be an answer. */
function scoredItem(
  { min, max, reversed }: { readonly min: number; readonly max: number; readonly reversed?: true | undefined },
  value: number,
): number | null {
  if (!Number.isInteger(value) || value < min || value > max) return null;
  return reversed === true ? min + max - value : value;
}

import { evaluate, type Evaluation } from './definition.evaluation.ts';
import { defineAdherence } from './definition.parser.ts';
import type { AdherenceDefinition, AdherenceDefinitionInput } from './definition.schema.ts';
import type { AdherenceFacts } from './facts.schema.ts';
import type { QuantityDefinition } from './quantity.schema.ts';

/** Definitions for specs: quantities over four weeks from enrolment, with an exhaustive log unless a spec says otherwise. */

export type Quantities = AdherenceDefinitionInput['quantities'];
export type Windows = AdherenceDefinitionInput['windows'];

export const fourWeeks: Windows = {
  w: { kind: 'days', anchor: 'enrolment', days: 'elapsed', from: 0, to: 27 },
  record: { kind: 'record' },
};

export function defining(quantities: Quantities, given: Partial<AdherenceDefinitionInput> = {}): AdherenceDefinition {
  return defineAdherence({
    format: 'intersession.adherence/1',
    id: 'example',
    version: 1,
    title: 'An example',
    source: { citation: 'This spec' },
    log: { kind: 'exhaustive' },
    windows: fourWeeks,
    quantities,
    value: Object.keys(quantities)[0] ?? '',
    ...given,
  });
}

export type Loose = Partial<QuantityDefinition> & { kind: QuantityDefinition['kind'] };
/** One quantity over four weeks from enrolment. */
export const measured = (
  quantity: Loose,
  facts: AdherenceFacts,
  given: Partial<AdherenceDefinitionInput> = {},
): Evaluation => evaluate(defining({ q: { window: 'w', ...quantity } as Quantities[string] }, given), facts);

import type { AdherenceDefinition } from '../definition.schema.ts';
import { gIcbtActiveDays, gIcbtPublished, gIcbtWritten } from './g-icbt.definitions.ts';
import { completedHalf, practiceDose, quantityUnitLevel } from './general.definitions.ts';

/** The definitions that come with the library, by id. Any of them can be copied and changed under an id of one's own. */
export const builtInDefinitions: ReadonlyMap<string, AdherenceDefinition> = new Map(
  [gIcbtPublished, gIcbtWritten, gIcbtActiveDays, quantityUnitLevel, completedHalf, practiceDose].map((definition) => [
    definition.id,
    definition,
  ]),
);

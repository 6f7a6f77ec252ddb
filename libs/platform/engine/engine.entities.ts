import { readModelEntities } from '#read-models';
import { sealingEntities } from '../sealing/sealing.tables.ts';

/** For the data source of an engine. */
export const engineEntities = [...sealingEntities, ...readModelEntities];

import { sealingEntities } from '../sealing/sealing.tables.ts';

/** Entities of the durable tables. Read models live in schemas of their own and bring theirs. */
export const durableEntities = [...sealingEntities];

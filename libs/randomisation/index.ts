export * from './allocation.checks.ts';
export * from './allocation.commitment.ts';
export * from './allocation.draw.ts';
export * from './allocation.schema.ts';
export { DrawStream } from './draw.stream.ts';
export type { Allocated } from './minimisation.ts';
